/** When a community meets: read from its file, the day of a month by the calendar on the wall, and as a rule. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDay } from '#core/model/dates';
import { garden } from '#core/questions/testing';
import { meetingDay, meetsOf, recurrenceOf } from '#core/talk/meets';

const meets = (said: string) => meetsOf(garden(`x-meeting: ${said}\n`));
const dayIn = (said: string, year: number, month: number) => isoDay(meetingDay(meets(said), year, month));

describe('what the file says', () => {
  test('the first Tuesday at half past seven', () => {
    expect(meets('{on: first tuesday, at: "19:30", zone: Europe/Amsterdam, minutes: 120}')).toEqual({
      on: { nth: 1, weekday: 2 },
      at: 1170,
      zone: 'Europe/Amsterdam',
      minutes: 120,
    });
  });

  test('nothing, or what is not understood: the first of the month, all day', () => {
    const usual = { on: { dayOfMonth: 1 }, at: null, zone: null, minutes: 90 };
    expect(meetsOf(garden())).toEqual(usual);
    expect(meets('{on: fifth sunday, at: "25:00", zone: "a b", minutes: -1}')).toEqual(usual);
    expect(meets('soon')).toEqual(usual);
  });
});

describe('the day of a month', () => {
  // By a wall calendar: 1 December 2026 is a Tuesday, 1 March 2026 a Sunday, 28 February 2027 a Sunday.
  test.each([
    ['{on: first tuesday}', 2026, 12, '2026-12-01'],
    ['{on: first monday}', 2026, 12, '2026-12-07'],
    ['{on: third thursday}', 2026, 12, '2026-12-17'],
    ['{on: last friday}', 2026, 12, '2026-12-25'],
    ['{on: last sunday}', 2027, 2, '2027-02-28'],
    ['{on: first sunday}', 2026, 3, '2026-03-01'],
    ['{on: 15}', 2026, 3, '2026-03-15'],
  ])('%s in %i-%i is %s', (said, year, month, day) => {
    expect(dayIn(said, year, month)).toBe(day);
  });

  test('lies in its month, on its weekday, in its week', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1970, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('first', 'second', 'third', 'fourth', 'last'),
        (year, month, which) => {
          const day = meetingDay(meets(`{on: ${which} wednesday}`), year, month);
          expect(isoDay(day).slice(0, 7)).toBe(`${year}-${String(month).padStart(2, '0')}`);
          expect(new Date(day * 86_400_000).getUTCDay()).toBe(3);
          if (which === 'last') expect(isoDay(day + 7).slice(0, 7)).not.toBe(isoDay(day).slice(0, 7));
          if (which === 'first') expect(isoDay(day - 7).slice(0, 7)).not.toBe(isoDay(day).slice(0, 7));
        },
      ),
    );
  });
});

test('as a rule that calendars know', () => {
  expect(recurrenceOf(meets('{on: first tuesday}'))).toBe('FREQ=MONTHLY;BYDAY=1TU');
  expect(recurrenceOf(meets('{on: last friday}'))).toBe('FREQ=MONTHLY;BYDAY=-1FR');
  expect(recurrenceOf(meets('{on: 15}'))).toBe('FREQ=MONTHLY;BYMONTHDAY=15');
});
