/**
 * A5: which activities bring more money than they take, which take more than they bring, and who thereby carries whom.
 * Income is what is tagged to an activity or basket; what an activity takes is its full cost, support included, followed
 * by A3. It names no activity a burden: what is carried may be why the community exists.
 */
import { defineAnalysis } from '#core/analyses/define';
import { SUBSIDY } from '#core/analyses/examples/money';
import type { Finding, Value } from '#core/analyses/finding';
import { type Ground, groundOf } from '#core/analyses/network/ground';
import { type Ledger, ledgerOf } from '#core/analyses/network/ledger';
import { sayCrossSubsidy } from '#core/analyses/says/money';
import { ENOUGH_KNOWN } from '#core/analyses/thresholds';
import type { Id } from '#core/model/fact';
import type { Kind } from '#core/model/kind';
import { bandOf } from '#core/number/quantile';
import { excess, larger, over, type Sample, shown, sum, times } from '#core/number/sample';
import { tidy } from '#core/number/tidy';

export const crossSubsidy = defineAnalysis({
  id: 'cross-subsidy',
  title: 'Cross-subsidy',
  asks: 'Which activities bring more money than they take, and which others does that carry?',
  formula:
    'm = attributed income − full cost;  Mᵢⱼ = m⁺ᵢ · m⁻ⱼ / max(Σ m⁺, Σ m⁻);  what remains is saved or uncovered',
  symbols: {
    m: 'what an activity brings beyond what it takes, a month; m⁺ where positive, m⁻ where negative',
    Mᵢⱼ: 'how much of the shortfall of j the surplus of i carries',
    'full cost': 'money that ends with those whom the activity serves, support included (A3)',
    undirected: 'gifts, grants and dues that nobody tied to an activity',
  },
  unit: 'unit of the kind a month',
  readAs:
    'A row carries, a column is carried. Rows that are not used up are saved; columns that are not filled are uncovered. ' +
    'Look at it beside the worth of each activity.',
  blindTo:
    'Worth. An activity that is carried may be the reason for all others; one that carries may exist only thanks to them.',
  dataPoor:
    'Where income or cost is mostly uncounted it names which activities have income of their own, and tells no amounts.',
  sources: [
    'The matrix map: Bell, Masaoka, Zimmerman, Nonprofit Sustainability',
    'Indirect costs of 21 to 89 %, median 40 %, beside habitual 10 to 20 %: Bridgespan 2016',
  ],
  run: (view, options) => {
    const ground = groundOf(view, options);
    return ground.kinds
      .filter((kind) => kind.currency || hasTaggedIncome(ground, kind))
      .flatMap((kind) => {
        const ledger = ledgerOf(ground, kind);
        return ledger.entries.length === 0 || ledger.evidence.length === 0
          ? []
          : [carried(ground, kind, ledger)];
      });
  },
  examples: [SUBSIDY],
});

/** Seeds and tools have no price that one activity could earn for another, unless somebody says so. */
function hasTaggedIncome(ground: Ground, kind: Kind): boolean {
  const ofBaskets = new Set(ground.view.baskets.flatMap((basket) => basket.income));
  return (
    kind.law === 'conserved' &&
    ground.ofKind(kind.id).some(({ flow }) => flow.for !== null || ofBaskets.has(flow.id))
  );
}

