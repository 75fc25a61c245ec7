/**
 * A calendar as iCalendar (RFC 5545): whole days, so that no time zone can move them. The same facts give the same bytes;
 * a later state of them has a higher sequence, so that a calendar takes the change over.
 */
import ical from 'ical-generator';
import { type Day, isoDay } from '#core/model/dates';
import type { CalendarEntry } from '#core/talk/calendar';

export interface CalendarFile {
  readonly name: string;
  readonly language: string;
  /** The moment at which it was so, ISO 8601 in UTC: `2026-03-01T00:00:00Z`. No clock is read. */
  readonly at: string;
  /** Grows with every change of the facts, from 0. */
  readonly sequence: number;
}

const DAY_MS = 86_400_000;

/** Writes the entries as one calendar. */
export function calendarFile(entries: readonly CalendarEntry[], file: CalendarFile): string {
  const at = new Date(file.at);
  const calendar = ical({
    name: oneLine(file.name),
    prodId: { company: 'Potluck', product: 'Agenda', language: file.language.toUpperCase() },
  });
  for (const entry of entries) {
    calendar.createEvent({
      id: entry.uid,
      sequence: file.sequence,
      stamp: at,
      lastModified: at,
      start: new Date(entry.day * DAY_MS),
      end: new Date((entry.day + 1) * DAY_MS),
      allDay: true,
      timezone: 'UTC',
      summary: oneLine(entry.summary),
      description: plain(entry.description),
    });
  }
  return `${calendar.toString().replace(/(?:\r\n)+$/, '')}\r\n`;
}

/** In a calendar a line end begins a new property: a name that holds one must not invite anybody. */
const oneLine = (words: string): string => plain(words).replace(/\s+/g, ' ').trim();

/** Without signs that some readers take for the end of a line. */
const plain = (words: string): string =>
  words
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these have no place in a calendar
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ');

/** The beginning of a day as a moment in UTC. */
export function momentOf(day: Day): string {
  return `${isoDay(day)}T00:00:00Z`;
}
