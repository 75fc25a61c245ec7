/**
 * A system of equations: parameters, stocks, auxiliaries and flows, each with formula, unit, a sentence and a source.
 * Data only; engines run it, the reference page prints it, the exchange format writes it.
 */
import { type Formula, formula } from '#core/simulate/formula';
import type { Message } from '#core/words/message';

interface Described {
  /** A name in formulas. */
  readonly id: string;
  readonly unit: string;
  /** One sentence that says what it is. */
  readonly explain: string;
  /** Where it comes from: a source, or `heuristic`. */
  readonly source: string;
  /** Ids of the facts it was compiled from; empty for a default. */
  readonly facts: readonly string[];
  /** The sentence as a message, to be told in other languages. */
  readonly says?: Message;
}

/** How a parameter is drawn: a rate by a lognormal factor around its value, an amount by PERT within its range. */
export type DrawnAs = { readonly as: 'rate' } | { readonly as: 'range'; readonly likely: number };

export interface Parameter extends Described {
  readonly value: number;
  /** The range in which it is drawn and in which the system must stay well-behaved. */
  readonly low: number;
  readonly high: number;
  /** Absent: not drawn. */
  readonly drawn?: DrawnAs;
  /** Nobody said it: a default of ours, in a wide range. */
  readonly guessed?: boolean;
}

export interface Stock extends Described {
  /** Formula of parameters for the level at the start. */
  readonly start: string;
  /** Bounds of the level, kept at every stage of a step. */
  readonly least: number | null;
  readonly most: number | null;
}

export interface Auxiliary extends Described {
  readonly formula: string;
}

/** What moves into or out of stocks a month. Null is beyond the boundary of the system. */
export interface Flow extends Described {
  readonly formula: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface System {
  readonly id: string;
  readonly parameters: readonly Parameter[];
  readonly stocks: readonly Stock[];
  readonly auxiliaries: readonly Auxiliary[];
  readonly flows: readonly Flow[];
  /** Length of a step in months. */
  readonly dt: number;
  readonly method: 'euler' | 'rk4';
}

/** One computed quantity in the order in which it can be computed. */
export interface Equation {
  readonly id: string;
  readonly tree: Formula;
}

/**
 * Auxiliaries and flows in an order in which each comes after what it needs.
 * Throws where they need each other in a circle or name something that is not there: a mistake of ours.
 */
export function ordered(system: System): Equation[] {
  // What is open is being worked on; what is null is given, or done.
  const waiting = new Map<string, { readonly tree: Formula; open: boolean } | null>();
  for (const list of [system.auxiliaries, system.flows])
    for (const one of list) waiting.set(one.id, { tree: formula(one.formula), open: false });
  for (const list of [system.parameters, system.stocks]) for (const one of list) waiting.set(one.id, null);
  const done: Equation[] = [];
  const visit = (id: string): void => {
    const one = waiting.get(id);
    if (one === null) return;
    if (one === undefined) throw new Error(`system ${system.id}: nothing is called ${id}`);
    if (one.open) throw new Error(`system ${system.id}: ${id} needs itself`);
    one.open = true;
    visitIn(one.tree);
    waiting.set(id, null);
    done.push({ id, tree: one.tree });
  };
  const visitIn = (tree: Formula): void => {
    if (tree.is === 'name') visit(tree.name);
    else if (tree.is === 'call') for (const arg of tree.args) visitIn(arg);
  };
  for (const id of waiting.keys()) visit(id);
  return done;
}
