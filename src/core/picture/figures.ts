/** The signs of things, drawn by hand: houses, heads, clouds, jars, plates, tools, seats. Shapes only; colours are classes. */
import { chance, seedOf, waver } from '#core/picture/chance';
import type { Sign } from '#core/picture/contents';
import { roughCurve, roughEllipse, roughLine } from '#core/picture/pen';
import type { Place } from '#core/picture/place';
import { dish } from '#core/picture/ribbon';
import { add, type Mark, type Point, polyline, round, smooth } from '#core/picture/shape';
import { around, path, pen } from '#core/picture/strokes';
import { jar, sheets } from '#core/picture/vessels';

function house(sign: Sign, at: Point, scale = 1): Mark[] {
  const s = (points: readonly (readonly [number, number])[]) =>
    around(
      at,
      points.map(([x, y]) => [x * scale, y * scale] as const),
    );
  const walls = s([
    [-25, -7],
    [-24, 22],
    [25, 22],
    [24, -7],
  ]);
  const roof = s([
    [-30, -6],
    [0, -23],
    [30, -6],
  ]);
  const door = s([
    [-5, 22],
    [-5, 8],
    [6, 8],
    [6, 22],
  ]);
  const cls = pen(sign);
  return [
    path('p-body', polyline([...walls, roof[1]!], true)),
    path(cls, roughLine(`${sign.id} walls`, walls, { roughness: 0.9, single: sign.over })),
    path(
      cls,
      roughLine(`${sign.id} roof`, [roof[0]!, roof[1]!, roof[2]!], { roughness: 1.1, single: sign.over }),
    ),
    path(sign.over ? cls : 'p-fine', roughLine(`${sign.id} door`, door, { roughness: 0.6, single: true })),
  ];
}

/** One person from above the table: a head and shoulders, `size` 1 is 24 px wide. */
function figure(at: Point, size: number): string {
  const p = (x: number, y: number) => `${round(at.x + x * size)} ${round(at.y + y * size)}`;
  const r = round(6 * size);
  return `M${p(-6, -6)}a${r} ${r} 0 1 1 ${round(12 * size)} 0a${r} ${r} 0 1 1 ${round(-12 * size)} 0M${p(-10.5, 13)}C${p(-11, -1.5)} ${p(11, -2)} ${p(10.5, 13)}`;
}

function group(sign: Sign, at: Point): Mark[] {
  const spots: [Point, number][] = [
    [add(at, { x: -18, y: 1 }), 0.86],
    [add(at, { x: 18, y: 0 }), 0.86],
    [add(at, { x: 0, y: 3 }), 0.95],
  ];
  return spots.flatMap(([spot, size]) => {
    const d = figure(spot, size);
    return [path('p-body', `${d}Z`), path(sign.over ? 'p-pencil' : 'p-line', d)];
  });
}

function open(sign: Sign, at: Point): Mark[] {
  const points: Point[] = [];
  const hand = waver(seedOf(sign.id), 3);
  for (let i = 0; i <= 22; i++) {
    const angle = 1.15 + (i / 22) * 5.5;
    points.push({
      x: at.x + (35 + hand(i)) * Math.cos(angle),
      y: at.y + (22 + hand(i + 40)) * Math.sin(angle),
    });
  }
  const small = [
    [-14, 3, 0.62],
    [14, 2, 0.62],
    [0, 0, 0.72],
  ] as const;
  return [
    path('p-body', `${smooth(points)}Z`),
    path(sign.over ? 'p-pencil' : 'p-soft', smooth(points)),
    ...small.flatMap(([x, y, size]) => {
      const d = figure(add(at, { x, y: y + 2 }), size);
      return [path('p-body', `${d}Z`), path(sign.over ? 'p-pencil' : 'p-line', d)];
    }),
  ];
}

function cloud(sign: Sign, at: Point): Mark[] {
  const p = (x: number, y: number) => `${round(at.x + x)} ${round(at.y + y)}`;
  const next = chance(seedOf(sign.id));
  const j = () => next() * 2.4 - 1.2;
  const d = `M${p(-27 + j(), 16)}C${p(-42, 15)} ${p(-39, -5 + j())} ${p(-24, -4)}C${p(-24, -19 + j())} ${p(-4, -22)} ${p(2, -10 + j())}C${p(9, -19)} ${p(26, -13 + j())} ${p(23, -2)}C${p(40, -3 + j())} ${p(39, 16)} ${p(25, 16 + j() * 0.5)}Z`;
  const under = `M${p(-24, 18.5 + j() * 0.4)}L${p(22, 18 + j() * 0.4)}`;
  return [path('p-body', d), path(pen(sign), sign.over ? d : d + under)];
}

