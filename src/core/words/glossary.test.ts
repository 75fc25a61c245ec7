/** The glossary stays short and plain: two sentences at most, every word once. */
import { expect, test } from 'vitest';
import { glossary, termOf } from '#core/words/glossary';

test('every word once, in at most two sentences', () => {
  expect(glossary.length).toBeGreaterThanOrEqual(20);
  expect(new Set(glossary.map((one) => one.id)).size).toBe(glossary.length);
  for (const one of glossary) {
    const text = one.says().text;
    expect(text.match(/[.!?](?=\s|$)/g)?.length ?? 0, one.id).toBeLessThanOrEqual(2);
    expect(text.length, one.id).toBeLessThanOrEqual(200);
    expect(text, one.id).toMatch(/[.]$/);
  }
});

test('a term is found by its id', () => {
  expect(termOf('bearer')?.word().text).toBe('bearer');
  expect(termOf('brearer')).toBeNull();
});
