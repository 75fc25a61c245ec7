/** How α changes between two days: an independent reckoning from the definition, by hand. */
import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import { order } from '#core/analyses/order';
import { viewOf } from '#core/analyses/testing';
import { ask } from '#core/questions/ask';

const text = (dated: string) => `
potluck: 1
id: mill
name: The mill
see: public
kinds: {grain: {unit: kg, law: conserved}}
parties: {a: {inside: true, type: circle}, b: {inside: true, type: circle}, in: {type: organisation}, out: {type: organisation}}
flows:
  one: {from: in, to: a, amount: 10 kg/month}
  two: {from: in, to: b, amount: 10 kg/month}
  three: {from: a, to: out, amount: 10 kg/month}
  four: {from: b, to: out, amount: 10 kg/month}
  five: {from: a, to: b, amount: 10 kg/month${dated}}
`;
const run = (dated: string, since?: number) =>
  order.run(viewOf(text(dated), '2026-06-01'), {
    draws: 0,
    seed: 1,
    ...(since === undefined ? {} : { since }),
  });

describe('the change of α', () => {
  // Four equal routes: H = ln 4. Rows in 2/4, a 1/4, b 1/4; columns a 1/4, b 1/4, out 2/4, so I = 4 · ¼ · ln(¼ / (½ · ¼)) = ln 2.
  const before = Math.log(2) / Math.log(4);
  // With the fifth: H = ln 5; rows in 2/5, a 2/5, b 1/5; columns a 1/5, b 2/5, out 2/5.
  const term = (row: number, column: number) => 0.2 * Math.log(0.2 / (row * column));
  const i = term(0.4, 0.2) + term(0.4, 0.4) + term(0.4, 0.4) + term(0.2, 0.4) + term(0.4, 0.4);
  const after = i / Math.log(5);

  test('is what it is now less what it was a year back', () => {
    const [finding] = run(', since: 2026');
    expect(finding?.values?.['alpha']).toBeCloseTo(after, 12);
    expect(finding?.more?.['alphaChange']).toBeCloseTo(after - before, 12);
  });

  test('is nothing where the stream was there before, and is not told where nothing has a date', () => {
    expect(run(', since: 2020')[0]?.more?.['alphaChange']).toBe(0);
    expect(run('')[0]?.more).not.toHaveProperty('alphaChange');
  });

  test('is unknown where too little is counted on one of the two days, and not told where on both', () => {
    const some = (dated: string) => text(dated).replaceAll('amount: 10 kg/month}', 'amount: some kg/month}');
    const [never] = order.run(viewOf(some(', since: 2026'), '2026-06-01'), { draws: 0, seed: 1 });
    expect(never?.more).not.toHaveProperty('alphaChange');
    const lately = '[{until: 2025, amount: 10 kg/month}, {since: 2026, amount: some kg/month}]';
    const [now] = order.run(viewOf(text('').replaceAll('10 kg/month', lately), '2026-06-01'), {
      draws: 0,
      seed: 1,
    });
    expect(now?.more?.['alphaChange']).toBeNull();
  });

  test('leads to the question of firm routes and loose ones', () => {
    const view = viewOf(text(', since: 2026'), '2026-06-01');
    const asked = ask(view, analyse(view, ['order', 'completeness'], { draws: 0 })).filter(
      (one) => one.id === 'Q71',
    );
    // 0.5 to 0.3: more than a tenth.
    expect(Math.abs(after - before)).toBeGreaterThan(0.1);
    expect(asked).toHaveLength(1);
  });
});
