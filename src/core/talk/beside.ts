/**
 * What later measures say beside a decision: those it names, and those of what it touches, on the day it was decided and
 * on the day of the view. Sets side by side; says nothing of what caused what.
 */
import { analyse, explain } from '#core/analyses/analyse';
import type { Finding } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import type { Day } from '#core/model/dates';
import type { Id } from '#core/model/fact';
import type { Decision } from '#core/model/things';
import type { Message } from '#core/words/message';

/** One measure, then and now. */
export interface Beside {
  readonly analysis: string;
  readonly about: readonly Id[];
  readonly kind: Id | null;
  readonly unit: string | null;
  /** As it was on the day of the decision; null: not to be told for that day. */
  readonly earlier: BesideReading | null;
  /** As it is on the day of the view; null: it is no more, or not to be told. */
  readonly now: BesideReading | null;
  /** Whether the two say something different. */
  readonly moved: boolean;
}

export interface BesideReading {
  readonly text: string;
  readonly message: Message;
  readonly evidence: readonly Id[];
}

/** So many are enough beside one decision; what moved comes first. */
const MOST = 8;

/** The day of a decision: when it was taken, else since when it holds; null where neither is known. */
export function decidedOn(decision: Decision): Day | null {
  return decision.on?.last ?? decision.since?.first ?? null;
}

/** The measures beside a decision. None where it names no analysis and touches nothing. */
export function besideDecision(view: View, decision: Decision): readonly Beside[] {
  const named = decision.measures.filter((id) => explain(id) !== null);
  if (named.length === 0 && decision.about.length === 0) return [];
  const ids = decision.about.length === 0 ? named : undefined;
  const day = decidedOn(decision);
  const find = (at: View) => near(analyse(at, ids, { draws: 0 }), decision, named);
  const now = find(view);
  const then = day === null || day >= view.day ? [] : find(view.at(day));
  const keys = [...new Set([...now, ...then].map(keyOf))];
  return keys
    .map((key) =>
      pair(then.find((one) => keyOf(one) === key) ?? null, now.find((one) => keyOf(one) === key) ?? null),
    )
    .sort((a, b) => Number(b.moved) - Number(a.moved))
    .slice(0, MOST);
}

/** Findings that can be read out, of what the decision touches; of the analyses it names, also those of the whole. */
function near(
  findings: readonly Finding[],
  decision: Decision,
  named: readonly string[],
): readonly Finding[] {
  const touched = new Set(decision.about);
  return findings.filter((one) => {
    if (one.says === undefined || one.basis === 'use') return false;
    if (named.length > 0 && !named.includes(one.analysis)) return false;
    if (touched.size === 0) return true;
    const isOf = one.about.some((id) => touched.has(id));
    return isOf || (one.about.length === 0 && named.includes(one.analysis));
  });
}

function keyOf(one: Finding): string {
  return [one.analysis, one.kind ?? '', ...one.about].join(' ');
}

function pair(then: Finding | null, now: Finding | null): Beside {
  const one = now ?? then;
  const [before, after] = [reading(then), reading(now)];
  return {
    analysis: one?.analysis ?? '',
    about: one?.about ?? [],
    kind: one?.kind ?? null,
    unit: one?.unit ?? null,
    earlier: before,
    now: after,
    moved: before !== null && before.text !== after?.text,
  };
}

function reading(one: Finding | null): BesideReading | null {
  if (one?.says === undefined) return null;
  return { text: one.says.text, message: one.says, evidence: one.evidence };
}
