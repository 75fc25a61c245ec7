/** Searching: names before notes, accents and capitals alike, every word has to be met, ended things lead to their day. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { seen } from '#core/picture/testing';
import { findables, search, snippet } from './find';

const KM4DEV = seen(readFileSync('cases/km4dev/community.yaml', 'utf8'), '2009-10-08');
const keys = (typed: string, all = findables(KM4DEV)) => search(all, typed).map((one) => one.key);

test('a name that begins so comes first, then words within names, then what is said', () => {
  const view = seen(
    `parties:
  a: {name: Bread people, type: circle, inside: true}
  b: {name: The bread shop, type: organisation}
  c: {name: Café, type: organisation, note: They sell our bread.}
`,
    '2026-01-01',
  );
  expect(search(findables(view), 'BREAD').map((one) => one.key)).toEqual(['a', 'b', 'c']);
  expect(search(findables(view), 'cafe').map((one) => one.key)).toEqual(['c']);
  expect(search(findables(view), 'bread sell').map((one) => one.key)).toEqual(['c']);
  expect(search(findables(view), '  ')).toEqual([]);
  expect(search(findables(view), 'nothing such')).toEqual([]);
});

test('flows are found by their ends, questions and sources by their words', () => {
  expect(keys('helvetas')).toContain('helvetas-dgroup');
  const asked = findables(KM4DEV, [{ id: 'q', text: 'Who moderates?', why: 'Nobody counted.' }]);
  expect(keys('moderates?', asked)[0]).toBe('question q 0');
  expect(findables(KM4DEV).some((one) => one.sort === 'source')).toBe(true);
});

test('what does not hold on this day is found with a day on which it did', () => {
  const gone = findables(KM4DEV).filter((one) => one.day !== null);
  expect(gone.length).toBeGreaterThan(0);
  for (const one of gone.slice(0, 5)) {
    const thing = KM4DEV.thing(one.thing ?? '');
    expect(thing).not.toBeNull();
    if (thing !== null && one.day !== null) expect(KM4DEV.at(one.day).valid(thing)).toBe(true);
  }
});

test('a snippet shows the hit', () => {
  const long = `${'before '.repeat(20)}the needle here ${'after '.repeat(20)}`;
  expect(snippet(long, 'NEEDLE')).toContain('needle');
  expect(snippet('short', 'x')).toBe('short');
});
