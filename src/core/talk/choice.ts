/** What one participant may answer when a round decides. Says whether an answer fits its round; counts nothing. */
import type { Way } from '#core/talk/round';

/** Something to choose from. */
export interface Option {
  readonly id: string;
  readonly text: string;
}

export type Choice =
  | { readonly consent: true }
  /** Stands aside: neither for nor against. */
  | { readonly aside: true }
  /** The reason is part of an objection. */
  | { readonly objection: string }
  /** Dots by option, whole numbers; at most `dotsFor` in all. */
  | { readonly dots: Readonly<Record<string, number>> }
  /** Scores by option, whole numbers of `SCALE`; options may be left out. */
  | { readonly scores: Readonly<Record<string, number>> };

/** From "not at all" to "very much". */
export const SCALE = { least: 1, most: 5 } as const;

/** Characters of a reason or a note at most. */
export const MOST_CHARACTERS = 2_000;

/** Dots for each person: a third of the options, rounded up, so that everyone has to choose (a custom of the method). */
export function dotsFor(options: number): number {
  return Math.max(1, Math.ceil(options / 3));
}

/** Why an answer does not fit; null where it does. */
export function whyNot(
  way: Way,
  options: readonly Option[],
  choice: Choice,
): 'other-way' | 'no-reason' | 'too-long' | 'no-such-option' | 'too-many-dots' | 'off-the-scale' | null {
  if ('dots' in choice) return way === 'dots' ? whyNotDots(options, choice.dots) : 'other-way';
  if ('scores' in choice) return way === 'score' ? whyNotScores(options, choice.scores) : 'other-way';
  if (way !== 'consent') return 'other-way';
  if (!('objection' in choice)) return null;
  if (choice.objection.trim() === '') return 'no-reason';
  return choice.objection.length > MOST_CHARACTERS ? 'too-long' : null;
}

function whyNotDots(options: readonly Option[], dots: Readonly<Record<string, number>>) {
  const given = Object.values(dots);
  if (!areOptions(options, dots)) return 'no-such-option';
  if (given.some((one) => !Number.isInteger(one) || one < 0)) return 'off-the-scale';
  return given.reduce((sum, one) => sum + one, 0) > dotsFor(options.length) ? 'too-many-dots' : null;
}

function whyNotScores(options: readonly Option[], scores: Readonly<Record<string, number>>) {
  if (!areOptions(options, scores)) return 'no-such-option';
  const onScale = (one: number) => Number.isInteger(one) && one >= SCALE.least && one <= SCALE.most;
  return Object.values(scores).every(onScale) ? null : 'off-the-scale';
}

const areOptions = (options: readonly Option[], by: Readonly<Record<string, number>>): boolean =>
  Object.keys(by).every((id) => options.some((one) => one.id === id));
