/**
 * What the small core implies for some parameters: the run month by month, fans over seeded draws, survival, tipping
 * points and the guesses that matter. What the described assumptions imply; never a forecast.
 */
import { quantilesInPlace } from '#core/number/quantile';
import { Chance } from '#core/simulate/chance';
import { CORE_STOCKS, type CoreParameters, DRAWN } from '#core/simulate/core-parameters';
import { flatten, stands } from '#core/simulate/core-run';
import { coreSystem } from '#core/simulate/core-system';
import type { Run, RunInput } from '#core/simulate/interpret';
import { tippingOf } from '#core/simulate/tipping';
import { UnknownParameter } from '#core/simulate/tips';
import { Engine } from '#core/simulate/wasm/engine';
import { type ShareOfDraws, wilson } from '#core/simulate/wilson';

/** What a steward could move. */
export const LEVERS = ['mj', 'u', 'other', 'dues', 'f0', 'f1', 'hK', 'hA'] as const;

export interface ReportOptions {
  readonly months: number;
  readonly runs: number;
  readonly seed: number;
  /** Parameters whose tipping point is looked for, beside the levers. */
  readonly tip?: readonly string[];
  /** Called now and then with the share that is done; gives true to go on. */
  readonly progress?: (done: number) => boolean;
}

export interface Fan {
  readonly p5: readonly number[];
  readonly p25: readonly number[];
  readonly p50: readonly number[];
  readonly p75: readonly number[];
  readonly p95: readonly number[];
}

export interface Sensitivity {
  readonly id: string;
  readonly low: number;
  readonly high: number;
  /** Whether the community still stands at the horizon with the guess at its low and at its high end. */
  readonly stands: readonly [boolean, boolean];
  /** Stock at the horizon with the guess at its low and at its high end. */
  readonly at: Readonly<Record<string, readonly [number, number]>>;
  readonly changesVerdict: boolean;
}

export interface CoreReport {
  readonly unit: Readonly<Record<string, string>>;
  readonly at: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly fans: Readonly<Record<string, Fan>>;
  readonly survival: ShareOfDraws;
  readonly tipping: readonly { readonly lever: string; readonly value: number; readonly unit: string }[];
  readonly sensitivity: readonly Sensitivity[];
  readonly assumptions: readonly {
    readonly id: string;
    readonly value: number;
    readonly unit: string;
    readonly source: string;
    readonly explain: string;
  }[];
  readonly diverged: Run['diverged'];
}

/**
 * The core's report. Give it the parameters as read; it runs `runs` seeded draws of the guesses.
 *
 * @throws UnknownParameter where there is none of which a tipping point is asked for.
 */
export function coreReport(parameters: CoreParameters, options: ReportOptions): CoreReport {
  const system = coreSystem(parameters);
  const engine = new Engine(system);
  const input: RunInput = {
    months: options.months,
    start: { X: parameters.X0, ...parameters.start },
    changes: parameters.changes.map(({ at, set }) => ({ at, set: flatten(set) })),
  };
  const run = engine.run(input);
  const base = Object.fromEntries(system.parameters.map((one) => [one.id, one.value]));
  const asked = options.tip ?? [];
  for (const id of asked) if (!(id in base)) throw new UnknownParameter(id, Object.keys(base));
  return {
    unit: Object.fromEntries(system.stocks.map((stock) => [stock.id, stock.unit])),
    at: Object.fromEntries(run.levels.map((levels, month) => [String(month), byStock(levels)])),
    ...drawn(engine, input, base, options),
    tipping: [...new Set([...LEVERS, ...asked])].flatMap((lever) => {
      const value = tippingPoint(engine, input, lever, base[lever] ?? 0);
      return value === null
        ? []
        : [{ lever, value, unit: system.parameters.find((one) => one.id === lever)?.unit ?? '1' }];
    }),
    sensitivity: DRAWN.map((id) => sensitivity(engine, input, id, base[id] ?? 0, stands(run))),
    assumptions: system.parameters.map(({ id, value, unit, source, explain }) => ({
      id,
      value,
      unit,
      source,
      explain,
    })),
    diverged: run.diverged,
  };
}

