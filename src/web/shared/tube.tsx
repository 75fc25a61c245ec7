/**
 * A stream drawn as a straight tube: full where it was counted, hatched where it is agreed, hollow where nobody counted.
 * Drawn by hand, and the same each time: the wobble comes from the id. Says how; never adds.
 */
import type { Family } from './kind-look';

export type TubeState = 'known' | 'agreed' | 'unknown' | 'some' | 'hoped' | 'ended' | 'covered';

interface TubeProps {
  readonly id: string;
  readonly family: Family;
  readonly state: TubeState;
  readonly width: number;
  readonly height?: number;
  /** Band of the amount, as places along the tube. */
  readonly whisker?: readonly [number, number] | undefined;
  /** Its beginning is not said: the left end is left open. */
  readonly open?: boolean;
}

/** How far the pattern of each family reaches to both sides, its dashes, and its stroke, for a tube 11 px high. */
const PATTERNS: Record<
  Family,
  { dash: string | null; width: number; cap: 'butt' | 'round'; rows: readonly number[]; wave?: boolean }
> = {
  hours: { dash: '1.6 6.4', width: 7, cap: 'butt', rows: [0] },
  money: { dash: '0 7', width: 3.6, cap: 'round', rows: [0] },
  attention: { dash: '4 3 4 8', width: 2.2, cap: 'butt', rows: [0] },
  knowledge: { dash: null, width: 1.1, cap: 'butt', rows: [-2, 2] },
  goodwill: { dash: null, width: 1.5, cap: 'round', rows: [0], wave: true },
  things: { dash: '4.6 6.4', width: 4.6, cap: 'butt', rows: [0] },
};

/** One tube as an SVG group; place it with a transform. */
export function TubeShape({ id, family, state, width, height = 12, whisker, open = false }: TubeProps) {
  const wobble = wobbler(id);
  const top = edge(0, width, 1.5, wobble);
  const bottom = edge(0, width, height - 1.5, wobble);
  const outline = `M${top.join('L')}L${[...bottom].reverse().join('L')}${open ? '' : 'Z'}`;
  const pattern = PATTERNS[family];
  const middle = height / 2;
  return (
    <g className={`tube k-${family} tube-${state}`}>
      <path className="tube-body" d={outline} />
      {state === 'agreed' && <path className="tube-hatch" d={hatch(width, height)} />}
      <path className="tube-edge" d={outline} />
      {state !== 'agreed' &&
        pattern.rows.map((row) => (
          <path
            key={row}
            className="tube-pattern"
            d={pattern.wave === true ? wave(width, middle) : `M4 ${middle + row}H${Math.max(4, width - 3)}`}
            strokeWidth={pattern.width}
            strokeLinecap={pattern.cap}
            {...(pattern.dash === null ? {} : { strokeDasharray: pattern.dash })}
          />
        ))}
      {state === 'some' && <circle className="tube-bead" cx={Math.min(width / 2, 16)} cy={middle} r={3.6} />}
      {state === 'covered' && (
        <path
          className="tube-cover"
          d={`M${width / 2 - 12} ${height}h24M${width / 2 - 9} ${height}a9 9 0 0 1 18 0Z`}
        />
      )}
      {whisker !== undefined && (
        <path
          className="tube-whisker"
          d={`M${whisker[0]} ${height + 3}H${whisker[1]}M${whisker[0]} ${height - 0.5}v3.5M${whisker[1]} ${height - 0.5}v3.5`}
        />
      )}
    </g>
  );
}

/** A tube by itself, as ornament beside words that say the same. */
export function Tube(props: TubeProps & { readonly room?: number }) {
  const height = props.height ?? 12;
  const room = props.room ?? props.width;
  return (
    <svg
      className="tube-svg"
      width={room + 2}
      height={height + 6}
      viewBox={`-1 -1 ${room + 2} ${height + 6}`}
      aria-hidden="true"
    >
      <TubeShape {...props} />
    </svg>
  );
}

function edge(from: number, to: number, y: number, wobble: () => number): string[] {
  const steps = Math.max(2, Math.round((to - from) / 26));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const x = from + ((to - from) * i) / steps;
    return `${x.toFixed(1)} ${(y + wobble() * 0.7).toFixed(2)}`;
  });
}

function hatch(width: number, height: number): string {
  let d = '';
  for (let x = 3; x < width; x += 7) {
    const run = Math.min(5, width - x);
    d += `M${x} ${height - 2}l${run} ${-(height - 4) * (run / 5)}`;
  }
  return d;
}

function wave(width: number, y: number): string {
  let d = `M4 ${y}`;
  for (let x = 4; x + 10 <= width - 2; x += 10) d += `q2.5 -4 5 0t5 0`;
  return d;
}

/** Numbers from -1 to 1, the same for the same id. */
function wobbler(id: string): () => number {
  let state = 2166136261;
  for (const char of id) state = Math.imul(state ^ char.charCodeAt(0), 16777619);
  return () => {
    state = Math.imul(state ^ (state >>> 15), 2246822507) + 0x9e3779b9;
    return ((state >>> 8) & 0xffff) / 0x8000 - 1;
  };
}
