/**
 * Amounts as the picture shows them: a few words, and a width. Width is linear within a kind and says nothing across
 * kinds. An unknown amount has no width of its own; it is drawn hollow.
 */
import type { View } from '#core/audience/view';
import type { Amount } from '#core/model/amount';
import type { Id } from '#core/model/fact';
import { type Rate, readingOn } from '#core/model/rate';
import type { Flow } from '#core/model/things';
import { WORDS } from '#core/picture/words';
import { numberFormat } from '#core/words/formats';
import { speech } from '#core/words/speech';
import { spokenPeriod, spokenUnit } from '#core/words/units';

/** Px: the thinnest and the widest stream, and the hollow one. */
export const THINNEST = 2;
export const WIDEST = 28;
export const HOLLOW = 11;

/** `12,500`, `0.5`: with grouping, at most two decimals, as the reader writes numbers; no locale of the machine. */
export function number(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  const { language } = speech();
  if (language !== 'en') return numberFormat(language, { maximumFractionDigits: 2 }).format(rounded);
  const [whole = '0', part] = String(Math.abs(rounded)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${rounded < 0 ? '−' : ''}${grouped}${part === undefined ? '' : `.${part}`}`;
}

function withUnit(text: string, amount: Amount): string {
  const unit = amount.unit;
  const per = amount.per === null || amount.per === 'once' ? null : amount.per;
  if (unit === null) return per === null ? text : `${text} ${spokenPeriod(per)}`;
  return `${text} ${per === null ? unit : spokenUnit(`${unit}/${per}`)}`;
}

/** The amount in a few words: `24 h/month`, `10 to 15 h/month`, `about 12 h/week`, `some h/week`. */
export function amountWords(amount: Amount): string {
  if (amount.is === 'unknown') return WORDS.notKnown().text;
  if (amount.is === 'none') return WORDS.noneAtAll().text;
  if (amount.is === 'some') {
    if (amount.unit === null) return WORDS.someWithout().text;
    return WORDS.some({ unit: withUnit('', amount).trim() }).text;
  }
  const plain =
    amount.shape === 'range'
      ? withUnit(WORDS.to({ least: number(amount.least), most: number(amount.most) }).text, amount)
      : withUnit(number(amount.likely), amount);
  const text = amount.shape === 'about' ? WORDS.about({ text: plain }).text : plain;
  return amount.per === 'once' ? WORDS.once({ text }).text : text;
}

/** The head count of a party in words, without the word people: `15 to 20`, `about 650`. Null where not known. */
export function countWords(amount: Amount | null): string | null {
  if (amount === null || amount.is !== 'known') return null;
  if (amount.shape === 'range')
    return WORDS.to({ least: number(amount.least), most: number(amount.most) }).text;
  return amount.shape === 'about' ? WORDS.about({ text: number(amount.likely) }).text : number(amount.likely);
}

/** How a stream's body is drawn. Widths in px. */
export type Body =
  | { readonly is: 'known'; readonly least: number; readonly most: number; readonly range: boolean }
  | { readonly is: 'counted-once' | 'unknown' | 'some' | 'none' };

export interface Measure {
  readonly body: Body;
  readonly words: string;
  /** Whether there is a number. */
  readonly known: boolean;
}

/** The rate that is drawn 28 px wide, one per kind, a round number. */
export type Scale = ReadonlyMap<Id, number>;

/** The next of 1, 2, 3, 5 or 10 times a power of ten. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  for (const step of [1, 2, 3, 5]) if (value <= step * power * 1.000001) return step * power;
  return 10 * power;
}

/** What a stream tells of its amount before any scale. */
export interface Told {
  readonly rate: Rate;
  readonly amount: Amount | null;
}

export function told(view: View, flow: Flow): Told {
  return { rate: view.rate(flow), amount: readingOn(flow.amount, view.day)?.value ?? null };
}

/** One scale per kind over the flows that are drawn. */
export function scales(view: View, flows: readonly Flow[]): Scale {
  const widest = new Map<Id, number>();
  for (const flow of flows) {
    const rate = view.rate(flow);
    if (flow.kind === null || rate.is !== 'known') continue;
    const { most } = drawn(rate, told(view, flow).amount);
    if (most > 0) widest.set(flow.kind, Math.max(widest.get(flow.kind) ?? 0, most));
  }
  return new Map([...widest].map(([kind, most]) => [kind, roundUp(most)]));
}

/** A written range is drawn as one; the spread that comes from how a number is known is not. */
function drawn(rate: Extract<Rate, { is: 'known' }>, amount: Amount | null): { least: number; most: number } {
  const range = amount?.is === 'known' && amount.shape === 'range';
  return range ? { least: rate.least, most: rate.most } : { least: rate.likely, most: rate.likely };
}

export function measure(view: View, flow: Flow, scale: Scale): Measure {
  const { rate, amount } = told(view, flow);
  const words = amount === null ? WORDS.notKnown().text : amountWords(amount);
  if (rate.is === 'known' && flow.kind !== null) {
    const { least, most } = drawn(rate, amount);
    const full = scale.get(flow.kind) ?? most;
    const width = (value: number) => Math.max(THINNEST, full > 0 ? (WIDEST * value) / full : THINNEST);
    return {
      body: { is: 'known', least: width(least), most: width(most), range: most > least },
      words,
      known: true,
    };
  }
  if (amount?.is === 'known') return { body: { is: 'counted-once' }, words, known: true };
  if (rate.is === 'some' || rate.is === 'none') return { body: { is: rate.is }, words, known: false };
  return { body: { is: 'unknown' }, words, known: false };
}

/** The full width of a body in px. */
export function bodyWidth(body: Body): number {
  return body.is === 'known' ? body.most : HOLLOW;
}
