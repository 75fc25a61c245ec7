/**
 * The shift told as one story: what stretches with size and what does not, which needs break first, which loops are gained,
 * lost or changed by a scenario, who bears what at each size, and what the network is worth and costs by size. Reads the
 * measure `shift`; adds only what size does. The laws of worth are assumptions, and are said to be.
 */
import { findingsOf } from '#core/analyses/findings-of';
import { enumerateLoops } from '#core/analyses/loops/enumerate';
import { shift } from '#core/analyses/shift';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { nameOf } from '#core/model/fact';
import type { ScenarioChange } from '#core/model/things';
import { compile } from '#core/simulate/compile/compile';
import {
  type BestSize,
  bestSize,
  type NetworkEconomy,
  networkCost,
  networkWorth,
} from '#core/simulate/network-size';
import { type Bearing, bearSentences, bearsBySize } from '#core/simulate/shift-bearing';
import { type Message, message } from '#core/words/message';

export const SIZES: readonly number[] = [0.5, 1, 2, 4];

export interface Stretching {
  readonly need: Id;
  /** What is left of its coverage at twice the size; null where that cannot be told. */
  readonly stretch2: number | null;
  /** s*: times the present size at which what comes is just enough; null where that never ends, or cannot be told. */
  readonly breaks: number | null;
  readonly says: Message;
}

export interface ChangedLoop {
  readonly nodes: readonly Id[];
  /** Months around, before and after; null where it is not there. */
  readonly delay: readonly [number | null, number | null];
}

export interface NetworkBySize {
  readonly law: NetworkEconomy['law'];
  readonly best: BestSize;
  readonly points: readonly { readonly size: number; readonly worth: number; readonly cost: number }[];
  readonly says: Message;
}

export interface ShiftStory {
  readonly sentences: readonly Message[];
  /** The first to break first. */
  readonly stretches: readonly Stretching[];
  readonly loops: {
    readonly lost: readonly ChangedLoop[];
    readonly gained: readonly ChangedLoop[];
    readonly changed: readonly ChangedLoop[];
  };
  /** With what the scenario makes of what is given, once all of it has changed. */
  readonly bears: readonly Bearing[];
  /** As described, at the present size; empty where the scenario leaves all that is given as it is. */
  readonly bearsNow: readonly Bearing[];
  readonly network: readonly NetworkBySize[];
}

const says = {
  keeps: message(
    'shift.story.keeps',
    '{count, plural, =0 {Nothing that we know of stretches with us.} one {One need stretches with us: {needs}.} other {# needs stretch with us: {needs}.}}',
  ),
  first: message('shift.story.first', '{need} breaks first, at about {size, number} times our size.'),
  short: message('shift.story.short', 'What comes for {need} is not enough already.'),
  open: message(
    'shift.story.open',
    '{count, plural, one {For one need} other {For # needs}} we cannot tell, for the amounts are not known.',
  ),
  lost: message(
    'shift.story.lost',
    '{count, plural, one {One loop is lost} other {# loops are lost}}: {loops}.',
  ),
  gained: message(
    'shift.story.gained',
    '{count, plural, one {One loop is gained} other {# loops are gained}}: {loops}.',
  ),
  changed: message(
    'shift.story.changed',
    '{count, plural, one {One loop} other {# loops}} would be felt sooner or later than now: {loops}.',
  ),
  best: message(
    'shift.story.best',
    'If worth goes {law, select, linear {along with our number} power {with a power of our number} other {with our number and a little more}}, we would be at our best with about {size, number}. That is an assumption.',
  ),
  endless: message(
    'shift.story.endless',
    'If worth goes {law, select, linear {along with our number} power {with a power of our number} other {with our number and a little more}}, there is no best size: nothing that is described takes more from each as we grow. That is an assumption.',
  ),
};

export interface ShiftStoryOptions {
  /** A scenario of the file. */
  readonly scenario?: Id | null;
  /** What changes, where it is no scenario of the file. */
  readonly changes?: readonly ScenarioChange[];
  /** Levers moved from the start on, by their id: `hands: 0.5`. */
  readonly levers?: Readonly<Record<string, number>>;
  readonly sizes?: readonly number[];
}

