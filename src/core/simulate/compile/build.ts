/**
 * Gathers the equations of a described community as they are written, each with its sentence, its source and the facts
 * it comes from. Knows how to name things in formulas and how an amount becomes a parameter; knows no formula itself.
 */
import type { View } from '#core/audience/view';
import type { Amount } from '#core/model/amount';
import { pertMean } from '#core/model/amount';
import type { Evidence, Id } from '#core/model/fact';
import { nameOf } from '#core/model/fact';
import { manner, SPREAD } from '#core/model/rate';
import { CORE_DEFAULTS, type CoreParameters, DRAWN } from '#core/simulate/core-parameters';
import { CORE_SAYS, coreParametersOf } from '#core/simulate/core-system';
import type { Auxiliary, Flow, Parameter, Stock } from '#core/simulate/system';
import type { Message } from '#core/words/message';
import { message } from '#core/words/message';

/** How a change of a scenario reaches a thing of the file. */
export interface Handle {
  /** Factors, 1 as now; 0 ends it. */
  readonly by: readonly string[];
  /** The parameter that holds its amount, and the unit of it. */
  readonly value: { readonly id: string; readonly unit: string } | null;
  /** Stocks that stand for it, each with the parameter of its level now. */
  readonly levels: readonly { readonly stock: string; readonly now: string; readonly unit: string }[];
}

export interface Spread {
  readonly least: number;
  readonly likely: number;
  readonly most: number;
  readonly mean: number;
}

interface Told {
  readonly facts?: readonly Id[];
  readonly source?: string;
  readonly guessed?: boolean;
}

export const HEURISTIC = 'heuristic';
const DESCRIBED = 'described';

const says = {
  by: message('simulate.by', 'How many times as much of {thing} as now.'),
};

/** A guess that may be three times too high or too low. */
export function wide(value: number): Spread {
  return { least: value / 3, likely: value, most: value * 3, mean: value };
}

/** The level of an amount without a period (heads, a stock) with its spread; null where there is no number. */
export function levelOf(amount: Amount | null, because: readonly Evidence[]): Spread | null {
  if (amount === null || amount.is === 'unknown' || amount.is === 'some') return null;
  if (amount.is === 'none') return { least: 0, likely: 0, most: 0, mean: 0 };
  const { least, likely, most, shape } = amount;
  if (shape === 'range') return { least, likely, most, mean: pertMean(least, likely, most) };
  const [low, high] = SPREAD[shape === 'about' ? 'estimate' : manner(because)];
  return { least: likely * low, likely, most: likely * high, mean: likely };
}

/** An id as it may stand in a formula. */
export function spelled(id: string): string {
  return id.replace(/[^A-Za-z0-9]/g, '_');
}

