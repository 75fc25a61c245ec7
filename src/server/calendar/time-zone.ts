/**
 * A time zone as a VTIMEZONE (RFC 5545, section 3.6.5), from what the platform knows of it: when its clocks are turned,
 * as a yearly rule where they are turned on the same weekday of a month each year, else turn by turn.
 */

export interface Turn {
  /** The moment, in milliseconds since 1970 in UTC. */
  readonly at: number;
  /** Minutes ahead of UTC before and after. */
  readonly from: number;
  readonly to: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Years looked at before and after the first one. */
const BEFORE = 2;
const AFTER = 4;
const BY_DAY = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** Whether the platform knows a time zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    clockOf(name);
    return true;
  } catch {
    return false;
  }
}

function clockOf(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
}

/** Minutes that the clock is ahead of UTC at a moment. */
function aheadAt(clock: Intl.DateTimeFormat, at: number): number {
  const parts = Object.fromEntries(
    clock.formatToParts(new Date(at)).map((part) => [part.type, Number(part.value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - at) / MINUTE);
}

/** When the clocks of a zone are turned in these years, the last one left out. */
export function turnsOf(zone: string, fromYear: number, untilYear: number): readonly Turn[] {
  const clock = clockOf(zone);
  const turns: Turn[] = [];
  let before = aheadAt(clock, Date.UTC(fromYear, 0, 1));
  for (let day = Date.UTC(fromYear, 0, 2); day < Date.UTC(untilYear, 0, 1); day += DAY) {
    const after = aheadAt(clock, day);
    if (after === before) continue;
    let [low, high] = [day - DAY, day];
    while (high - low > MINUTE) {
      const middle = low + Math.floor((high - low) / MINUTE / 2) * MINUTE;
      if (aheadAt(clock, middle) === before) low = middle;
      else high = middle;
    }
    turns.push({ at: high, from: before, to: after });
    before = after;
  }
  return turns;
}

/** The lines of a VTIMEZONE, unfolded. Good for moments from `year` on. */
export function timeZoneLines(zone: string, year: number): readonly string[] {
  const turns = turnsOf(zone, year - BEFORE, year + AFTER);
  const parts =
    turns.length === 0
      ? standing(aheadAt(clockOf(zone), Date.UTC(year, 0, 1)))
      : [...groups(turns)].flatMap((group) => observance(group));
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...parts, 'END:VTIMEZONE'];
}

function standing(ahead: number): readonly string[] {
  return part('STANDARD', [
    'DTSTART:19700101T000000',
    `TZOFFSETFROM:${offset(ahead)}`,
    `TZOFFSETTO:${offset(ahead)}`,
  ]);
}

/** Turns of the same sort in the same month. */
function groups(turns: readonly Turn[]): Iterable<readonly Turn[]> {
  const byKey = new Map<string, Turn[]>();
  for (const turn of turns) {
    const key = `${wall(turn).getUTCMonth()} ${turn.from} ${turn.to}`;
    byKey.set(key, [...(byKey.get(key) ?? []), turn]);
  }
  return byKey.values();
}

function observance(group: readonly Turn[]): readonly string[] {
  const [first] = group;
  if (first === undefined) return [];
  const rule = ruleOf(group);
  const told = rule === null ? group : [first];
  return told.flatMap((turn) =>
    part(turn.to > turn.from ? 'DAYLIGHT' : 'STANDARD', [
      `DTSTART:${stamp(wall(turn))}`,
      `TZOFFSETFROM:${offset(turn.from)}`,
      `TZOFFSETTO:${offset(turn.to)}`,
      ...(rule === null ? [] : [`RRULE:${rule}`]),
    ]),
  );
}

/** The yearly rule that all of them keep; null where they keep none. */
function ruleOf(group: readonly Turn[]): string | null {
  const walls = group.map(wall);
  const years = walls.map((one) => one.getUTCFullYear());
  const follows = years.every((year, at) => at === 0 || year === (years[at - 1] ?? 0) + 1);
  // A rule that ended before the last year would go on for ever.
  if (group.length < BEFORE + AFTER - 1 || !follows) return null;
  const same = (of: (one: Date) => number | string) => new Set(walls.map(of)).size === 1;
  if (!same((one) => one.getUTCDay()) || !same((one) => stamp(one).slice(8))) return null;
  const [one] = walls;
  if (one === undefined) return null;
  const month = `FREQ=YEARLY;BYMONTH=${one.getUTCMonth() + 1}`;
  const weekday = BY_DAY[one.getUTCDay()];
  if (walls.every((each) => daysLeft(each) < 7)) return `${month};BYDAY=-1${weekday}`;
  const nth = (each: Date) => Math.ceil(each.getUTCDate() / 7);
  return same(nth) ? `${month};BYDAY=${nth(one)}${weekday}` : null;
}

function daysLeft(day: Date): number {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate() - day.getUTCDate();
}

/** What the clock on the wall shows when it is turned, as a date read in UTC. */
function wall({ at, from }: Turn): Date {
  return new Date(at + from * MINUTE);
}

function part(name: string, lines: readonly string[]): readonly string[] {
  return [`BEGIN:${name}`, ...lines, `END:${name}`];
}

/** `20260329T020000` for a date read in UTC. */
function stamp(date: Date): string {
  return date.toISOString().slice(0, 19).replace(/[-:]/g, '');
}

/** `+0100` for 60 minutes. */
function offset(minutes: number): string {
  const whole = Math.abs(minutes);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(whole / 60))}${two(whole % 60)}`;
}
