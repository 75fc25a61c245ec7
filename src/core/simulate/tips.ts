/**
 * How far a guess can go before the answer turns: for any parameter of a simulation, where within its stated range the
 * community stops standing, or begins to. Looked for when somebody asks, by some fifty runs.
 */
import { SHARES } from '#core/simulate/drawing';
import type { Change, RunInput } from '#core/simulate/interpret';
import type { Simulation } from '#core/simulate/simulation';
import type { Parameter } from '#core/simulate/system';
import { type Turns, turnsWithin } from '#core/simulate/tipping';
import { type Message, message } from '#core/words/message';

/** Where one parameter turns the answer. */
export interface Tip extends Turns {
  readonly id: string;
  /** What it is taken as: as the scenario sets it, where it does. */
  readonly now: number;
  /** What was searched. */
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly says: readonly Message[];
}

/** No parameter has that id. */
export class UnknownParameter extends RangeError {
  readonly id: string;
  readonly known: readonly string[];

  constructor(id: string, known: readonly string[]) {
    super(`There is no parameter ${id} in this simulation; its assumptions list them.`);
    this.id = id;
    this.known = known;
  }
}

/** So many may be asked for at once. */
export const MOST_TIPS = 10;

const says = {
  tips: message(
    'simulate.tip',
    '{thing} {way, select, up {Beyond about {value, number}} other {Below about {value, number}}}{unit, select, none {} person { people} other { {unit}}}, {why, select, core {the core gets too small} energy {work outgrows hands, and the core runs out of energy} trust {work is left undone until trust is lost} other {money runs out}}; it is taken as {now, number}.',
  ),
  mends: message(
    'simulate.tip.mends',
    '{thing} {way, select, up {Beyond about {value, number}} other {Below about {value, number}}}{unit, select, none {} person { people} other { {unit}}}, it would stand; it is taken as {now, number}.',
  ),
  none: message(
    'simulate.tip.none',
    '{thing} Between {low, number} and {high, number}{unit, select, none {} person { people} other { {unit}}} nothing tips; it is taken as {now, number}.',
  ),
};

const round = (value: number, digits = 3): number => Number(value.toPrecision(digits));

/** What a parameter is in this simulation: a scenario, or a slider, may have moved it; then that is its value. */
export function valueNow({ input }: Simulation, id: string, described: number): number {
  const moved = (input.changes ?? []).filter((change) => id in change.set).at(-1);
  return moved?.set[id] ?? described;
}

/** The same run with another value of a parameter, wherever it is set. */
export function withValue({ input }: Simulation, id: string, value: number): RunInput {
  const changes = (input.changes ?? []).map(
    (change): Change => (id in change.set ? { ...change, set: { ...change.set, [id]: value } } : change),
  );
  return { ...input, changes, parameters: { [id]: value } };
}

/**
 * Where a parameter, or the amount of a thing of the file (by its id, as times what it is now), turns the answer. The
 * range is the stated one, moved along where a scenario moves the value; without one, from a tenth to ten times.
 *
 * @throws UnknownParameter
 */
export function tipOf(simulation: Simulation, of: string): Tip {
  const one = parameterOf(simulation, of);
  const { id } = one;
  const now = valueNow(simulation, id, one.value);
  const [low, high] = rangeOf(one, now);
  const fallAt = (value: number) =>
    simulation.fall(simulation.engine.run(withValue(simulation, id, value)), { [id]: value });
  const turns = turnsWithin((value) => fallAt(value) === null, { value: now, low, high });
  const stands = fallAt(now) === null;
  const unit = ({ '1': 'none', '1/month': 'none', people: 'person' } as Record<string, string>)[one.unit];
  const told = { thing: one.says?.text ?? one.explain, unit: unit ?? one.unit, now: round(now) };
  const found = (['below', 'above'] as const).flatMap((side): Message[] => {
    const value = turns[side];
    if (value === null) return [];
    const way = { way: side === 'above' ? 'up' : 'down', value: round(value) };
    if (!stands) return [says.mends({ ...told, ...way })];
    const hair = 1e-3 * Math.max(Math.abs(value), 1e-3) * (side === 'above' ? 1 : -1);
    const beyond = fallAt(value + hair);
    return [says.tips({ ...told, ...way, why: beyond?.criterion.id ?? 'core' })];
  });
  return {
    ...{ id, now, low, high, unit: one.unit, ...turns },
    says: found.length > 0 ? found : [says.none({ ...told, low: round(low), high: round(high) })],
  };
}

function parameterOf({ compiled: { system, handles } }: Simulation, of: string): Parameter {
  const askable = system.parameters.filter((one) => one.source !== 'by definition');
  const by = handles.get(of)?.by ?? [];
  const id = by.length === 1 ? by[0] : of;
  const found = askable.find((one) => one.id === of) ?? askable.find((one) => one.id === id);
  if (found !== undefined) return found;
  throw new UnknownParameter(
    of,
    askable.map((one) => one.id),
  );
}

function rangeOf({ id, value, low, high, source }: Parameter, now: number): readonly [number, number] {
  if (low < high) {
    const by = value === 0 ? 1 : now / value;
    const ends = [low * by, high * by, now];
    const most = SHARES.has(id) ? Math.max(1, now) : Number.POSITIVE_INFINITY;
    return [Math.min(...ends), Math.min(most, Math.max(...ends))];
  }
  if (now === 0) return [0, source === 'a lever' ? 10 : 0];
  return now > 0 ? [now / 10, now * 10] : [now * 10, now / 10];
}
