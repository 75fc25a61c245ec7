/** The calendar's text, read back by another library: folding, escaping, recurrence, time zones, updates, what fell away. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { agendaFeed } from '#core/agenda';
import { dayOf } from '#core/model/dates';
import { viewOf } from '#core/questions/testing';
import { feedText, sendingOf } from '#server/calendar/feed-text';
import { folded, textValue } from '#server/calendar/lines';
import { timeZoneLines, turnsOf } from '#server/calendar/time-zone';
import type { Sent } from '#store/voices/port';

const SCHOOL = readFileSync(
  join(import.meta.dirname, '..', '..', '..', 'cases', 'allotment-school', 'community.yaml'),
  'utf8',
);
const MEETS = 'x-meeting: {on: first tuesday, at: "19:30", zone: Europe/Amsterdam, minutes: 90}\n';
const AT = '2026-11-22T10:00:00.000Z';
const TODAY = dayOf(2026, 11, 22) ?? 0;

function textOf(more = MEETS, audience = 'stewards', change: (sent: Sent) => Sent = (one) => one): string {
  const entries = agendaFeed(viewOf(SCHOOL + more, audience), TODAY);
  const sent = sendingOf(entries).map(({ uid, day }) =>
    change({ uid, day, sequence: 0, madeAt: AT, changedAt: AT, cancelled: false }),
  );
  return feedText('The allotment school', entries, sent);
}

const read = (text: string) => new ICAL.Component(ICAL.parse(text) as never);
const eventsOf = (text: string) => read(text).getAllSubcomponents('vevent');
const first = (event: ICAL.Component, name: string) => String(event.getFirstPropertyValue(name));

describe('lines', () => {
  test('every line ends with CR LF and has at most 75 bytes; unfolded it is what was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (words) => {
        const line = `SUMMARY:${textValue(words.replace(/[\ud800-\udfff]/g, ''))}`;
        const made = folded(line);
        expect(made.endsWith('\r\n')).toBe(true);
        for (const part of made.slice(0, -2).split('\r\n'))
          expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
        expect(made.slice(0, -2).replaceAll('\r\n ', '')).toBe(line);
        expect(made.replaceAll('\r\n', '')).not.toContain('\n');
      }),
    );
  });

  test('what has a meaning in a calendar is escaped', () => {
    expect(textValue('a,b;c\\d\r\ne\u0007')).toBe('a\\,b\\;c\\\\d\\ne');
  });

  test('the whole calendar keeps the rules', () => {
    const text = textOf();
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    for (const event of eventsOf(text))
      for (const name of ['uid', 'dtstamp', 'dtstart', 'sequence', 'last-modified', 'summary'])
        expect(event.getFirstProperty(name), name).not.toBeNull();
  });
});

describe('the meeting', () => {
  test('comes back every first Tuesday at half past seven in Amsterdam, winter and summer', () => {
    const text = textOf();
    const zone = read(text).getFirstSubcomponent('vtimezone');
    const timezone = new ICAL.Timezone(zone as ICAL.Component);
    const [every] = eventsOf(text).filter((one) => one.getFirstProperty('rrule') !== null);
    expect(first(every as ICAL.Component, 'rrule')).toBe('FREQ=MONTHLY;BYDAY=1TU');
    const start = every?.getFirstPropertyValue('dtstart') as ICAL.Time;
    start.zone = timezone;
    const next = new ICAL.RecurExpansion({ component: every as ICAL.Component, dtstart: start });
    const moments = Array.from({ length: 12 }, () => next.next()?.toJSDate().toISOString());
    // By the wall: the first Tuesdays of 2026; one hour ahead of UTC in winter, two from 29 March to 24 October.
    expect(moments).toEqual([
      '2026-01-06T18:30:00.000Z',
      '2026-02-03T18:30:00.000Z',
      '2026-03-03T18:30:00.000Z',
      '2026-04-07T17:30:00.000Z',
      '2026-05-05T17:30:00.000Z',
      '2026-06-02T17:30:00.000Z',
      '2026-07-07T17:30:00.000Z',
      '2026-08-04T17:30:00.000Z',
      '2026-09-01T17:30:00.000Z',
      '2026-10-06T17:30:00.000Z',
      '2026-11-03T18:30:00.000Z',
      '2026-12-01T18:30:00.000Z',
    ]);
  });

  test('the nearest months have their own agenda, in place of what the rule has on that day', () => {
    const single = eventsOf(textOf()).filter((one) => one.getFirstProperty('recurrence-id') !== null);
    expect(single.map((one) => first(one, 'recurrence-id').slice(0, 10))).toEqual([
      '2026-10-06',
      '2026-11-03',
      '2026-12-01',
      '2027-01-05',
      '2027-02-02',
      '2027-03-02',
    ]);
    expect(new Set(single.map((one) => first(one, 'uid')))).toEqual(
      new Set(['meeting@allotment-school.potluck']),
    );
    expect(first(single[2] as ICAL.Component, 'summary')).toBe('The allotment school meets: December 2026');
    expect(first(single[2] as ICAL.Component, 'description')).toContain('Thank the core group');
  });

  test('without a time it is a whole day, without a zone it is the reader’s own time', () => {
    const plain = textOf('');
    expect(plain).not.toContain('VTIMEZONE');
    expect(plain).toContain('DTSTART;VALUE=DATE:20260101\r\n');
    expect(plain).toContain('RRULE:FREQ=MONTHLY;BYMONTHDAY=1\r\n');
    expect(plain).toContain('RECURRENCE-ID;VALUE=DATE:20261201\r\n');
    const floating = textOf('x-meeting: {on: first tuesday, at: "19:30", zone: Nowhere/Land}\n');
    expect(floating).toContain('DTSTART:20260106T193000\r\n');
    expect(floating).not.toContain('VTIMEZONE');
  });
});

describe('what is due', () => {
  test('stands on its day once, under a name that stays, as the audience may know it', () => {
    const due = (audience: string) =>
      eventsOf(textOf(MEETS, audience))
        .map((one) => [first(one, 'uid').split('@')[0], first(one, 'dtstart')])
        .filter(([uid]) => uid !== 'meeting');
    expect(due('stewards')).toEqual(
      expect.arrayContaining([
        ['renewals.town-grant', '2026-12-31'],
        ['renewals.school-garden', '2026-12-31'],
      ]),
    );
    const uids = due('stewards').map(([uid]) => uid);
    expect(new Set(uids).size).toBe(uids.length);
    expect(textOf(MEETS, 'members')).not.toMatch(/town-grant|key-holder/);
  });

  test('a change has a higher number and a later moment; what fell away is told as cancelled, without words', () => {
    const later = '2026-11-23T10:00:00.000Z';
    const text = textOf(MEETS, 'stewards', (one) =>
      one.uid.startsWith('renewals.town-grant')
        ? { ...one, sequence: 3, changedAt: later }
        : one.uid.startsWith('renewals.school-garden')
          ? { ...one, sequence: 1, changedAt: later, cancelled: true }
          : one,
    );
    const of = (uid: string) =>
      eventsOf(text).find((one) => first(one, 'uid').startsWith(uid)) as ICAL.Component;
    expect([
      first(of('renewals.town-grant'), 'sequence'),
      first(of('renewals.town-grant'), 'last-modified'),
    ]).toEqual(['3', '2026-11-23T10:00:00Z']);
    const gone = of('renewals.school-garden');
    expect([first(gone, 'status'), first(gone, 'sequence'), first(gone, 'summary')]).toEqual([
      'CANCELLED',
      '1',
      'No longer on the agenda',
    ]);
    expect(gone.getFirstProperty('description')).toBeNull();
  });
});

describe('time zones', () => {
  test('clocks are turned when they are: Amsterdam, New York, Auckland; never in Nairobi', () => {
    const at = (zone: string) => turnsOf(zone, 2026, 2027).map((turn) => new Date(turn.at).toISOString());
    expect(at('Europe/Amsterdam')).toEqual(['2026-03-29T01:00:00.000Z', '2026-10-25T01:00:00.000Z']);
    expect(at('America/New_York')).toEqual(['2026-03-08T07:00:00.000Z', '2026-11-01T06:00:00.000Z']);
    expect(at('Pacific/Auckland')).toEqual(['2026-04-04T14:00:00.000Z', '2026-09-26T14:00:00.000Z']);
    expect(at('Africa/Nairobi')).toEqual([]);
    expect(timeZoneLines('Africa/Nairobi', 2026)).toContain('TZOFFSETTO:+0300');
  });

  test('as a yearly rule where there is one', () => {
    expect(timeZoneLines('Europe/Amsterdam', 2026)).toEqual(
      expect.arrayContaining([
        'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
        'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      ]),
    );
    expect(timeZoneLines('America/New_York', 2026)).toEqual(
      expect.arrayContaining([
        'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
        'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
      ]),
    );
  });

  test('read back, they give the platform’s own time in any month', () => {
    const text = (zone: string) =>
      ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', ...timeZoneLines(zone, 2026), 'END:VCALENDAR']
        .map(folded)
        .join('');
    for (const zone of [
      'Europe/Amsterdam',
      'America/New_York',
      'Pacific/Auckland',
      'Africa/Casablanca',
      'Asia/Kolkata',
    ]) {
      const timezone = new ICAL.Timezone(
        read(text(zone)).getFirstSubcomponent('vtimezone') as ICAL.Component,
      );
      for (let month = 0; month < 24; month += 1) {
        const time = ICAL.Time.fromData({
          year: 2026,
          month: month + 1,
          day: 15,
          hour: 12,
          minute: 0,
          second: 0,
          isDate: false,
        });
        time.zone = timezone;
        const shown = new Intl.DateTimeFormat('en-GB', {
          timeZone: zone,
          hour: '2-digit',
          minute: '2-digit',
        });
        expect(shown.format(time.toJSDate()), `${zone} ${month}`).toBe('12:00');
      }
    }
  });
});
