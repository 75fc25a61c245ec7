/**
 * Sets two to six communities, or one community on several days, side by side: one row a common block, each in its own
 * words, measures with bands, the questions each raises, what only one has, how alike they are, and, where stewards
 * picked measures, two that could be looked at. No ranking, no total, and nothing but what each view may know.
 */
import { analyse } from '#core/analyses/analyse';
import type { Finding } from '#core/analyses/finding';
import { analyses } from '#core/analyses/index';
import type { View } from '#core/audience/view';
import { changeSentences } from '#core/compare/change-list';
import { type ContextEntry, contextOf } from '#core/compare/context';
import { contextLikeness, type Described, likenessOf } from '#core/compare/likeness';
import { titleOf } from '#core/compare/measures';
import { type Gain, type Picked, roleModels } from '#core/compare/role-models';
import { type Row, rowsOf, type SideFacts } from '#core/compare/rows';
import { versionOn } from '#core/compare/scheme-history';
import { familyOf, vectorOf } from '#core/compare/vector';
import { isoDay, readWhen } from '#core/model/dates';
import { type Id, inLanguage, nameOf } from '#core/model/fact';
import { ask } from '#core/questions/ask';
import type { Sentence } from '#core/story/story';
import { sayWhen } from '#core/words/dates';
import { type Message, message } from '#core/words/message';

export const FEWEST = 2;
export const MOST = 6;

export interface CompareOptions {
  /** Measures on which the stewards wish to move; without them no role models are looked for. */
  readonly picked?: readonly Picked[];
  /** Others that may be looked at and do not stand side by side: the rest of the shelf. */
  readonly among?: readonly View[];
}

export interface ComparedCommunity {
  readonly community: Id;
  readonly name: string;
  /** The name, with the day where the same community stands there twice. */
  readonly label: string;
  readonly asOf: string;
  readonly scheme: { readonly id: string; readonly version: number };
  readonly context: readonly ContextEntry[];
  /** What only this one has: kinds that nobody else here has. */
  readonly onlyKinds: readonly { readonly id: Id; readonly name: string }[];
}

export interface Alike {
  readonly between: readonly [number, number];
  /** Over measures and context; null: too little is known of both. */
  readonly s: number | null;
  readonly comparable: number;
  /** Over the context alone. */
  readonly contextS: number | null;
  readonly contextComparable: number;
  readonly says: Message;
}

export interface Looked {
  /** Index of the community; from the number of communities on, one of those among whom was looked. */
  readonly side: number;
  readonly community: Id;
  readonly name: string;
  readonly contextS: number;
  readonly gains: readonly Gain[];
  readonly tradeOffs: readonly Gain[];
  readonly unknown: readonly string[];
  /** Rows (by index) under which it has nothing and the one that looks has something. */
  readonly lacks: readonly number[];
  readonly says: readonly Message[];
}

export interface Lookout {
  /** Index of the community that looks. */
  readonly of: number;
  /** Two, or none. */
  readonly models: readonly Looked[];
  readonly says: Message;
}

export interface Comparison {
  readonly communities: readonly ComparedCommunity[];
  readonly rows: readonly Row[];
  readonly alike: readonly Alike[];
  readonly roleModels: readonly Lookout[];
  /** Where one community is seen on two days: what changed. Null otherwise. */
  readonly change: {
    readonly since: string;
    readonly until: string;
    readonly sentences: readonly Sentence[];
  } | null;
}

const SAY = {
  alike: message(
    'compare.alike',
    '{a} and {b} are {s, number, percent} alike, going by the {share, number, percent} of what is compared that is known of both.',
  ),
  cannotTell: message(
    'compare.cannot-tell',
    'We cannot tell how alike {a} and {b} are: only {share, number, percent} of what is compared is known of both.',
  ),
  onDay: message('compare.on-day', '{name}, {day}'),
  two: message('compare.two', '{name} could look at two, neither of which is the answer: {one} and {other}.'),
  none: message(
    'compare.none',
    'For {name} there are not two here in a like position and further along on what was picked. One alone would look like the answer, so none is shown.',
  ),
  gain: message('compare.gain', '{model}: “{measure}” is {there, number} there and {here, number} here.'),
  price: message(
    'compare.price',
    'Its price, perhaps: “{measure}” is {there, number} there and {here, number} here.',
  ),
  noPrice: message('compare.no-price', 'On no measure that is known of both is it less far along.'),
  unknown: message('compare.unknown', 'We cannot tell for: {measures}.'),
  lacks: message('compare.lacks', 'It has nothing written down under {blocks}.'),
};

