/**
 * The picture as data: what to draw, in groups that mean something. Each group knows the facts it stands for, a
 * sentence, its box, and its drawing as a light tree of classes. Doors and pages decide colours and behaviour.
 */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { type ContentOptions, type Contents, contents, type Stream } from '#core/picture/contents';
import { draw } from '#core/picture/figures';
import { type Layout, layouts } from '#core/picture/layout';
import { lightOn, lightUnder } from '#core/picture/light';
import { looseTools } from '#core/picture/loose';
import { DISC } from '#core/picture/marks';
import { wrap } from '#core/picture/measure';
import { DETAIL, type Orientation, type Place, type Words, wordsBox } from '#core/picture/place';
import type { Link } from '#core/picture/ports';
import { arrowGroup, arrowWays, loopGroup } from '#core/picture/pulls';
import { ribbon } from '#core/picture/ribbon';
import { reach } from '#core/picture/rim';
import { type Route, Router } from '#core/picture/route';
import { namer, saysSign, saysStream } from '#core/picture/says';
import {
  type Box,
  boxAround,
  boxOf,
  crosses,
  grow,
  type Mark,
  middle,
  overlap,
  type Point,
  polyline,
  round,
  union,
  type Walk,
} from '#core/picture/shape';
import { beside, discAt, Taken, tidy } from '#core/picture/spots';
import { atOnce, type Steps } from '#core/picture/steps';
import { boundaryLine, boundaryWords, cloth, onCloth } from '#core/picture/table';
import { textMarks } from '#core/picture/text';

export type GroupKind =
  | 'party'
  | 'pool'
  | 'activity'
  | 'tool'
  | 'quantity'
  | 'end'
  | 'fold'
  | 'stream'
  | 'serves'
  | 'influence'
  | 'loop';

export interface Group {
  readonly id: Id;
  readonly kind: GroupKind;
  /** Facts it stands for. */
  readonly facts: readonly Id[];
  /** Kind of resource, of a stream. */
  readonly resource: Id | null;
  /** A sentence. */
  readonly label: string;
  readonly box: Box;
  /** Class of the group: the colour of its kind. */
  readonly classes: string;
  readonly marks: readonly Mark[];
  /** Words that lie above all drawing. */
  readonly words: readonly Mark[];
  /** Where a pointer may take it beyond its drawing: its words. Unseen. */
  readonly hit: readonly Mark[];
  /** Highlighter, to be drawn below everything when the group is lit or chosen. */
  readonly light: readonly Mark[];
}

export interface Scene {
  /** Upper left of the canvas; seldom anything but 0. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  readonly cloth: readonly Mark[];
  readonly boundary: readonly Mark[];
  /** In the order of drawing. */
  readonly groups: readonly Group[];
  /** Ids in the order in which they are read. */
  readonly order: readonly Id[];
  /** Boxes of all words, for the test that none overlap. */
  readonly wordBoxes: readonly Box[];
  /** The middle line of each stream and arrow, from its giver to its receiver. */
  readonly ways: ReadonlyMap<Id, readonly Point[]>;
  readonly contents: Contents;
  readonly layout: Layout;
}

export interface SceneOptions extends ContentOptions {
  readonly width?: number;
  readonly height?: number;
  readonly orientation?: Orientation;
  /** See `whereabouts`: keeps things where they were. */
  readonly near?: ReadonlyMap<Id, Point>;
}

/** Composes the picture of a view. */
export function scene(view: View, options: SceneOptions = {}): Scene {
  return atOnce(sceneInSteps(view, options));
}

