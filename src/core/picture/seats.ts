/** How many seats a circle has, how full a jar is: as far as anyone said. A number nobody gave is drawn as not known. */
import type { View } from '#core/audience/view';
import type { Amount } from '#core/model/amount';
import { type Day, middleDay } from '#core/model/dates';
import type { Id } from '#core/model/fact';
import { nameInWords } from '#core/model/fact';
import { readingOn } from '#core/model/rate';
import type * as T from '#core/model/things';
import { amountWords, countWords } from '#core/picture/amounts';
import { WORDS } from '#core/picture/words';

/** Up to 30 people have a head each; above that a dot stands for ten, above 2,000 for a hundred. */
export const MOST_HEADS = 30;
const MOST_BY_TEN = 2_000;

export interface Seats {
  readonly sort: 'heads' | 'dots' | 'unknown';
  readonly sure: number;
  /** Heads between the least and the most. */
  readonly perhaps: number;
}

function sizeOf(view: View, party: T.Party): Amount | null {
  return readingOn(party.size, view.day)?.value ?? null;
}

export function seatsOf(view: View, party: T.Party): Seats {
  const size = sizeOf(view, party);
  if (size === null || size.is !== 'known') return { sort: 'unknown', sure: 0, perhaps: 5 };
  const most = Math.round(size.most);
  const least = Math.round(size.least);
  if (most <= MOST_HEADS) return { sort: 'heads', sure: least, perhaps: most - least };
  const by = size.likely > MOST_BY_TEN ? 100 : 10;
  return { sort: 'dots', sure: Math.max(1, Math.min(200, Math.round(size.likely / by))), perhaps: 0 };
}

/** What is said below the name of a circle. */
export function sizeDetail(view: View, party: T.Party): string[] {
  if (party.type === 'person') return [];
  const size = sizeOf(view, party);
  const text = countWords(size);
  if (text === null || size?.is !== 'known') {
    return party.type === 'circle' && party.inside ? [WORDS.peopleNotKnown().text] : [];
  }
  if (size.shape === 'exact' && size.likely === 1) return [WORDS.onePerson().text];
  const dots = party.type === 'circle' && party.inside && Math.round(size.most) > MOST_HEADS;
  if (!dots) return [WORDS.people({ text }).text];
  return [(size.likely > MOST_BY_TEN ? WORDS.dotIsHundred : WORDS.dotIsTen)({ text }).text];
}

export interface Layer {
  readonly id: Id;
  readonly name: string;
  /** 0 to 1, or null where nobody said. */
  readonly share: number | null;
}

export interface Jar {
  readonly level: 'counted' | 'written' | 'unknown' | 'none' | 'covered';
  readonly words: string;
  readonly layers: readonly Layer[];
}

/** The level of a pool on the day: its last stock that was read by then. */
export function jarOf(view: View, pool: T.Pool): Jar {
  const layers = pool.pockets.flatMap((id) => {
    const pocket = view.get('pockets', id);
    if (pocket === null || !view.valid(pocket)) return [];
    return [{ id, name: nameInWords(pocket), share: readingOn(pocket.share, view.day)?.value ?? null }];
  });
  if (view.isCovered(pool.id)) return { level: 'covered', words: WORDS.withheld().text, layers };
  const stock = lastStock(view, pool);
  if (stock === null || stock.amount.is === 'unknown' || stock.amount.is === 'some') {
    return { level: layers.length > 0 ? 'written' : 'unknown', words: WORDS.levelNotKnown().text, layers };
  }
  if (stock.amount.is === 'none') return { level: 'none', words: amountWords(stock.amount), layers };
  return { level: 'counted', words: amountWords(stock.amount), layers };
}

function lastStock(view: View, pool: T.Pool): T.StockReading | null {
  let best: { day: Day; stock: T.StockReading } | null = null;
  for (const stock of pool.stock) {
    const day =
      stock.on === null ? (view.asOf === null ? view.day : middleDay(view.asOf.text)) : stock.on.first;
    if (day === null || day > view.day) continue;
    if (best === null || day >= best.day) best = { day, stock };
  }
  return best?.stock ?? null;
}
