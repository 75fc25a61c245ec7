/** Loops, lit one by one: which arrows and things a loop goes through, named in words, with its sign and its delay. */
import type { Finding, Loop } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import { type Id, nameInWords } from '#core/model/fact';
import { groupsOf, type Lens, type LensMark, type LensRow } from '#core/picture/lens/lens';
import type { Scene } from '#core/picture/scene';
import { type Message, message } from '#core/words/message';

const SAY = {
  plus: message('lens.loops.plus', 'More {from}, more {to}.'),
  minus: message('lens.loops.minus', 'More {from}, less {to}.'),
  plusLate: message('lens.loops.plus-late', 'More {from}, more {to}, after a while.'),
  minusLate: message('lens.loops.minus-late', 'More {from}, less {to}, after a while.'),
  feeds: message('lens.loops.feeds', 'It feeds itself.'),
  holds: message('lens.loops.holds', 'It holds itself back.'),
  feedsAfter: message(
    'lens.loops.feeds-after',
    'It feeds itself, and once round takes about {months, plural, one {one month} other {# months}}.',
  ),
  holdsAfter: message(
    'lens.loops.holds-after',
    'It holds itself back, and once round takes about {months, plural, one {one month} other {# months}}.',
  ),
  none: message(
    'lens.loops.none',
    'No loop is drawn yet. An influence says: more of this, more or less of that.',
  ),
  starts: message('lens.loops.part', 'part of this loop'),
};

/** Loops by their length, the shortest first: what a person can follow. */
export function loopsShown(findings: readonly Finding[]): readonly Loop[] {
  const found = findings.flatMap((one) => (one.analysis === 'loops' ? (one.loops ?? []) : []));
  return [...found].sort((a, b) => a.arrows.length - b.arrows.length || (loopKey(a) < loopKey(b) ? -1 : 1));
}

/** The name of a loop in an address. */
export function loopKey(loop: Loop): string {
  return loop.arrows.join('.');
}

/** So many loops are listed; a thicket has thousands. */
const MOST = 12;

/** The lens with one loop lit; `chosen` null: the first. `findings`: those of `loops`. */
export function loopsLens(
  view: View,
  made: Scene,
  findings: readonly Finding[],
  chosen: string | null,
): Lens {
  const loops = loopsShown(findings);
  const lit = loops.find((loop) => loopKey(loop) === chosen) ?? loops[0];
  const marks = new Map<Id, LensMark>();
  if (lit !== undefined) {
    lit.arrows.forEach((arrow, i) => {
      for (const group of groupsOf(made, arrow))
        marks.set(group.id, {
          tone: lit.sign === 'R' ? 0 : 2,
          badge: String(i + 1),
          says: SAY.starts(),
          hollow: false,
        });
    });
    for (const node of lit.nodes)
      for (const group of groupsOf(made, node))
        marks.set(group.id, {
          tone: lit.sign === 'R' ? 0 : 2,
          badge: null,
          says: SAY.starts(),
          hollow: false,
        });
  }
  const legend: LensRow[] = loops.slice(0, MOST).map((loop) => ({
    key: loopKey(loop),
    tone: loop.sign === 'R' ? 0 : 2,
    badge: loop.sign,
    hollow: loop !== lit,
    says: sayLoop(view, loop),
    groups: loop.arrows.flatMap((arrow) => groupsOf(made, arrow).map((group) => group.id)),
  }));
  return { name: 'loops', marks, legend, empty: loops.length === 0 ? SAY.none() : null };
}

function sayLoop(view: View, loop: Loop): Message[] {
  const name = (id: Id) => {
    const thing = view.thing(id);
    return thing === null ? id : nameInWords(thing);
  };
  const steps = loop.arrows.flatMap((id) => {
    const arrow = view.get('influences', id);
    if (arrow === null) return [];
    const late = arrow.delayMonths !== null && arrow.delayMonths > 0;
    const more = late ? SAY.plusLate : SAY.plus;
    const less = late ? SAY.minusLate : SAY.minus;
    return [(arrow.sign === '+' ? more : less)({ from: name(arrow.from), to: name(arrow.to) })];
  });
  const months = Math.round(loop.delay);
  if (months === 0) return [...steps, (loop.sign === 'R' ? SAY.feeds : SAY.holds)()];
  return [...steps, (loop.sign === 'R' ? SAY.feedsAfter : SAY.holdsAfter)({ months })];
}
