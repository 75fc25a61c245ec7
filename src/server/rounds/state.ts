/**
 * A round as phones and facilitators are told of it. Phones of one round are all told the same; what a facilitator knows
 * more are counts. Nothing here could say who: what it is made from does not know.
 */
import { dotsFor, type Option, SCALE } from '#core/talk/choice';
import { isFrom, leastOf } from '#core/talk/round';
import type { Round, RoundRecord } from '#store/talk/port';

export type NotesShown =
  | { readonly is: 'shown'; readonly notes: readonly Option[] }
  /** They are not gathered yet, or the facilitator is still wording them. */
  | { readonly is: 'not-yet' }
  /** Too few were written; nobody has read them. */
  | { readonly is: 'too-few' };

/** What all phones of a round are told. `now` in milliseconds. */
export function phoneState(round: Round, now: number) {
  const { question } = round;
  const dots = round.way === 'dots' && round.options.length > 0 ? dotsFor(round.options.length) : null;
  return {
    round: round.id,
    community: { id: round.community, name: question.community },
    version: round.version,
    phase: round.phase,
    way: round.way,
    anonymous: round.anonymous,
    k: leastOf(round),
    overDays: round.overDays,
    paraphrase: round.paraphrase,
    question: {
      id: question.id,
      text: question.text,
      why: question.why,
      evidence: question.evidence.map((one) => ({ ...one })),
    },
    options: round.options.map((one) => ({ ...one })),
    dots,
    scale: round.way === 'score' ? { ...SCALE } : null,
    minutes: { ...round.minutes },
    timer: timerOf(round, now),
    joined: round.joined,
    notes: notesFor('phone', round),
    result: round.result,
    record: recordOf(round),
  };
}

export type PhoneState = ReturnType<typeof phoneState>;

/** What a facilitator is told: the same, the way in, and how many have written and answered. */
export function facilitatorState(round: Round, now: number) {
  return {
    ...phoneState(round, now),
    notes: notesFor('facilitator', round),
    link: round.token === null ? null : `/t#${round.token}`,
    code: round.code,
    ...countsOf(round),
    opened: round.openedAt,
    closed: round.closedAt,
    audience: round.audience,
    decision: round.decision,
  };
}

export type FacilitatorState = ReturnType<typeof facilitatorState>;

/** How many: never who. The number of notes is told from the threshold on. */
export function countsOf(round: Round) {
  const { joined, written, chosen, notes } = round;
  return { joined, written, chosen, notesWritten: notes >= leastOf(round) ? notes : null };
}

function timerOf(round: Round, now: number): { readonly left: number } | null {
  if (round.timerUntil === null) return null;
  return { left: Math.max(0, Math.round((Date.parse(round.timerUntil) - now) / 1000)) };
}

function notesFor(whom: 'phone' | 'facilitator', round: Round): NotesShown {
  if (round.gathered === null) return { is: 'not-yet' };
  if (round.gathered === 'destroyed') return { is: 'too-few' };
  const isWording = round.paraphrase && !isFrom(round.phase, 'clarify');
  if (whom === 'phone' && isWording) return { is: 'not-yet' };
  return { is: 'shown', notes: round.shown.map((one) => ({ ...one })) };
}

/** Who carries it, without those parties that people in the round may not know of. */
export function whoTold({ who, told = [] }: RoundRecord): string[] {
  return who.filter((one) => told.includes(one));
}

function recordOf({ record }: Round) {
  if (record === null) return null;
  const { outcome, text, reasons, review, on } = record;
  return { outcome, text, reasons, who: whoTold(record), review, on };
}
