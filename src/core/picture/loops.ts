/**
 * Small loops among influence arrows, for the marks R and B: at most six arrows, at most eight loops. The full count
 * is the analysis `loops`; this only finds where a mark may stand.
 */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { nameOf } from '#core/model/fact';
import type { Arrow, LoopSign } from '#core/picture/contents';

const LONGEST = 6;
const MOST = 8;

export function loopsOf(view: View, arrows: readonly Arrow[]): LoopSign[] {
  const out = new Map<Id, Arrow[]>();
  for (const arrow of arrows) out.set(arrow.from, [...(out.get(arrow.from) ?? []), arrow]);
  const found: Arrow[][] = [];
  const seek = (start: Id, at: Id, path: Arrow[]) => {
    for (const arrow of out.get(at) ?? []) {
      if (found.length >= MOST) return;
      if (arrow.to === start) found.push([...path, arrow]);
      else if (arrow.to > start && path.length < LONGEST - 1 && !path.some((one) => one.from === arrow.to)) {
        seek(start, arrow.to, [...path, arrow]);
      }
    }
  };
  for (const start of [...out.keys()].sort()) seek(start, start, []);
  return found.sort((a, b) => a.length - b.length).map((path) => loopSign(view, path));
}

function loopSign(view: View, path: readonly Arrow[]): LoopSign {
  const minuses = path.filter((arrow) => arrow.sign === '-').length;
  const named = path.flatMap((arrow) => (arrow.words === null ? [] : [arrow.words]));
  const nodes = path.map((arrow) => {
    const thing = view.thing(arrow.from);
    return thing === null ? arrow.from : nameOf(thing);
  });
  return {
    id: `loop-${path.map((arrow) => arrow.id).join('-')}`,
    arrows: path.map((arrow) => arrow.id),
    sign: minuses % 2 === 0 ? 'R' : 'B',
    words: (named.length > 1 ? named.slice(0, 2) : nodes.slice(0, 3)).join(', '),
  };
}
