/** Bands of the size at which what comes stops being enough, worked out by hand from the beta distribution. */
import { describe, expect, test } from 'vitest';
import { shift } from '#core/analyses/shift';
import { viewOf } from '#core/analyses/testing';

const text = (supply: string, grows: number) => `
potluck: 1
id: hall
name: The hall
kinds: {hours: {unit: h, law: perishable}}
parties: {core: {type: circle, circle: core, inside: true}, all: {type: circle, inside: true}}
activities: {evening: {for: {all: 1}, needs: {hosting: {amount: 25 h/month, grows: 1, because: {how: record}}}}}
flows: {hosts: {from: core, to: evening, fulfils: hosting, amount: ${supply} h/month, grows: ${grows}}}
`;

const found = (supply: string, grows = 0) =>
  shift
    .run(viewOf(text(supply, grows)), { draws: 4000, seed: 1 })
    .find(({ about }) => about[0] === 'hosting');

describe('the size at which it breaks', () => {
  // PERT(40, 50, 60) is 40 + 20 · Beta(3, 3), whose 5 and 95 % points are 0.18926 and 0.81074; over a need of 25 · s.
  test('has a band where it is drawn', () => {
    const finding = found('40..50..60');
    expect(finding?.values?.['breaks']).toBeCloseTo(2, 9);
    expect(finding?.bands?.['breaks']?.[0]).toBeCloseTo((40 + 20 * 0.18926) / 25, 1);
    expect(finding?.bands?.['breaks']?.[1]).toBeCloseTo((40 + 20 * 0.81074) / 25, 1);
  });

  test('cannot be told where the band lies across the size at which one would ask', () => {
    // What comes grows to the power 0.8: it stretches to 2^-0.2 = 0.87, and breaks at (X / 25)^5 times the size.
    expect(found('25.5..30', 0.8)).toMatchObject({
      verdict: 'cannot-tell',
      values: { breaks: expect.closeTo((27.75 / 25) ** 5, 6), stretch2: expect.closeTo(2 ** -0.2, 9) },
    });
    expect(found('25.1..25.9', 0.8)?.verdict).toBe('flagged');
    expect(found('29..31', 0.8)?.verdict).toBe('measured');
  });

  test('has none where what comes grows along, in whatever draw', () => {
    const finding = found('40..50..60', 1);
    expect(finding?.values?.['breaks']).toBeNull();
    expect(finding?.bands?.['breaks']).toBeUndefined();
    expect(finding?.verdict).toBe('measured');
  });
});