/** The story of a shift: growth in general, and what a scenario does to the loops. */
export function shiftStory(
  view: View,
  { scenario = null, changes, levers = {}, sizes = SIZES }: ShiftStoryOptions = {},
): ShiftStory {
  const stretches = stretchesOf(view);
  const chosen = changes ?? view.scenarios.find((one) => one.id === scenario)?.changes ?? [];
  const loops = chosen.length === 0 ? { lost: [], gained: [], changed: [] } : loopsOf(view, chosen);
  const { bears, bearsNow } = bearsBySize(view, chosen, { levers, sizes });
  const network = networkOf(view, sizes);
  return {
    stretches,
    loops,
    bears,
    bearsNow,
    network,
    sentences: [
      ...stretchSentences(view, stretches),
      ...loopSentences(view, loops),
      ...bearSentences(view, { bears, bearsNow }, sizes),
      ...network.map((one) => one.says),
    ],
  };
}

function stretchesOf(view: View): Stretching[] {
  const found = findingsOf(shift, view, { draws: 0 }).flatMap((finding): Stretching[] => {
    const [need] = finding.about;
    if (need === undefined || view.get('needs', need) === null || finding.says === undefined) return [];
    const number = (key: string): number | null => {
      const value = finding.values?.[key];
      return typeof value === 'number' ? value : null;
    };
    return [{ need, stretch2: number('stretch2'), breaks: number('breaks'), says: finding.says }];
  });
  return found.sort(
    (a, b) => (a.breaks ?? Number.POSITIVE_INFINITY) - (b.breaks ?? Number.POSITIVE_INFINITY),
  );
}

const round = (value: number): number => Number(value.toPrecision(2));

function stretchSentences(view: View, stretches: readonly Stretching[]): Message[] {
  const name = (id: Id): string => ((thing) => (thing === null ? id : nameOf(thing)))(view.thing(id));
  const known = stretches.filter((one) => one.stretch2 !== null);
  const keeps = known.filter((one) => one.breaks === null);
  const first = known.find((one) => one.breaks !== null && one.breaks > 1);
  const short = known.filter((one) => one.breaks !== null && one.breaks <= 1);
  const open = stretches.length - known.length;
  return [
    ...(stretches.length === 0
      ? []
      : [says.keeps({ count: keeps.length, needs: keeps.map((one) => name(one.need)).join(', ') })]),
    ...(first === undefined ? [] : [says.first({ need: name(first.need), size: round(first.breaks ?? 1) })]),
    ...short.map((one) => says.short({ need: name(one.need) })),
    ...(open === 0 ? [] : [says.open({ count: open })]),
  ];
}

interface Arrow {
  readonly id: Id;
  readonly from: Id;
  readonly to: Id;
  readonly months: number;
}

/** Loops before and after: cut and ended arrows go, added ones come; what passes through a thing that ends goes with it. */
function loopsOf(view: View, changes: readonly ScenarioChange[]): ShiftStory['loops'] {
  const before = view.influences.map(
    (one): Arrow => ({ id: one.id, from: one.from, to: one.to, months: one.delayMonths ?? 0 }),
  );
  const gone = new Set(
    changes.flatMap((change) =>
      (change.verb === 'cut' || change.verb === 'end') && change.of !== null ? [change.of] : [],
    ),
  );
  const stays = before.filter((one) => !gone.has(one.id) && !gone.has(one.from) && !gone.has(one.to));
  const after = [
    ...stays,
    ...changes.flatMap((change) => (change.verb === 'add' ? addedArrows(change.to) : [])),
  ];
  const [was, is] = [loopsBy(before), loopsBy(after)];
  const only = (some: typeof was, others: typeof was, side: 0 | 1): ChangedLoop[] =>
    [...some]
      .filter(([key]) => !others.has(key))
      .map(([, one]) => ({ nodes: one.nodes, delay: side === 0 ? [one.months, null] : [null, one.months] }));
  return {
    lost: only(was, is, 0),
    gained: only(is, was, 1),
    changed: [...was].flatMap(([key, one]): ChangedLoop[] => {
      const now = is.get(key);
      return now === undefined || now.months === one.months
        ? []
        : [{ nodes: one.nodes, delay: [one.months, now.months] }];
    }),
  };
}

