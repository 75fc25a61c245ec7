/**
 * What a community said to its questions, as its file keeps it under `x-answers`: on the agenda, not now, answered. "Not
 * now" is an answer that is kept. What is not understood is left out.
 */
import type { View } from '#core/audience/view';

export interface Answer {
  readonly state: 'agenda' | 'not-now' | 'answered';
  /** The day on which it was said, as written. */
  readonly on: string;
  readonly text: string | null;
}

const STATES: readonly unknown[] = ['agenda', 'not-now', 'answered'];

/** By question and what it is about: `Q57.mailing-list`. */
export function answersOf(view: View): ReadonlyMap<string, Answer> {
  const kept = view.ever.x['x-answers'];
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return new Map();
  return new Map(
    Object.entries(kept as Record<string, unknown>).flatMap(([key, one]): [string, Answer][] => {
      if (typeof one !== 'object' || one === null) return [];
      const { state, on, text } = one as Record<string, unknown>;
      if (!STATES.includes(state) || typeof on !== 'string') return [];
      return [[key, { state: state as Answer['state'], on, text: typeof text === 'string' ? text : null }]];
    }),
  );
}

/** What was put on the agenda, and what was set aside because it is answered or "not now". */
export function standingAnswers(view: View): {
  readonly picks: readonly string[];
  readonly aside: ReadonlySet<string>;
} {
  const answers = [...answersOf(view)];
  const keys = (states: readonly Answer['state'][]) =>
    answers.filter(([, answer]) => states.includes(answer.state)).map(([key]) => key);
  return { picks: keys(['agenda']), aside: new Set(keys(['not-now', 'answered'])) };
}
