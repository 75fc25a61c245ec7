/** What the address says is side by side, and the words of the Compare room. Pure; draws nothing and computes nothing. */
import type { View } from '#core/audience/view';
import type { CompareReport } from '#core/compare/report';
import { type Day, middleDay } from '#core/model/dates';
import { number, shortDay } from '../../shared/format';
import { shelfNote } from '../../shared/naming';
import { t } from '../../shared/words';

export type Row = CompareReport['rows'][number];
export type Measure = Row['measures'][number];
export type MeasureValue = Measure['values'][number];

/** One that stands beside: a community, on a day of its own or on the one it speaks of. */
export interface Beside {
  readonly id: string;
  /** As written: `2007`, `2007-10`; null: the day that its file names. */
  readonly on: string | null;
}

/** More than this cannot stand beside the one whose room it is. */
export const MOST_BESIDE = 5;

/** `euforic,km4dev@2012`; what cannot be read is left out. */
export function readBeside(text: string | undefined): readonly Beside[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim().split('@'))
    .filter(
      ([id = '', on]) => /^[a-z0-9][a-z0-9-]*$/.test(id) && (on === undefined || middleDay(on) !== null),
    )
    .slice(0, MOST_BESIDE)
    .map(([id = '', on]) => ({ id, on: on ?? null }));
}

export function writeBeside(all: readonly Beside[]): string {
  return all.map(({ id, on }) => (on === null ? id : `${id}@${on}`)).join(',');
}

/** The heading of a row: its block as each calls it, each name once. */
export function rowTitle(row: Row): string {
  const names = row.sides.flatMap((side) => side.blocks.map((block) => block.name));
  const own = [...new Set(names)];
  return own.length === 0 ? t('compare.homeless', 'Under no common block') : own.join(' / ');
}

/** A question, and which communities raise it. */
export interface RaisedBy {
  readonly id: string;
  readonly text: string;
  readonly sides: readonly number[];
}

/** The questions of a row; one that several raise in the same words stands there once. What is only offered is left out. */
export function questionsOf(row: Row): readonly RaisedBy[] {
  const found = new Map<string, RaisedBy>();
  for (const [at, side] of row.sides.entries()) {
    for (const { id, text, state } of side.questions) {
      if (state !== 'ask') continue;
      const before = found.get(text);
      found.set(text, { id, text, sides: [...new Set([...(before?.sides ?? []), at])] });
    }
  }
  return [...found.values()].sort((a, b) => b.sides.length - a.sides.length);
}

/** Measures of which at least one of them has a number. */
export function measuresOf(row: Row): readonly Measure[] {
  return row.measures.filter((one) => one.values.some((value) => value.value !== null));
}

/** Measures that are described somewhere and of which nobody can tell. */
export function untoldOf(row: Row): readonly Measure[] {
  return row.measures.filter(
    (one) =>
      one.values.every((value) => value.value === null) &&
      one.values.some((value) => value.state === 'cannot-tell'),
  );
}

/** A value in words, as its unit is read: 48%, 2 pairs, 0.75. */
export function valueText({ value, state }: MeasureValue, unit: Measure['unit']): string {
  if (state === 'not-described') return t('compare.not-described', 'not described');
  if (value === null) return t('compare.untold-value', 'cannot tell');
  return plainValue(value, unit);
}

function plainValue(value: number, unit: Measure['unit']): string {
  if (unit === 'share') return t('compare.percent', '{n}%', { n: number(value * 100, 0) });
  if (unit === 'pairs') return t('compare.pairs', '{n, plural, one {# pair} other {# pairs}}', { n: value });
  return number(value);
}

/** The band in words; empty where nothing was drawn or it is narrower than what is shown. */
export function bandText({ band }: MeasureValue, unit: Measure['unit']): string {
  if (band === null) return '';
  const [low, high] = [plainValue(band[0], unit), plainValue(band[1], unit)];
  return low === high ? '' : t('compare.band', '{low} to {high}', { low, high });
}

/** Where a number stands along a measure, 0 to 1. */
export function along(measure: Pick<Measure, 'least' | 'most'>, value: number): number {
  return (value - measure.least) / (measure.most - measure.least);
}

type ContextEntry = CompareReport['communities'][number]['context'][number];

/** What a community's position is called, in the order in which it is told. */
export function contextTitle(id: ContextEntry['id']): string {
  switch (id) {
    case 'kind':
      return t('compare.context.kind', 'What sort');
    case 'size':
      return t('compare.context.size', 'How many');
    case 'age':
      return t('compare.context.age', 'How old');
    case 'form':
      return t('compare.context.form', 'In what form');
    case 'technology':
      return t('compare.context.technology', 'On what technology');
    case 'funds':
      return t('compare.context.funds', 'Who pays');
  }
}

const BANDS = [12, 40, 150, 500, 2000];

export function contextText({ id, value }: ContextEntry): string {
  if (value === null) return t('compare.context.unknown', 'not known');
  if (id === 'age')
    return t('compare.context.years', '{n, plural, one {# year} other {# years}}', { n: value });
  if (id !== 'size') return String(value);
  const most = BANDS[Number(value)];
  return most === undefined
    ? t('compare.context.more', 'more than {n, number}', { n: BANDS.at(-1) ?? 0 })
    : t('compare.context.up-to', 'up to {n, number}', { n: most });
}

/** The name of a side, with its day where one community stands there twice. */
export function sideName(report: CompareReport, at: number): string {
  const one = report.communities[at];
  if (one === undefined) return '';
  const twice = report.communities.filter((other) => other.community === one.community).length > 1;
  if (!twice) return one.name;
  return t('compare.on-day', '{name}, {day}', { name: one.name, day: shortDay(middleDay(one.asOf) ?? 0) });
}

/** The day to look back to: the last day before it that shows another economy, else a year earlier. */
export function lastShown(view: View, day: Day): Day {
  const before = shelfNote(view)
    .snapshots.flatMap((text) => middleDay(text) ?? [])
    .filter((one) => one < day);
  return before.length === 0 ? day - 365 : Math.max(...before);
}
