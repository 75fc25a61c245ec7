/**
 * Streams as phrases: what somebody brings, told by its name, its amount, or its kind. An unknown amount is told by its
 * name alone and is counted as unknown; a hidden one is said to be hidden. Adds nothing up.
 */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { readingOn } from '#core/model/rate';
import type * as T from '#core/model/things';
import { kindCalled } from '#core/questions/called';
import { isMoney } from '#core/questions/shares';
import { plainName, spokenName } from '#core/questions/spoken';
import { sayAmount } from '#core/words/amounts';
import { listed } from '#core/words/lists';
import { message } from '#core/words/message';

const NAMED = message('story.part.named', '{name} ({amount})');
const COVERED = message('story.part.covered', '{name} (an amount not shown here)');
const SIZED = message(
  'story.part.sized',
  '{size, select, S {a small favour} M {a favour of some size} other {a large favour}}',
);
const SOME_OF_IT = message('story.part.some', '{kind}, not counted');

export type Counted = 'all' | 'part' | 'none' | 'hidden';

/** What one stream is: "moderation", "moderation (12 hours a month)", "EUR 1,500 a year". */
export function what(view: View, flow: T.Flow): string {
  const name = flow.name === null ? null : spokenName(view, plainName(flow), 'flows').text;
  const covered = view.isCovered(flow.id);
  const amount = readingOn(flow.amount, view.day)?.value ?? null;
  const kind = kindCalled(view, flow.kind);
  if (name !== null) {
    if (covered) return COVERED({ name }).text;
    return amount?.is === 'known'
      ? NAMED({ name, amount: sayAmount(amount, unitOf(view, flow)) }).text
      : name;
  }
  if (covered) return COVERED({ name: kind }).text;
  if (amount?.is === 'known') return sayAmount(amount, unitOf(view, flow));
  if (flow.size !== null) return SIZED({ size: flow.size }).text;
  return SOME_OF_IT({ kind }).text;
}

/** The amount of a stream in words; null where it is not known, or hidden. */
export function howMuch(view: View, flow: T.Flow): string | null {
  const amount = readingOn(flow.amount, view.day)?.value;
  return amount?.is === 'known' && !view.isCovered(flow.id) ? sayAmount(amount, unitOf(view, flow)) : null;
}

/** Several streams in one breath. */
export function whatAll(view: View, flows: readonly T.Flow[], atMost = 4): string {
  return listed(
    flows.map((flow) => what(view, flow)),
    atMost,
  );
}

/** Whether amounts are known for all, a part, or none of these; `hidden` where any is hidden. */
export function counted(view: View, flows: readonly T.Flow[]): Counted {
  if (flows.some((flow) => view.isCovered(flow.id))) return 'hidden';
  const known = flows.filter((flow) => readingOn(flow.amount, view.day)?.value.is === 'known').length;
  return known === 0 ? 'none' : known === flows.length ? 'all' : 'part';
}

export interface Stream {
  readonly from: Id;
  readonly to: Id;
  readonly flows: readonly T.Flow[];
}

/** Flows gathered by giver and by where they go, in the order of the file. */
export function gathered(flows: readonly T.Flow[]): readonly Stream[] {
  const streams = new Map<string, { from: Id; to: Id; flows: T.Flow[] }>();
  for (const flow of flows) {
    const key = `${flow.from} ${flow.to}`;
    const stream = streams.get(key) ?? { from: flow.from, to: flow.to, flows: [] };
    stream.flows.push(flow);
    streams.set(key, stream);
  }
  return [...streams.values()];
}

export function isInside(view: View, id: Id): boolean {
  return view.get('parties', id)?.inside === true;
}

/** Whether it names a party that is not among those who say "we", or the outside itself. */
export function isOutside(view: View, id: Id): boolean {
  const party = view.get('parties', id);
  return party === null ? id === 'outside' || id === 'ecosystem' : !party.inside;
}

export function isGrant(flow: T.Flow): boolean {
  return flow.form === 'grant';
}

/** Money for something: fees, sales and pay. */
export function isPaid(view: View, flow: T.Flow): boolean {
  return (
    flow.form === 'due' ||
    flow.form === 'sale' ||
    flow.form === 'pay' ||
    (isMoney(view, flow.kind) && flow.form === null)
  );
}

function unitOf(view: View, flow: T.Flow): string | null {
  return flow.kind === null ? null : (view.kind(flow.kind)?.unit ?? null);
}