/**
 * @param views two to six, each of one audience on one day
 * @param findings those of each view, in the same order; worked out here where they are left out
 * @throws RangeError for fewer than two or more than six
 * @example
 * const { rows } = compare([km4dev, euforic]);
 */
export function compare(
  views: readonly View[],
  findings: readonly (readonly Finding[])[] = views.map((view) => analyse(view)),
  { picked = [], among = [] }: CompareOptions = {},
): Comparison {
  if (views.length < FEWEST || views.length > MOST)
    throw new RangeError(
      `${FEWEST} to ${MOST} communities can stand side by side; ${views.length} were given.`,
    );
  const sides = views.map((view, at) => sideOf(view, findings[at] ?? []));
  const described = sides.map((side): Described => ({ vector: side.vector, context: contextOf(side.view) }));
  const labels = labelsOf(views);
  const rows = rowsOf(sides);
  return {
    communities: views.map((view, at) => ({
      community: view.id,
      name: inLanguage(view.name),
      label: labels[at] ?? '',
      asOf: isoDay(view.day),
      scheme: { id: view.scheme.id, version: versionOn(view.scheme, view.day) },
      context: described[at]?.context ?? [],
      onlyKinds: onlyKinds(views, at),
    })),
    rows,
    alike: pairs(views.length).map((pair) => alike(described, labels, pair)),
    roleModels: picked.length === 0 ? [] : lookouts(sides, among, picked),
    change: changeOf(views),
  };
}

function sideOf(view: View, findings: readonly Finding[]): SideFacts {
  return { view, vector: vectorOf(view, findings), questions: ask(view, findings) };
}

/** One lookout for each community that stands there; it may look at these and at those `among` whom it was asked to. */
function lookouts(
  here: readonly SideFacts[],
  among: readonly View[],
  picked: readonly Picked[],
): readonly Lookout[] {
  const standing = new Set(here.map(({ view }) => view.id));
  const further = among.filter((view) => !standing.has(view.id));
  // Bands are not needed to choose by: one pass without draws.
  const sides = [...here, ...further.map((view) => sideOf(view, analyse(view, undefined, { draws: 0 })))];
  const described = sides.map((side): Described => ({ vector: side.vector, context: contextOf(side.view) }));
  const views = sides.map(({ view }) => view);
  const labels = labelsOf(views);
  return here.map((_, of) => lookout({ described, views, labels, sides, shown: here.length }, of, picked));
}

/** Names; with the day where one community stands there more than once. */
function labelsOf(views: readonly View[]): readonly string[] {
  return views.map((view) => {
    const name = inLanguage(view.name);
    const twice = views.filter((other) => other.id === view.id).length > 1;
    return twice ? SAY.onDay({ name, day: sayWhen(readWhen(isoDay(view.day))) }).text : name;
  });
}

function pairs(count: number): (readonly [number, number])[] {
  return Array.from({ length: count }, (_, a) =>
    Array.from({ length: count - a - 1 }, (_, b) => [a, a + 1 + b] as const),
  ).flat();
}

function alike(
  described: readonly Described[],
  labels: readonly string[],
  [a, b]: readonly [number, number],
): Alike {
  const [one, other] = [described[a], described[b]];
  if (one === undefined || other === undefined) throw new RangeError('no such pair');
  const whole = likenessOf(one, other);
  const context = contextLikeness(one, other);
  const names = { a: labels[a] ?? '', b: labels[b] ?? '', share: whole.comparable };
  return {
    between: [a, b],
    s: whole.s,
    comparable: whole.comparable,
    contextS: context.s,
    contextComparable: context.comparable,
    says: whole.s === null ? SAY.cannotTell(names) : SAY.alike({ ...names, s: whole.s }),
  };
}

