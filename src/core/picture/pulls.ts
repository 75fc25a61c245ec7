/** What pulls on what: influence arrows along their ways, and the marks of the loops that they close. */
import type { Id } from '#core/model/fact';
import type { Arrow, Contents, LoopSign } from '#core/picture/contents';
import { drawArrow } from '#core/picture/influence';
import type { Layout } from '#core/picture/layout';
import { lightOn } from '#core/picture/light';
import { wrap } from '#core/picture/measure';
import type { Place } from '#core/picture/place';
import type { Link } from '#core/picture/ports';
import { type Route, Router } from '#core/picture/route';
import { saysArrow, saysLoop } from '#core/picture/says';
import type { Group } from '#core/picture/scene';
import {
  along,
  boxAround,
  boxOf,
  grow,
  type Mark,
  middle,
  type Point,
  round,
  type Walk,
} from '#core/picture/shape';
import { beside, near, type Taken, tidy } from '#core/picture/spots';
import type { Steps } from '#core/picture/steps';
import { onCloth } from '#core/picture/table';
import { textMarks } from '#core/picture/text';

export function* arrowWays(
  inside: Contents,
  plan: Layout,
  places: readonly Place[],
  routes: ReadonlyMap<Id, Route>,
): Steps<Map<Id, Walk>> {
  const end = (id: Id): Place | undefined => plan.places.get(id) ?? streamEnd(inside, routes.get(id));
  const links = inside.arrows.flatMap((arrow, order): Link[] => {
    const [from, to] = [end(arrow.from), end(arrow.to)];
    return from === undefined || to === undefined ? [] : [{ id: arrow.id, from, to, width: 3, order }];
  });
  const ground = { width: plan.width, height: plan.height, table: plan.cloth, places };
  const router = new Router(links, ground, [...routes.values()], true);
  yield* router.lay();
  yield* router.mend();
  return new Map(router.routes.map((one) => [one.id, one.way]));
}

/** An influence may touch a stream: then its middle stands for it. */
function streamEnd(inside: Contents, one: Route | undefined): Place | undefined {
  const stream = inside.streams.find(({ id }) => id === one?.id);
  if (one === undefined || stream === undefined) return undefined;
  const at = along(one.way, one.way.length * 0.62).point;
  const body = boxAround(at, one.width + 6, one.width + 6);
  const sign = {
    id: one.id,
    look: 'end',
    zone: 'free',
    rank: 0,
    name: '',
    details: [],
    over: false,
    seats: null,
    jar: null,
    paint: null,
    isNamed: true,
    folded: [],
    section: 'flows',
  } as const;
  return { sign, at, body, radius: one.width / 2 + 3, words: [], box: body, seats: [], rim: [] };
}

export function arrowGroup(
  arrow: Arrow,
  way: Walk | undefined,
  plan: Layout,
  taken: Taken,
  say: (id: Id) => string,
): Group[] {
  if (way === undefined) return [];
  const drawn = drawArrow(arrow, way, taken);
  let words: Mark[] = [];
  if (arrow.words !== null) {
    const text = wrap(arrow.words, 'hand', 14, 104, 3);
    const box = beside(text, way, 4, taken);
    if (box !== null)
      words = textMarks(
        { block: text, voice: 'aside', top: { x: middle(box).x, y: box.y }, anchor: 'middle' },
        onCloth(plan, box),
      );
  }
  return [
    {
      id: arrow.id,
      kind: 'influence',
      facts: [arrow.id],
      resource: null,
      label: saysArrow(arrow, say),
      box: tidy(grow(boxOf(way.points), 8)),
      classes: '',
      marks: drawn,
      words,
      hit: [],
      light: lightOn(way.points, 2),
    },
  ];
}

export function loopGroup(loop: LoopSign, ways: ReadonlyMap<Id, Walk>, taken: Taken): Group[] {
  const points: Point[] = loop.arrows.flatMap((id) => ways.get(id)?.points ?? []);
  if (points.length === 0) return [];
  const center = {
    x: points.reduce((sum, p) => sum + p.x, 0) / points.length,
    y: points.reduce((sum, p) => sum + p.y, 0) / points.length,
  };
  const text = wrap(loop.words, 'hand', 14, 112, 3);
  const roomy = near(center, Math.max(text.width, 30) + 6, text.height + 32, taken, 420);
  const box = roomy ?? near(center, 32, 32, taken, 260);
  if (box === null) return [];
  const at = { x: middle(box).x, y: box.y + 15 };
  const turn = `M${round(at.x - 9)} ${round(at.y + 5)}A10.5 10.5 0 1 1 ${round(at.x + 2)} ${round(at.y + 10.5)}`;
  const head = `M${round(at.x - 13)} ${round(at.y + 1.5)}L${round(at.x - 9)} ${round(at.y + 5.6)}L${round(at.x - 5.5)} ${round(at.y + 0.6)}`;
  const marks: Mark[] = [
    { tag: 'path', attrs: { class: 'p-line', d: turn + head, 'stroke-width': 1.3 } },
    {
      tag: 'text',
      attrs: { class: 'p-sign-letter', x: round(at.x), y: round(at.y + 4.5) },
      children: [loop.sign],
    },
  ];
  const words =
    roomy === null
      ? []
      : textMarks({ block: text, voice: 'aside', top: { x: at.x, y: box.y + 31 }, anchor: 'middle' }, false);
  return [
    {
      id: loop.id,
      kind: 'loop',
      facts: loop.arrows,
      resource: null,
      label: saysLoop(loop),
      box: tidy(box),
      classes: '',
      marks,
      words,
      hit: [
        {
          tag: 'rect',
          attrs: {
            class: 'p-hit',
            x: round(box.x),
            y: round(box.y),
            width: round(box.width),
            height: round(box.height),
          },
        },
      ],
      light: loop.arrows.flatMap((id) => lightOn(ways.get(id)?.points ?? [], 2)),
    },
  ];
}
