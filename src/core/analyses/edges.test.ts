/**
 * The edges of every analysis: nothing at all, nothing counted, nothing shown, one party, no flows, a pool that nothing
 * reaches, a ring that feeds only itself. None may throw, invent a number, or fall silent without saying so.
 */
import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import { analyses } from '#core/analyses/index';
import { viewOf } from '#core/analyses/testing';
import type { View } from '#core/audience/view';

const kinds = {
  hours: { unit: 'h', law: 'perishable' },
  grain: { unit: 'kg', law: 'conserved' },
  pages: { unit: 'page', law: 'copyable' },
  trust: { law: 'relational' },
};

/** A community in which every analysis has something to look at; each amount is what `amount` makes of it. */
function described(amount: (known: string, unknown: string) => string): object {
  return {
    'as-of': '2026-01-15',
    see: 'members',
    kinds,
    parties: {
      core: { type: 'circle', inside: true },
      crowd: { type: 'circle', inside: true },
      town: { type: 'organisation' },
      ana: { type: 'person', in: 'core', inside: true },
    },
    roles: { keys: { 'held-by': ['ana'], needs: 2 } },
    pools: {
      kitty: {
        kind: 'eur',
        holder: 'ana',
        deciders: ['core'],
        stock: amount('900 EUR', 'some EUR'),
        pockets: { seeds: { share: 0.6, softness: 'agreed' }, tea: { share: 0.4, softness: 'habit' } },
      },
      shed: {
        kind: 'grain',
        stock: [
          { on: '2025-06-01', amount: amount('70 kg', 'unknown') },
          { on: '2025-12-01', amount: amount('90 kg', 'unknown') },
        ],
        wears: amount('9 kg/month', 'some kg/month'),
        renews: amount('5 kg/month', 'some kg/month'),
      },
    },
    activities: {
      fair: {
        for: { crowd: 0.7, town: 0.3 },
        'used-by': { crowd: 1 },
        price: 'free',
        needs: {
          hosting: { kind: 'hours', amount: amount('30 h/month', 'some h/month'), grows: 1 },
          venue: { kind: 'eur', amount: amount('70 EUR/month', 'some EUR/month'), grows: 0 },
        },
      },
      upkeep: { for: { fair: 1 } },
    },
    flows: {
      turns: { from: 'crowd', to: 'fair', fulfils: 'hosting', amount: amount('23 h/month', 'some h/month') },
      care: { from: 'ana', to: 'upkeep', amount: amount('11 h/month', 'some h/month') },
      grant: { from: 'town', to: 'kitty', amount: amount('120 EUR/month', 'unknown') },
      hire: { from: 'kitty', to: 'fair', fulfils: 'venue', amount: amount('71 EUR/month', 'some EUR/month') },
      seed: { from: 'seeds', to: 'upkeep', amount: amount('13 EUR/month', 'some EUR/month') },
      fee: {
        from: 'kitty',
        to: 'ana',
        amount: amount('37 EUR/month', 'some EUR/month'),
        compensates: 'care',
      },
      crop: { from: 'town', to: 'shed', amount: amount('17 kg/month', 'some kg/month') },
      bread: { from: 'shed', to: 'fair', amount: amount('7 kg/month', 'some kg/month') },
      notes: { from: 'ana', to: 'crowd', amount: amount('19 page/month', 'some page/month') },
      help: { from: 'crowd', to: 'ana', form: 'favour', amount: amount('3 h/month', 'some h/month') },
    },
    influences: [
      { id: 'i1', from: 'crowd', to: 'fair', sign: '+' },
      { id: 'i2', from: 'fair', to: 'crowd', sign: '+' },
    ],
    ties: [{ id: 't1', between: ['core', 'crowd'], through: 'message' }],
  };
}

const withheld = {
  ...described((known) => known),
  openness: { members: { hours: 'existence', eur: 'existence', grain: 'existence', pages: 'existence' } },
};

const wellAndRing = {
  kinds,
  parties: {
    field: { type: 'organisation' },
    town: { type: 'organisation' },
    mill: { type: 'circle', inside: true },
    oven: { type: 'circle', inside: true },
  },
};

