/**
 * The agenda as every door gives it: the month on three legs, and the meeting made from questions; as plain data and as
 * Markdown. The day and the audience are those of the view.
 */
import { analyse } from '#core/analyses/analyse';
import type { View } from '#core/audience/view';
import { escaped } from '#core/export/markdown';
import { sourceLine } from '#core/export/words';
import type { Problem } from '#core/file/problem';
import { type Day, dayOf, isoDay } from '#core/model/dates';
import { type Id, inLanguage } from '#core/model/fact';
import { ask } from '#core/questions/ask';
import type { Question } from '#core/questions/define';
import { type Head, headOf } from '#core/report';
import { standingAnswers } from '#core/talk/answers';
import { type CalendarEntry, calendarEntries } from '#core/talk/calendar';
import { type FeedEntry, feedEntries } from '#core/talk/feed';
import type { Leg } from '#core/talk/item';
import { agendaFindings } from '#core/talk/legs';
import {
  itemIdOf,
  type MeetingAgenda,
  type MeetingItem,
  type MeetingOptions,
  meetingAgenda,
} from '#core/talk/meeting';
import { type LegSection, type MonthlyAgenda, monthlyAgenda, monthOf } from '#core/talk/month';
import { sayMonth } from '#core/words/dates';
import { type Message, message } from '#core/words/message';

export interface ToldItem {
  readonly id: string;
  readonly topic: string;
  readonly leg: Leg;
  readonly relief: boolean;
  readonly owner: string;
  readonly minutes: number;
  readonly text: string;
  /** The day on which it is due, as `2026-12-31`. */
  readonly date: string | null;
  readonly evidence: readonly Id[];
  readonly message: Message;
  readonly ownerMessage: Message;
}

export interface AgendaReport extends Head {
  readonly month: string;
  readonly from: string;
  readonly until: string;
  readonly minutes: number;
  readonly legs: readonly (LegSection & { readonly text: string })[];
  readonly items: readonly ToldItem[];
  /** The agenda of one meeting, where it was asked for. */
  readonly meeting: Omit<MeetingReport, keyof Head | 'problems'> | null;
  readonly problems: readonly Problem[];
}

export interface MeetingReport extends Head {
  readonly minutes: number;
  readonly items: readonly (MeetingItem & { readonly text: string })[];
  readonly left: MeetingAgenda['left'];
  readonly problems: readonly Problem[];
}

const TITLE = message('talk.title', '{community}: what to talk about in {month}');
const TAKES = message('talk.takes', 'About {minutes, plural, one {# minute} other {# minutes}} in all.');
const BY = message(
  'talk.by',
  '{owner}, {minutes, plural, one {# minute} other {# minutes}}{date, select, none {} other {, by {date}}}',
);

/** The agenda of a month (`2026-12`; without one, the month of the view's day), as the core gives it. */
export function agendaOf(view: View, month = monthOf(view.day)): MonthlyAgenda {
  const findings = [...analyse(view), ...agendaFindings(view)];
  return monthlyAgenda(view, findings, openQuestions(view, ask(view, findings)), month);
}

/** Without those that are answered or "not now"; those that were put on the agenda first. */
function openQuestions(view: View, questions: readonly Question[]): readonly Question[] {
  const { picks, aside } = standingAnswers(view);
  const isPicked = (one: Question) => picks.includes(itemIdOf(one));
  const open = questions.filter((one) => !aside.has(itemIdOf(one)));
  return [...open.filter(isPicked), ...open.filter((one) => !isPicked(one))];
}

/**
 * The JSON of `potluck agenda`.
 *
 * @throws RangeError for a month that is none
 */
export function agendaReport(view: View, month?: string, problems: readonly Problem[] = []): AgendaReport {
  const agenda = agendaOf(view, month);
  return {
    ...headOf(view),
    month: agenda.month,
    from: isoDay(agenda.from),
    until: isoDay(agenda.until),
    minutes: agenda.minutes,
    legs: agenda.legs.map((one) => ({ ...one, text: one.message.text })),
    items: agenda.items.map((one) => ({
      id: one.id,
      topic: one.topic,
      leg: one.leg,
      relief: one.relief,
      owner: one.owner.text,
      minutes: one.minutes,
      text: one.message.text,
      date: one.day === null ? null : isoDay(one.day),
      evidence: one.evidence,
      message: one.message,
      ownerMessage: one.owner,
    })),
    meeting: null,
    problems,
  };
}

