/** Problems of amounts, units, dates and durations. */
import { defineProblems } from '#core/file/problems/define';

export const amountProblems = defineProblems({
  'bad-amount': {
    says: 'I cannot read “{text}” as an amount.',
    expected:
      'How much, the unit and the period: 12 h/month, 4..8 h/week, about 100 EUR/year, some h/month, unknown, none, 500 EUR once.',
    mend: `{near, select, none {Write it in one of these spellings.} other {Did you mean {near}?}}`,
    explains: 'Amounts are written as a number or range, then a unit, then a period or the word once.',
  },
  'ambiguous-number': {
    says: '“{number}” can be read in two ways: as {small} or as {large}.',
    expected: 'A number that can be read in one way only.',
    mend: 'Write {small} or {large}.',
    explains:
      'In some countries a comma or point before three digits divides thousands, in others decimals. One reading is a thousand times the other.',
  },
  'negative-amount': {
    says: 'The amount “{text}” is below zero.',
    expected: 'An amount of zero or more.',
    mend: 'Turn the arrow round: exchange from and to, and write the amount without the minus.',
    explains: 'What flows back is a flow in the other direction. Ranges are written with two points: 4..8.',
  },
  'reversed-range': {
    says: 'The numbers of “{text}” are not in rising order.',
    expected: 'The least first, then the likely one if there are three, then the most.',
    mend: 'Write {near}.',
    explains: 'A range runs from the least to the most.',
  },
  'unknown-period': {
    says: 'I do not know the period “{period}”.',
    expected: 'One of day, week, month, quarter, year, season and event, or the word once.',
    mend: `{near, select, none {Choose one of these periods.} other {Did you mean {near}?}}`,
    explains: 'Everything is compared per month, so a period must be one of those whose length is known.',
  },
  'wrong-period': {
    says: `{wanted, select, yes {“{text}” does not say in what period.} other {“{text}” names a period, and here it is asked how much there is at one time.}}`,
    expected: `{wanted, select, yes {An amount with a period, such as 6 / year.} other {An amount without a period.}}`,
    mend: `{wanted, select, yes {Add the period, such as / month.} other {Leave out what follows the stroke.}}`,
    explains: 'A rhythm or rate needs a period. A stock, a size or a price has none.',
  },
  'unknown-unit': {
    says: 'I do not know the unit “{unit}”.',
    expected: 'h, a currency code such as EUR, or the unit of a kind under kinds.',
    mend: `{near, select,
      none {Add a kind with this unit under kinds, with the law that it obeys.}
      other {Did you mean {near}? Otherwise add a kind with this unit under kinds.}}`,
    explains:
      'The unit tells which kind of resource is meant, and each kind obeys its own law. Hours and currencies are known without being declared.',
  },
  'wrong-unit': {
    says: `{unit, select, none {“{text}” has no unit.} other {The unit “{unit}” does not fit here.}}`,
    expected: `{wanted, select, none {A number without a unit.} other {An amount in {wanted}.}}`,
    mend: `{wanted, select, none {Leave the unit out.} other {Write the amount in {wanted}, or make it a thing of its own with its own kind.}}`,
    explains: 'A thing has one kind, and kinds are never added to one another or exchanged.',
  },
  'ambiguous-kind': {
    says: `{several, select,
      yes {The unit “{unit}” is the unit of several kinds: {known}.}
      other {It is not clear of which kind “{text}” is.}}`,
    expected: 'A unit that belongs to one kind, or the key kind.',
    mend: `{several, select, yes {Add the key kind, with one of {known}.} other {Add a unit, such as h or EUR, or the key kind.}}`,
    explains: 'Every amount belongs to one kind. The unit picks it; where that is not enough, kind says it.',
  },
  'once-without-period': {
    says: '“{text}” happens one time, and it is not said over which time it counts.',
    expected: 'A period such as /month, or both since and until, over which it is spread evenly.',
    mend: 'Add a period, or since and until. If it is right as it is, it counts only in the balance between two dated stocks.',
    explains:
      'An amount without a period enters no monthly figure, since nobody can say how much of it falls into a month.',
  },
  'event-without-rhythm': {
    says: '“{text}” counts per event, and no activity at its ends says how often it happens.',
    expected: 'An activity at one end with a rhythm, such as rhythm: 6 / year.',
    mend: 'Add rhythm to the activity, or write the amount per month or year.',
    explains: 'Without a rhythm an amount per event cannot be turned into an amount per month.',
  },
  'bad-date': {
    says: 'I cannot read “{text}” as a date.',
    expected: 'A year, month or day of the calendar: 2009, 2009-10, 2009-10-08, about 1995 or unknown.',
    mend: `{near, select, none {Write the date in one of these ways.} other {Did you mean {near}?}}`,
    explains: 'Dates have a year of four digits, months 01 to 12 and days that the month has.',
  },
  'until-before-since': {
    says: 'It ends with “{text}” before it begins with {since}.',
    expected: 'An until that is not before since.',
    mend: 'Exchange the two, or mend the one that is mistyped.',
    explains: 'until is the last day on which something still held, so it cannot be before the first one.',
  },
  'bad-duration': {
    says: 'I cannot read “{text}” as a length of time.',
    expected: `{date, select, yes {A length of time such as 3 months, or a date.} other {A length of time such as 3 months, 2 weeks or 1 year.}}`,
    mend: 'Write the number and the unit of time.',
    explains: 'Delays and the times of a scenario are lengths of time from the day of the description.',
  },
  'bad-price': {
    says: 'I cannot read “{text}” as so much for one of something.',
    expected: 'A rate such as 25 EUR/h.',
    mend: 'Write the number, its unit, a stroke and the unit it is paid for.',
    explains: 'fair says what one unit of the work would cost where it is paid for in full.',
  },
});
