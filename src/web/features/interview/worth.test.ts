/** Which three questions the interview ends with. */
import { expect, test } from 'vitest';
import type { Asked } from '../../shared/api';
import { worthAnEvening } from './worth';

const asked = (id: string, more: Partial<Asked> = {}): Asked =>
  ({
    id,
    text: id,
    block: 'b1',
    why: '',
    evidence: [],
    tender: false,
    state: 'ask',
    ...more,
  }) as unknown as Asked;
const ids = (questions: readonly Asked[]) => worthAnEvening(questions).map((one) => one.id);

test('the first three in order, one of a rule', () => {
  expect(ids([asked('Q1'), asked('Q1'), asked('Q2'), asked('Q3'), asked('Q4')])).toEqual(['Q1', 'Q2', 'Q3']);
});

test('tender ones wait', () => {
  expect(ids([asked('Q1', { tender: true }), asked('Q2'), asked('Q3'), asked('Q4')])).toEqual([
    'Q2',
    'Q3',
    'Q4',
  ]);
});

test('where rules are few, one may ask twice; what is only offered fills up; nothing is made up', () => {
  expect(ids([asked('Q1'), asked('Q1'), asked('Q2')])).toEqual(['Q1', 'Q2', 'Q1']);
  expect(ids([asked('Q1'), asked('Q2', { state: 'offer' }), asked('Q3')])).toEqual(['Q1', 'Q2', 'Q3']);
  expect(ids([])).toEqual([]);
});
