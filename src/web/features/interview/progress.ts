/**
 * Where somebody is in the interview. It goes into the file with what is told (`x-interview`), so that another window or
 * another person can go on; steps without an answer are kept in this browser only, for they are no news to anyone.
 */
import type { View } from '#core/audience/view';
import type { Operation } from '../../shared/api';
import { firstOpen, isPlace, type Place, STEPS, type StepId } from './steps';

const SECTION = 'x-interview';

interface Kept {
  readonly at?: unknown;
  readonly said?: unknown;
}

function keptIn(view: View): Kept {
  const kept = view.ever.x[SECTION];
  return typeof kept === 'object' && kept !== null ? (kept as Kept) : {};
}

/** What was said to a whole question: `unknown` or `some`. */
export function saidIn(view: View): Readonly<Record<string, string>> {
  const { said } = keptIn(view);
  return typeof said === 'object' && said !== null ? (said as Record<string, string>) : {};
}

/** Goes along with what is kept at a question. */
export function standsAt(step: StepId): Operation {
  return { op: 'set', path: [SECTION, 'at'], value: step };
}

/** "Nobody knows" or "some" to a whole question; null takes it back. */
export function saying(step: StepId, what: 'unknown' | 'some' | null): Operation {
  return { op: 'set', path: [SECTION, 'said', step], value: what };
}

/** Whether an interview was begun here and not brought to its end, as far as the file and this browser know. */
export function isUnderWay(view: View, community: string): boolean {
  const { at } = keptIn(view);
  const isLast = at === 'done' || at === STEPS.at(-1);
  return isPlace(at) && !isLast && remembered(community) !== 'done';
}

const keyOf = (community: string) => `potluck.interview.${community}`;

/** Where to go on: where this browser was, else where the file says, else the first question that is open. */
export function resumeAt(view: View, community: string): Place {
  const here = remembered(community);
  if (here !== null) return here;
  const { at } = keptIn(view);
  return isPlace(at) ? at : firstOpen(view, saidIn(view));
}

function remembered(community: string): Place | null {
  try {
    const kept = localStorage.getItem(keyOf(community));
    return isPlace(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function remember(community: string, place: Place): void {
  try {
    localStorage.setItem(keyOf(community), place);
  } catch {
    // Storage is closed to us: the file still knows the last question that was answered.
  }
}
