/**
 * A calendar that somebody follows, as iCalendar (RFC 5545): a meeting that comes back, single months of it in their own
 * words, what is due, and what fell away. Written here and not by a library, because whole days that come back, their
 * exceptions and time zones have to stand together.
 */
import { createHash } from 'node:crypto';
import { isoDay } from '#core/model/dates';
import { CANCELLED, type FeedEntry } from '#core/talk/feed';
import { folded, textValue } from '#server/calendar/lines';
import { isTimeZone, timeZoneLines } from '#server/calendar/time-zone';
import type { Sending, Sent } from '#store/voices/port';

/** How an entry is remembered: single months of the meeting share its UID, so that their day is part of it. */
export function keyOf(entry: Pick<FeedEntry, 'uid' | 'instead'>): string {
  return entry.instead === null ? entry.uid : `${entry.uid}#${isoDay(entry.instead)}`;
}

/** What is to be noted of each entry before it is sent. */
export function sendingOf(entries: readonly FeedEntry[]): readonly Sending[] {
  return entries.map((entry) => ({
    uid: keyOf(entry),
    day: isoDay(entry.day),
    print: createHash('sha256').update(JSON.stringify(entry)).digest(),
  }));
}

/** The calendar. `sent` says how each entry is to be told; entries that it does not name are left out. */
export function feedText(name: string, entries: readonly FeedEntry[], sent: readonly Sent[]): string {
  const byKey = new Map(sent.map((one) => [one.uid, one]));
  const zones = new Set(entries.map(zoneOf).filter((zone) => zone !== null));
  const year = Math.min(...entries.map((one) => Number(isoDay(one.day).slice(0, 4))));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Potluck//Agenda//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${textValue(name)}`,
    `X-WR-CALNAME:${textValue(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
    ...[...zones].flatMap((zone) => timeZoneLines(zone, year)),
    ...entries.flatMap((entry) => {
      const told = byKey.get(keyOf(entry));
      return told === undefined || told.cancelled ? [] : eventLines(entry, told);
    }),
    ...sent.filter((one) => one.cancelled && !one.uid.includes('#')).flatMap(cancelledLines),
    'END:VCALENDAR',
  ];
  return lines.map(folded).join('');
}

/** The zone of an entry, where it has one that is known; else its time is the reader's own. */
function zoneOf({ at, zone }: FeedEntry): string | null {
  return at !== null && zone !== null && isTimeZone(zone) ? zone : null;
}

function eventLines(entry: FeedEntry, told: Sent): readonly string[] {
  const when = (name: string, day: number) => {
    if (entry.at === null) return `${name};VALUE=DATE:${compact(isoDay(day))}`;
    const zone = zoneOf(entry);
    return `${name}${zone === null ? '' : `;TZID=${zone}`}:${compact(isoDay(day))}T${clock(entry.at)}`;
  };
  return [
    'BEGIN:VEVENT',
    `UID:${textValue(entry.uid)}`,
    ...stamps(told),
    ...(entry.instead === null ? [] : [when('RECURRENCE-ID', entry.instead)]),
    when('DTSTART', entry.day),
    entry.at === null ? `DTEND;VALUE=DATE:${compact(isoDay(entry.day + 1))}` : `DURATION:PT${entry.minutes}M`,
    ...(entry.rule === null ? [] : [`RRULE:${entry.rule}`]),
    `SUMMARY:${textValue(entry.summary)}`,
    `DESCRIPTION:${textValue(entry.description)}`,
    'STATUS:CONFIRMED',
    `TRANSP:${entry.at === null ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ];
}

function cancelledLines(told: Sent): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${textValue(told.uid)}`,
    ...stamps(told),
    `DTSTART;VALUE=DATE:${compact(told.day)}`,
    `SUMMARY:${textValue(CANCELLED().text)}`,
    'STATUS:CANCELLED',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function stamps({ sequence, madeAt, changedAt }: Sent): readonly string[] {
  return [
    `DTSTAMP:${moment(changedAt)}`,
    `CREATED:${moment(madeAt)}`,
    `LAST-MODIFIED:${moment(changedAt)}`,
    `SEQUENCE:${sequence}`,
  ];
}

/** `20261231` for `2026-12-31`. */
function compact(day: string): string {
  return day.replaceAll('-', '');
}

/** `193000` for 1170 minutes after midnight. */
function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}00`;
}

/** `20261201T080000Z` for a moment as the store tells it. */
function moment(at: string): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}
