/**
 * Exact bounds by linear programming, small and dense: two phases, Bland's rule, so that it always ends. For tables of a
 * few hundred figures; another solver with the same port may stand in its place, and in the tests one does.
 */

/** A sum of amounts, none of them negative, of which somebody knows that it lies between two numbers. */
export interface KnownSum {
  /** Amount to how often it is in the sum. */
  readonly terms: ReadonlyMap<number, number>;
  readonly least: number;
  readonly most: number;
}

export interface System {
  readonly amounts: number;
  readonly known: readonly KnownSum[];
}

/** The least and the most that a sum of amounts can be, given what is known. The most may be without end. */
export type Bounds = (system: System, of: ReadonlyMap<number, number>) => readonly [number, number];

const EPSILON = 1e-9;

/** @throws RangeError where no amounts fit what is known. */
export const linearBounds: Bounds = (system, of) => {
  const ready = phaseOne(system);
  const objective = (sign: number) => {
    const costs = new Float64Array(ready.columns);
    for (const [amount, times] of of) costs[amount] = sign * times;
    return costs;
  };
  return [minimise(copy(ready), objective(1)) + 0, -minimise(copy(ready), objective(-1)) + 0];
};

interface Tableau {
  readonly rows: Float64Array[];
  readonly basis: number[];
  /** Columns that may enter; the right side stands behind them. */
  readonly columns: number;
  /** Where the right side stands. */
  readonly right: number;
}

const copy = (one: Tableau): Tableau => ({
  ...one,
  rows: one.rows.map((row) => row.slice()),
  basis: [...one.basis],
});

/** A tableau with a first corner that fits all that is known. */
function phaseOne(system: System): Tableau {
  const sums = system.known.flatMap((one) => {
    if (one.least === one.most) return [{ terms: one.terms, slack: 0, right: one.least }];
    const both = [{ terms: one.terms, slack: -1, right: one.least }];
    if (one.most !== Number.POSITIVE_INFINITY) both.push({ terms: one.terms, slack: 1, right: one.most });
    return both;
  });
  const slacks = sums.filter((one) => one.slack !== 0).length;
  const columns = system.amounts + slacks;
  const right = columns + sums.length;
  let slack = system.amounts;
  const rows = sums.map((sum, at) => {
    const row = new Float64Array(right + 1);
    for (const [amount, times] of sum.terms) row[amount] = times;
    if (sum.slack !== 0) row[slack++] = sum.slack;
    row[right] = sum.right;
    if (sum.right < 0) for (let i = 0; i <= right; i++) row[i] = -(row[i] as number);
    row[columns + at] = 1;
    return row;
  });
  const basis = sums.map((_, at) => columns + at);
  const costs = new Float64Array(right);
  costs.fill(1, columns);
  const first: Tableau = { rows, basis, columns: right, right };
  const scale = Math.max(1, ...sums.map((sum) => Math.abs(sum.right)));
  if (minimise(first, costs) > 1e-7 * scale) throw new RangeError('No amounts fit what is known.');
  return withoutArtificial(first, columns);
}

/** Drives what only helped to begin out of the basis; a row where nothing can take its place says nothing new. */
function withoutArtificial(first: Tableau, columns: number): Tableau {
  const rows: Float64Array[] = [];
  const basis: number[] = [];
  for (let at = 0; at < first.rows.length; at++) {
    if ((first.basis[at] as number) >= columns) {
      const row = first.rows[at] as Float64Array;
      let enter = -1;
      for (let i = 0; i < columns && enter < 0; i++) if (Math.abs(row[i] as number) > EPSILON) enter = i;
      if (enter < 0) continue;
      pivot(first, at, enter);
    }
  }
  for (let at = 0; at < first.rows.length; at++)
    if ((first.basis[at] as number) < columns) {
      rows.push(first.rows[at] as Float64Array);
      basis.push(first.basis[at] as number);
    }
  return { rows, basis, columns, right: first.right };
}

/** The least of the costs over the tableau, which it leaves at that corner; minus infinity where there is no end. */
function minimise(tableau: Tableau, costs: Float64Array): number {
  const { rows, basis, right } = tableau;
  const reduced = new Float64Array(right + 1);
  reduced.set(costs.subarray(0, Math.min(costs.length, right)));
  rows.forEach((row, at) => {
    const cost = costs[basis[at] as number] ?? 0;
    if (cost !== 0)
      for (let i = 0; i <= right; i++) reduced[i] = (reduced[i] as number) - cost * (row[i] as number);
  });
  for (;;) {
    let enter = -1;
    for (let i = 0; i < tableau.columns && enter < 0; i++) if ((reduced[i] as number) < -EPSILON) enter = i;
    if (enter < 0) return -(reduced[right] as number);
    let leave = -1;
    let best = Number.POSITIVE_INFINITY;
    rows.forEach((row, at) => {
      if ((row[enter] as number) <= EPSILON) return;
      const ratio = (row[right] as number) / (row[enter] as number);
      const isTie = Math.abs(ratio - best) <= EPSILON;
      if (ratio < best - EPSILON || (isTie && (basis[at] as number) < (basis[leave] as number))) {
        best = ratio;
        leave = at;
      }
    });
    if (leave < 0) return Number.NEGATIVE_INFINITY;
    pivot(tableau, leave, enter);
    const row = rows[leave] as Float64Array;
    const times = reduced[enter] as number;
    for (let i = 0; i <= right; i++) reduced[i] = (reduced[i] as number) - times * (row[i] as number);
  }
}

function pivot({ rows, basis, right }: Tableau, at: number, enter: number): void {
  const row = rows[at] as Float64Array;
  const by = row[enter] as number;
  for (let i = 0; i <= right; i++) row[i] = (row[i] as number) / by;
  rows.forEach((other, index) => {
    const times = other[enter] as number;
    if (index === at || times === 0) return;
    for (let i = 0; i <= right; i++) other[i] = (other[i] as number) - times * (row[i] as number);
  });
  basis[at] = enter;
}