/** The same a little at a time, each step of about a millisecond, for a page that has to answer meanwhile. */
export function* sceneInSteps(view: View, options: SceneOptions = {}): Steps<Scene> {
  const orientation = options.orientation ?? 'landscape';
  const [width, height] = [
    options.width ?? (orientation === 'landscape' ? 936 : 390),
    options.height ?? (orientation === 'landscape' ? 590 : 640),
  ];
  const inside = contents(view, options);
  yield;
  const plans = yield* layouts(view, inside, {
    width,
    height,
    orientation,
    ...(options.near === undefined ? {} : { near: options.near }),
  });
  const { plan, routes } = yield* calmest(inside, plans);
  const places = [...plan.places.values()];
  const taken = new Taken(plan.width, plan.height);
  for (const place of places) {
    taken.boxes.push(
      ...place.words.map(wordsBox),
      ...(place.seats.length > 0 ? place.seats.map((seat) => boxAround(seat, 13, 14)) : [place.body]),
    );
  }
  const say = namer(view, inside);
  for (const one of routes.values()) taken.cross(one.id, one.way, one.width);
  places.push(...looseTools(inside.signs, plan, taken));
  const ways = yield* arrowWays(inside, plan, places, routes);
  for (const [id, way] of ways) taken.cross(id, way, 3);
  const we = boundaryWords(plan, taken);
  const streams = yield* streamGroups(inside, plan, routes, taken, say);
  const arrows: Group[] = [];
  for (const arrow of inside.arrows) {
    yield;
    arrows.push(...arrowGroup(arrow, ways.get(arrow.id), plan, taken, say));
  }
  const signs: Group[] = [];
  for (const place of places) {
    yield;
    signs.push(signGroup(view, place, plan));
  }
  const loops = inside.loops.flatMap((loop) => loopGroup(loop, ways, taken));
  const drawn = [...streams, ...arrows, ...signs, ...loops];
  const wordBoxes = [...places.flatMap((place) => place.words.map(wordsBox)), ...taken.words];
  return fitted({
    x: 0,
    y: 0,
    width: plan.width,
    height: plan.height,
    orientation,
    cloth: cloth(plan),
    boundary: [...boundaryLine(plan, taken), ...we],
    groups: drawn,
    order: readingOrder(places, drawn),
    wordBoxes,
    ways: new Map(
      [...routes.values(), ...[...ways].map(([id, way]) => ({ id, way }))].map((one) => [
        one.id,
        one.way.points,
      ]),
    ),
    contents: inside,
    layout: plan,
  });
}

/** Widens the canvas where a bow or a word would leave it. */
function fitted(made: Scene): Scene {
  const whole = union([...made.groups.map((group) => grow(group.box, 4)), ...made.wordBoxes]);
  if (whole === null) return made;
  const [x, y] = [Math.min(0, Math.floor(whole.x)), Math.min(0, Math.floor(whole.y))];
  const width = Math.max(made.width, Math.ceil(whole.x + whole.width)) - x;
  const height = Math.max(made.height, Math.ceil(whole.y + whole.height)) - y;
  return { ...made, x, y, width, height };
}

/** Of several layouts the one whose streams cross least and run over least. */
function* calmest(
  inside: Contents,
  plans: readonly Layout[],
): Steps<{ plan: Layout; routes: Map<Id, Route> }> {
  const [first, ...others] = plans;
  let best = { plan: first!, router: routerOf(inside, first!) };
  yield* best.router.lay();
  for (const plan of others) {
    const router = routerOf(inside, plan);
    yield* router.lay();
    if (router.cost < best.router.cost) best = { plan, router };
  }
  yield* best.router.mend();
  return { plan: best.plan, routes: new Map(best.router.routes.map((one) => [one.id, one])) };
}

function routerOf(inside: Contents, plan: Layout): Router {
  const links: Link[] = [];
  inside.streams.forEach((stream, order) => {
    const [from, to] = [plan.places.get(stream.from), plan.places.get(stream.to)];
    if (from !== undefined && to !== undefined)
      links.push({ id: stream.id, from, to, width: stream.width, order });
  });
  const places = [...plan.places.values()];
  return new Router(links, { width: plan.width, height: plan.height, table: plan.cloth, places });
}

function* streamGroups(
  inside: Contents,
  plan: Layout,
  routes: ReadonlyMap<Id, Route>,
  taken: Taken,
  say: (id: Id) => string,
): Steps<Group[]> {
  const discs = new Map<Id, number>();
  for (const stream of inside.streams) {
    const one = routes.get(stream.id);
    if (one === undefined || stream.role !== 'flow') continue;
    const far = discAt(one.way, DISC, taken, stream.id, stream.over !== null);
    if (far !== null) discs.set(stream.id, far);
  }
  const before: (Route & { readonly box: Box })[] = [];
  const groups: Group[] = [];
  for (const stream of inside.streams) {
    const one = routes.get(stream.id);
    if (one === undefined) continue;
    yield;
    const drawn = ribbon(stream, one.way, discs.get(stream.id) ?? null);
    // In a thicket of streams strips of ground would be all there is to see.
    const casing = routes.size > 200 ? [] : casings(one, before, plan);
    before.push({ ...one, box: boxOf(one.way.points) });
    const kindClass = stream.over === null ? `k-${stream.paint.family}` : 'k-over';
    groups.push({
      id: stream.id,
      kind: stream.role === 'serves' ? 'serves' : 'stream',
      facts: stream.facts,
      resource: stream.paint.kind,
      label: saysStream(stream, say),
      box: tidy(grow(boxOf(drawn.way.points), stream.width / 2 + 4)),
      classes: kindClass,
      marks: [...casing, ...drawn.marks],
      words: figures(stream, drawn.way, plan, taken),
      hit: [],
      light: lightOn(drawn.way.points, stream.width),
    });
  }
  return groups;
}

