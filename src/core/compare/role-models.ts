/**
 * Who could be looked at by a community that wants to move on measures which its stewards picked: those in a like
 * position that are further along. Always two, so that neither is *the* model, each with what it pays for it and what it
 * lacks. Ranks nobody: the two stand in the order in which they were given.
 */
import { contextLikeness, type Described } from '#core/compare/likeness';
import { type Measure, measureOf } from '#core/compare/measures';
import type { Entry } from '#core/compare/vector';

/** A measure that the stewards picked, and which way they wish it to go. */
export interface Picked {
  /** `robust`, or one kind or circle of a measure: `hhi:hours`. */
  readonly id: string;
  readonly wish: 'more' | 'less';
}

/** What was picked is no measure, or leans no way by itself and nobody said which is wished. */
export interface Unpickable {
  readonly word: string;
  readonly why: 'unknown' | 'no-side';
}

export interface Gain {
  readonly measure: string;
  readonly here: number;
  readonly there: number;
  /** Of the range of the measure, 0 to 1. */
  readonly gain: number;
}

export interface RoleModel {
  /** Index of the community that may be looked at. */
  readonly side: number;
  /** Likeness of the positions of the two. */
  readonly contextS: number;
  /** `contextS × mean max(0, gain)` over the picked measures that are known of both. Chooses the two; not for showing. */
  readonly score: number;
  /** Picked measures on which it is further along. */
  readonly gains: readonly Gain[];
  /** Measures on which it is less far along than the one that looks, picked or not. */
  readonly tradeOffs: readonly Gain[];
  /** Picked measures of which one of the two cannot tell. */
  readonly unknown: readonly string[];
}

/** Least likeness of positions (`domain.md` section 6). */
export const LIKE_ENOUGH = 0.6;
/** How many are shown: two, or none. */
export const SHOWN = 2;
/** Differences below this are not worth telling as a price (heuristic). */
const WORTH_TELLING = 0.05;

/** Reads `robust`, `+fci:hours`, `-gini`: a sign says which way is wished where the measure itself does not. */
export function readPick(word: string): Picked | Unpickable {
  const sign = /^[+-]/.exec(word)?.[0];
  const id = word.replace(/^[+-]/, '').trim();
  const measure = measureOf(id);
  if (measure === null || (id.includes(':') && measure.by === null)) return { word, why: 'unknown' };
  const wish = sign === undefined ? measure.leans : sign === '+' ? 'more' : 'less';
  return wish === null ? { word, why: 'no-side' } : { id, wish };
}

/** Everyone who is in a like position and further along on what was picked, in the order given, with their scores. */
export function candidates(
  all: readonly Described[],
  of: number,
  picked: readonly Picked[],
): readonly RoleModel[] {
  const here = all[of];
  if (here === undefined || picked.length === 0) return [];
  return all.flatMap((there, side) => {
    if (side === of) return [];
    const alike = contextLikeness(here, there).s;
    if (alike === null || alike < LIKE_ENOUGH) return [];
    const compared = picked.flatMap((pick) => gainsOn(here, there, pick));
    const known = compared.flatMap((one) => (one.gain === null ? [] : [one.gain]));
    const mean = known.reduce((sum, one) => sum + Math.max(0, one.gain), 0) / Math.max(1, known.length);
    if (mean <= 0) return [];
    return [
      {
        side,
        contextS: alike,
        score: alike * mean,
        gains: known.filter((one) => one.gain > 0),
        tradeOffs: pricesOf(here, there, picked),
        unknown: compared.filter((one) => one.gain === null).map((one) => one.measure),
      },
    ];
  });
}

/** The two to be looked at, in the order given; none where there are fewer than two. */
export function roleModels(
  all: readonly Described[],
  of: number,
  picked: readonly Picked[],
): readonly RoleModel[] {
  const found = candidates(all, of, picked);
  if (found.length < SHOWN) return [];
  const two = [...found].sort((a, b) => b.score - a.score || a.side - b.side).slice(0, SHOWN);
  return two.sort((a, b) => a.side - b.side);
}

interface Compared {
  readonly measure: string;
  readonly gain: Gain | null;
}

/** A pick of a measure by kind or circle means each of those that both have. */
function gainsOn(here: Described, there: Described, pick: Picked): readonly Compared[] {
  const measure = measureOf(pick.id);
  if (measure === null) return [];
  const named = (entry: Entry) => entry.id === pick.id || entry.id.startsWith(`${pick.id}:`);
  const ids = [...new Set([...here.vector, ...there.vector].filter(named).map((entry) => entry.id))].sort();
  return ids.map((id) => ({ measure: id, gain: gainOf(here, there, id, measure, pick.wish) }));
}

function gainOf(
  here: Described,
  there: Described,
  id: string,
  measure: Measure,
  wish: 'more' | 'less',
): Gain | null {
  const value = (of: Described) => of.vector.find((entry) => entry.id === id)?.value ?? null;
  const [a, b] = [value(here), value(there)];
  if (a === null || b === null) return null;
  const gain = ((wish === 'more' ? b - a : a - b) / (measure.most - measure.least)) as number;
  return { measure: id, here: a, there: b, gain };
}

/** What the other pays for it: measures that lean one way, or were picked, on which it is less far along. */
function pricesOf(here: Described, there: Described, picked: readonly Picked[]): readonly Gain[] {
  return here.vector.flatMap((entry) => {
    const measure = measureOf(entry.id);
    const pick = picked.find((one) => entry.id === one.id || entry.id.startsWith(`${one.id}:`));
    const wish = pick?.wish ?? measure?.leans ?? null;
    if (measure === null || wish === null) return [];
    const gain = gainOf(here, there, entry.id, measure, wish);
    return gain === null || gain.gain >= -WORTH_TELLING ? [] : [{ ...gain, gain: -gain.gain }];
  });
}