function addedArrows(raw: unknown): Arrow[] {
  const inner =
    typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>)['influences'] : null;
  if (typeof inner !== 'object' || inner === null) return [];
  const entries: [string, unknown][] = Array.isArray(inner)
    ? inner.map((one: unknown, index) => [`added-${index}`, one])
    : Object.entries(inner);
  return entries.flatMap(([key, one]): Arrow[] => {
    const {
      id = key,
      from,
      to,
      after,
    } = (typeof one === 'object' && one !== null ? one : {}) as Record<string, unknown>;
    if (typeof from !== 'string' || typeof to !== 'string') return [];
    return [{ id: String(id), from, to, months: Number.parseFloat(String(after ?? 0)) || 0 }];
  });
}

function loopsBy(
  arrows: readonly Arrow[],
): Map<string, { readonly nodes: readonly Id[]; readonly months: number }> {
  const months = new Map(arrows.map((one) => [one.id, one.months]));
  const list = enumerateLoops(arrows, { limit: 1000, most: 8 }).loops;
  return new Map(
    list.map((one) => [
      one.nodes.join(' '),
      { nodes: one.nodes, months: one.arrows.reduce((sum, arrow) => sum + (months.get(arrow) ?? 0), 0) },
    ]),
  );
}

function loopSentences(view: View, { lost, gained, changed }: ShiftStory['loops']): Message[] {
  const name = (id: Id): string => ((thing) => (thing === null ? id : nameOf(thing)))(view.thing(id));
  const told = (list: readonly ChangedLoop[]) => ({
    count: list.length,
    loops: list
      .slice(0, 5)
      .map((one) => one.nodes.map(name).join(' → '))
      .join('; '),
  });
  return [
    ...(lost.length === 0 ? [] : [says.lost(told(lost))]),
    ...(gained.length === 0 ? [] : [says.gained(told(gained))]),
    ...(changed.length === 0 ? [] : [says.changed(told(changed))]),
  ];
}

/** Worth by three laws, each such that what is given today is just worth it; cost by how the described work grows. */
function networkOf(view: View, sizes: readonly number[]): NetworkBySize[] {
  const { system } = compile(view);
  const value = (id: string): number => system.parameters.find((one) => one.id === id)?.value ?? 0;
  const people = system.parameters
    .filter((one) => /^heads_.*_now$/.test(one.id))
    .reduce((sum, one) => sum + one.value, 0);
  const needs = system.parameters
    .filter((one) => one.id.startsWith('need_'))
    .map((one) => ({ hours: one.value, beta: value(one.id.replace('need_', 'beta_')) }));
  const sum = (from: number, below: number): number =>
    needs.filter(({ beta }) => beta >= from && beta < below).reduce((total, { hours }) => total + hours, 0);
  const n = Math.max(2, people);
  const whole = needs.reduce((total, { hours }) => total + hours, 0);
  if (whole === 0) return [];
  const costs = {
    k0: sum(Number.NEGATIVE_INFINITY, 0.5),
    k1: sum(0.5, 1.25) / n,
    k2: (2 * sum(1.25, Number.POSITIVE_INFINITY)) / (n * (n - 1)),
  };
  return (['n-log-n', 'linear', 'power'] as const).map((law): NetworkBySize => {
    const unit = { law, b: 1, ...costs };
    const economy: NetworkEconomy = { ...unit, b: whole / networkWorth(unit, n) };
    const best = bestSize(economy);
    return {
      law,
      best,
      points: sizes.map((size) => ({
        size,
        worth: networkWorth(economy, n * size),
        cost: networkCost(economy, n * size),
      })),
      says: best.size === null ? says.endless({ law }) : says.best({ law, size: Math.round(best.size) }),
    };
  });
}
