/** The pen for things: outlines that look drawn by hand (roughjs, seeded by id). Streams have a steadier hand of their own. */
import rough from 'roughjs';
import { seedOf } from '#core/picture/chance';
import type { Point } from '#core/picture/shape';
import { round } from '#core/picture/shape';

const generator = rough.generator();

interface Hand {
  /** 0 is exact; 1 is loose. */
  readonly roughness?: number;
  readonly bowing?: number;
  /** One stroke instead of two. */
  readonly single?: boolean;
}

type Drawable = ReturnType<typeof generator.linearPath>;

function text(drawable: Drawable): string {
  return drawable.sets
    .filter((set) => set.type === 'path')
    .flatMap((set) => set.ops)
    .map(({ op, data }) => `${op === 'move' ? 'M' : op === 'lineTo' ? 'L' : 'C'}${data.map(round).join(' ')}`)
    .join('');
}

function options(id: string, hand: Hand) {
  return {
    seed: seedOf(id),
    roughness: hand.roughness ?? 0.9,
    bowing: hand.bowing ?? 1,
    disableMultiStroke: hand.single ?? false,
    preserveVertices: false,
  };
}

/** An ellipse by its middle and its two widths. */
export function roughEllipse(id: string, at: Point, width: number, height: number, hand: Hand = {}): string {
  return text(
    generator.ellipse(at.x, at.y, width, height, {
      ...options(id, hand),
      curveFitting: 0.98,
      curveStepCount: 14,
    }),
  );
}

/** Straight strokes through points. */
export function roughLine(id: string, points: readonly Point[], hand: Hand = {}): string {
  return text(
    generator.linearPath(
      points.map(({ x, y }): [number, number] => [x, y]),
      options(id, hand),
    ),
  );
}

/** A bent stroke through points. */
export function roughCurve(id: string, points: readonly Point[], hand: Hand = {}): string {
  return text(
    generator.curve(
      points.map(({ x, y }): [number, number] => [x, y]),
      options(id, hand),
    ),
  );
}
