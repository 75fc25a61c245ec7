/** Dates, lengths of time, and things that changed: `[{since: 2008, until: 2014, amount: …}, …]`. */
import type { Node } from 'yaml';
import { isMap, isScalar, isSeq } from '#core/file/nodes';
import { readDuration, spellDuration } from '#core/file/read-duration';
import { type Reading, textOf } from '#core/file/reading';
import { evidence } from '#core/file/shape/evidence';
import {
  type Field,
  may,
  must,
  type RecordShape,
  record,
  type Schema,
  type Shape,
  wrongShape,
} from '#core/file/shape/shape';
import { readWhen, type When } from '#core/model/dates';
import type { Reading as DatedReading, Series } from '#core/model/fact';

export const DATE_SCHEMA: Schema = {
  description: 'A year, month or day, such as 2009, 2009-10 or 2009-10-08; about 1995; or unknown.',
  anyOf: [
    { type: 'integer', minimum: 1000, maximum: 9999 },
    { type: 'string', pattern: '^(unknown|(about )?[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)$' },
  ],
};

/** `2009`, `2009-10`, `2009-10-08`, `about 1995`, `unknown`. */
export const when: Shape<When> = {
  holdsUnknown: true,
  says: 'date',
  schema: { $ref: '#/$defs/date' },
  read(node, reading) {
    if (!isScalar(node)) return wrongShape(node, reading, 'date');
    const written = textOf(node);
    const date = readWhen(written);
    if (date === null) {
      reading.report('bad-date', node, { near: betterDate(written) }, written);
      return undefined;
    }
    reading.places.set(date, node);
    return date;
  },
  write: (value) => (/^\d{4}$/.test(value.text) ? Number(value.text) : value.text),
};

/** A date that was probably meant: `2009/3/5`, `5.3.2009`, `2009-3`, `c. 1995`, `20266`. */
function betterDate(written: string): string {
  const parts = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(written);
  const turned = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written);
  const about = /^(?:c(?:irca|a)?\.?|~|around)\s*(\d{4})$/i.exec(written);
  const pad = (part: string | undefined) => (part === undefined ? '' : `-${part.padStart(2, '0')}`);
  const near = parts
    ? `${parts[1]}${pad(parts[2])}${pad(parts[3])}`
    : turned
      ? `${turned[3]}${pad(turned[2])}${pad(turned[1])}`
      : about
        ? `about ${about[1]}`
        : '';
  return near !== written && readWhen(near) !== null ? near : 'none';
}

const DURATION_SCHEMA: Schema = {
  anyOf: [
    { type: 'number', minimum: 0 },
    { type: 'string', pattern: '^[0-9.,]+ ?(day|week|month|quarter|year)s?$' },
  ],
};

/** `3 months`, as months. */
export const duration: Shape<number> = {
  says: 'length of time',
  schema: DURATION_SCHEMA,
  read(node, reading) {
    if (!isScalar(node)) return wrongShape(node, reading, 'text');
    const months = readDuration(textOf(node));
    if (months === null) reading.report('bad-duration', node, { date: 'no' }, textOf(node));
    return months ?? undefined;
  },
  write: (value) => spellDuration(value),
};

/** A length of time from the day of the description, or a date. */
export const moment: Shape<{ readonly months: number } | { readonly on: When }> = {
  says: 'length of time | date',
  schema: { anyOf: [DURATION_SCHEMA, { $ref: '#/$defs/date' }] },
  read(node, reading) {
    if (!isScalar(node)) return wrongShape(node, reading, 'text');
    const written = textOf(node);
    const date = readWhen(written);
    if (date !== null) return { on: date };
    const months = readDuration(written);
    if (months === null) reading.report('bad-duration', node, { date: 'yes' }, written);
    return months === null ? undefined : { months };
  },
  write: (value, writing) => ('on' in value ? when.write(value.on, writing) : spellDuration(value.months)),
};

/** Whether a later date ends before an earlier one begins. */
export function endsBefore(since: When | null, until: When | null): boolean {
  return since?.first != null && until?.last != null && until.last < since.first;
}

/** Reports an end before the beginning. */
export function checkSpan(since: When | null, until: When | null, reading: Reading): boolean {
  if (since === null || until === null || !endsBefore(since, until)) return true;
  const at = reading.places.get(until);
  if (at) reading.report('until-before-since', at, { since: since.text });
  return false;
}

/**
 * A value that may have changed: one value, or a list of dated readings, each with the key's own name, `amount` or `value`.
 * Missing: an empty series, which is unknown.
 */
export function series<T>(shape: Shape<T>, name: string): Shape<Series<T>> {
  const own: Field<T> = must(shape, 'What held over that time.', name);
  const dates = {
    since: may(when, 'First day on which this holds.'),
    until: may(when, 'Last day on which this holds.'),
    because: { key: '', shape: evidence, absent: [], says: 'How this reading is known.' } as Field<
      Series<T>[number]['because']
    >,
  };
  const named = record<DatedReading<T>>({ ...dates, value: own });
  const others = ['amount', 'value']
    .filter((key) => key !== name)
    .map((key) => [key, record<DatedReading<T>>({ ...dates, value: { ...own, key } })] as const);
  return {
    says: `${shape.says}, or a list of such with since and until`,
    schema: {
      anyOf: [
        shape.schema,
        { type: 'array', items: { anyOf: [named.schema, ...others.map(([, one]) => one.schema)] } },
      ],
    },
    read(node, reading, key) {
      if (!isSeq(node)) {
        const value = shape.read(node, reading, key);
        return value === undefined ? undefined : [{ since: null, until: null, value, because: [] }];
      }
      return readings(node.items, reading, key, named, others).filter(
        (one) => one.value !== null || shape.mayBeNull,
      );
    },
    write(value, writing) {
      const [only] = value;
      if (
        only &&
        value.length === 1 &&
        only.since === null &&
        only.until === null &&
        only.because.length === 0
      )
        return shape.write(only.value, writing);
      return value.map((one) => (named as Shape<DatedReading<T>>).write(one, writing));
    },
  };
}

function readings<T>(
  items: readonly unknown[],
  reading: Reading,
  key: string,
  named: RecordShape<DatedReading<T>>,
  others: readonly (readonly [string, RecordShape<DatedReading<T>>])[],
): Series<T> {
  const all: DatedReading<T>[] = [];
  for (const item of items) {
    const node = reading.follow(item);
    if (node === null) continue;
    if (!isMap(node)) {
      wrongShape(node, reading, 'map');
      continue;
    }
    const spelled = others.find(([other]) => node.has(other))?.[1] ?? named;
    const one = spelled.read(node, reading, key);
    if (one === undefined || !checkSpan(one.since, one.until, reading)) continue;
    const before = all.at(-1);
    if (before && overlaps(before, one)) reading.report('overlapping-readings', node as Node);
    all.push(one);
  }
  return all;
}

/** Whether two readings claim the same days. One without an end ends where the next one begins. */
function overlaps(before: DatedReading<unknown>, after: DatedReading<unknown>): boolean {
  const from = (one: DatedReading<unknown>) => one.since?.first ?? Number.NEGATIVE_INFINITY;
  const to = (one: DatedReading<unknown>) => one.until?.last ?? Number.POSITIVE_INFINITY;
  const isUnknown = [before.since, before.until, after.since, after.until].some(
    (date) => date?.first === null,
  );
  if (isUnknown || (before.until === null && from(before) < from(after))) return false;
  return from(after) <= to(before) && from(before) <= to(after);
}
