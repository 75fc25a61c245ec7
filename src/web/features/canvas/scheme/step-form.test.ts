import { expect, test } from 'vitest';
import { emptyForm, stepOf, withOp } from './step-form';

const form = { ...emptyForm('2026-02-01'), of: ['b7', 'b9'], names: ['Legs'], asks: 'What holds us up?' };

test('a form is the step that it says', () => {
  expect(stepOf(withOp(form, 'merge'))).toEqual({
    op: 'merge',
    of: ['b7', 'b9'],
    into: { name: 'Legs', asks: 'What holds us up?' },
  });
  expect(stepOf(withOp(form, 'rename'))).toEqual({
    op: 'rename',
    of: 'b7',
    into: { name: 'Legs', asks: 'What holds us up?' },
  });
  expect(stepOf(withOp(form, 'retire'))).toEqual({ op: 'retire', of: 'b7' });
  expect(stepOf({ ...withOp(form, 'add'), asks: '' })).toEqual({ op: 'add', into: { name: 'Legs' } });
});

test('a split begins with two names, and one left empty is none', () => {
  const split = withOp(form, 'split');
  expect(split.names).toEqual(['Legs', '']);
  expect(stepOf(split)).toEqual({ op: 'split', of: 'b7', into: [{ name: 'Legs' }] });
  expect(withOp({ ...split, names: ['Near', 'Far', 'Gone'] }, 'add').names).toEqual(['Near']);
});
