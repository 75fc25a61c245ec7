/** Puts samples into the values and bands of a finding. What is null stays null; what is exact has no band. */
import type { Finding, Value } from '#core/analyses/finding';
import type { Counted } from '#core/analyses/network/ground';
import { bandOf } from '#core/number/quantile';
import { type Sample, shown } from '#core/number/sample';
import { tidy } from '#core/number/tidy';

/** `values`, and `bands` where there are any. */
export function valuesOf(
  samples: Readonly<Record<string, Sample | null>>,
): Pick<Finding, 'values' | 'bands'> {
  const values: Record<string, Value> = {};
  const bands: Record<string, readonly [number, number]> = {};
  for (const [name, sample] of Object.entries(samples)) {
    values[name] = sample === null ? null : tidy(shown(sample));
    const band = sample === null ? null : bandOf(sample);
    if (band !== null) bands[name] = band;
  }
  return Object.keys(bands).length === 0 ? { values } : { values, bands };
}

/** The share of flows that have a number a month; 1 where there are none. */
export function kappaOf(flows: readonly Counted[]): number {
  return flows.length === 0 ? 1 : flows.filter((one) => one.amount !== null).length / flows.length;
}

/** Ids of the flows, sorted. */
export function idsOf(flows: readonly Counted[]): string[] {
  return flows.map((one) => one.flow.id).sort();
}
