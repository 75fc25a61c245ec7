/**
 * Minutes as Markdown, from what the file says of a day: the questions that were answered or set aside with what they
 * stand on, decisions with their dates, trials, and what comes next. And what keeping them adds to the file.
 */
import type { View } from '#core/audience/view';
import { isoDay } from '#core/model/dates';
import { type Id, inLanguage, nameInWords, type Text } from '#core/model/fact';
import type { Decision, Trial } from '#core/model/things';
import type { Question } from '#core/questions/define';
import { answersOf } from '#core/talk/answers';
import type { Leg } from '#core/talk/item';
import { itemIdOf } from '#core/talk/meeting';
import type { Proposed } from '#core/talk/operation';
import { sayWhen } from '#core/words/dates';
import { message } from '#core/words/message';

/** What was written down of a round: its question and how it ended. */
export interface RoundMinutes {
  readonly question: string;
  readonly evidence: readonly Id[];
  readonly outcome: 'decided' | 'not-now' | null;
  readonly text: string | null;
}

export interface MinutesOptions {
  /** `2026-12-01`. */
  readonly on: string;
  readonly questions?: readonly Question[];
  readonly rounds?: readonly RoundMinutes[];
}

const TITLE = message('talk.minutes.title', '{community}: minutes of {on}');
const NOTHING = message('talk.minutes.nothing', 'Nothing was written down on this day yet.');
const HEADING = message(
  'talk.minutes.heading',
  '{part, select, questions {What we talked about} decisions {What we decided} trials {What we try} other {What we look at next}}',
);
const EVIDENCE = message('talk.minutes.evidence', 'It stands on: {names}.');
const ANSWER = message('talk.minutes.answer', 'We say: {text}');
const NOT_NOW = message('talk.minutes.not-now', 'Not now.');
const OPEN = message('talk.minutes.open', 'Left open.');
const REASONS = message('talk.minutes.reasons', 'Why: {text}');
const OBJECTIONS = message('talk.minutes.objections', 'What spoke against it: {text}');
const REVIEW = message('talk.minutes.review', 'We look at it again: {when}.');
const HOPED = message('talk.minutes.hoped', 'What we hope for: {text}');
const KEPT = message('talk.minutes.kept', 'Minutes of our talk');

/** The minutes of a day as Markdown. What was said by whom stands nowhere. */
export function minutesMarkdown(view: View, options: MinutesOptions): string {
  const { on } = options;
  const parts = [
    ...part('questions', [...ofRounds(view, options.rounds ?? []), ...ofQuestions(view, options)]),
    ...part(
      'decisions',
      view.ever.decisions.filter((one) => isOn(one, on)).map((one) => ofDecision(one)),
    ),
    ...part(
      'trials',
      view.ever.trials.filter((one) => one.since?.text === on).map((one) => ofTrial(one)),
    ),
  ];
  const title = `# ${TITLE({ community: inLanguage(view.name), on }).text}`;
  return `${[title, ...(parts.length === 0 ? [NOTHING().text] : parts)].join('\n\n')}\n`;
}

function part(name: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`## ${HEADING({ part: name }).text}`, ...lines];
}

function isOn(one: Decision, on: string): boolean {
  return one.on?.text === on || (one.on === null && one.since?.text === on);
}

function ofRounds(view: View, rounds: readonly RoundMinutes[]): readonly string[] {
  return rounds.map((round) =>
    block(round.question, [
      standsOn(view, round.evidence),
      round.outcome === 'not-now' ? NOT_NOW().text : round.outcome === null ? OPEN().text : null,
      round.text,
    ]),
  );
}

function ofQuestions(view: View, { on, questions = [] }: MinutesOptions): readonly string[] {
  return [...answersOf(view)]
    .filter(([, answer]) => answer.on === on && answer.state !== 'agenda')
    .map(([key, answer]) => {
      const question = questions.find((one) => itemIdOf(one) === key);
      return block(question?.text ?? key, [
        question === undefined ? null : standsOn(view, question.evidence),
        answer.state === 'not-now' ? NOT_NOW().text : null,
        answer.text === null ? null : ANSWER({ text: plain(answer.text) }).text,
      ]);
    });
}

function standsOn(view: View, ids: readonly Id[]): string | null {
  const names = ids.flatMap((id) => {
    const thing = view.thing(id);
    return thing === null ? [] : [nameInWords(thing)];
  });
  return names.length === 0 ? null : EVIDENCE({ names: names.join(', ') }).text;
}

function ofDecision(one: Decision): string {
  return block(inLanguage(one.text), [
    said(one.question),
    one.reasons === null ? null : REASONS({ text: plain(inLanguage(one.reasons)) }).text,
    one.objections === null ? null : OBJECTIONS({ text: plain(inLanguage(one.objections)) }).text,
    one.reviewOn === null ? null : REVIEW({ when: sayWhen(one.reviewOn) }).text,
  ]);
}

function ofTrial(one: Trial): string {
  return block(inLanguage(one.about ?? one.name ?? one.id), [
    one.hoped === null ? null : HOPED({ text: plain(inLanguage(one.hoped)) }).text,
    one.reviewOn === null ? null : REVIEW({ when: sayWhen(one.reviewOn) }).text,
  ]);
}

function said(text: Text | null): string | null {
  return text === null ? null : plain(inLanguage(text));
}

/** A heading of three with its lines below; words of people cannot become Markdown of ours. */
function block(heading: string, lines: readonly (string | null)[]): string {
  const told = lines.filter((line) => line !== null && line !== '').map((line) => `- ${literal(line ?? '')}`);
  return [`### ${literal(plain(heading))}`, ...(told.length === 0 ? [] : [told.join('\n')])].join('\n\n');
}

function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

function literal(words: string): string {
  return words.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}

/**
 * What keeping minutes adds to the file: an event of its history with the Markdown as its note, and the legs that were
 * spoken of, so that the next agenda knows. Kept twice on one day, the later stands.
 */
export function minutesOperations(
  view: View,
  minutes: { readonly on: string; readonly markdown: string; readonly legs: readonly Leg[] },
): readonly Proposed[] {
  const { on, markdown, legs } = minutes;
  const value = { on, text: KEPT().text, note: markdown.trim() };
  const month = on.slice(0, 7);
  const kept = view.ever.x['x-agenda'];
  const others = Array.isArray(kept)
    ? kept.filter((one: unknown) => (one as { month?: unknown } | null)?.month !== month)
    : [];
  const agendas = [...others, { month, legs: [...legs] }];
  return [
    { op: 'put', section: 'history', id: `minutes-${on}`, value },
    ...(legs.length === 0 ? [] : [{ op: 'set', path: ['x-agenda'], value: agendas } as const]),
  ];
}

/** The day on which minutes are taken, where nobody says another: that of the view. */
export function minutesDay(view: View): string {
  return isoDay(view.day);
}
