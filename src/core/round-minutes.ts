/**
 * The minutes of one round or several, as Markdown: each question with its evidence, what it came to, what was decided and
 * when it is looked at again. What was written in silence stands in them only where that is asked for.
 */
import { escaped } from '#core/export/markdown';
import { readWhen } from '#core/model/dates';
import type { Recorded } from '#core/talk/round-record';
import type { OptionResult, Result } from '#core/talk/tally';
import { sayWhen } from '#core/words/dates';
import { message } from '#core/words/message';

export interface MinutedRound {
  readonly question: {
    readonly text: string;
    readonly why: string | null;
    readonly evidence: readonly { readonly text: string }[];
  };
  readonly anonymous: boolean;
  /** How many took part. */
  readonly joined: number;
  readonly options: readonly { readonly text: string }[];
  readonly result: Result | null;
  readonly record: Recorded | null;
  /** What was written, to stand in the minutes; null: it does not. */
  readonly notes: readonly { readonly text: string }[] | null;
  /** `2026-12-01`. */
  readonly on: string;
}

const SAY = {
  title: message('talk.round-minutes.title', '{community}: minutes of {on}'),
  people: message(
    'talk.round-minutes.people',
    '{count, plural, one {One person took part.} other {# people took part.}}',
  ),
  why: message('talk.round-minutes.why', 'Why we asked: {why}'),
  evidence: message('talk.round-minutes.evidence', 'What it rests on'),
  notes: message('talk.round-minutes.notes', 'What was written, in no order'),
  options: message('talk.round-minutes.options', 'What there was to choose from'),
  result: message('talk.round-minutes.result', 'What it came to'),
  cannotTell: message('talk.round-minutes.cannot-tell', 'Too few answered for anything to be told.'),
  consent: message(
    'talk.round-minutes.consent',
    'Of {chosen, plural, one {one answer} other {# answers}}: {consent, number} for it, {aside, number} aside, {objections, plural, =0 {no objection} one {one objection} other {# objections}}.',
  ),
  objection: message('talk.round-minutes.objection', 'Objection: {reason}'),
  dots: message(
    'talk.round-minutes.dots',
    '{text}: {dots, plural, one {one dot} other {# dots}} from {people, plural, one {one person} other {# people}}',
  ),
  score: message(
    'talk.round-minutes.score',
    '{text}: in the middle {median, number}, half of the answers from {low, number} to {high, number}',
  ),
  unscored: message('talk.round-minutes.unscored', '{text}: too few answered'),
  tied: message('talk.round-minutes.tied', 'The first place is shared; the group decides.'),
  outcome: message(
    'talk.round-minutes.outcome',
    '{outcome, select, decided {Decided: {text}} other {Not now: {text}}}',
  ),
  because: message('talk.round-minutes.because', 'Why: {reasons}'),
  who: message('talk.round-minutes.who', 'Who: {who}'),
  review: message('talk.round-minutes.review', 'We look at it again on {date}.'),
  open: message('talk.round-minutes.open', 'Nothing was recorded yet.'),
} as const;

/** Minutes of rounds in their order, under one heading. `nameOf` gives how somebody is called, or null: they go unnamed. */
export function roundMinutes(
  community: string,
  rounds: readonly MinutedRound[],
  nameOf: (who: string) => string | null,
): string {
  const days = [...new Set(rounds.map((one) => one.on))].sort().map(spoken);
  const title = SAY.title({ community, on: days.join(', ') }).text;
  const parts = [`# ${escaped(title)}`, ...rounds.flatMap((one) => ofRound(one, nameOf))];
  return `${parts.join('\n\n')}\n`;
}

function ofRound(round: MinutedRound, nameOf: (who: string) => string | null): readonly string[] {
  const { question, options, result, record, notes } = round;
  return [
    `## ${escaped(question.text)}`,
    escaped(SAY.people({ count: round.joined }).text),
    ...(question.why === null ? [] : [escaped(SAY.why({ why: question.why }).text)]),
    ...listUnder(SAY.evidence().text, question.evidence),
    ...listUnder(SAY.notes().text, notes ?? []),
    ...(result === null || result.way === 'consent' ? listUnder(SAY.options().text, options) : []),
    ...(result === null ? [] : ofResult(result)),
    ...(record === null ? [escaped(SAY.open().text)] : ofRecord(record, nameOf)),
  ];
}

function listUnder(heading: string, lines: readonly { readonly text: string }[]): readonly string[] {
  if (lines.length === 0) return [];
  return [`### ${escaped(heading)}`, lines.map(({ text }) => `- ${escaped(text)}`).join('\n')];
}

function ofResult(result: Result): readonly string[] {
  const heading = SAY.result().text;
  const { chosen, consent, aside, objections } = result;
  if (result.cannotTell) return listUnder(heading, [SAY.cannotTell()]);
  if (result.way === 'consent') {
    const counts = { chosen: chosen ?? 0, consent: consent ?? 0, aside: aside ?? 0 };
    const sum = SAY.consent({ ...counts, objections: objections ?? 0 });
    return listUnder(heading, [sum, ...result.reasons.map((reason) => SAY.objection({ reason }))]);
  }
  const tied = result.verdict === 'tied' ? [SAY.tied()] : [];
  return listUnder(heading, [...result.options.map(ofOption), ...tied]);
}

function ofOption(one: OptionResult) {
  if (one.dots !== null) return SAY.dots({ text: one.text, dots: one.dots, people: one.people ?? 0 });
  if (one.median === null) return SAY.unscored({ text: one.text });
  return SAY.score({ text: one.text, median: one.median, low: one.low ?? 0, high: one.high ?? 0 });
}

function ofRecord(record: Recorded, nameOf: (who: string) => string | null): readonly string[] {
  const { outcome, text, reasons, review } = record;
  const who = record.who.map(nameOf).filter((one) => one !== null);
  const lines = [
    ...(reasons === null ? [] : [SAY.because({ reasons }).text]),
    ...(who.length === 0 ? [] : [SAY.who({ who: who.join(', ') }).text]),
    ...(review === null ? [] : [SAY.review({ date: spoken(review) }).text]),
  ];
  const said = `**${escaped(SAY.outcome({ outcome, text }).text)}**`;
  return lines.length === 0 ? [said] : [said, lines.map((one) => `- ${escaped(one)}`).join('\n')];
}

/** A day as people say it. */
function spoken(day: string): string {
  const when = readWhen(day);
  return when === null ? day : sayWhen(when);
}
