/**
 * What a simulation shows beside its curves: what tips it, which guess matters, whether it would last beyond the horizon,
 * whether it returns after a push. Numbers with the sentences that say them; what the described assumptions imply.
 */
import type { Id } from '#core/model/fact';
import { LEVERS } from '#core/simulate/compile/state';
import { valuesAt } from '#core/simulate/interpret';
import type { Simulation } from '#core/simulate/simulation';
import { type Stability, stabilityAt } from '#core/simulate/stability';
import type { Fall } from '#core/simulate/standing';
import type { Parameter } from '#core/simulate/system';
import { tippingOf } from '#core/simulate/tipping';
import { valueNow, withValue } from '#core/simulate/tips';
import type { ShareOfDraws } from '#core/simulate/wilson';
import { type Message, message } from '#core/words/message';

export interface Tipping {
  readonly lever: string;
  /** Times what it is now. */
  readonly value: number;
  readonly unit: '1';
  readonly says: Message;
}

export interface SensitivityOf {
  /** Id of the parameter. */
  readonly id: string;
  /** The facts of the file it comes from. */
  readonly about: readonly Id[];
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly guessed: boolean;
  /** Whether the community still stands at the horizon with the guess at its low and at its high end. */
  readonly stands: readonly [boolean, boolean];
  /** Series at the horizon with the guess at its low and at its high end. */
  readonly at: Readonly<Record<string, readonly [number, number]>>;
  readonly changesVerdict: boolean;
  /** Where it changes the verdict: the question to ask (after Q59). */
  readonly question: Message | null;
}

const says = {
  tips: message(
    'simulate.tips',
    '{way, select, up {Beyond about {value, number} times} other {Below about {value, number} times}} the present {lever, select, joins {joins} hands {hours} work {work} moneyIn {income} other {leaving}}, {why, select, core {the core gets too small} energy {work outgrows hands, and the core runs out of energy} trust {work is left undone until trust is lost} other {money runs out}}.',
  ),
  mends: message(
    'simulate.mends',
    'It would stand with {way, select, up {more than about {value, number} times} other {less than about {value, number} times}} the present {lever, select, joins {joins} hands {hours} work {work} moneyIn {income} other {leaving}}.',
  ),
  question: message(
    'simulate.question',
    'How sure are we of this: {thing} If it were {value, number} instead of {now, number}{unit, select, none {} other { {unit}}}, the answer would turn.',
  ),
  stands: message(
    'simulate.stands',
    'By what is described and guessed, the community still stands after {months, plural, one {# month} other {# months}}.',
  ),
  falls: message(
    'simulate.falls',
    'By what is described and guessed, from month {month} on {why, select, core {the core is too small} energy {the energy of the core is used up} trust {trust is lost} other {there is no money left in {thing}}}.',
  ),
  share: message(
    'simulate.survives',
    'With its guesses drawn {runs, plural, one {once} other {# times}}, it still stands in {share, number, percent} of them ({low, number, percent} to {high, number, percent}).',
  ),
  longStands: message(
    'simulate.long.stands',
    'Run on for {years, plural, one {# year} other {# years}}, it still stands.',
  ),
  longFalls: message(
    'simulate.long.falls',
    'It stands at the horizon, and yet not for good: run on, it no longer stands from month {month}.',
  ),
  returns: message(
    'simulate.returns',
    'After a small push it returns to where it was in about {months, plural, one {# month} other {# months}}.',
  ),
  leaves: message('simulate.leaves', 'As described it stands like a pencil on its tip: a small push grows.'),
  rests: message('simulate.rests', 'Where it ends it would stay.'),
  dry: message(
    'simulate.dry',
    '{pool} is empty from month {month} on: {amount, number} {unit} could not be paid by the end.',
  ),
  diverged: message(
    'simulate.diverged',
    'The run left all bounds in month {month}. Where: {stock} What drove it most: {flow}',
  ),
};

const round = (value: number, digits = 2): number => Number(value.toPrecision(digits));

/** Where each lever tips the verdict of this scenario. */
export function tippings(simulation: Simulation): Tipping[] {
  const now = simulation.fall() === null;
  return LEVERS.flatMap((lever): Tipping[] => {
    const fallAt = (value: number): Fall | null =>
      simulation.fall(simulation.engine.run(withValue(simulation, lever, value)));
    const value = tippingOf((at) => fallAt(at) === null, {
      value: valueNow(simulation, lever, 1),
      step: 1.25,
      within: 1e-4,
    });
    if (value === null) return [];
    const way = value > valueNow(simulation, lever, 1) ? 'up' : 'down';
    const beyond = fallAt(value * (way === 'up' ? 1.01 : 0.99));
    // What is near to what it is now is told more closely than “about 1 times”.
    const times = round(value, round(value) === 1 ? 3 : 2);
    const told = { lever, way, value: times, why: beyond?.criterion.id ?? 'core' };
    return [{ lever, value, unit: '1', says: now ? says.tips(told) : says.mends(told) }];
  });
}

