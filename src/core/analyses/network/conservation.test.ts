/** Whatever a party gave must arrive somewhere: Π·1 = D·1, over random networks with cycles, traps, pockets and pay. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groundOf } from '#core/analyses/network/ground';
import { traceOf } from '#core/analyses/network/trace';
import { viewOf } from '#core/analyses/testing';
import { at, sum } from '#core/number/sample';

const ACTIVITIES = ['a0', 'a1', 'a2', 'a3', 'a4', 'a5'];
const POOLS = ['p0', 'p1', 'p2'];
const PARTIES = ['x', 'y', 'z'];
const anywhere = fc.constantFrom(...ACTIVITIES, ...POOLS, ...PARTIES, 'k0', 'k1', 'loss');
const starts = fc.constantFrom(...ACTIVITIES, ...POOLS, ...PARTIES, 'k0', 'k1', 'outside');
const amount = fc.oneof(
  fc.integer({ min: 1, max: 500 }).map((n) => `${n}`),
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 90 })).map(([a, b]) => `${a}..${b}`),
  fc.constant('unknown'),
);
const flow = fc.record({
  from: starts,
  to: anywhere,
  amount,
  unit: fc.constantFrom('EUR', 'h'),
  compensates: fc.option(fc.integer({ min: 0, max: 20 })),
});
const weights = fc.dictionary(
  fc.constantFrom(...ACTIVITIES, ...POOLS, ...PARTIES),
  fc.integer({ min: 1, max: 5 }),
  { maxKeys: 4 },
);

const community = fc.record({
  flows: fc.array(flow, { maxLength: 25 }),
  fors: fc.array(weights, { minLength: 6, maxLength: 6 }),
});

test('what each giver gives arrives, in the value and in every draw', () => {
  let looked = 0;
  fc.assert(
    fc.property(community, ({ flows, fors }) => {
      const view = viewOf({
        kinds: { hours: { unit: 'h', law: 'perishable' } },
        parties: Object.fromEntries(PARTIES.map((id) => [id, {}])),
        pools: {
          p0: { kind: 'eur', pockets: { k0: { softness: 'legal' }, k1: { softness: 'habit' } } },
          p1: { kind: 'eur', wears: '3 h/month', renews: '1 h/month' },
          p2: { kind: 'hours' },
        },
        activities: Object.fromEntries(ACTIVITIES.map((id, index) => [id, { for: fors[index] }])),
        flows: Object.fromEntries(
          flows.map((one, index) => [
            `f${index}`,
            {
              from: one.from,
              to: one.to,
              amount: `${one.amount} ${one.unit}/month`,
              ...(one.compensates === null || one.unit === 'h'
                ? {}
                : { compensates: `f${one.compensates % flows.length}`, form: 'pay', fair: '20 EUR/h' }),
            },
          ]),
        ),
      });
      const ground = groundOf(view, { draws: 3, seed: 1 });
      for (const kind of ground.kinds) {
        for (const row of traceOf(ground, kind, 'intention').rows) {
          for (const slot of [0, 1, 2, 3]) {
            const given = at(row.given, slot);
            const arrived = Array.from(row.carried.ends).reduce<number>(
              (sum, sample) => sum + at(sample, slot),
              0,
            );
            looked++;
            // A draw in which a ring happens to leak nothing at all keeps its part; the value never does.
            if (slot === 0)
              expect(Math.abs(arrived - given)).toBeLessThanOrEqual(1e-12 * Math.max(given, 1e-300));
            else expect(arrived).toBeLessThanOrEqual(given * (1 + 1e-12));
          }
        }
      }
    }),
    { numRuns: 300, seed: 4 },
  );
  expect(looked).toBeGreaterThan(1000);
});

test('a part of 400 activities that go round loses nothing either, and tells its residual', () => {
  let state = 11;
  const pick = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const count = 400;
  const activities = Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `a${i}`,
      { for: { x: 1, [`a${(i + 1) % count}`]: 30, [`a${pick(count)}`]: 20 } },
    ]),
  );
  const view = viewOf({
    kinds: { hours: { unit: 'h', law: 'perishable' } },
    activities,
    flows: { f: { from: 'y', to: 'a7', amount: '13 h/month', because: { how: 'record' } } },
  });
  const ground = groundOf(view, { draws: 0, seed: 1 });
  const trace = traceOf(ground, ground.kinds[0] ?? null, 'intention');
  const arrived = Array.from(trace.rows[0]?.carried.ends ?? []).reduce<number>(
    (sum, sample) => sum + at(sample, 0),
    0,
  );
  expect(Math.abs(arrived - 13)).toBeLessThanOrEqual(13e-12);
  expect(trace.residual).toBeLessThan(1e-12);
});

test('what a giver puts in stays as it was written, whatever else passes there', () => {
  // From the kitty 30 go to the hall, into which ben puts 10 of his own: the hall passes 40, and ben gave 10.
  const view = viewOf({
    activities: { hall: { for: { x: 1 } } },
    pools: { kitty: { kind: 'eur' } },
    flows: {
      in: { from: 'ana', to: 'kitty', amount: '30 EUR/month' },
      on: { from: 'kitty', to: 'hall', amount: '30 EUR/month' },
      own: { from: 'ben', to: 'hall', amount: '10 EUR/month' },
    },
    parties: { ana: {}, ben: {}, x: {} },
  });
  const ground = groundOf(view, { draws: 20, seed: 1 });
  const kind = ground.kinds[0] ?? null;
  const own = ground.flows.find((one) => one.flow.id === 'own')?.amount ?? 0;
  const before = Array.from({ length: 21 }, (_, slot) => at(own, slot));
  const trace = traceOf(ground, kind, 'intention');
  const arrived = trace.rows.map((row) => [row.id, at(sum(Array.from(row.carried.ends)), 0)]);
  expect(arrived).toEqual(
    expect.arrayContaining([
      ['ana', 30],
      ['ben', 10],
    ]),
  );
  expect(Array.from({ length: 21 }, (_, slot) => at(own, slot))).toEqual(before);
});
