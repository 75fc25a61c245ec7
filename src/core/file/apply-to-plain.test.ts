/** Plain data changes as its text does: the same is refused, the same comes of it, the same is wrong with it. */
import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyToPlain } from '#core/file/apply-to-plain';
import { SECTIONS, thingNodes } from '#core/file/file-references';
import { applyOperations, type Operation } from '#core/file/operations';
import { parse } from '#core/file/parse';
import type { PlainFile } from '#core/file/plain';
import { plainDraft } from '#core/file/plain-draft';
import { plainFile } from '#core/file/plain-file';
import { resolve } from '#core/file/resolve';
import { docOf } from '#core/file/text-sheet';

const kept = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'templates')
    .map(({ name }) => [name, readFileSync(`${folder}/${name}/community.yaml`, 'utf8')] as const);

/** Everything that can be written in more ways than one. */
const ODD = `potluck: 1
id: odd
name: "2009"
as-of: 2026-01-01
x-words: [12.50, 0x1F, 1e3, "1e3", ~, null, True, "true", .5, +3, 007, '', "a: b", 1_000, 2026-01-01, .inf]
parties:
  us: {name: Us, inside: true, size: 12.0}
  "them": {type: organisation, size: "15..20"}
  2009: {name: A year}
  ana:
  bea:
    in: us
    note: >-
      two lines
      of words
pools:
  kitty: {kind: eur, holder: us, deciders: [us, 2009, them], stock: 40.00 EUR, pockets: {seeds: {share: 0.60}, tea: {share: .4}}}
activities:
  supper: {for: {us: 0.50, them: 0.5}, rhythm: 1 / month, needs: {hours: {per: once}}}
flows:
  care: {from: us, to: supper, amount: 12 h/month}
  grant: {from: them, to: kitty, amount: "1'500 EUR/year"}
influences:
- {id: i1, from: us, to: them, sign: "+"}
- id: 12
  from: them
  to: supper
  sign: '-'
scenarios:
  leave: {changes: [{end: grant, at: 2027}, {start: care}]}
picture: {positions: {us: {x: 1.0, y: -0}, them: {x: 2, y: 3}}}
`;

const FILES = new Map<string, string>([
  ...kept('cases'),
  ...kept('cases/templates'),
  ['odd', ODD],
  ['json', JSON.stringify(plainFile(readFileSync('cases/allotment-school/community.yaml', 'utf8'))?.data)],
]);

const ids = (text: string) =>
  thingNodes(docOf(text)).map((thing) => ({ id: thing.id, section: thing.section, parent: thing.parent }));
const IDS = new Map([...FILES].map(([name, text]) => [name, ids(text)]));

const words = fc.constantFrom(
  'Us',
  '12 h/month',
  '20 EUR/year',
  'unknown',
  '2009',
  '2009-10',
  '12.50',
  'null',
  'true',
  'a: b',
  'x, y',
  '- z',
  '#1',
  "don't",
  '"',
  'two\nlines',
  '',
  ' ',
  '~',
  '1e3',
  '0x1F',
  '{a',
  'é ü',
  'town',
);
const scalar = fc.oneof(words, fc.constantFrom<unknown>(0, 1, 12.5, -3, 1e21, 1e-7, 2009, true, false, null));