/** One guess at a time at the ends of its range, all others as they are; those that change the verdict first. */
export function sensitivities(simulation: Simulation): SensitivityOf[] {
  const now = simulation.fall() === null;
  const moves = simulation.input.changes !== undefined && simulation.input.changes.length > 0;
  const drawn = simulation.compiled.system.parameters.filter((one) => one.drawn !== undefined);
  const list = drawn.map((one): SensitivityOf => {
    const [low, high] = one.drawn?.as === 'rate' ? [one.value * 0.7, one.value * 1.3] : [one.low, one.high];
    const runs = [low, high].map((value) => {
      const parameters = { [one.id]: value };
      const run = simulation.engine.run({ ...simulation.input, parameters });
      const end = simulation.series(run);
      return {
        stands: simulation.fall(run, parameters) === null,
        end: Object.fromEntries(
          Object.entries(end).map(([key, values]) => [key, values.at(-1) ?? Number.NaN]),
        ),
      };
    });
    const stands = runs.map((run) => run.stands) as [boolean, boolean];
    const turned = stands.findIndex((stood) => stood !== now);
    return {
      id: one.id,
      about: one.facts,
      low,
      high,
      unit: one.unit,
      guessed: one.guessed === true || one.drawn?.as === 'rate',
      stands,
      at: Object.fromEntries(
        Object.keys(runs[0]?.end ?? {}).map((key) => [
          key,
          [runs[0]?.end[key] ?? Number.NaN, runs[1]?.end[key] ?? Number.NaN] as const,
        ]),
      ),
      changesVerdict: turned >= 0,
      question: turned < 0 ? null : questionOf(one, turned === 0 ? low : high),
    };
  });
  return moves ? list.sort((a, b) => Number(b.changesVerdict) - Number(a.changesVerdict)) : list;
}

function questionOf(one: Parameter, value: number): Message {
  return says.question({
    thing: one.says?.text ?? one.explain,
    value: round(value, 3),
    now: round(one.value, 3),
    unit: one.unit === '1' ? 'none' : one.unit,
  });
}

export interface LongRun {
  readonly months: number;
  readonly stands: boolean;
  readonly falls: number | null;
  readonly says: Message;
}

/** Whether it would last ten times the horizon, and at least fifty years: surviving is not the same as settling. */
export function longRun(simulation: Simulation): LongRun {
  const months = Math.max(600, 10 * simulation.months);
  const run = simulation.engine.run({ ...simulation.input, months });
  const fall = simulation.fall(run);
  return {
    months,
    stands: fall === null,
    falls: fall?.month ?? null,
    says:
      fall === null
        ? says.longStands({ years: Math.round(months / 12) })
        : says.longFalls({ month: fall.month }),
  };
}

/** Whether the community as described returns after a small push. Delays and accounts of what was not paid are followed too. */
export function stability(simulation: Simulation): Stability {
  const { system } = simulation.compiled;
  const without = ['X', ...simulation.compiled.unpaid.map((one) => one.stock)];
  const levels = simulation.engine.run({ months: 0 }).levels[0] ?? new Float64Array();
  return stabilityAt(system, { levels, without });
}

/** The whole in sentences, the verdict first. */
export function sentences(simulation: Simulation, long: LongRun | null, steady: Stability | null): Message[] {
  const { falls, survival, runs, unflowed, diverged } = simulation.result();
  const name =
    falls?.criterion.about == null
      ? ''
      : (simulation.compiled.unpaid.find((one) => one.id === falls.criterion.about)?.name ??
        falls.criterion.about);
  return [
    falls === null
      ? says.stands({ months: simulation.months })
      : says.falls({ month: falls.month, why: falls.criterion.id, thing: name }),
    ...shares(survival).map((told) => says.share({ runs, ...told })),
    ...(falls === null && long !== null ? [long.says] : []),
    ...unflowed.map((one) =>
      says.dry({ pool: one.name, month: one.month, amount: round(one.amount, 3), unit: one.unit }),
    ),
    ...(steady === null || steady.rate === null
      ? []
      : [
          steady.returnMonths === null
            ? says.leaves()
            : says.returns({ months: Math.round(steady.returnMonths) }),
        ]),
    ...(diverged === null ? [] : [divergence(simulation, diverged)]),
  ];
}

/** Where a run left all bounds, and why: the flow that was fastest there in the last month that had numbers. */
function divergence(
  { compiled: { system }, run, input }: Simulation,
  { month, stock }: { readonly month: number; readonly stock: string },
): Message {
  const row = [...run.levels].reverse().find((levels) => levels.every(Number.isFinite));
  const levels = Object.fromEntries(system.stocks.map((one, at) => [one.id, row?.[at] ?? 0]));
  const changes = (input.changes ?? []).filter((one) => one.at <= month).map((one) => one.set);
  const values = valuesAt(system, levels, Object.assign({}, ...changes));
  const speed = (id: string): number => {
    const value = Math.abs(values.get(id) ?? Number.NaN);
    return Number.isFinite(value) ? value : Number.MAX_VALUE;
  };
  const [fastest] = system.flows
    .filter((flow) => flow.from === stock || flow.to === stock)
    .sort((a, b) => speed(b.id) - speed(a.id));
  const told = (one: { readonly explain: string; readonly says?: Message } | undefined): string =>
    one?.says?.text ?? one?.explain ?? stock;
  return says.diverged({
    month,
    stock: told(system.stocks.find((one) => one.id === stock)),
    flow: told(fastest),
  });
}

/** In whole hundredths; the bounds never closer together than they are. None where nothing was drawn. */
function shares({ share, low, high }: ShareOfDraws) {
  if (share === null) return [];
  const bounds = { low: Math.floor(low * 100) / 100, high: Math.ceil(high * 100) / 100 };
  return [{ share: Math.round(share * 100) / 100, ...bounds }];
}
