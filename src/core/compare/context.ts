/**
 * In what position a community is: what sort it is, how large, how old, in what legal form, on what technology, and who
 * pays. Read from `x-compare:` where a community states it; size, age and who pays are also read from its description,
 * and say so. Nothing else is inferred: what nobody wrote down is unknown.
 *
 *     x-compare: {kind: practice, form: cooperative, technology: mailing list, funds: members, began: 1997}
 */
import type { View } from '#core/audience/view';
import { dayOf, monthsBetween, readWhen } from '#core/model/dates';
import { readingOn } from '#core/model/rate';
import { message, type Template } from '#core/words/message';

export interface ContextEntry {
  readonly id: 'kind' | 'size' | 'age' | 'form' | 'technology' | 'funds';
  /** A word, compared as the same or not; for `size` the band, for `age` years. Null: unknown. */
  readonly value: string | number | null;
  /** Where it comes from; null where it is unknown. */
  readonly from: 'stated' | 'description' | null;
}

export const CONTEXT_TITLES: Readonly<Record<ContextEntry['id'], Template>> = {
  kind: message('context.kind', 'What sort'),
  size: message('context.size', 'How many'),
  age: message('context.age', 'How old'),
  form: message('context.form', 'In what form'),
  technology: message('context.technology', 'On what technology'),
  funds: message('context.funds', 'Who pays'),
};

/** People up to which a band reaches; above the last there is one more. Heuristic, about fourfold each. */
export const SIZE_BANDS = [12, 40, 150, 500, 2000] as const;
/** Older than this counts as this (heuristic). */
export const MOST_YEARS = 20;

/** The six entries, in a fixed order. */
export function contextOf(view: View): readonly ContextEntry[] {
  const stated = (view.ever.x['x-compare'] ?? {}) as Readonly<Record<string, unknown>>;
  const word = (id: 'kind' | 'form' | 'technology'): ContextEntry => {
    const value = wordOf(stated[id]);
    return { id, value, from: value === null ? null : 'stated' };
  };
  return [
    word('kind'),
    sizeOf(view),
    ageOf(view, stated),
    word('form'),
    word('technology'),
    fundsOf(view, stated),
  ];
}

function wordOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().toLowerCase() : null;
}

function sizeOf(view: View): ContextEntry {
  const amount = readingOn(view.size, view.day)?.value;
  if (amount?.is !== 'known') return { id: 'size', value: null, from: null };
  const band = SIZE_BANDS.findIndex((most) => amount.likely <= most);
  return { id: 'size', value: band < 0 ? SIZE_BANDS.length : band, from: 'stated' };
}

/** Years since it began: as stated, else since the earliest thing of those who say "we" that has a date. */
function ageOf(view: View, stated: Readonly<Record<string, unknown>>): ContextEntry {
  const said = stated['began'];
  const when = said === undefined ? null : readWhen(String(said));
  const began = when?.first ?? null;
  const earliest = earliestOf(view);
  const from = began ?? earliest;
  if (from === null || from > view.day) return { id: 'age', value: null, from: null };
  const years = Math.min(MOST_YEARS, Math.floor(monthsBetween(from, view.day) / 12));
  return { id: 'age', value: years, from: began === null ? 'description' : 'stated' };
}

function earliestOf(view: View): number | null {
  const inside = view.ever.parties.filter((party) => party.inside);
  const dates = [
    ...[...inside, ...view.ever.activities].map((thing) => thing.since?.first ?? null),
    ...view.ever.history.map((event) => event.on.first),
  ].filter((day) => day !== null);
  // Years before writing would be a slip of the pen.
  const real = dates.filter((day) => day > (dayOf(1000, 1, 1) ?? 0));
  return real.length === 0 ? null : Math.min(...real);
}

/** Who brings money in: members, sponsors, customers; several; unknown where no money is described. */
function fundsOf(view: View, stated: Readonly<Record<string, unknown>>): ContextEntry {
  const said = wordOf(stated['funds']);
  if (said !== null) return { id: 'funds', value: said, from: 'stated' };
  const sorts = new Set<string>();
  for (const flow of view.countedFlows) {
    const kind = view.kind(flow.kind ?? '');
    if (kind === null || !(kind.currency || kind.id === 'money')) continue;
    const from = view.get('parties', flow.from);
    const to = view.get('parties', flow.to);
    if (from === null || (to !== null && !to.inside)) continue;
    if (flow.form === 'sale') sorts.add('customers');
    else sorts.add(from.inside ? 'members' : 'sponsors');
  }
  const [one] = sorts;
  if (one === undefined) return { id: 'funds', value: null, from: null };
  return { id: 'funds', value: sorts.size === 1 ? one : 'several', from: 'description' };
}
