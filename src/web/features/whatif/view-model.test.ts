import { expect, test } from 'vitest';
import type { Message } from '#core/words/message';
import type { Column } from './asked';
import {
  csv,
  ends,
  headline,
  letterOf,
  markdown,
  saysUnder,
  seriesSentence,
  unitOf,
  unitText,
} from './view-model';

const column = (
  name: string | null,
  series: Record<string, number[]>,
  more: Partial<Column> = {},
): Column => ({
  entry: name === null ? null : { id: 'x', name, origin: 'page' },
  series,
  fans: {},
  runs: 0,
  survival: { share: 1, low: 0.9, high: 1 },
  falls: null,
  changes: [],
  problems: [],
  unflowed: [],
  ...more,
});
const SHOWN = [
  { key: 'core', name: 'Core', unit: 'person' },
  { key: 'kitty', name: '=HYPERLINK("x")', unit: 'EUR' },
];
const say = (text: string) => ({ text }) as Message;
const telling = (text: string) => ({
  says: [say(text)],
  tipping: [{ says: say('Beyond 2.') }],
  sensitivity: [{ question: null }, { question: say('How sure?') }],
});
const stay = column(null, { core: [6, 6], kitty: [100, 100] });
const move = column('A move, open', { core: [6, 4.5], kitty: [100, 150] });

test('the headline says what happens, and claims no more', () => {
  expect(headline([stay], SHOWN)).toBe('If nothing changes, it goes on as described.');
  expect(headline([stay, move], SHOWN)).toBe('It holds. One thing grows, one wears thin.');
  expect(headline([stay, { ...move, falls: { month: 37, why: 'money' } }], SHOWN)).toBe(
    'The money would be gone, from month 37 on.',
  );
  const shaky = { share: 0.44, low: 0.41, high: 0.47 };
  expect(headline([stay, { ...move, runs: 1000, survival: shaky }], SHOWN)).toBe(
    'It may hold: in 44 of 100 runs it does. One thing grows, one wears thin.',
  );
  expect(headline([stay, stay], SHOWN)).toBe('It would end about where it would have without.');
});

test('what stretches stands beside what gives way', () => {
  const found = ends(SHOWN, [stay, move]);
  expect(found?.shrinks.map(({ text }) => text)).toEqual(['Core: 4.5 people instead of 6.']);
  expect(found?.grows).toHaveLength(1);
  expect(ends(SHOWN, [stay])).toBeNull();
});

test('of several, each has its own ends and its own headline, under its name', () => {
  const close = column('The host closes', { core: [6, 9], kitty: [100, 100] });
  const all = [stay, move, close];
  expect(ends(SHOWN, all, 1)?.shrinks.map(({ text }) => text)).toEqual(['Core: 4.5 people instead of 6.']);
  expect(ends(SHOWN, all, 2)?.grows.map(({ text }) => text)).toEqual(['Core: 9 people instead of 6.']);
  expect(ends(SHOWN, all, 2)?.shrinks).toEqual([]);
  expect(headline(all, SHOWN, 1)).toBe('A move, open: It holds. One thing grows, one wears thin.');
  expect(headline(all, SHOWN, 2)).toBe('The host closes: It holds. One thing grows, nothing wears thin.');
});

test('of several, each has a part of its own in Markdown', () => {
  const close = column('The host closes', { core: [6, 9], kitty: [100, 100] });
  const [first, second] = [telling('It stands.'), telling('It falls.')];
  const text = markdown('Both', SHOWN, [stay, move, close], [first, second], []);
  const [, a = '', b = ''] = text.split(/^## [AB]: /m);
  expect(a).toMatch(/^A move, open\n/);
  expect(a).toContain('### What gives way\n\n- Core: 4.5 people instead of 6.');
  expect(a).toContain('It stands.');
  expect(b).toMatch(/^The host closes\n/);
  expect(b).toContain('### What stretches\n\n- Core: 9 people instead of 6.');
  expect(b.split('|')[0]).not.toContain('4.5');
  expect(b).toContain('### Where it tips\n\n- Beyond 2.');
  expect(b).toContain('### The guess that matters most\n\n- How sure?');
  expect(b).toContain('It falls.');
});

test('numbers go out one row a month; no cell is a formula, none breaks the row', () => {
  const lines = csv(SHOWN, [stay, move]).split('\r\n');
  expect(lines).toHaveLength(1 + 8 + 1);
  expect(lines[1]).toBe('stay,Core,person,0,6,,,,,');
  expect(lines[3]).toBe(`stay,"'=HYPERLINK(""x"")",EUR,0,100,,,,,`);
  expect(lines[6]).toBe('"A move, open",Core,person,1,4.5,,,,,');
});

test('words go out as Markdown in which names are text', () => {
  const text = markdown('A *title*', SHOWN, [stay, move], [telling('It | holds.')], []);
  expect(text).toContain('# A \\*title\\*');
  expect(text).toContain('- It \\| holds.');
  expect(text).toContain('not a forecast');
  expect(text).toContain('\\=HYPERLINK'.slice(1));
});

test('a chart is said in a sentence', () => {
  expect(seriesSentence({ key: 'core', name: 'Core', unit: 'person' }, [stay, move], 60)).toBe(
    'Core: 6 people now. After 60 months: stay: 6 and A move, open: 4.5.',
  );
  expect(letterOf(1)).toBe('A');
});

test('a share has its range as a unit; what else is counted has its own', () => {
  expect(unitOf({ key: 'T', name: 'Trust', unit: '1' })).toBe('0 to 1');
  expect(unitOf({ key: 'heads_core', name: 'Core', unit: 'person' })).toBe('people');
  expect(unitText('1/month')).toBe('a month');
  expect(unitOf({ key: 'kitty', name: 'Kitty', unit: 'EUR' })).toBe('EUR');
});

test('what stands beside the charts is not said again under them', () => {
  const long = { months: 600, stands: true, falls: null, says: say('Run on for 50 years, it still stands.') };
  const says = [say('It stands.'), say('Run on for 50 years, it still stands.'), say('It returns.')];
  expect(saysUnder({ says, longRun: long }).map(({ text }) => text)).toEqual(['It stands.', 'It returns.']);
});
