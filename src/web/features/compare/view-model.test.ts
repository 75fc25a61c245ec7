import { expect, test } from 'vitest';
import { along, bandText, questionsOf, type Row, readBeside, valueText, writeBeside } from './view-model';

test('the address says who stands beside, and what cannot be read is left out', () => {
  const text = 'euforic,km4dev@2012,Nobody!,choir@soon,moss-cider@2010-10';
  expect(readBeside(text)).toEqual([
    { id: 'euforic', on: null },
    { id: 'km4dev', on: '2012' },
    { id: 'moss-cider', on: '2010-10' },
  ]);
  expect(writeBeside(readBeside(text))).toBe('euforic,km4dev@2012,moss-cider@2010-10');
  expect(readBeside('a,b,c,d,e,f')).toHaveLength(5);
  expect(readBeside(undefined)).toEqual([]);
});

test('unknown is said and is not zero; a band narrower than what is shown is left out', () => {
  const value = (of: number | null, band: [number, number] | null = null) =>
    ({ value: of, band, state: of === null ? 'cannot-tell' : 'measured', evidence: [] }) as const;
  expect(valueText(value(0.484), 'share')).toBe('48%');
  expect(valueText(value(0), 'share')).toBe('0%');
  expect(valueText(value(null), 'share')).toBe('cannot tell');
  expect(valueText({ ...value(null), state: 'not-described' }, 'share')).toBe('not described');
  expect(valueText(value(1), 'pairs')).toBe('1 pair');
  expect(bandText(value(0.5, [0.4, 0.625]), 'share')).toBe('40% to 63%');
  expect(bandText(value(0.5, [0.499, 0.501]), 'share')).toBe('');
  expect(along({ least: 0, most: 2 }, 0.5)).toBe(0.25);
});

test('a question that several raise stands there once, before the others; offers are left out', () => {
  const ask = (text: string, state = 'ask') => ({ id: 'Q', text, state });
  const row = {
    sides: [{ questions: [ask('Why?'), ask('Who?')] }, { questions: [ask('Who?'), ask('When?', 'offer')] }],
  } as unknown as Row;
  expect(questionsOf(row).map((one) => [one.text, one.sides])).toEqual([
    ['Who?', [0, 1]],
    ['Why?', [0]],
  ]);
});
