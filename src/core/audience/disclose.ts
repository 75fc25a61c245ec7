/**
 * The one door between a community as described and everyone who asks: `disclose` takes a `Community` and an audience
 * and gives a `View`. Where an audience may know a sum and not its parts, the parts are replaced here, before anything is
 * computed; `protect` says which sums would tell too much.
 */
import { type Audience, audienceOf, STANDARD_AUDIENCES } from '#core/audience/audience';
import { frame } from '#core/audience/frame';
import { banded } from '#core/audience/protect/band';
import type { Mask } from '#core/audience/protect/mask';
import { knowsTotals } from '#core/audience/protect/parts';
import { type Totals, totalsFor } from '#core/audience/protect/totals';
import { hasHiddenEnd, redact, redactor, WITHHELD } from '#core/audience/redact';
import { View, type Withheld } from '#core/audience/view';
import { levelOf, visibleIds } from '#core/audience/visible';
import { UNKNOWN } from '#core/model/amount';
import { allThings, type Community, THING_SECTIONS } from '#core/model/community';
import { type Day, middleDay } from '#core/model/dates';
import type { Id, Text } from '#core/model/fact';
import type { Flow, Thing } from '#core/model/things';

export interface DiscloseOptions {
  /** `stewards`, `core`, `members`, `public`, … see `knownAudiences`. */
  readonly audience: string;
  /** The day to see the community from: a day number, or a date, of which a partial one means its middle. */
  readonly day: Day | string;
}

/**
 * All that an audience may know of a community, seen from one day.
 *
 * @throws RangeError where the community knows no such audience, or the date is none. Doors ask `audienceOf` first.
 * @example
 * const view = disclose(community, { audience: 'members', day: '2009-10-08' });
 */
export function disclose(community: Community, options: DiscloseOptions): View {
  const audience = audienceOf(community, options.audience);
  if (audience === null)
    throw new RangeError(
      `No audience ${options.audience}. There are ${STANDARD_AUDIENCES.join(', ')}, those the file declares, and one for each party.`,
    );
  const day = typeof options.day === 'number' ? options.day : middleDay(options.day);
  if (day === null) throw new RangeError(`No date: ${options.day}`);
  const { disclosed, withheld, covered, mask } = redactCommunity(community, audience);
  const json = { potluck: 1, audience: audience.id, day, community: disclosed, withheld, covered } as const;
  return View.from(mask === null ? json : { ...json, mask });
}

interface Disclosed {
  readonly disclosed: Community;
  readonly withheld: readonly Withheld[];
  readonly covered: readonly Id[];
  readonly mask: Mask | null;
}

function redactCommunity(community: Community, audience: Audience): Disclosed {
  const visible = visibleIds(community, audience);
  const things = allThings(community);
  const totals = totalsOf(community, audience, visible);
  const shown = things.filter((thing) => visible.has(thing.id) && totals?.replaced.has(thing.id) !== true);
  const renamed = new Map<Id, Id>();
  for (const thing of shown)
    if (hasHiddenEnd(thing, visible)) renamed.set(thing.id, freshId(renamed.size + 1, visible));
  const known = totals === null ? visible : new Set(shown.map((thing) => thing.id));
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const covers = (id: Id): boolean => {
    const thing = byId.get(id);
    return thing !== undefined && levelOf(community, thing, audience) !== 'exact';
  };
  const names = hiddenNames(things, visible, renamed);
  const by = redactor(community.parties, known, renamed, names, covers, audience);

  const covered: Id[] = [...(totals?.covered ?? [])];
  const counts = new Map<string, number>();
  const count = (kind: string): void => void counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const disclosed: Record<string, Thing[]> = Object.fromEntries(
    THING_SECTIONS.map((section) => [section, []]),
  );
  for (const thing of shown) {
    let told = redact(thing, by);
    if (renamed.has(thing.id)) count('ends');
    if (thing.note !== null && told.note === null) count('notes');
    const level = levelOf(community, thing, audience);
    if (level === 'range') told = rounded(told);
    else if (level !== 'exact') {
      told = cover(told);
      covered.push(told.id);
      count(('kind' in thing && thing.kind) || thing.section);
    }
    disclosed[thing.section]?.push(told);
  }
  disclosed['flows']?.push(...(totals?.flows ?? []));
  return {
    disclosed: {
      ...community,
      ...frame(community, audience, [...shown, ...(totals?.flows ?? [])], by),
      ...(disclosed as Partial<Community>),
    },
    withheld: [...counts]
      .map(([kind, number]) => ({ kind, count: number }))
      .concat(totals?.withheld ?? [])
      .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)),
    covered,
    mask: totals?.mask ?? null,
  };
}

