import { expect, test } from 'vitest';
import type { View } from '#core/audience/view';
import type { Asked } from '../../shared/api';
import { answersOf, keyOf, sayTo, standingOf } from './standing';

const question = {
  id: 'Q57',
  about: ['mailing-list'],
  text: 'The mailing list is free.',
  message: { id: 'q57', text: '', params: { offer: 'Mailing list', n: 3 } },
} as unknown as Asked;
const viewWith = (x: Record<string, unknown>) => ({ ever: { x } }) as unknown as View;

test('a question about two things has two standings', () => {
  expect(keyOf(question)).toBe('Q57.mailing-list');
  expect(keyOf({ ...question, about: [] })).toBe('Q57');
  const { about: _, ...untold } = question;
  expect(keyOf(untold)).toBe('Q57.mailing-list');
});

test('what nobody answered is open', () => {
  expect(standingOf(answersOf(viewWith({})), question)).toBe('open');
});

test('undoing puts back what was said before', () => {
  const before = { state: 'not-now', on: '2026-01-02' } as const;
  const edit = sayTo(viewWith({ 'x-answers': { 'Q57.mailing-list': before } }), question, {
    state: 'agenda',
    on: '2026-02-03',
  });
  expect(edit.does).toEqual([
    { op: 'set', path: ['x-answers', 'Q57.mailing-list'], value: { state: 'agenda', on: '2026-02-03' } },
  ]);
  expect(edit.undoes).toEqual([{ op: 'set', path: ['x-answers', 'Q57.mailing-list'], value: before }]);
});

test('undoing the first word to a question takes it out', () => {
  expect(sayTo(viewWith({}), question, { state: 'agenda', on: '2026-02-03' }).undoes).toEqual([
    { op: 'set', path: ['x-answers', 'Q57.mailing-list'], value: null },
  ]);
});
