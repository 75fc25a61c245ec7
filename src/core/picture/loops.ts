/**
 * Small loops among influence arrows, for the marks R and B: at most six arrows, at most eight loops, the shortest first.
 * The full count is the analysis `loops`; this only says where a mark may stand.
 */
import { graphOf } from '#core/analyses/loops/graph';
import { listLoops } from '#core/analyses/loops/list-loops';
import type { View } from '#core/audience/view';
import { nameInWords } from '#core/model/fact';
import type { Arrow, LoopSign } from '#core/picture/contents';

const LONGEST = 6;
const MOST = 8;
/** Links that may be followed: a drawing that needs more is a thicket in which eight marks are found long before. */
const BUDGET = 200_000;

export function loopsOf(view: View, arrows: readonly Arrow[]): LoopSign[] {
  const listed = listLoops(graphOf(arrows), LONGEST, MOST, BUDGET);
  return listed.map((loop) =>
    loopSign(
      view,
      loop.arrows.flatMap((index) => arrows[index] ?? []),
    ),
  );
}

function loopSign(view: View, path: readonly Arrow[]): LoopSign {
  const minuses = path.filter((arrow) => arrow.sign === '-').length;
  const named = path.flatMap((arrow) => (arrow.words === null ? [] : [arrow.words]));
  const nodes = path.map((arrow) => {
    const thing = view.thing(arrow.from);
    return thing === null ? arrow.from : nameInWords(thing);
  });
  return {
    id: `loop-${path.map((arrow) => arrow.id).join('-')}`,
    arrows: path.map((arrow) => arrow.id),
    sign: minuses % 2 === 0 ? 'R' : 'B',
    words: (named.length > 1 ? named.slice(0, 2) : nodes.slice(0, 3)).join(', '),
  };
}