const sortKey = (one: Withheld): string => `${one.kind} ${one.why?.id ?? ''}`;

/** The totals of an audience that knows some; null for all others, who pay nothing for them. */
function totalsOf(community: Community, audience: Audience, visible: ReadonlySet<Id>): Totals | null {
  if (!knowsTotals(community, audience)) return null;
  const by = redactor(community.parties, visible, new Map(), [], () => false, audience);
  return totalsFor(community, audience, visible, by);
}

/** `w1`, `w2`, …, skipping what the community uses itself where that is visible. */
function freshId(number: number, visible: ReadonlySet<Id>): Id {
  const id = `w${number}`;
  return visible.has(id) ? `${id}-${WITHHELD}` : id;
}

/** The ids and names of everything hidden, and the ids that had to change because they might tell. */
function hiddenNames(
  things: readonly Thing[],
  visible: ReadonlySet<Id>,
  renamed: ReadonlyMap<Id, Id>,
): string[] {
  const shownNames = new Set(
    things.filter((thing) => visible.has(thing.id)).flatMap((thing) => [thing.id, ...wordsOf(thing.name)]),
  );
  const hidden = things
    .filter((thing) => !visible.has(thing.id))
    .flatMap((thing) => [thing.id, ...wordsOf(thing.name), ...callNames(thing)]);
  return [...hidden.filter((name) => !shownNames.has(name)), ...renamed.keys()];
}

/** People are called by a part of their name. */
function callNames(thing: Thing): string[] {
  if (thing.section !== 'parties' || thing.type !== 'person') return [];
  return wordsOf(thing.name)
    .flatMap((name) => name.split(/[\s,]+/))
    .filter((word) => /^\p{Lu}[\p{L}'’-]{2,}$/u.test(word));
}

function wordsOf(text: Text | null): string[] {
  if (text === null) return [];
  return typeof text === 'string' ? [text] : Object.values(text);
}

/** The fact with its amounts covered: it is there, how much is not told. */
function cover(thing: Thing): Thing {
  const x = { ...thing.x, 'x-withheld': 'amount' };
  const hidden = (reading: { readonly since: unknown; readonly until: unknown }) => ({
    ...reading,
    value: UNKNOWN,
    because: [],
  });
  if (thing.section === 'flows')
    return {
      ...thing,
      x,
      amount: thing.amount.slice(-1).map((one) => hidden({ ...one, since: null, until: null })),
      size: null,
      fair: null,
      otherwise: [],
    } as Thing;
  if (thing.section === 'needs') return { ...thing, x, amount: [] } as Thing;
  if (thing.section === 'pools')
    return { ...thing, x, stock: [], wears: [], renews: [], regrowsPerMonth: null, carries: null } as Thing;
  return { ...thing, x } as Thing;
}

/** The fact with its amounts rounded outwards to bands. */
function rounded(thing: Thing): Thing {
  const x = { ...thing.x, 'x-rounded': true };
  const series = (all: Flow['amount']) => all.map((one) => ({ ...one, value: banded(one.value) }));
  if (thing.section === 'flows')
    return { ...thing, x, amount: series(thing.amount), size: null, fair: null, otherwise: [] };
  if (thing.section === 'needs') return { ...thing, x, amount: series(thing.amount) };
  if (thing.section !== 'pools') return { ...thing, x };
  return {
    ...thing,
    x,
    stock: thing.stock.map((one) => ({ ...one, amount: banded(one.amount) })),
    wears: series(thing.wears),
    renews: series(thing.renews),
    regrowsPerMonth: null,
    carries: thing.carries === null ? null : banded(thing.carries),
  };
}