function carried(ground: Ground, kind: Kind, ledger: Ledger): Finding {
  const open = ledger.kappa < ENOUGH_KNOWN;
  const rows = ledger.undirected === null ? [...ledger.entries] : [...ledger.entries, ledger.undirected];
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  const surplus = rows.map((row) => orNothing(excess(row.income, row.cost)));
  const short = ledger.entries.map((col) => orNothing(excess(col.cost, col.income)));
  const most = larger(sum(surplus), sum(short));
  const cells = divided(
    surplus.map((one) => over(one, most)),
    short,
  );
  const saved = rows.map(
    (row, i) => [row.id, excess(surplus[i] as Sample, sum(cells[i] as ArrayLike<Sample>))] as const,
  );
  const filled = sumsOfColumns(cells, short.length);
  const uncovered = ledger.entries.map(
    (col, j) => [col.id, excess(short[j] as Sample, filled[j] as Sample)] as const,
  );
  const isExact = cells.every((row) => row instanceof Float64Array);
  const value = (sample: Sample): Value => (open ? null : tidy(shown(sample)));
  const found: Finding = {
    analysis: 'cross-subsidy',
    about: [],
    kind: kind.id,
    unit: ground.view.unitPerMonth(kind.id),
    verdict: open ? 'cannot-tell' : 'measured',
    values: {
      saved: mapOf(saved, open, ledger.uncertain),
      uncovered: mapOf(uncovered, open, ledger.uncertain),
    },
    matrix: {
      rows: rows.map((row) => row.id),
      cols: ledger.entries.map((col) => col.id),
      cells: cells.map((row) => valuesIn(row, value)),
      ...(open || isExact ? {} : boundsOf(cells)),
    },
    evidence: ledger.evidence,
    more: {
      kappa: ledger.kappa,
      income: Object.fromEntries(rows.map((row) => [row.id, row.known ? value(row.income) : null])),
      cost: Object.fromEntries(ledger.entries.map((row) => [row.id, row.known ? value(row.cost) : null])),
      ...(ledger.uncounted.length === 0 ? {} : { uncounted: ledger.uncounted }),
    },
  };
  return { ...found, says: sayCrossSubsidy(ground.view, found) };
}

/** A surplus or shortfall that no draw has is nothing. */
function orNothing(sample: Sample): Sample {
  return typeof sample === 'number' || sample.some((one) => one !== 0) ? sample : 0;
}

function valuesIn(row: ArrayLike<Sample>, value: (sample: Sample) => Value): Value[] {
  // Made of fractions first, so that the machine need not change its mind about what the row holds.
  const values = new Array<Value>(row.length).fill(0.5);
  for (let i = 0; i < values.length; i++) values[i] = value(row[i] as Sample);
  return values;
}

/** Each surplus divided over the shortfalls. */
function divided(parts: readonly Sample[], short: readonly Sample[]): readonly ArrayLike<Sample>[] {
  if (!short.every((one) => typeof one === 'number'))
    return parts.map((part) => short.map((minus) => times(part, minus)));
  const lacks = Float64Array.from(short as readonly number[]);
  return parts.map((part) =>
    typeof part === 'number' ? lacks.map((lack) => part * lack) : short.map((minus) => times(part, minus)),
  );
}

function sumsOfColumns(rows: readonly ArrayLike<Sample>[], width: number): Sample[] {
  const sums = new Array<Sample>(width).fill(0);
  if (rows.every((row) => row instanceof Float64Array)) {
    const total = new Float64Array(width);
    for (const row of rows) for (let i = 0; i < width; i++) total[i]! += row[i] as number;
    return Array.from(total);
  }
  return sums.map((_, j) => sum(rows.map((row) => row[j] as Sample)));
}

/** What is left over, by id; where nothing can be told, null for those of whom something is not counted. */
function mapOf(
  entries: readonly (readonly [Id, Sample])[],
  open: boolean,
  uncertain: ReadonlySet<Id>,
): Record<Id, Value> {
  if (open) return Object.fromEntries(entries.filter(([id]) => uncertain.has(id)).map(([id]) => [id, null]));
  return Object.fromEntries(
    entries.filter(([, one]) => shown(one) > 0).map(([id, one]) => [id, tidy(shown(one))]),
  );
}

function boundsOf(cells: readonly ArrayLike<Sample>[]): Pick<NonNullable<Finding['matrix']>, 'low' | 'high'> {
  const bands = cells.map((row) =>
    Array.from(row, (cell) => bandOf(cell) ?? ([shown(cell), shown(cell)] as const)),
  );
  if (bands.every((row) => row.every(([low, high]) => low === high))) return {};
  return {
    low: bands.map((row) => row.map(([low]) => low)),
    high: bands.map((row) => row.map(([, high]) => high)),
  };
}
