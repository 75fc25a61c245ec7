/** What of an agenda belongs in a calendar: the meeting of the month and what is due on a day. Plain dates; writes no format. */
import type { View } from '#core/audience/view';
import type { Day } from '#core/model/dates';
import { inLanguage } from '#core/model/fact';
import type { MonthlyAgenda } from '#core/talk/month';
import { message } from '#core/words/message';

export interface CalendarEntry {
  /** Stays the same while what it is about does: `renewals.town-grant@allotment-school.potluck`. */
  readonly uid: string;
  /** A whole day; no time of it is known. */
  readonly day: Day;
  readonly summary: string;
  readonly description: string;
}

const MEETING = message('talk.calendar.meeting', '{community}: what to talk about this month');
const DUE = message('talk.calendar.due', '{community}: {item}');

/**
 * The entries of an agenda, by day. The meeting stands on the first of its month, for nobody said when it is; what is
 * due stands on its day.
 */
export function calendarEntries(view: View, agenda: MonthlyAgenda): readonly CalendarEntry[] {
  const community = inLanguage(view.name);
  const uid = (id: string) => `${id}@${view.id}.potluck`;
  const meeting = {
    uid: uid(`meeting-${agenda.month}`),
    day: agenda.from,
    summary: MEETING({ community }).text,
    description: agenda.items.map((one) => `– ${one.message.text}`).join('\n'),
  };
  const due = agenda.items.flatMap((one) =>
    one.day === null
      ? []
      : [
          {
            uid: uid(one.id),
            day: one.day,
            summary: DUE({ community, item: one.message.text }).text,
            description: one.owner.text,
          },
        ],
  );
  return [meeting, ...due].sort((a, b) => a.day - b.day || (a.uid < b.uid ? -1 : 1));
}
