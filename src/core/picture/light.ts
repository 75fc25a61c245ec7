/** The highlighter: a broad stroke along a stream, a patch under a sign. It lies below all ink. */
import type { Place } from '#core/picture/place';
import { boxOf, grow, type Mark, type Point, round, smooth } from '#core/picture/shape';

export function lightOn(points: readonly Point[], width: number): Mark[] {
  if (points.length < 2) return [];
  return [
    { tag: 'path', attrs: { class: 'p-lit-line', d: smooth(points), 'stroke-width': round(width + 15) } },
  ];
}

export function lightUnder(place: Place): Mark[] {
  if (place.radius !== null) {
    return [
      {
        tag: 'circle',
        attrs: { class: 'p-lit', cx: round(place.at.x), cy: round(place.at.y), r: round(place.radius + 9) },
      },
    ];
  }
  if (place.rim.length > 0) {
    const middle = place.seats.length > 2 ? place.seats : place.rim;
    const box = boxOf(middle);
    const sorted = [...middle].sort((a, b) => (box.width > box.height ? a.x - b.x : a.y - b.y));
    // Averages of a few seats each: a calm line through the rows, its ends where the arc ends.
    const each = Math.max(1, Math.ceil(sorted.length / 9));
    const line = [sorted[0]!];
    for (let i = 0; i < sorted.length; i += each) line.push(mean(sorted.slice(i, i + each)));
    line.push(sorted.at(-1)!);
    const thick = place.sign.seats?.sort === 'dots' ? 44 : 26;
    return [{ tag: 'path', attrs: { class: 'p-lit-line', d: smooth(line), 'stroke-width': thick } }];
  }
  const box = grow(place.body, 8);
  return [
    {
      tag: 'rect',
      attrs: {
        class: 'p-lit',
        x: round(box.x),
        y: round(box.y),
        width: round(box.width),
        height: round(box.height),
        rx: 18,
      },
    },
  ];
}

function mean(points: readonly Point[]): Point {
  const sum = points.reduce((all, point) => ({ x: all.x + point.x, y: all.y + point.y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}
