/** The six marks of kinds on their discs, a letter for a community's own kind, and line patterns along a stream. */
import type { KindPaint, Pattern, Sign } from '#core/picture/kinds';
import { lineWidth } from '#core/picture/measure';
import { add, type Mark, type Point, round, smooth, times, turned, type Walk } from '#core/picture/shape';

/** Glyphs in a square of 12 around 0, one stroke each. */
const GLYPHS: Readonly<Record<Exclude<Sign, 'none'>, string>> = {
  clock: 'M-5 0A5 5 0 1 1 5 0A5 5 0 1 1 -5 0M0 -2.8V0.2L2.2 1.4',
  coin: 'M-5 0A5 5 0 1 1 5 0A5 5 0 1 1 -5 0M0 -2.4V2.4',
  eye: 'M-5.4 0Q0 -5.6 5.4 0Q0 5.6 -5.4 0ZM-1.5 0A1.5 1.5 0 1 1 1.5 0A1.5 1.5 0 1 1 -1.5 0',
  book: 'M0 -2.7Q-2.6 -4.3 -5.3 -3.2V3.2Q-2.6 2.2 0 3.9Q2.6 2.2 5.3 3.2V-3.2Q2.6 -4.3 0 -2.7V3.9',
  heart: 'M0 4.3C-6.6 -0.3 -4.3 -5.2 -1.5 -4.4Q-0.3 -4 0 -2.5Q0.3 -4 1.5 -4.4C4.3 -5.2 6.6 -0.3 0 4.3Z',
  box: 'M-4.6 -2.3L0 -4.8L4.6 -2.3V2.6L0 5L-4.6 2.6ZM-4.6 -2.3L0 0.2L4.6 -2.3M0 0.2V5',
};

export const DISC = 9.5;

/** A disc in the colour of its kind, with its mark. */
export function disc(paint: KindPaint, at: Point): Mark[] {
  const where = `translate(${round(at.x)} ${round(at.y)})`;
  const marks: Mark[] = [
    { tag: 'circle', attrs: { class: 'p-disc', cx: round(at.x), cy: round(at.y), r: DISC } },
  ];
  if (paint.mark === 'none') {
    marks.push({
      tag: 'text',
      attrs: { class: 'p-letter', x: round(at.x), y: round(at.y + 4.5) },
      children: [paint.letter],
    });
  } else {
    marks.push({
      tag: 'path',
      attrs: {
        class: paint.mark === 'heart' ? 'p-glyph-fill' : 'p-glyph',
        d: GLYPHS[paint.mark],
        transform: where,
      },
    });
  }
  return marks;
}

/** The pattern along the middle of a stream that is `width` px wide. Below 4 px there is none. */
export function pattern(
  which: Pattern,
  way: Walk,
  from: number,
  to: number,
  width: number,
  full: boolean,
): Mark[] {
  if (width < 4 || which === 'none' || to - from < 8) return [];
  const line = between(way, from, to);
  const d = smooth(line);
  const w = Math.min(width, 18);
  const flat = full ? 'p-pattern-full' : 'p-pattern';
  const roundEnds = full ? 'p-pattern-full-round' : 'p-pattern-round';
  const dashed = (dash: string, strokeWidth: number, cls = flat): Mark[] => [
    { tag: 'path', attrs: { class: cls, d, 'stroke-width': round(strokeWidth), 'stroke-dasharray': dash } },
  ];
  switch (which) {
    case 'ticks':
      return dashed('1.7 6.3', w * 0.5);
    case 'dots':
      return dashed('0.1 8.4', Math.max(2.6, Math.min(4.2, w * 0.36)), roundEnds);
    case 'dashes':
      return dashed('5 3.5 5 9.5', Math.max(1.6, w * 0.2));
    case 'squares':
      return dashed('4.6 6.4', Math.max(3, Math.min(5, w * 0.42)));
    case 'beads':
      return dashed('0.1 5 0.1 11', Math.max(2.6, w * 0.32), roundEnds);
    case 'longs':
      return dashed('12 6', Math.max(1.6, w * 0.2));
    case 'dashdot':
      return dashed('9 5 1.8 5', Math.max(1.8, w * 0.24));
    case 'twins':
      return [-1, 1].map((side) => ({
        tag: 'path',
        attrs: { class: flat, d: smooth(beside(line, side * w * 0.17)), 'stroke-width': 1.1 },
      }));
    case 'wave':
    case 'zigzag': {
      const waves = swing(way, from, to, w * (which === 'wave' ? 0.24 : 0.22), which === 'wave' ? 4 : 5);
      const path =
        which === 'wave'
          ? smooth(waves)
          : waves.map((point, i) => `${i === 0 ? 'M' : 'L'}${round(point.x)} ${round(point.y)}`).join('');
      return [{ tag: 'path', attrs: { class: roundEnds, d: path, 'stroke-width': 1.4 } }];
    }
  }
}

/** The part of a way from one distance to another. */
export function between(way: Walk, from: number, to: number): Point[] {
  const part = way.points.filter((_, i) => way.at[i]! >= from && way.at[i]! <= to);
  return part.length > 1 ? part : way.points.slice(0, 2);
}

function beside(line: readonly Point[], off: number): Point[] {
  return line.map((point, i) => {
    const [a, b] = [line[Math.max(0, i - 1)]!, line[Math.min(line.length - 1, i + 1)]!];
    const long = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    return { x: point.x - ((b.y - a.y) / long) * off, y: point.y + ((b.x - a.x) / long) * off };
  });
}

function swing(way: Walk, from: number, to: number, high: number, step: number): Point[] {
  const points: Point[] = [];
  for (let far = from, i = 0; far <= to; far += step, i++) {
    const k = Math.min(way.points.length - 1, Math.round((far / way.length) * (way.points.length - 1)));
    const exact = (far / way.length) * (way.points.length - 1);
    const [a, b] = [
      way.points[Math.floor(exact)]!,
      way.points[Math.min(way.points.length - 1, Math.floor(exact) + 1)]!,
    ];
    const t = exact - Math.floor(exact);
    const here = { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
    points.push(add(here, times(turned(way.heading[k]!), [0, high, 0, -high][i % 4]!)));
  }
  return points;
}

/** Width of a legend entry's words, for whoever lines them up. */
export function legendWidth(words: string): number {
  return lineWidth(words, 'data', 13);
}
