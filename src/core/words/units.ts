/** Units as they stand beside a number: `h/month`. The unit is the community's; the period is said in the reader's language. */
import { message } from '#core/words/message';

const PER = message(
  'amount.unit-per',
  '{unit}/{per, select, day {day} week {week} month {month} quarter {quarter} year {year} season {season} event {event} other {{per}}}',
);
const ALONE = message(
  'amount.per-alone',
  '{per, select, day {day} week {week} month {month} quarter {quarter} year {year} season {season} event {event} other {{per}}}',
);

/** `h/month` as it is written; in another language with its word for the period. A unit without a period stays. */
export function spokenUnit(unit: string): string {
  const at = unit.lastIndexOf('/');
  return at < 0 ? unit : PER({ unit: unit.slice(0, at), per: unit.slice(at + 1) }).text;
}

/** `month` where a number has a period and no unit. */
export function spokenPeriod(per: string): string {
  return ALONE({ per }).text;
}