/** The amount beside a stream, or the date at which it ended, where there is room. */
function figures(stream: Stream, way: Walk, plan: Layout, taken: Taken): Mark[] {
  const ends = [plan.places.get(stream.from), plan.places.get(stream.to)];
  const said = ends.some((place) => place?.sign.details.some((detail) => detail === stream.over));
  const text = stream.over ?? (stream.measure.known && !stream.covered ? stream.measure.words : null);
  if (text === null || said || stream.facts.length > 1) return [];
  const words = wrap(text, 'data', DETAIL, 132, 2);
  const box = beside(words, way, stream.width, taken);
  return box === null
    ? []
    : textMarks(
        { block: words, voice: 'figure', top: { x: middle(box).x, y: box.y }, anchor: 'middle' },
        onCloth(plan, box),
      );
}

/** Where a stream crosses an earlier one it is parted from it by a strip of ground. */
function casings(one: Route, before: readonly (Route & { readonly box: Box })[], plan: Layout): Mark[] {
  const marks: Mark[] = [];
  const line = one.way.points;
  const box = boxOf(line);
  for (const other of before) {
    const theirs = other.way.points;
    if (overlap(box, other.box) === 0) continue;
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1]!, line[i]!];
      let hit = false;
      // Not over the head or the start of the other.
      for (let j = 5; j < theirs.length - 5 && !hit; j++) {
        const d = theirs[j]!;
        hit = Math.abs(b.x - d.x) < 14 && Math.abs(b.y - d.y) < 14 && crosses(a, b, theirs[j - 1]!, d);
      }
      if (!hit) continue;
      const half = Math.ceil((other.width / 2 + 9) / 6);
      const part = line.slice(Math.max(0, i - half), i + half);
      const ground = reach(plan.cloth, b) < 1 ? 'p-casing-cloth' : 'p-casing';
      marks.push({
        tag: 'path',
        attrs: { class: ground, d: polyline(part), 'stroke-width': round(one.width + 10) },
      });
    }
  }
  return marks;
}

const KINDS: Readonly<Record<string, GroupKind>> = {
  parties: 'party',
  activities: 'activity',
  pools: 'pool',
  tools: 'tool',
  quantities: 'quantity',
};

function signGroup(view: View, place: Place, plan: Layout): Group {
  const { sign } = place;
  const kind: GroupKind = sign.folded.length > 0 ? 'fold' : (KINDS[sign.section ?? ''] ?? 'end');
  const words = place.words.flatMap((one: Words) =>
    textMarks(one, onCloth(plan, wordsBox(one)) && sign.look !== 'plate', sign.over, sign.look === 'plate'),
  );
  return {
    id: sign.id,
    kind,
    facts: sign.folded.length > 0 ? sign.folded : [sign.id],
    resource: null,
    label: saysSign(view, sign),
    box: tidy(place.box),
    classes: sign.over ? 'k-over' : `k-${sign.paint?.family ?? 'plain'}`,
    marks: draw(place),
    words,
    hit: hitBoxes(place),
    light: lightUnder(place),
  };
}

function hitBoxes(place: Place): Mark[] {
  const boxes = place.seats.length > 0 ? place.words.map(wordsBox) : [place.box];
  return boxes.map(({ x, y, width, height }) => ({
    tag: 'rect',
    attrs: { class: 'p-hit', x: round(x), y: round(y), width: round(width), height: round(height) },
  }));
}

const ZONES = ['head', 'foot', 'table', 'giver', 'receiver', 'free'];

/** Circles first, then the table, then those outside, each followed by nothing: streams, arrows and loops come after all signs. */
function readingOrder(places: readonly Place[], groups: readonly Group[]): Id[] {
  const ids = [...places]
    .sort(
      (a, b) => ZONES.indexOf(a.sign.zone) - ZONES.indexOf(b.sign.zone) || a.at.y - b.at.y || a.at.x - b.at.x,
    )
    .map((place) => place.sign.id);
  const known = new Set(ids);
  return [...ids, ...groups.filter((group) => !known.has(group.id)).map((group) => group.id)];
}