/**
 * The agenda of one meeting, from the questions of the view. `blocks` weigh twice, `lately` a quarter. What the file says
 * to a question counts: what was put on the agenda is picked, what is answered or "not now" is left in peace.
 */
export function meetingReport(
  view: View,
  options: MeetingOptions & { readonly blocks?: readonly string[]; readonly lately?: readonly string[] } = {},
): MeetingReport {
  const { blocks = [], lately = [], ...meeting } = options;
  const { picks, aside } = standingAnswers(view);
  const asked = ask(view, [...analyse(view), ...agendaFindings(view)], { blocks, lately });
  const wished = [...(options.picks ?? []), ...picks];
  const questions = asked.filter((one) => wished.includes(itemIdOf(one)) || !aside.has(itemIdOf(one)));
  const { minutes, items, left } = meetingAgenda(view, questions, { ...meeting, picks: wished });
  const told = items.map((one) => ({ ...one, text: one.message.text }));
  return { ...headOf(view), minutes, items: told, left, problems: [] };
}

/** What of the month belongs in a calendar. */
export function agendaEntries(view: View, month?: string): readonly CalendarEntry[] {
  return calendarEntries(view, agendaOf(view, month));
}

/** So many months are told ahead of a calendar; what is due lies up to sixty days beyond them. */
const MONTHS_AHEAD = 4;

/**
 * What a calendar that follows the community is told: the month of `today`, the one before it and those ahead. The facts
 * are those of the view, whatever its day.
 */
export function agendaFeed(view: View, today: Day): readonly FeedEntry[] {
  const findings = [...analyse(view), ...agendaFindings(view)];
  const questions = openQuestions(view, ask(view, findings));
  const [year = 0, month = 0] = isoDay(today).split('-').map(Number);
  const months = Array.from({ length: MONTHS_AHEAD + 2 }, (_, at) => {
    const number = year * 12 + month - 2 + at;
    return monthOf(dayOf(Math.floor(number / 12), (number % 12) + 1, 1) ?? today);
  });
  return feedEntries(
    view,
    months.map((one) => monthlyAgenda(view, findings, questions, one)),
    sayMonth,
  );
}

/** The agenda of a month as Markdown: the legs as headings, their items in the order of talking. */
export function agendaMarkdown(view: View, month?: string): string {
  const agenda = agendaOf(view, month);
  const parts = [
    `# ${escaped(title(view, agenda))}`,
    `*${escaped(sourceLine(view))}*`,
    escaped(takes(agenda)),
  ];
  for (const leg of agenda.legs) {
    const own = agenda.items.filter((one) => one.leg === leg.leg);
    if (own.length === 0) {
      parts.push(escaped(leg.message.text));
      continue;
    }
    parts.push(`## ${escaped(leg.message.text)}`);
    parts.push(
      own.map((one) => `- [ ] **${escaped(one.message.text)}** (${escaped(carried(one))})`).join('\n'),
    );
  }
  return `${parts.join('\n\n')}\n`;
}

/** "The allotment school: what to talk about in December 2026". */
export function title(view: View, agenda: MonthlyAgenda): string {
  return TITLE({ community: inLanguage(view.name), month: sayMonth(agenda.from) }).text;
}

/** "About 90 minutes in all." */
export function takes({ minutes }: MonthlyAgenda): string {
  return TAKES({ minutes }).text;
}

/** "whoever keeps the money, 5 minutes, by 2026-12-31" */
export function carried(one: MonthlyAgenda['items'][number]): string {
  const date = one.day === null ? 'none' : isoDay(one.day);
  return BY({ owner: one.owner.text, minutes: one.minutes, date }).text;
}