interface Among {
  readonly described: readonly Described[];
  readonly views: readonly View[];
  readonly labels: readonly string[];
  readonly sides: readonly SideFacts[];
  /** How many stand side by side; the rest is only looked at. */
  readonly shown: number;
}

function lookout(
  { described, views, labels, sides, shown }: Among,
  of: number,
  picked: readonly Picked[],
): Lookout {
  const name = labels[of] ?? '';
  const beside = rowsOf(sides.slice(0, shown));
  const models = roleModels(described, of, picked).map(({ score: _, ...model }): Looked => {
    // One from the shelf has no column of its own: it is set beside the one that looks.
    const isShown = model.side < shown;
    const [looker, other] = [sides[of], sides[model.side]];
    if (looker === undefined || other === undefined) throw new RangeError('no such side');
    const rows = isShown ? beside : rowsOf([looker, other]);
    const [a, b] = isShown ? [of, model.side] : [0, 1];
    const lacks = rows.flatMap((row, at) =>
      (row.sides[a]?.things.length ?? 0) > 0 && (row.sides[b]?.things.length ?? 0) === 0 ? [at] : [],
    );
    const label = labels[model.side] ?? '';
    return {
      ...model,
      community: views[model.side]?.id ?? '',
      name: label,
      lacks: isShown ? lacks : [],
      says: sayModel(model, rows, label, a, lacks),
    };
  });
  const [one, other] = models.map((model) => model.name);
  return {
    of,
    models,
    says: one === undefined || other === undefined ? SAY.none({ name }) : SAY.two({ name, one, other }),
  };
}

function sayModel(
  model: Omit<Looked, 'community' | 'name' | 'lacks' | 'says'>,
  rows: readonly Row[],
  name: string,
  of: number,
  lacks: readonly number[],
): readonly Message[] {
  const title = (id: string): string =>
    rows.flatMap((row) => row.measures).find((one) => one.id === id)?.title.text ??
    titleOf(id, id.split(':')[1] ?? '').text;
  const rounded = (value: number): number => Number(value.toFixed(2));
  const at = (gain: Gain) => ({
    model: name,
    measure: title(gain.measure),
    here: rounded(gain.here),
    there: rounded(gain.there),
  });
  const blocks = lacks.map((row) => rows[row]?.sides[of]?.blocks.map((block) => block.name).join(', ') ?? '');
  return [
    ...model.gains.map((gain) => SAY.gain(at(gain))),
    ...(model.tradeOffs.length === 0 ? [SAY.noPrice()] : model.tradeOffs.map((gain) => SAY.price(at(gain)))),
    ...(model.unknown.length === 0 ? [] : [SAY.unknown({ measures: model.unknown.map(title).join(', ') })]),
    ...(blocks.length === 0 ? [] : [SAY.lacks({ blocks: blocks.join(', ') })]),
  ];
}

function onlyKinds(
  views: readonly View[],
  at: number,
): readonly { readonly id: Id; readonly name: string }[] {
  const others = new Set(
    views.filter((_, index) => index !== at).flatMap((view) => view.kinds.map(familyOf)),
  );
  return (views[at]?.kinds ?? [])
    .filter((kind) => !others.has(familyOf(kind)))
    .map((kind) => ({ id: kind.id, name: nameOf(kind) }));
}

/** Between the first and the last of two days of one community, whichever stands first. */
function changeOf(views: readonly View[]): Comparison['change'] {
  const [one, other] = views;
  if (views.length !== 2 || one === undefined || other === undefined || one.id !== other.id) return null;
  if (one.day === other.day || !analyses.some((analysis) => analysis.id === 'change')) return null;
  const [before, after] = one.day < other.day ? [one, other] : [other, one];
  const [finding] = analyse(after, ['change'], { since: before.day });
  if (finding === undefined) return null;
  return {
    since: isoDay(before.day),
    until: isoDay(after.day),
    sentences: changeSentences(before, after, finding),
  };
}
