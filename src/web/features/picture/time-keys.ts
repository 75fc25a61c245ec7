/** Where a key takes the slider. Knows no screen. */
import { type Day, dayOf, isoDay } from '#core/model/dates';
import type { Stop } from './view-model';

/** Left and right go to the day that matters before and after, page keys a year, home and end to the edges. */
export function keyTarget(key: string, stops: readonly Stop[], day: Day, from: Day, to: Day): Day | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return stops.find((stop) => stop.day > day)?.day ?? to;
    case 'ArrowLeft':
    case 'ArrowDown':
      return stops.findLast((stop) => stop.day < day)?.day ?? from;
    case 'PageUp':
      return Math.min(to, yearLater(day, 1));
    case 'PageDown':
      return Math.max(from, yearLater(day, -1));
    case 'Home':
      return from;
    case 'End':
      return to;
    default:
      return null;
  }
}

function yearLater(day: Day, years: number): Day {
  const [year = 0, month = 1, date = 1] = isoDay(day).split('-').map(Number);
  return dayOf(year + years, month, Math.min(date, 28)) ?? day;
}
