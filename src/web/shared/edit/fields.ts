/**
 * What can be said of each sort of thing in a form: its fields as data, how they are read out of a thing, and how they
 * become keys of the file. Decides nothing about soundness: the server reads the result.
 */
import type { Amount } from '#core/model/amount';
import type { When } from '#core/model/dates';
import type { Series, Text } from '#core/model/fact';
import type { Activity, Flow, Influence, Party, Pool, Thing } from '#core/model/things';
import { t, words } from '../words';

export type Editable = Party | Pool | Activity | Flow | Influence;
export type EditableSection = Editable['section'];

/** What stands in a form, field by field. Lists of ids are joined by spaces. */
export type Values = Readonly<Record<string, string>>;

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface Field {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  readonly as: 'line' | 'text' | 'choice' | 'check' | 'things';
  readonly needed?: boolean;
  readonly choices?: readonly Choice[];
  /** Stands beside the next one. */
  readonly half?: boolean;
}

export const EDITABLE: readonly EditableSection[] = ['parties', 'activities', 'pools', 'flows', 'influences'];

export function isEditable(thing: Thing): thing is Editable {
  return (EDITABLE as readonly string[]).includes(thing.section);
}

/** What one of that sort is called. */
export function sortName(section: EditableSection): string {
  switch (section) {
    case 'parties':
      return t('sort.party', 'Someone');
    case 'activities':
      return t('sort.activity', 'Something we do');
    case 'pools':
      return t('sort.pool', 'Something we share');
    case 'flows':
      return t('sort.flow', 'A stream');
    case 'influences':
      return t('sort.influence', 'An influence');
  }
}

/** The fields of a thing as they stand in the file. */
export function valuesOf(thing: Editable): Values {
  const common = {
    name: textOf(thing.name),
    note: textOf(thing.note),
    since: whenOf(thing.since),
    until: whenOf(thing.until),
  };
  switch (thing.section) {
    case 'parties':
      return {
        ...common,
        type: thing.type,
        inside: thing.inside ? 'yes' : '',
        circle: thing.circle ?? '',
        in: thing.in ?? '',
        size: seriesOf(thing.size),
      };
    case 'pools':
      return {
        ...common,
        kind: thing.kind,
        stock: thing.stock.length === 1 ? written(thing.stock[0]?.amount) : '',
        holder: thing.holder ?? '',
        entry: textOf(thing.entry),
        use: textOf(thing.use),
      };
    case 'activities':
      return {
        ...common,
        for: Object.keys(thing.for).join(' '),
        price: thing.price === 'free' ? 'yes' : '',
        rhythm: thing.rhythm === null ? '' : written(thing.rhythm),
      };
    case 'flows':
      return {
        ...common,
        from: thing.from,
        to: thing.to,
        amount: seriesOf(thing.amount),
        kind: kindWritten(thing),
        form: thing.form ?? '',
        status: thing.status,
      };
    case 'influences':
      return {
        ...common,
        from: thing.from,
        to: thing.to,
        sign: thing.sign,
        after: thing.delayMonths === null ? '' : `${thing.delayMonths} months`,
        strength: thing.strength ?? '',
      };
  }
}

/** Fields that hold more than one line can say: they are changed in the file. */
export function lockedFields(thing: Editable): readonly string[] {
  // A list of readings says more than one line can: dates and sources of its own.
  const several = (
    key: string,
    series: readonly { readonly since?: unknown; readonly because: readonly unknown[] }[],
  ) => (series.length > 1 || series.some((one) => one.since != null || one.because.length > 0) ? [key] : []);
  const manyWords = (['name', 'note'] as const).filter(
    (key) => thing[key] !== null && typeof thing[key] !== 'string',
  );
  switch (thing.section) {
    case 'parties':
      return [...manyWords, ...several('size', thing.size)];
    case 'flows':
      return [...manyWords, ...several('amount', thing.amount)];
    case 'pools':
      return [...manyWords, ...several('stock', thing.stock)];
    case 'activities':
      return [...manyWords, ...(thing.price !== null && thing.price !== 'free' ? ['price'] : [])];
    default:
      return manyWords;
  }
}

/** What an empty form of a sort begins with. */
export function emptyValues(section: EditableSection): Values {
  switch (section) {
    case 'parties':
      return { type: 'circle', inside: 'yes' };
    case 'flows':
      return { status: 'actual' };
    case 'influences':
      return { sign: '+' };
    default:
      return {};
  }
}

/** One field as the file has it; null takes the key out. `before` keeps the weights of `for`. */
export function keyValue(section: EditableSection, key: string, value: string, before?: Editable): unknown {
  const said = value.trim();
  if (key === 'inside') return said === 'yes' ? true : null;
  if (key === 'price') return said === 'yes' ? 'free' : null;
  if (said === '') return null;
  if (section === 'activities' && key === 'for') {
    const weights = before?.section === 'activities' ? before.for : {};
    return Object.fromEntries(said.split(' ').map((id) => [id, weights[id] ?? 1]));
  }
  // A year alone and a head count alone are numbers in the file, as people write them.
  return /^\d{1,9}$/.test(said) && ['size', 'since', 'until'].includes(key) ? Number(said) : said;
}

function seriesOf(series: Series<Amount>): string {
  return series.length === 1 ? written(series[0]?.value) : '';
}

function written(amount: Amount | undefined): string {
  return amount === undefined || amount === null || amount.text === 'unknown' ? '' : amount.text;
}

/** The kind is written where the amount alone does not say it. */
function kindWritten(flow: Flow): string {
  const unit = flow.amount[0]?.value.unit;
  return unit == null ? (flow.kind ?? '') : '';
}

function textOf(text: Text | null): string {
  return words(text);
}

function whenOf(when: When | null): string {
  return when?.text ?? '';
}
