import { describe, expect, test } from 'vitest';
import type { Finding } from '#core/analyses/finding';
import { disclose } from '#core/audience/disclose';
import type { View } from '#core/audience/view';
import { contextOf } from '#core/compare/context';
import { contextLikeness, likenessOf } from '#core/compare/likeness';
import { MEASURES } from '#core/compare/measures';
import { candidates, readPick, roleModels } from '#core/compare/role-models';
import { type Entry, vectorOf } from '#core/compare/vector';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';

const HEAD = `
potluck: 1
id: here
name: Here
kinds: {hours: {unit: h, law: perishable}, eur: {unit: EUR, law: conserved}}
parties:
  core: {type: circle, circle: core, inside: true, since: 2020-03}
  town: {type: organisation}
activities: {talk: {for: {core: 1}}}
pools: {purse: {kind: eur}}
`;

function seen(text = HEAD): View {
  const { community, problems } = resolve(parse(text));
  if (community === null) throw new Error(problems.map((one) => one.message.text).join('\n'));
  return disclose(community, { audience: 'stewards', day: '2026-07-01' });
}

const coverage = (need: string, cov: number | null, band?: [number, number]): Finding => ({
  analysis: 'coverage',
  about: [need],
  verdict: cov === null ? 'cannot-tell' : 'short',
  values: { cov, robust: cov, big: cov },
  ...(band === undefined ? {} : { bands: { cov: band } }),
  evidence: [need],
});

const entry = (vector: readonly Entry[], id: string) => vector.find((one) => one.id === id);

describe('the vector', () => {
  test('has an entry for every measure, and what was not worked out is not described', () => {
    const vector = vectorOf(seen(), []);
    const named = new Set(vector.map((one) => one.id));
    for (const measure of MEASURES) if (measure.by === null) expect(named).toContain(measure.id);
    expect(vector.every((one) => one.value === null && one.state === 'not-described')).toBe(true);
  });

  test('the middle need stands for all, with its band, and more than all counts as all', () => {
    const vector = vectorOf(seen(), [
      coverage('a', 0.5, [0.4, 0.6]),
      coverage('b', 0.75, [0.7, 0.8]),
      coverage('c', 1.5, [1.2, 1.9]),
      coverage('d', 0.25, [0.2, 0.3]),
    ]);
    // 0.25 0.5 | 0.75 1.5: halfway between the two in the middle; the bands likewise.
    expect(entry(vector, 'cov')?.value).toBeCloseTo(0.625, 12);
    expect(entry(vector, 'cov')?.band?.[0]).toBeCloseTo(0.55, 12);
    expect(entry(vector, 'cov')?.band?.[1]).toBeCloseTo(0.7, 12);
    expect(entry(vector, 'cov')?.evidence).toEqual(['a', 'b', 'c', 'd']);
    expect(entry(vectorOf(seen(), [coverage('c', 1.5, [1.2, 1.9])]), 'cov')).toMatchObject({
      value: 1,
      band: [1, 1],
    });
  });

  test('mostly unknown is told as cannot tell, never as zero', () => {
    const vector = vectorOf(seen(), [coverage('a', 0.5), coverage('b', null)]);
    expect(entry(vector, 'cov')).toMatchObject({ value: null, state: 'cannot-tell', evidence: ['a', 'b'] });
  });

  test('kinds stay apart; money of any currency is money', () => {
    const hhi = (kind: string, value: number): Finding => ({
      analysis: 'concentration',
      about: [],
      kind,
      verdict: 'measured',
      values: { hhi: value, caf: 1 },
      evidence: [],
    });
    const vector = vectorOf(seen(), [hhi('hours', 0.2), hhi('eur', 0.9)]);
    expect(entry(vector, 'hhi:hours')?.value).toBe(0.2);
    expect(entry(vector, 'hhi:money')?.value).toBe(0.9);
  });

  test('what comes back is told by circle; what sponsors give to others apart', () => {
    const paid = (who: string, value: number): Finding => ({
      analysis: 'payer-beneficiary',
      about: [who],
      kind: 'hours',
      verdict: 'measured',
      values: { return: value, indirect: 1 - value },
      evidence: [],
    });
    const vector = vectorOf(seen(), [paid('core', 0.25), paid('town', 0.125)]);
    expect(entry(vector, 'return:core')?.value).toBe(0.25);
    expect(entry(vector, 'indirect')?.value).toBe(0.875);
    expect(entry(vector, 'return:active')).toBeUndefined();
  });

  test('money bound to a purpose: all of it needs no amounts, a part does', () => {
    const flows = (town: string, fee: string) =>
      seen(
        `${HEAD}flows:\n  grant: {from: town, to: purse, ${town} strings: A logo}\n  gift: {from: town, to: purse, ${fee}}\n`,
      );
    const share = (view: View) => entry(vectorOf(view, []), 'restricted');
    expect(share(flows('amount: 300 EUR/month,', 'amount: 100 EUR/month'))?.value).toBe(0.75);
    expect(share(flows('amount: 300 EUR/month,', 'kind: eur'))).toMatchObject({
      value: null,
      state: 'cannot-tell',
    });
    expect(share(flows('kind: eur,', 'kind: eur, strings: Thanks'))?.value).toBe(1);
  });
});

