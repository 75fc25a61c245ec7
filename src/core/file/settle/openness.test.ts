/** A level may say since when it holds, and why; alone it stays as short as it was. */
import { expect, test } from 'vitest';
import { parse } from '#core/file/parse';
import { printCommunity } from '#core/file/print';
import { resolve } from '#core/file/resolve';

const FILE = (openness: string) =>
  `potluck: 1\nid: a\nname: A\nkinds:\n  hours: {unit: h, law: perishable}\nopenness: ${openness}\n`;

test('the long form and the short one are the same level', () => {
  const { community, problems } = resolve(
    parse(
      FILE(
        '{members: {hours: exact, eur: {level: aggregate, from: 2026-01, because: "Decided in January."}}}',
      ),
    ),
  );
  expect(problems).toEqual([]);
  expect(community?.openness).toEqual({ members: { hours: 'exact', eur: 'aggregate' } });
  expect(community?.opennessNotes).toMatchObject({
    members: { eur: { from: { text: '2026-01' }, because: 'Decided in January.' } },
  });
});

test('printed and read again it says the same', () => {
  const text = FILE(
    '{members: {hours: {level: range, from: 2026-01, because: We tried it.}}, public: {hours: hidden}}',
  );
  const { community } = resolve(parse(text));
  if (community === null) throw new Error('the file does not resolve');
  const printed = printCommunity(community);
  expect(printed).toContain('because: We tried it.');
  expect(resolve(parse(printed)).community).toEqual(community);
});

test('a short form needs no notes, and what is no level is a problem at its place', () => {
  expect(resolve(parse(FILE('{public: {hours: hidden}}'))).community).not.toHaveProperty('opennessNotes');
  const { problems } = resolve(parse(FILE('{public: {hours: {level: some}}}')));
  expect(problems.map((one) => one.text)).toEqual(['some']);
  expect(resolve(parse(FILE('{public: {hours: {from: 2026}}}'))).problems.map((one) => one.code)).toEqual([
    'missing-key',
  ]);
});