const COMMUNITIES: Readonly<Record<string, () => View>> = {
  'an empty community': () => viewOf({}),
  'unknown amounts': () => viewOf(described((_, unknown) => unknown)),
  'withheld amounts': () => viewOf(withheld, '2026-01-15', 'members'),
  'one party': () => viewOf({ kinds, parties: { ana: { type: 'person', inside: true } } }),
  'no flows': () => viewOf({ ...described((known) => known), flows: {} }),
  'a pool that nothing reaches': () =>
    viewOf({
      ...wellAndRing,
      pools: { well: { kind: 'grain' }, dry: { kind: 'grain' } },
      flows: {
        in: { from: 'field', to: 'mill', amount: '100 kg/month' },
        drawn: { from: 'well', to: 'mill', amount: '20 kg/month' },
        out: { from: 'mill', to: 'town', amount: '120 kg/month' },
      },
    }),
  'a ring that feeds only itself': () =>
    viewOf({
      ...wellAndRing,
      activities: { spin: { for: { weave: 1 } }, weave: { for: { spin: 1 } } },
      flows: {
        in: { from: 'field', to: 'mill', amount: '100 kg/month' },
        on: { from: 'mill', to: 'oven', amount: '80 kg/month' },
        back: { from: 'oven', to: 'mill', amount: '30 kg/month' },
        sold: { from: 'mill', to: 'town', amount: '50 kg/month' },
        bread: { from: 'oven', to: 'town', amount: '50 kg/month' },
        round: { from: 'spin', to: 'weave', amount: '7 kg/month' },
        again: { from: 'weave', to: 'spin', amount: '7 kg/month' },
      },
    }),
};

const VERDICTS: Readonly<Record<string, readonly string[]>> = {
  balance: ['closes', 'gap', 'cannot-tell'],
  coverage: ['covered', 'short', 'cannot-tell'],
  'who-bears': ['traced', 'reach', 'trap', 'cannot-tell'],
};
const OTHERS = ['measured', 'flagged', 'cannot-tell'];

/** Every number anywhere in a value, with the way to it. */
function numbersIn(value: unknown, path = ''): { readonly path: string; readonly number: number }[] {
  if (typeof value === 'number') return [{ path, number: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, `${path}.${key}`));
}

function known(view: View): (id: string) => boolean {
  const ids = new Set(view.kinds.map((kind) => kind.id));
  return (id) => ids.has(id) || view.thing(id) !== null;
}

describe.each(Object.entries(COMMUNITIES))('%s', (_, make) => {
  test.each(analyses.map((one) => one.id))('%s', (id) => {
    const view = make();
    const isKnown = known(view);
    for (const draws of [0, 50]) {
      const findings = analyse(view, [id], { draws });
      for (const finding of findings) {
        expect(VERDICTS[id] ?? OTHERS).toContain(finding.verdict);
        expect(numbersIn(finding).filter(({ number }) => !Number.isFinite(number))).toEqual([]);
        expect(finding.evidence.filter((one) => !isKnown(one))).toEqual([]);
        expect(finding.says?.text).toMatch(/\.$/);
        expect(finding.says?.text).not.toMatch(/undefined|NaN|null|Infinity/);
      }
    }
  });
});

/** Measures that need no amounts: they count names, arrows and places, or say of how much the amount is told. */
const NEEDS_NO_AMOUNT: Readonly<Record<string, readonly string[]>> = {
  completeness: ['.kappa'],
  concentration: ['.holders', '.needs', '.gap'],
  contact: ['.breaches'],
  loops: ['.count', '.longest', '.complete'],
  openness: ['.declared'],
};

describe.each(['unknown amounts', 'withheld amounts'])('%s', (name) => {
  const findings = analyse(COMMUNITIES[name]!(), [], { draws: 50 });

  test('every kind of measure is there and none is left out in silence', () => {
    const told = new Set(findings.map((one) => one.analysis));
    for (const id of ['balance', 'coverage', 'who-bears', 'cycling', 'order', 'runway', 'shift', 'favours'])
      expect(told).toContain(id);
  });

  test('what nobody told is null, and never 0', () => {
    for (const finding of findings) {
      expect(finding.bands ?? {}).toEqual({});
      const made = numbersIn(finding.values).filter(
        ({ path }) => !(NEEDS_NO_AMOUNT[finding.analysis] ?? []).includes(path),
      );
      // Where there is one giver, all comes from there, whatever it is.
      const expected =
        finding.analysis === 'concentration' ? made.map(({ path }) => ({ path, number: 1 })) : [];
      expect(made).toEqual(expected);
      for (const cell of finding.matrix?.cells.flat() ?? [])
        expect([null, finding.analysis === 'who-bears' ? 1 : null]).toContain(cell);
    }
  });

  test('no verdict is reached that needs an amount', () => {
    for (const { analysis, verdict } of findings) {
      if (analysis in NEEDS_NO_AMOUNT || ['change', 'incentives'].includes(analysis)) continue;
      expect([analysis, verdict]).toEqual([analysis, analysis === 'who-bears' ? 'reach' : 'cannot-tell']);
    }
  });
});

test('withheld amounts are in no finding, and are not called missing', () => {
  const findings = analyse(COMMUNITIES['withheld amounts']!(), [], { draws: 50 });
  expect(JSON.stringify(findings)).not.toMatch(/\b(?:23|11|120|71|13|37|17|19|900|70)\b/);
  for (const one of findings.filter(({ analysis }) => analysis === 'completeness'))
    expect(one).toMatchObject({ values: { kappa: null }, more: { missing: [] } });
});
