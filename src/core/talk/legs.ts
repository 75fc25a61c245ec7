/**
 * Which legs a community spoke of, as its file records it under `x-agenda` (a list of `{month, legs}`), and which of them
 * were off the agenda twice in a row: a finding, so that Q78 asks. Knows nothing of what was said.
 */
import type { Finding } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import { LEGS, type Leg } from '#core/talk/item';

export interface PastAgenda {
  /** `2026-12`. */
  readonly month: string;
  readonly legs: readonly Leg[];
}

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** The agendas that the file records, earliest first. What is not understood is left out. */
export function pastAgendas(view: View): readonly PastAgenda[] {
  const kept = view.ever.x['x-agenda'];
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((one: unknown) => readPast(one)).sort((a, b) => (a.month < b.month ? -1 : 1));
}

function readPast(one: unknown): readonly PastAgenda[] {
  if (typeof one !== 'object' || one === null || !('month' in one) || !('legs' in one)) return [];
  const { month, legs } = one;
  if (typeof month !== 'string' || !MONTH.test(month) || !Array.isArray(legs)) return [];
  return [{ month, legs: LEGS.filter((leg) => legs.includes(leg)) }];
}

/** Legs that none of the last two recorded agendas had. None where fewer than two are recorded. */
export function legsOffTwice(view: View): readonly Leg[] {
  const lastTwo = pastAgendas(view).slice(-2);
  return lastTwo.length < 2 ? [] : LEGS.filter((leg) => lastTwo.every((one) => !one.legs.includes(leg)));
}

/** A finding of `agenda` for each leg that was off twice. The record is no fact with an id: its evidence is empty. */
export function agendaFindings(view: View): readonly Finding[] {
  const off = legsOffTwice(view);
  if (off.length === 0) return [];
  const flags = off.map((leg) => ({ flag: 'leg-off-twice', evidence: [], shared: [leg] }));
  return [{ analysis: 'agenda', about: [], verdict: 'measured', flags, evidence: [], more: { legs: off } }];
}