describe('the position of a community', () => {
  test('as stated, else read from what is described; nothing else is inferred', () => {
    const stated = `${HEAD}size: 35..40..45\nx-compare: {kind: Practice, form: cooperative, began: 2019-10}\n`;
    expect(Object.fromEntries(contextOf(seen(stated)).map((one) => [one.id, [one.value, one.from]]))).toEqual(
      {
        kind: ['practice', 'stated'],
        size: [1, 'stated'],
        age: [6, 'stated'],
        form: ['cooperative', 'stated'],
        technology: [null, null],
        funds: [null, null],
      },
    );
    const read = Object.fromEntries(contextOf(seen()).map((one) => [one.id, [one.value, one.from]]));
    expect(read).toMatchObject({ size: [null, null], kind: [null, null], age: [6, 'description'] });
  });

  test('who pays: sponsors, members, customers, several', () => {
    const funds = (lines: string) =>
      contextOf(seen(`${HEAD}flows:\n${lines}`)).find((one) => one.id === 'funds')?.value;
    const due = '  due: {from: core, to: purse, kind: eur}\n';
    const grant = '  grant: {from: town, to: purse, kind: eur, form: grant}\n';
    expect(funds(due)).toBe('members');
    expect(funds(grant)).toBe('sponsors');
    expect(funds('  sold: {from: town, to: purse, kind: eur, form: sale}\n')).toBe('customers');
    expect(funds(due + grant)).toBe('several');
    expect(funds('  out: {from: purse, to: town, kind: eur}\n')).toBeNull();
  });
});

const described = (
  values: Readonly<Record<string, number | null>>,
  context: Record<string, string | number>,
) => ({
  vector: Object.entries(values).map(
    ([id, value]): Entry => ({ id, value, band: null, state: 'measured', evidence: [] }),
  ),
  context: (['kind', 'size', 'age', 'form', 'technology', 'funds'] as const).map((id) => ({
    id,
    value: context[id] ?? null,
    from: null,
  })),
});

describe('likeness and role models', () => {
  const here = described({ robust: 0.2, dep: 0.5 }, { kind: 'practice', size: 2, age: 5, form: 'informal' });

  test('positions: two the same, size two bands of five apart, age ten of twenty years', () => {
    const there = described({}, { kind: 'practice', size: 4, age: 15, form: 'informal' });
    // (1 + 0.6 + 0.5 + 1) / 4 over four of six.
    expect(contextLikeness(here, there)).toMatchObject({ comparable: 4 / 6 });
    expect(contextLikeness(here, there).s).toBeCloseTo(0.775, 12);
  });

  test('what a third has never moves the likeness of two; measures by kind share one weight', () => {
    const one = described({ 'hhi:hours': 0.2, 'hhi:money': 1 }, {});
    const other = described({ 'hhi:hours': 0.4, 'hhi:money': 1 }, {});
    const { comparable } = likenessOf(one, other);
    expect(comparable).toBeCloseTo(1 / (MEASURES.length + 6), 12);
  });

  test('likeness of position × mean of what is gained, and always two', () => {
    const like = { kind: 'practice', size: 2, age: 5, form: 'informal' };
    const a = described({ robust: 0.6, dep: 0.7 }, like);
    const b = described({ robust: 0.3, dep: 0.4 }, { ...like, form: 'cooperative' });
    const far = described({ robust: 1, dep: 0 }, { kind: 'radio', size: 5, age: 20, form: 'company' });
    const picked = [
      { id: 'robust', wish: 'more' as const },
      { id: 'dep', wish: 'less' as const },
    ];
    const found = candidates([here, a, b, far], 0, picked);
    // a: position 1; gains 0.4 and none (its dependence is higher): 1 × 0.2.
    // b: position (1 + 1 + 1 + 0) / 4; gains 0.1 and 0.1: 0.75 × 0.1.
    expect(found.map((one) => [one.side, Number(one.score.toFixed(6))])).toEqual([
      [1, 0.2],
      [2, 0.075],
    ]);
    expect(found[0]?.tradeOffs).toEqual([
      { measure: 'dep', here: 0.5, there: 0.7, gain: expect.closeTo(0.2, 9) },
    ]);
    expect(roleModels([here, b, a, far], 0, picked).map((one) => one.side)).toEqual([1, 2]);
    expect(roleModels([here, a, far], 0, picked), 'one alone would look like the answer').toEqual([]);
  });

  test('unknown is left out of the mean and told', () => {
    const like = { kind: 'practice', size: 2, age: 5, form: 'informal' };
    const a = described({ robust: 0.4, dep: null }, like);
    const picked = [
      { id: 'robust', wish: 'more' as const },
      { id: 'dep', wish: 'less' as const },
    ];
    const [found] = candidates([here, a], 0, picked);
    expect(found?.score).toBeCloseTo(0.2, 12);
    expect(found?.unknown).toEqual(['dep']);
  });

  test('a pick says which way, where the measure does not', () => {
    expect(readPick('robust')).toEqual({ id: 'robust', wish: 'more' });
    expect(readPick('dep')).toEqual({ id: 'dep', wish: 'less' });
    expect(readPick('-hhi:hours')).toEqual({ id: 'hhi:hours', wish: 'less' });
    expect(readPick('gini')).toEqual({ word: 'gini', why: 'no-side' });
    expect(readPick('robost')).toEqual({ word: 'robost', why: 'unknown' });
    expect(readPick('cov:hours')).toEqual({ word: 'cov:hours', why: 'unknown' });
  });
});
