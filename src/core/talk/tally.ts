/**
 * What a round came to: consent with its objections, options by dots, or scores with their middle and spread. The order
 * of the answers makes no difference. Below the threshold it cannot tell. It ranks; people decide.
 */
import type { Choice, Option } from '#core/talk/choice';
import type { Way } from '#core/talk/round';
import { type Chance, shuffled } from '#core/talk/shuffle';

export interface OptionResult extends Option {
  /** Dots in all; null in another way, or where it cannot tell. */
  readonly dots: number | null;
  /** How many laid at least one dot here. */
  readonly people: number | null;
  /** The middle score, and the quartiles round it. */
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** How many scored it; null below the threshold. */
  readonly answers: number | null;
  /** 1 is first; those that tie share a place, and the next one is skipped. */
  readonly rank: number | null;
}

export interface Result {
  readonly way: Way;
  /** Fewer answered than the threshold: nothing is told. */
  readonly cannotTell: boolean;
  /** How many answered; null where it cannot tell. */
  readonly chosen: number | null;
  readonly verdict: 'agreed' | 'objections' | 'ranked' | 'tied' | 'cannot-tell';
  readonly consent: number | null;
  readonly aside: number | null;
  readonly objections: number | null;
  /** Of the objections, in an order of chance. */
  readonly reasons: readonly string[];
  /** By rank; those that tie in the order in which they were offered. */
  readonly options: readonly OptionResult[];
}

const UNTOLD = { dots: null, people: null, median: null, low: null, high: null, answers: null, rank: null };

/** Counts answers. `least`: below so many nothing is told. `chance` puts the reasons of objections in order. */
export function tally(
  way: Way,
  options: readonly Option[],
  choices: readonly Choice[],
  least: number,
  chance: Chance,
): Result {
  const nothing: Result = {
    way,
    cannotTell: true,
    chosen: null,
    verdict: 'cannot-tell',
    consent: null,
    aside: null,
    objections: null,
    reasons: [],
    options: options.map((one) => ({ ...one, ...UNTOLD })),
  };
  if (choices.length < Math.max(1, least)) return nothing;
  const told: Result = { ...nothing, cannotTell: false, chosen: choices.length };
  if (way === 'consent') return { ...told, ...consented(choices, chance) };
  const results = way === 'dots' ? byDots(options, choices) : byScore(options, choices, Math.max(1, least));
  return { ...told, verdict: verdictOf(results), options: results };
}

function consented(choices: readonly Choice[], chance: Chance) {
  const reasons = choices.flatMap((one) => ('objection' in one ? [one.objection.trim()] : []));
  return {
    // Sorted first, so that the order after chance cannot lean on the order in which they came.
    reasons: shuffled([...reasons].sort(), chance),
    consent: choices.filter((one) => 'consent' in one).length,
    aside: choices.filter((one) => 'aside' in one).length,
    objections: reasons.length,
    verdict: reasons.length === 0 ? ('agreed' as const) : ('objections' as const),
  };
}

/** Most dots first; of equals the one that more people chose. */
function byDots(options: readonly Option[], choices: readonly Choice[]): readonly OptionResult[] {
  const given = choices.flatMap((one) => ('dots' in one ? [one.dots] : []));
  const results = options.map((option) => {
    const dots = given.map((one) => one[option.id] ?? 0);
    const sum = dots.reduce((all, one) => all + one, 0);
    return { ...option, ...UNTOLD, dots: sum, people: dots.filter((one) => one > 0).length };
  });
  return ranked(results, (a, b) => b.dots - a.dots || b.people - a.people);
}

/** The highest middle first; of equals the one on which people differ less. */
function byScore(
  options: readonly Option[],
  choices: readonly Choice[],
  least: number,
): readonly OptionResult[] {
  const given = choices.flatMap((one) => ('scores' in one ? [one.scores] : []));
  const results = options.map((option) => {
    const scores = given.flatMap((one) => one[option.id] ?? []).sort((a, b) => a - b);
    if (scores.length < least) return { ...option, ...UNTOLD };
    const [low, median, high] = [0.25, 0.5, 0.75].map((part) => quantile(scores, part)) as [
      number,
      number,
      number,
    ];
    return { ...option, ...UNTOLD, median, low, high, answers: scores.length };
  });
  const told = results.filter((one) => one.median !== null);
  const spread = (one: OptionResult) => (one.high ?? 0) - (one.low ?? 0);
  const order = (a: OptionResult, b: OptionResult) =>
    (b.median ?? 0) - (a.median ?? 0) || spread(a) - spread(b);
  return [...ranked(told, order), ...results.filter((one) => one.median === null)];
}

/** The value below which that part of a sorted list lies, between its neighbours in proportion (Hyndman and Fan, type 7). */
function quantile(sorted: readonly number[], part: number): number {
  const at = (sorted.length - 1) * part;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

function ranked<R extends OptionResult>(
  results: readonly R[],
  order: (a: R, b: R) => number,
): readonly OptionResult[] {
  return [...results]
    .sort(order)
    .map((one) => ({ ...one, rank: 1 + results.filter((other) => order(other, one) < 0).length }));
}

function verdictOf(results: readonly OptionResult[]): Result['verdict'] {
  const first = results.filter((one) => one.rank === 1).length;
  return first === 0 ? 'cannot-tell' : first === 1 ? 'ranked' : 'tied';
}
