/**
 * A pulse: one question to a circle, answered on five steps by nobody in particular. What it says is a band, the middle
 * half of the answers and never less than one step wide; below the least number of answers it says nothing at all.
 */
import type { View } from '#core/audience/view';
import type { Evidence, Id } from '#core/model/fact';
import type { Proposed } from '#core/talk/operation';
import { message } from '#core/words/message';

export const STEPS = 5;

export interface PulseResult {
  readonly answers: number;
  /** Bounds of the middle half, 0 to 1; at least a quarter apart. */
  readonly low: number;
  readonly high: number;
}

const ENERGY = message('talk.pulse.energy', 'How much energy do you have for what we do together, just now?');
const WORTH = message('talk.pulse.worth', 'How much is {what} worth to you, just now?');
const SAID = message(
  'talk.pulse.said',
  'Asked “{question}”, {answers, plural, one {# answer} other {# answers}}: from {low} to {high} of 4.',
);

/** The question as it is asked unless somebody puts it in other words. */
export function pulseQuestion(sort: 'energy' | 'worth', what: string): string {
  return sort === 'energy' ? ENERGY().text : WORTH({ what }).text;
}

/**
 * What five counts say, least step first; null where fewer than `least` answered. Quartiles by nearest rank: the 25 % and
 * the 75 % one of the answers in order. All alike would tell what each said, so that the band is widened to one step.
 *
 * @throws RangeError for counts that are not five whole numbers
 */
export function pulseResult(counts: readonly number[], least: number): PulseResult | null {
  if (counts.length !== STEPS || counts.some((one) => !Number.isInteger(one) || one < 0))
    throw new RangeError('A pulse has five counts of whole numbers.');
  const answers = counts.reduce((sum, one) => sum + one, 0);
  if (answers < least) return null;
  const rank = (share: number) => {
    const wanted = Math.max(1, Math.ceil(answers * share));
    let passed = 0;
    return counts.findIndex((one) => {
      passed += one;
      return passed >= wanted;
    });
  };
  const [low, high] = widened(rank(0.25), rank(0.75));
  return { answers, low: low / (STEPS - 1), high: high / (STEPS - 1) };
}

/** At least one step wide, and within 0 to 4. */
function widened(low: number, high: number): readonly [number, number] {
  if (high - low >= 1) return [low, high];
  const middle = Math.min(STEPS - 1.5, Math.max(0.5, (low + high) / 2));
  return [middle - 0.5, middle + 0.5];
}

export interface ToldPulse {
  readonly circle: Id;
  readonly sort: 'energy' | 'worth';
  readonly about: Id | null;
  readonly question: string;
  /** `2026-12-02`. */
  readonly closedOn: string;
}

/**
 * What a result would change in the file, for a steward to confirm: a dated reading of the energy of the circle, the
 * middle of the band; or what something is worth to it. None where the circle is not in the file any more.
 */
export function pulseOperations(
  view: View,
  pulse: ToldPulse,
  result: PulseResult,
  id: string,
): readonly Proposed[] {
  const party = view.ever.parties.find((one) => one.id === pulse.circle);
  if (party === undefined) return [];
  const middle = Math.round(((result.low + result.high) / 2) * 100) / 100;
  if (pulse.sort === 'energy') {
    const before = party.energy
      .filter((one) => one.since?.text !== pulse.closedOn)
      .map((one) => ({
        ...(one.since === null ? {} : { since: one.since.text }),
        ...(one.until === null ? {} : { until: one.until.text }),
        energy: one.value ?? 'unknown',
        ...written(one.because),
      }));
    const now = { since: pulse.closedOn, energy: middle, because: { how: 'count', by: pulse.circle } };
    return [{ op: 'patch', id: party.id, value: { energy: [...before, now] } }];
  }
  const text = SAID({
    question: pulse.question,
    answers: result.answers,
    low: step(result.low),
    high: step(result.high),
  }).text;
  const value = {
    ...(pulse.about === null ? {} : { about: pulse.about }),
    for: party.id,
    sign: middle >= 0.5 ? '+' : '-',
    text,
    since: pulse.closedOn,
    because: { how: 'count', by: party.id },
  };
  return [{ op: 'put', section: 'worth', id, value }];
}

/** A share as steps of four: 0.625 is 2.5. */
function step(share: number): string {
  return String(Math.round(share * (STEPS - 1) * 10) / 10);
}

/** Evidence as a file holds it. */
function written(because: readonly Evidence[]): { readonly because?: unknown } {
  if (because.length === 0) return {};
  return {
    because: because.map((one) => ({
      ...(one.source === null ? {} : { source: one.source }),
      ...(one.how === null ? {} : { how: one.how }),
      ...(one.by === null ? {} : { by: one.by }),
      ...(one.contestedBy.length === 0 ? {} : { 'contested-by': one.contestedBy }),
    })),
  };
}