function byStock(levels: Float64Array): Record<string, number> {
  return Object.fromEntries(CORE_STOCKS.map((stock, index) => [stock, levels[index] ?? Number.NaN]));
}

/** Draws of every guess; shares stay shares. */
function drawn(
  engine: Engine,
  input: RunInput,
  base: Readonly<Record<string, number>>,
  options: ReportOptions,
): Pick<CoreReport, 'fans' | 'survival'> {
  const months = options.months + 1;
  const kept = CORE_STOCKS.map(() => Array.from({ length: months }, () => new Float64Array(options.runs)));
  let standing = 0;
  let done = 0;
  for (; done < options.runs; done += 1) {
    if (done % 100 === 99 && options.progress?.(done / options.runs) === false) break;
    const parameters: Record<string, number> = {};
    for (const name of DRAWN) {
      const value = (base[name] ?? 0) * new Chance(options.seed, done, name).factor(0.15, 0.3);
      parameters[name] = name === 'j' || name === 'sigma' ? Math.min(1, value) : value;
    }
    const run = engine.run({ ...input, parameters });
    if (stands(run)) standing += 1;
    for (let month = 0; month < months; month += 1) {
      const levels = run.levels[month] ?? run.levels.at(-1);
      for (let stock = 0; stock < CORE_STOCKS.length; stock += 1)
        kept[stock]![month]![done] = levels?.[stock] ?? Number.NaN;
    }
  }
  const fans = Object.fromEntries(
    CORE_STOCKS.map((stock, index) => [
      stock,
      fanOf((kept[index] ?? []).map((values) => values.slice(0, done))),
    ]),
  );
  return { fans, survival: wilson(standing, done) };
}

const SHARES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

function allFinite(values: Float64Array): boolean {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    // 0, but for what is no number or without end.
    sum += value - value;
  }
  return sum === 0;
}

/** Where some values are no numbers: sorting puts these last. */
function atShares(values: Float64Array): readonly number[] {
  const sorted = values.slice().sort();
  return SHARES.map((share) => {
    const below = Math.floor(share * (sorted.length - 1));
    const low = sorted[below] ?? Number.NaN;
    return low + (share * (sorted.length - 1) - below) * ((sorted[below + 1] ?? low) - low);
  });
}

/** Percentiles month by month, between neighbours by proportion. The values are reordered. */
export function fanOf(byMonth: readonly Float64Array[]): Fan {
  const found = byMonth.map((values): readonly number[] => {
    if (values.length === 0) return SHARES.map(() => Number.NaN);
    return allFinite(values) ? quantilesInPlace(values, SHARES) : atShares(values);
  });
  const at = (share: number): number[] => found.map((one) => one[share] ?? Number.NaN);
  return { p5: at(0), p25: at(1), p50: at(2), p75: at(3), p95: at(4) };
}

/**
 * The value of a lever, nearest to its present one, at which the run stops standing (or begins to, where it does not).
 * Null where none is found between a tenth and ten times the present value.
 */
export function tippingPoint(engine: Engine, input: RunInput, lever: string, value: number): number | null {
  return tippingOf(
    (at) => stands(engine.run({ ...input, parameters: { ...input.parameters, [lever]: at } })),
    {
      value,
    },
  );
}

/** The run with one guess three tenths lower and three tenths higher, all others as they are. */
function sensitivity(engine: Engine, input: RunInput, id: string, value: number, now: boolean): Sensitivity {
  const low = value * 0.7;
  const high = value * 1.3;
  const runs = [low, high].map((at) => engine.run({ ...input, parameters: { [id]: at } })) as [Run, Run];
  const ends = runs.map((run) => byStock(run.levels.at(-1) ?? new Float64Array())) as [
    Record<string, number>,
    Record<string, number>,
  ];
  const standing = runs.map(stands) as [boolean, boolean];
  return {
    id,
    low,
    high,
    stands: standing,
    at: Object.fromEntries(
      CORE_STOCKS.map((stock) => [
        stock,
        [ends[0][stock] ?? Number.NaN, ends[1][stock] ?? Number.NaN] as const,
      ]),
    ),
    changesVerdict: standing.some((one) => one !== now),
  };
}
