import { describe, expect, test } from 'vitest';
import { type CoreParameters, complete } from '#core/simulate/core-parameters';
import { runCore } from '#core/simulate/core-run';
import { coreSystem } from '#core/simulate/core-system';
import { bestSize, networkNet } from '#core/simulate/network-size';
import { stabilityAt } from '#core/simulate/stability';

function settled(given: Partial<CoreParameters>, months: number) {
  const parameters = complete(given);
  const levels = runCore(parameters, months).levels.at(-1) ?? new Float64Array();
  return stabilityAt(coreSystem(parameters), { levels, without: ['X'] });
}

describe('instability, the numbers of section 5', () => {
  test('the defaults return: −0.0115 a month', () => {
    const found = settled({}, 0);
    expect(found.rate).toBeCloseTo(-0.0115, 4);
    expect(found.returnMonths).toBeCloseTo(87, -0.5);
    expect(found.eigenvalues.length).toBe(8);
  });

  test('worth by n² does not: +0.0045', () => {
    const found = settled({ valueLaw: 'power', a: 2 }, 0);
    expect(found.rate).toBeCloseTo(0.0045, 4);
    expect(found.returnMonths).toBeNull();
  });

  test('where member-driven work falls the move settles at −0.022', () => {
    const found = settled({ mi: [0.8, 0.7], mf: 1.3, md: 0.5, mc: 0.6, X0: 0.05, mj: 2 }, 2400);
    expect(found.rate).toBeCloseTo(-0.022, 3);
  });
});

describe('network best size', () => {
  const economy = { law: 'n-log-n', b: 1, k0: 20, k1: 1, k2: 0.02 } as const;

  test('b 1, k0 20, k1 1, k2 .02: 282.7, net 496.6, positive between 13.5 and 523.2', () => {
    const best = bestSize(economy);
    expect(best.size).toBeCloseTo(282.7, 1);
    expect(best.net).toBeCloseTo(496.6, 1);
    expect(best.from).toBeCloseTo(13.5, 1);
    expect(best.to).toBeCloseTo(523.2, 1);
  });

  test('linear worth 2n: 2 = 1 + .02 (n − ½) at 50.5', () => {
    const best = bestSize({ ...economy, law: 'linear', b: 2 });
    expect(best.size).toBeCloseTo(50.5, 3);
    expect(best.net).toBeCloseTo(networkNet({ ...economy, law: 'linear', b: 2 }, 50.5), 9);
  });

  test('without a cost of pairs n² has no best size', () => {
    expect(bestSize({ law: 'power', a: 2, b: 1, k0: 20, k1: 1, k2: 0 })).toMatchObject({
      size: null,
      to: null,
    });
  });
});
