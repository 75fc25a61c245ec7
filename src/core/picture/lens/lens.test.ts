/** What each lens marks in the allotment school, worked out by hand from its file, and that unknown, hidden and none stay apart. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import { disclose } from '#core/audience/disclose';
import { bearersOf, bearsLens, borneThings } from '#core/picture/lens/bears';
import { gapsLens } from '#core/picture/lens/gaps';
import { loopsLens } from '#core/picture/lens/loops';
import { opennessLens } from '#core/picture/lens/openness';
import { shiftLens, stretchOf } from '#core/picture/lens/shift';
import { scene } from '#core/picture/scene';
import { community, seen } from '#core/picture/testing';

const ALLOTMENT = readFileSync('cases/allotment-school/community.yaml', 'utf8');
const view = seen(ALLOTMENT, '2026-03-01');
const made = scene(view);
const found = (analysis: string) => analyse(view, [analysis]).filter((one) => one.analysis === analysis);

test('who bears the open day: the town all of the euros, the gardeners 24 of 34.5 hours, Ana the rest', () => {
  const findings = found('who-bears');
  expect(borneThings(findings)).toContain('open-day');
  const bearers = bearersOf(findings, 'open-day');
  expect([...bearers.keys()]).toEqual(['town', 'gardeners', 'ana']);
  expect(bearers.get('town')).toEqual([{ kind: 'eur', share: 1 }]);
  expect(bearers.get('gardeners')?.[0]?.share).toBeCloseTo(24 / 34.5, 6);
  const lens = bearsLens(view, made, findings, 'open-day');
  expect(lens.legend.map((row) => row.says.map((one) => one.text))).toEqual([
    ['Town council: 100 % of EUR'],
    ['Gardeners: 70 % of hours'],
    ['Ana: 30 % of hours'],
  ]);
  expect(lens.marks.get('hosting-turns')).toMatchObject({ tone: 1, badge: 'B' });
  // What the kitty pays for was the town's: vessel and streams say so.
  expect(lens.marks.get('kitty')).toMatchObject({ tone: 0, badge: 'A' });
  expect(lens.marks.get('seeds-bought')).toMatchObject({ tone: 0, badge: 'A' });
  // A favour among gardeners carries nothing of it.
  expect(lens.marks.has('advice')).toBe(false);
});

test('where nobody counted there is a bearer and no share', () => {
  const km = seen(readFileSync('cases/km4dev/community.yaml', 'utf8'), '2009-10-08');
  const findings = analyse(km, ['who-bears']);
  const shares = [...bearersOf(findings, 'mailing-list').values()].flat();
  expect(shares.length).toBeGreaterThan(1);
  expect(shares.every((one) => one.share === null)).toBe(true);
  const lens = bearsLens(km, scene(km), findings, 'mailing-list');
  expect(lens.legend.flatMap((row) => row.says.map((one) => one.text)).join(' ')).not.toContain('%');
  expect(bearsLens(km, scene(km), findings, null).empty).not.toBeNull();
});

test('a vessel that two fill is marked with both letters and no colour of one', () => {
  const two = seen(
    `parties:
  a: {type: organisation}
  b: {type: organisation}
  us: {type: circle, inside: true}
pools:
  pot: {kind: eur}
activities:
  soup: {for: {us: 1}, price: free}
flows:
  fa: {from: a, to: pot, amount: 30 EUR/month}
  fb: {from: b, to: pot, amount: 10 EUR/month}
  fc: {from: pot, to: soup, amount: 40 EUR/month}
`,
    '2026-01-01',
  );
  const lens = bearsLens(two, scene(two), analyse(two, ['who-bears']), 'soup');
  expect(lens.marks.get('pot')).toMatchObject({ tone: null, badge: 'AB' });
  expect(lens.marks.get('fa')).toMatchObject({ tone: 0, badge: 'A' });
  expect(lens.legend.map((row) => row.says[0]?.text)).toEqual(['A: 75 % of EUR', 'B: 25 % of EUR']);
});

test('the loop of the allotment: two arrows, in words, four months round', () => {
  const lens = loopsLens(view, made, found('loops'), null);
  expect(lens.legend).toHaveLength(1);
  expect(lens.legend[0]?.badge).toBe('R');
  expect(lens.legend[0]?.says.at(-1)?.text).toBe('It feeds itself, and once round takes about 4 months.');
  expect([...lens.marks.keys()].sort()).toEqual(['gardeners', 'i1', 'i2', 'open-day']);
});

test('gaps: one amount nobody counted, one need not met, one of which we cannot tell; the kitty has its rules', () => {
  const lens = gapsLens(view, made, found('coverage'));
  expect(lens.legend.map((row) => row.says[0]?.text)).toEqual([
    'One need is not fully met',
    'One need of which we cannot tell whether it is met',
    'One stream without an amount',
  ]);
  expect([...lens.marks.values()].every((mark) => mark.hollow && mark.says !== null)).toBe(true);
  expect(lens.marks.has('kitty')).toBe(false);
});

test('a vessel nobody wrote rules for is a gap; a hidden amount is none', () => {
  const text = `parties:
  us: {type: circle, inside: true}
pools:
  tin: {kind: eur}
flows:
  f: {from: us, to: tin, kind: eur, amount: unknown EUR}
`;
  const plain = seen(text, '2026-01-01');
  expect(gapsLens(plain, scene(plain), []).legend.map((row) => row.key)).toEqual(['amounts', 'rules']);
  const covered = seen(text, '2026-01-01', { covered: ['f'] });
  expect(gapsLens(covered, scene(covered), []).legend.map((row) => row.key)).toEqual(['rules']);
});

test('through the public’s eyes: what they do not see is marked, and every group is told one way or another', () => {
  const theirs = disclose(community(ALLOTMENT), { audience: 'public', day: '2026-03-01' });
  const lens = opennessLens(view, made, theirs);
  expect(theirs.thing('ana')).toBeNull();
  expect(lens.marks.get('ana')).toMatchObject({ badge: '×', hollow: true });
  const signs = made.groups.filter((group) => group.kind !== 'loop' && group.kind !== 'serves');
  expect(lens.marks.size).toBe(signs.length);
  expect(opennessLens(view, made, view).legend.map((row) => row.key)).toEqual(['exact']);
  expect(opennessLens(view, made, null).empty).not.toBeNull();
});

test('shift: what keeps up, what thins out, and of what nobody can tell', () => {
  const lens = shiftLens(view, made, found('shift'));
  expect(lens.legend.map((row) => row.key)).toEqual(['open', 'keeps']);
  expect(lens.marks.get('hosting-turns')?.badge).toBe('=');
  expect(
    stretchOf({ analysis: 'shift', about: [], verdict: '', evidence: [], values: { stretch2: 0.5 } }),
  ).toBe('thins');
  expect(stretchOf({ analysis: 'shift', about: [], verdict: '', evidence: [] })).toBe('open');
});
