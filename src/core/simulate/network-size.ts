/**
 * What a network is worth and what it costs by its size, and the size at which the difference is largest (`domain.md`
 * section 5). Worth by one of three laws; cost: a fixed part, a part for each person, a part for each pair of people.
 * The laws are assumptions, not findings (Odlyzko and Tilly 2005).
 */
import { exp, ln, power } from '#core/simulate/elementary';

export interface NetworkEconomy {
  readonly law: 'n-log-n' | 'linear' | 'power';
  /** Worth per n ln n, per person, or per n to the a. */
  readonly b: number;
  /** Exponent of the power law. */
  readonly a?: number;
  /** Cost that is there at any size. */
  readonly k0: number;
  /** Cost of each person. */
  readonly k1: number;
  /** Cost of each pair of people. */
  readonly k2: number;
}

export interface BestSize {
  /** Null where the worth less the cost grows without end, or falls from the first person on. */
  readonly size: number | null;
  /** Worth less cost there. */
  readonly net: number | null;
  /** Sizes between which worth is above cost; null where it is nowhere, or on without end. */
  readonly from: number | null;
  readonly to: number | null;
}

/** Above this no community is looked for. */
const MOST = 1e7;

/** Worth of a network of n, in the unit of `b`. */
export function networkWorth({ law, b, a = 1.2 }: NetworkEconomy, n: number): number {
  if (n <= 0) return 0;
  return b * (law === 'linear' ? n : law === 'power' ? power(n, a) : n * ln(n));
}

/** Cost of a network of n. */
export function networkCost({ k0, k1, k2 }: NetworkEconomy, n: number): number {
  return k0 + k1 * n + (k2 * n * (n - 1)) / 2;
}

/** Worth less cost. */
export function networkNet(economy: NetworkEconomy, n: number): number {
  return networkWorth(economy, n) - networkCost(economy, n);
}

/** The size at which worth less cost is largest, and the sizes between which there is anything left. */
export function bestSize(economy: NetworkEconomy): BestSize {
  const net = (n: number): number => networkNet(economy, n);
  const grid = Array.from({ length: 400 }, (_, i) => exp((ln(MOST) * i) / 399));
  const best = grid.reduce((top, n, i) => (net(n) > net(grid[top] ?? 1) ? i : top), 0);
  if (best === 0 || best === grid.length - 1) return { size: null, net: null, ...positive(net, grid) };
  const size = highest(net, grid[best - 1] ?? 1, grid[best + 1] ?? MOST);
  return {
    size,
    net: net(size),
    ...positive(
      net,
      [...grid, size].sort((x, y) => x - y),
    ),
  };
}

/** Golden section. */
function highest(net: (n: number) => number, from: number, to: number): number {
  const part = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  while (high - low > 1e-9 * high) {
    const [x, y] = [high - part * (high - low), low + part * (high - low)];
    if (net(x) > net(y)) high = y;
    else low = x;
  }
  return (low + high) / 2;
}

function positive(net: (n: number) => number, grid: readonly number[]): Pick<BestSize, 'from' | 'to'> {
  const first = grid.findIndex((n) => net(n) > 0);
  if (first < 0) return { from: null, to: null };
  const last = grid.findLastIndex((n) => net(n) > 0);
  const cross = (low: number, high: number): number => {
    let [a, b] = [low, high];
    const up = net(b) > 0;
    for (let i = 0; i < 100; i += 1) {
      const middle = (a + b) / 2;
      if (net(middle) > 0 === up) b = middle;
      else a = middle;
    }
    return (a + b) / 2;
  };
  return {
    from: first === 0 ? (grid[0] ?? null) : cross(grid[first - 1] ?? 1, grid[first] ?? 1),
    to: last === grid.length - 1 ? null : cross(grid[last] ?? 1, grid[last + 1] ?? MOST),
  };
}
