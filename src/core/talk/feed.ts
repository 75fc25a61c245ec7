/**
 * What a calendar that follows a community is told: the meeting as one that comes back every month, the agenda of the
 * nearest ones in their own words, and what is due on a day. Plain dates; writes no format.
 */
import type { View } from '#core/audience/view';
import { type Day, yearOf } from '#core/model/dates';
import { inLanguage } from '#core/model/fact';
import { type CalendarEntry, calendarEntries } from '#core/talk/calendar';
import { meetingDay, meetsOf, recurrenceOf } from '#core/talk/meets';
import type { MonthlyAgenda } from '#core/talk/month';
import { message } from '#core/words/message';

export interface FeedEntry extends CalendarEntry {
  /** Minutes after midnight; null: the whole day. */
  readonly at: number | null;
  /** The time zone of `at`; null: the reader's own. */
  readonly zone: string | null;
  readonly minutes: number;
  /** Rule of RFC 5545 by which it comes back; null: it is once. */
  readonly rule: string | null;
  /** For one of those that come back: the day on which the rule has it. */
  readonly instead: Day | null;
}

const MEETS = message('talk.feed.meeting', '{community} meets: {month}');
const EVERY = message('talk.feed.every', '{community} meets');
const LATER = message('talk.feed.later', 'The agenda of this month is made from what is written down then.');
/** What a calendar shows of an entry that fell away; without words of the community. */
export const CANCELLED = message('talk.feed.cancelled', 'No longer on the agenda');

/**
 * The entries for the audience of the view. `agendas`: of months that follow each other, earliest first; `months` how
 * each is called. The rule begins in January of the year of the first, so that it does not move from month to month.
 */
export function feedEntries(
  view: View,
  agendas: readonly MonthlyAgenda[],
  sayMonth: (day: Day) => string,
): readonly FeedEntry[] {
  const [first] = agendas;
  if (first === undefined) return [];
  const meets = meetsOf(view);
  const community = inLanguage(view.name);
  const uid = `meeting@${view.id}.potluck`;
  const time = { at: meets.at, zone: meets.at === null ? null : meets.zone, minutes: meets.minutes };
  const every: FeedEntry = {
    ...time,
    uid,
    day: meetingDay(meets, yearOf(first.from), 1),
    summary: EVERY({ community }).text,
    description: LATER().text,
    rule: recurrenceOf(meets),
    instead: null,
  };
  const each = agendas.map((agenda): FeedEntry => {
    const [year = 0, month = 0] = agenda.month.split('-').map(Number);
    const day = meetingDay(meets, year, month);
    return {
      ...time,
      uid,
      day,
      summary: MEETS({ community, month: sayMonth(agenda.from) }).text,
      description: agenda.items.map((one) => `– ${one.message.text}`).join('\n'),
      rule: null,
      instead: day,
    };
  });
  const seen = new Set<string>();
  const due = agendas
    .flatMap((agenda) => calendarEntries(view, agenda))
    .filter((one) => !one.uid.startsWith('meeting-') && !seen.has(one.uid) && seen.add(one.uid))
    .map((one): FeedEntry => ({ ...one, at: null, zone: null, minutes: 0, rule: null, instead: null }));
  return [every, ...each, ...due];
}