function operationsOn(name: string): fc.Arbitrary<Operation[]> {
  const all = IDS.get(name) ?? [];
  const thing = fc.constantFrom(...all);
  const id = fc.oneof(
    { weight: 4, arbitrary: thing.map((one) => one.id) },
    { weight: 1, arbitrary: fc.constantFrom('new-one', 'another', '2012', 'Bad Id') },
  );
  const value = fc.oneof(
    scalar,
    id,
    fc.array(fc.oneof(id, scalar), { maxLength: 3 }),
    fc.dictionary(fc.oneof(id, fc.constantFrom('en', 'x', 'how')), scalar, { maxKeys: 3 }),
  );
  const key = fc.constantFrom(
    'name',
    'note',
    'from',
    'to',
    'amount',
    'in',
    'holder',
    'deciders',
    'for',
    'since',
    'until',
    'size',
    'kind',
    'because',
    'x-mine',
    'share',
    'sign',
    'between',
  );
  const facts = fc.dictionary(key, value, { maxKeys: 4 }) as fc.Arbitrary<Record<string, unknown>>;
  return fc.array(
    fc.oneof(
      fc.record({
        op: fc.constant('put' as const),
        id,
        section: fc.constantFrom(...SECTIONS, 'no-section'),
        value: facts,
      }),
      fc
        .tuple(thing, facts)
        .map(([{ id, section }, value]): Operation => ({ op: 'put', id, section, value })),
      fc
        .tuple(thing, fc.constantFrom('pockets', 'needs'), facts)
        .map(
          ([{ id }, section, value]): Operation => ({ op: 'put', id: 'part-1', section, parent: id, value }),
        ),
      fc.record({ op: fc.constant('patch' as const), id, value: facts }),
      fc.record({ op: fc.constant('end' as const), id, until: fc.constantFrom('2026-12-31', '2027') }),
      fc.record({ op: fc.constant('remove' as const), id, withWhatBreaks: fc.boolean() }),
      fc.record({ op: fc.constant('rename' as const), id, to: id }),
      fc.record({ op: fc.constant('merge' as const), id, into: id }),
      fc.tuple(thing, fc.nat()).map(([one, at]): Operation => {
        const alike = all.filter(({ section }) => section === one.section);
        return { op: 'merge', id: one.id, into: alike[at % alike.length]?.id ?? one.id };
      }),
      fc.record({
        op: fc.constant('set' as const),
        path: fc.oneof(
          fc.constantFrom<string[]>(
            ['name'],
            ['id'],
            ['x-mine', '+'],
            ['openness', 'public', 'us'],
            ['x-words', '+'],
            ['parties', '+'],
            ['asked', 'Q1', 'answer'],
            ['calendar'],
          ),
          id.map((one) => ['picture', 'positions', one]),
        ),
        value,
      }),
    ),
    { minLength: 1, maxLength: 5 },
  );
}

const plain = (text: string): PlainFile => {
  const file = plainFile(text);
  if (file === null) throw new Error(`cannot be read:\n${text.slice(0, 2000)}`);
  return file;
};

const codes = (resolved: ReturnType<typeof resolve>) => resolved.problems.map((one) => one.code).sort();

/** Asked quickly first: to look for the difference takes ten times as long, and mostly there is none. */
function same(given: unknown, wanted: unknown): void {
  if (!isDeepStrictEqual(given, wanted)) expect(given).toEqual(wanted);
}

function alike(text: string, file: PlainFile): void {
  const [written, given] = [resolve(parse(text)), resolve(plainDraft(file))];
  expect(codes(given)).toEqual(codes(written));
  same(given.community, written.community);
}

test('what stands twice, or stands elsewhere, or has no meaning, is told by the same codes', () => {
  const texts = [
    ODD.replace('  them', '  us: {name: Again}\n  them').replace('name: Us,', 'name: Us, name: We,'),
    ODD.replace('name: A year', 'name: A year, in: nobody, siez: 4, size: 1.125, since: soon'),
    ODD.replace('{name: Us, inside: true', '&us {name: Us, inside: true').replace('  ana:', '  ana: *us'),
    ODD.replace('potluck: 1', 'potluck: 2'),
    ODD.replace('potluck: 1\n', ''),
    '{"potluck": 1, "id": "a", "name": "A", "size": 1.125}',
    '{potluck: 1, id: a, name: A, size: 1.125}',
  ];
  for (const text of texts) alike(text, plain(text));
});

test('what names itself without end, or is no map, is no data', () => {
  const many = Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`).join('\n');
  expect(plainFile(`a0: &a0 [x]\n${many}\n`)).toBeNull();
  expect(plainFile('a: &a [*a]')).toBeNull();
  expect(plainFile('a: [')).toBeNull();
  expect(plainFile('- a')).toBeNull();
  expect(plainFile('')).toBeNull();
});

describe.each([...FILES])('%s', (name, text) => {
  test('means as plain data what it means as a text', () => {
    alike(text, plain(text));
    // As it crosses: what JSON keeps is all there is.
    alike(text, JSON.parse(JSON.stringify(plain(text))));
  });

  test('changes as its text does', () => {
    const untouched = plain(text);
    fc.assert(
      fc.property(operationsOn(name), (operations) => {
        const before = plain(text);
        const [written, given] = [applyOperations(text, operations), applyToPlain(before, operations)];
        same(before, untouched);
        if (!written.ok || !given.ok) {
          const told = (done: typeof written | typeof given) =>
            done.ok
              ? 'done'
              : done.refusals.map(({ code, operation, named }) => ({ code, operation, named }));
          expect(told(given)).toEqual(told(written));
          return;
        }
        expect(given.touched).toEqual(written.touched);
        // The order of the keys as well.
        expect(JSON.stringify(given.file)).toBe(JSON.stringify(plain(written.text)));
        alike(written.text, given.file);
      }),
      { numRuns: name === 'odd' ? 200 : 12 },
    );
  });
});
