/** Pools: jars with a level as far as it is known, and sheets of what can be copied. Shapes only. */
import { seedOf, waver } from '#core/picture/chance';
import type { Sign } from '#core/picture/contents';
import { disc } from '#core/picture/marks';
import { roughEllipse, roughLine } from '#core/picture/pen';
import { jarLabel } from '#core/picture/place';
import { dish } from '#core/picture/ribbon';
import { add, type Mark, type Point, polyline, round, smooth } from '#core/picture/shape';
import { around, path, pen } from '#core/picture/strokes';

export function jar(sign: Sign, at: Point): Mark[] {
  const p = (x: number, y: number) => `${round(at.x + x)} ${round(at.y + y)}`;
  const body = `M${p(-22, -35)}C${p(-31, -32)} ${p(-31, -27)} ${p(-30, -20)}L${p(-29, 34)}Q${p(-29, 41)} ${p(-22, 41)}L${p(22, 41)}Q${p(30, 41)} ${p(29, 34)}L${p(30, -20)}C${p(31, -27)} ${p(31, -32)} ${p(22, -35)}`;
  const marks: Mark[] = [path('p-body', `${body}Z`), ...filling(sign, at)];
  marks.push(
    path(pen(sign), body),
    path(
      sign.over ? 'p-pencil' : 'p-line',
      roughEllipse(`${sign.id} lid`, { x: at.x, y: at.y - 37 }, 48, 9, { roughness: 0.8, single: sign.over }),
    ),
  );
  const label = jarLabel(sign);
  if (label === null) return marks;
  const [w, h] = [Math.max(34, label.width + 8), label.height + 4];
  const box = around(at, [
    [-w / 2, 6 - h / 2],
    [w / 2, 6 - h / 2],
    [w / 2, 6 + h / 2],
    [-w / 2, 6 + h / 2],
    [-w / 2, 6 - h / 2],
  ]);
  marks.push(
    path('p-body', polyline(box, true)),
    path('p-fine', roughLine(`${sign.id} label`, box, { roughness: 0.7, single: true })),
  );
  marks.push({
    tag: 'text',
    attrs: { class: 'p-jar p-middle' },
    children: label.lines.map((line, i) => ({
      tag: 'tspan',
      attrs: { x: round(at.x), y: round(at.y + 6 - h / 2 + 2 + label.lead * (i + 0.78)) },
      children: [i === label.lines.length - 1 ? line : `${line} `],
    })),
  });
  return marks;
}

const JAR_FLOOR = 40;
const JAR_FULL = 66;

/** What is in a jar: counted is full colour, written down is hatched, an unknown level is a dotted wave. */
function filling(sign: Sign, at: Point): Mark[] {
  const told = sign.jar;
  if (told === null || told.level === 'none') return [];
  if (told.level === 'covered') return dish(add(at, { x: 0, y: -4 }));
  const hand = waver(seedOf(sign.id), 12);
  const top = (level: number) =>
    Array.from({ length: 9 }, (_, i) => ({
      x: at.x - 28 + i * 7,
      y: at.y + JAR_FLOOR - level + hand(i * 6) * 1.4,
    }));
  const high = JAR_FULL * 0.62;
  const surface = top(high);
  const marks: Mark[] = [];
  const corners = around(at, [
    [28, JAR_FLOOR - 5],
    [22, JAR_FLOOR],
    [-22, JAR_FLOOR],
    [-28, JAR_FLOOR - 5],
  ]);
  if (told.level === 'counted') {
    marks.push(
      path('p-full', polyline([...surface, ...corners], true)),
      ...layers(sign, at, high, 'p-pattern-full'),
    );
  } else if (told.level === 'written') {
    let d = '';
    for (let x = -28 - high; x < 28; x += 7) {
      const [left, right] = [Math.max(-28, x), Math.min(28, x + high)];
      if (right > left)
        d += polyline(
          around(at, [
            [left, JAR_FLOOR - (left - x)],
            [right, JAR_FLOOR - (right - x)],
          ]),
        );
    }
    marks.push(path('p-hatch', d), ...layers(sign, at, high, 'p-edge'));
  }
  if (told.level !== 'counted')
    marks.push(path('p-edge-dotted', smooth(top(told.level === 'written' ? high + 8 : JAR_FULL * 0.45))));
  return marks;
}

/** Lines between pockets, where their shares were said; evenly where not. */
function layers(sign: Sign, at: Point, high: number, cls: string): Mark[] {
  const pockets = sign.jar?.layers ?? [];
  if (pockets.length < 2) return [];
  const shares = pockets.map((pocket) => pocket.share ?? 1 / pockets.length);
  const sum = shares.reduce((a, b) => a + b, 0) || 1;
  let level = 0;
  return shares.slice(0, -1).map((share) => {
    level += (share / sum) * high;
    return {
      tag: 'path',
      attrs: {
        class: cls,
        d: roughLine(
          `${sign.id} ${level}`,
          around(at, [
            [-28, JAR_FLOOR - level],
            [28, JAR_FLOOR - level],
          ]),
          { roughness: 0.6, single: true },
        ),
        'stroke-width': 1.5,
      },
    };
  });
}

export function sheets(sign: Sign, at: Point): Mark[] {
  const marks: Mark[] = [];
  for (const [x, y] of [
    [-6, -7],
    [-2, -3],
    [3, 2],
  ] as const) {
    const page = around(at, [
      [-15 + x, -20 + y],
      [14 + x, -20 + y],
      [14 + x, 19 + y],
      [-15 + x, 19 + y],
      [-15 + x, -20 + y],
    ]);
    marks.push(
      path('p-body', polyline(page, true)),
      path(pen(sign), roughLine(`${sign.id} page ${x}`, page, { roughness: 0.7, single: true })),
    );
  }
  const lines = [-9, -2, 5, 12]
    .map((y) =>
      polyline(
        around(at, [
          [-6, y + 2],
          [11 - (y > 8 ? 6 : 0), y + 2],
        ]),
      ),
    )
    .join('');
  marks.push(path('p-fine', lines));
  return sign.paint === null ? marks : [...marks, ...disc(sign.paint, add(at, { x: 17, y: 20 }))];
}
