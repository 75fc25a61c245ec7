/** The geometry of one small chart: where months and levels stand, fans as areas, runs as lines. Pure. */
import type { Fan } from '#core/simulate/core-report';

export const PLOT = { width: 200, height: 118, left: 4, top: 12 } as const;

export interface Scale {
  readonly x: (month: number) => number;
  readonly y: (level: number) => number;
  readonly low: number;
  readonly high: number;
}

/** Whether a series is a share, from 0 to 1: energy, goodwill, trust, the use of a new technology. */
export const isShare = ({ key, unit }: { readonly key: string; readonly unit: string }): boolean =>
  unit === '1' && key.length === 1;

/** A scale from zero (or below, where levels are) that holds all these levels; shares always reach from 0 to 1. */
export function scaleOf(levels: readonly number[], months: number, share: boolean): Scale {
  const finite = levels.filter(Number.isFinite);
  const low = Math.min(0, ...finite);
  const high = share ? 1 : nice(Math.max(...finite, low + 1e-9));
  const span = high - low || 1;
  return {
    low,
    high,
    x: (month) => PLOT.left + (months === 0 ? 0 : (month / months) * PLOT.width),
    y: (level) => PLOT.top + PLOT.height - ((Math.min(level, high) - low) / span) * PLOT.height,
  };
}

/** The next of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten. */
export function nice(level: number): number {
  if (!(level > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(level));
  const step =
    [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((one) => one * power >= level * (1 - 1e-9)) ?? 10;
  return step * power;
}

const at = (scale: Scale, month: number, level: number): string =>
  `${scale.x(month).toFixed(1)} ${scale.y(level).toFixed(1)}`;

/** A run as a path; months without a number are left out. */
export function line(levels: readonly number[], scale: Scale): string {
  const points = levels.flatMap((level, month) => (Number.isFinite(level) ? [at(scale, month, level)] : []));
  return points.length === 0 ? '' : `M${points.join('L')}`;
}

/** The area between two bounds. */
export function area(low: readonly number[], high: readonly number[], scale: Scale): string {
  if (low.length === 0 || high.length === 0) return '';
  const there = high.map((level, month) => at(scale, month, level));
  const back = low.map((level, month) => at(scale, month, level)).reverse();
  return `M${[...there, ...back].join('L')}Z`;
}

/** All levels that a chart shows. */
export function levelsOf(series: readonly (readonly number[])[], fan: Fan | undefined): number[] {
  return [...series.flat(), ...(fan === undefined ? [] : [...fan.p5, ...fan.p95])];
}

/** Labels at the right end that would stand on one another are pushed apart, in their order from above. */
export function apart(places: readonly number[], least: number, most: number): readonly number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  let before = Number.NEGATIVE_INFINITY;
  for (const one of order) {
    one.place = Math.max(one.place, before + least);
    before = one.place;
  }
  // What was pushed out below is moved up again, from the last one on.
  let after = most + least;
  for (const one of [...order].reverse()) {
    one.place = Math.min(one.place, after - least);
    after = one.place;
  }
  const found = [...places];
  for (const { place, index } of order) found[index] = place;
  return found;
}