function plate(sign: Sign, at: Point, radius: number): Mark[] {
  return [
    { tag: 'circle', attrs: { class: 'p-body', cx: round(at.x), cy: round(at.y), r: round(radius) } },
    path(pen(sign), roughEllipse(sign.id, at, 2 * radius, 2 * radius, { roughness: 0.9, single: sign.over })),
    path(
      'p-soft',
      roughEllipse(`${sign.id} inner`, at, 2 * radius - 11, 2 * radius - 11, {
        roughness: 0.5,
        single: true,
      }),
    ),
  ].map((mark, i) => (i === 2 ? { ...mark, attrs: { ...mark.attrs, 'stroke-width': 0.9 } } : mark)) as Mark[];
}

function tool(sign: Sign, at: Point): Mark[] {
  const screen = around(at, [
    [-19, -15],
    [19, -15],
    [19, 8],
    [-19, 8],
    [-19, -15],
  ]);
  return [
    path('p-body', polyline(screen, true)),
    path(pen(sign), roughLine(`${sign.id} screen`, screen, { roughness: 0.9 })),
    path(
      'p-fine',
      `${polyline(
        around(at, [
          [-12, -8],
          [8, -8],
        ]),
      )}${polyline(
        around(at, [
          [-12, -2],
          [12, -2],
        ]),
      )}`,
    ),
    path(
      pen(sign),
      roughLine(
        `${sign.id} foot`,
        around(at, [
          [-24, 14],
          [24, 14],
        ]),
        { roughness: 0.8 },
      ),
    ),
  ];
}

/** Several things folded into one. */
function stack(sign: Sign, at: Point): Mark[] {
  if (sign.section === 'parties')
    return [
      ...house({ ...sign, id: `${sign.id} b` }, add(at, { x: -9, y: -4 }), 0.72),
      ...house(sign, add(at, { x: 8, y: 4 }), 0.8),
    ];
  const marks: Mark[] = [];
  for (const [i, off] of [-8, -3, 3].entries()) {
    marks.push(
      ...plate({ ...sign, id: `${sign.id} ${i}` }, add(at, { x: off, y: off * 0.8 }), 20).slice(0, 2),
    );
  }
  return marks;
}

/** A small head as a seat, filled. */
function seatHead(at: Point): string {
  const p = (x: number, y: number) => `${round(at.x + x)} ${round(at.y + y)}`;
  return `M${p(-2.9, -3.2)}a2.9 3 0 1 1 5.8 0a2.9 3 0 1 1 -5.8 0ZM${p(-6, 6)}C${p(-5.6, -1.6)} ${p(5.6, -1.6)} ${p(6, 6)}Z`;
}

function seats(place: Place): Mark[] {
  const told = place.sign.seats;
  if (told === null) return [];
  const next = chance(seedOf(place.sign.id));
  const spots = place.seats.map((seat) => ({
    x: seat.x + (next() - 0.5) * 1.6,
    y: seat.y + (next() - 0.5) * 1.8,
  }));
  if (told.sort === 'dots') {
    const r = spots.length > 120 ? 2.2 : 2.7;
    const d = spots
      .map(
        ({ x, y }) => `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0Z`,
      )
      .join('');
    return [path(place.sign.over ? 'p-seat-perhaps' : 'p-seat', d)];
  }
  const sure = spots.slice(0, told.sure).map(seatHead).join('');
  const perhaps = spots.slice(told.sure).map(seatHead).join('');
  return [
    ...(sure === '' ? [] : [path(place.sign.over ? 'p-seat-perhaps' : 'p-seat', sure)]),
    ...(perhaps === '' ? [] : [path('p-seat-perhaps', perhaps)]),
  ];
}

/** A named quantity has no body: its words are underlined once, by hand. */
function underline({ sign, at, body }: Place): string {
  const y = body.y + body.height - 1;
  const half = body.width / 2 - 8;
  return roughCurve(
    sign.id,
    [
      { x: at.x - half, y },
      { x: at.x, y: y + 1.5 },
      { x: at.x + half, y: y - 0.5 },
    ],
    { roughness: 0.5, single: true },
  );
}

/** Draws the body of a sign where it was placed. */
export function draw(place: Place): Mark[] {
  const { sign, at } = place;
  switch (sign.look) {
    case 'house':
      return house(sign, at);
    case 'head': {
      const d = figure(at, 0.95);
      return [path('p-body', `${d}Z`), path(pen(sign), d)];
    }
    case 'heads':
      return group(sign, at);
    case 'open':
      return open(sign, at);
    case 'cloud':
      return cloud(sign, at);
    case 'jar':
      return jar(sign, at);
    case 'sheets':
      return sheets(sign, at);
    case 'plate':
      return plate(sign, at, place.radius ?? 30);
    case 'tool':
      return tool(sign, at);
    case 'stack':
      return stack(sign, at);
    case 'dish':
      return dish(at, 1.05);
    case 'end':
      return [path('p-dotted', `M${round(at.x - 7)} ${round(at.y)}a7 7 0 1 1 14 0a7 7 0 1 1 -14 0`)];
    case 'word':
      return [path('p-fine', underline(place))];
    case 'seats':
      return seats(place);
  }
}
