/**
 * What a scenario does to each series by the horizon, beside staying as things are: what stretches and what gives way, as
 * sentences. Compares a thing with itself only; what is good or bad about it is for the community to say.
 */
import { type Message, message } from '#core/words/message';

export interface End {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  /** At the horizon in the baseline, and under the scenario. */
  readonly stays: number;
  readonly becomes: number;
  /** Half the runs and nine in ten of them, where they were drawn: 5, 25, 75 and 95 %. */
  readonly band: readonly [number, number] | null;
}

export interface Ends {
  readonly grows: readonly Message[];
  readonly shrinks: readonly Message[];
  readonly same: readonly string[];
}

const says = {
  more: message(
    'whatif.more',
    '{name}: {becomes, number}{unit, select, none {} person { people} other { {unit}}} instead of {stays, number}.',
  ),
  begins: message(
    'whatif.begins',
    '{name}: {becomes, number}{unit, select, none {} person { people} other { {unit}}}; there would be none.',
  ),
};

/** A difference below this share of what it would be is told as the same (heuristic). */
const NOTICED = 0.05;

/** What grows and what shrinks, the largest change against itself first. */
export function endsOf(ends: readonly End[]): Ends {
  const moved = ends
    .map((end) => ({ end, by: changeOf(end) }))
    .filter(({ by }) => Math.abs(by) >= NOTICED)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by) || (a.end.key < b.end.key ? -1 : 1));
  const moves = new Set(moved.map(({ end }) => end.key));
  return {
    grows: moved.filter(({ by }) => by > 0).map(({ end }) => tell(end)),
    shrinks: moved.filter(({ by }) => by < 0).map(({ end }) => tell(end)),
    same: ends.filter(({ key }) => !moves.has(key)).map(({ name }) => name),
  };
}

interface Series {
  readonly [key: string]: readonly number[];
}

/** The level at the horizon; no number where a run broke off, or has no such series. */
export const lastOf = (series: Series | undefined, key: string): number =>
  series?.[key]?.at(-1) ?? Number.NaN;

/** The same of two runs: what stretches and gives way in one, beside the other. */
export function endsBeside(
  told: readonly { readonly key: string; readonly name: string; readonly unit: string }[],
  base: Series,
  one: Series,
): Ends {
  return endsOf(
    told.map(({ key, name, unit }) => ({
      ...{ key, name, unit, band: null },
      stays: lastOf(base, key),
      becomes: lastOf(one, key),
    })),
  );
}

function changeOf({ stays, becomes }: End): number {
  if (!Number.isFinite(stays) || !Number.isFinite(becomes)) return 0;
  if (stays === 0) return becomes === 0 ? 0 : Math.sign(becomes);
  return (becomes - stays) / Math.abs(stays);
}

function tell({ name, unit, stays, becomes }: End): Message {
  const params = {
    name,
    unit: unit === '1' || unit === '' ? 'none' : unit,
    stays: rounded(stays),
    becomes: rounded(becomes),
  };
  return stays === 0 ? says.begins(params) : says.more(params);
}

/** Two figures below ten, whole numbers above: these are guesses run forward. */
export function rounded(value: number): number {
  if (Math.abs(value) >= 100) return Math.round(value);
  if (Math.abs(value) >= 10) return Math.round(value * 10) / 10;
  return Math.round(value * 100) / 100;
}