/** A unit without the signs that units are joined by. */
export function plainUnit(unit: string): string {
  return unit.replace(/[/*^]/g, '_');
}

export class Build {
  readonly view: View;
  readonly given: CoreParameters;
  readonly parameters = new Map<string, Parameter>();
  readonly stocks: Stock[] = [];
  readonly auxiliaries: Auxiliary[] = [];
  readonly flows: Flow[] = [];
  readonly handles = new Map<Id, Handle>();
  readonly notes: Message[] = [];
  readonly #pushed: ReadonlySet<Id>;
  readonly #core: ReadonlyMap<string, Parameter>;

  /** Flows that are not yet, and begin only where a scenario starts them. */
  readonly later: ReadonlySet<Id>;

  /** `pushed`: the things that an influence reaches. */
  constructor(
    view: View,
    given: CoreParameters,
    pushed: ReadonlySet<Id>,
    later: ReadonlySet<Id> = new Set(),
  ) {
    this.later = later;
    this.view = view;
    this.given = given;
    this.#pushed = pushed;
    this.#core = new Map(coreParametersOf(given).map((one) => [one.id, one]));
  }

  /** What to call a thing of the file in a sentence. */
  called(id: Id): string {
    const thing = this.view.thing(id);
    return thing === null ? id : nameOf(thing);
  }

  /** A parameter of the small core under its symbol. */
  rate(id: string): string {
    if (this.parameters.has(id)) return id;
    const one = this.#core.get(id);
    if (one === undefined) throw new Error(`the small core has no ${id}`);
    const value = (this.given as unknown as Record<string, unknown>)[id];
    const isGiven =
      typeof value === 'number' && value !== (CORE_DEFAULTS as unknown as Record<string, unknown>)[id];
    const said = CORE_SAYS.get(id)?.();
    this.parameters.set(id, {
      ...one,
      ...(said === undefined ? {} : { says: said }),
      value: typeof value === 'number' ? value : one.value,
      ...(isGiven ? { source: 'simulation.parameters' } : {}),
      ...((DRAWN as readonly string[]).includes(id) ? { drawn: { as: 'rate' as const } } : {}),
    });
    return id;
  }

  /** An amount with its spread, drawn where there is any. */
  amount(
    id: string,
    spread: Spread,
    unit: string,
    said: Message,
    { facts = [], source, guessed = false }: Told = {},
  ): string {
    const { least, likely, most, mean } = spread;
    this.parameters.set(id, {
      id,
      value: mean,
      low: least,
      high: most,
      unit,
      explain: said.text,
      says: said,
      source: source ?? (guessed ? HEURISTIC : DESCRIBED),
      facts,
      ...(most > least ? { drawn: { as: 'range' as const, likely } } : {}),
      ...(guessed ? { guessed: true } : {}),
    });
    return id;
  }

  /** A number that is not drawn. */
  fixed(id: string, value: number, unit: string, said: Message, told: Told = {}): string {
    return this.amount(id, { least: value, likely: value, most: value, mean: value }, unit, said, told);
  }

  /** A factor of 1 that a scenario may move. */
  by(id: string, thing: string): string {
    const name = `by_${spelled(id)}`;
    if (!this.parameters.has(name))
      this.fixed(name, this.later.has(id) ? 0 : 1, '1', says.by({ thing }), { source: 'a lever' });
    return name;
  }

  aux(
    id: string,
    unit: string,
    formula: string,
    said: Message,
    { facts = [], source = HEURISTIC }: Told = {},
  ): string {
    this.auxiliaries.push({ id, unit, formula, explain: said.text, says: said, source, facts });
    return id;
  }

  stock(
    id: string,
    unit: string,
    start: string,
    said: Message,
    {
      least = 0,
      most = null,
      facts = [],
      source = DESCRIBED,
    }: Told & { least?: number | null; most?: number | null } = {},
  ): string {
    this.stocks.push({ id, unit, start, explain: said.text, says: said, source, facts, least, most });
    return id;
  }

  flow(
    id: string,
    ends: readonly [string | null, string | null],
    unit: string,
    formula: string,
    said: Message,
    { facts = [], source = HEURISTIC }: Told = {},
  ): string {
    const [from, to] = ends;
    this.flows.push({ id, from, to, unit, formula, explain: said.text, says: said, source, facts });
    return id;
  }

  /** What influences make of a thing, as a factor to multiply by; empty where none reaches it. */
  pushes(id: Id | null): string {
    return id !== null && this.#pushed.has(id) ? ` * pushed_${spelled(id)}` : '';
  }

  handle(id: Id, handle: Partial<Handle>): void {
    const before = this.handles.get(id) ?? { by: [], value: null, levels: [] };
    this.handles.set(id, {
      by: [...before.by, ...(handle.by ?? [])],
      value: handle.value ?? before.value,
      levels: [...before.levels, ...(handle.levels ?? [])],
    });
  }
}

/** Terms joined by a plus; `0` where there are none. */
export function sumOf(terms: readonly string[]): string {
  return terms.length === 0 ? '0' : terms.join(' + ');
}
