/**
 * The community as one month of a run has it, so that the picture can show it: circles with as many people, pools with as
 * much in them. Everything else stays as it was described; nothing of it may be taken for a fact.
 */
import type { View } from '#core/audience/view';
import type { KnownAmount } from '#core/model/amount';
import { rounded } from '#core/simulate/ends';

/**
 * @param levels by the ids of circles and pools; what names neither is left aside
 * @returns a view for drawing only
 */
export function viewInMonth(view: View, levels: Readonly<Record<string, number>>): View {
  const levelOf = (id: string): number | null => {
    const level = levels[id];
    return level === undefined || !Number.isFinite(level) ? null : level;
  };
  return view.withLevels(
    (party) => {
      const people = levelOf(party.id);
      return people === null
        ? party.size
        : [{ since: null, until: null, value: amountOf(people, null), because: [] }];
    },
    (pool) => {
      const level = levelOf(pool.id);
      const unit = view.kind(pool.kind)?.unit ?? null;
      return level === null ? pool.stock : [{ on: null, amount: amountOf(level, unit), because: [] }];
    },
  );
}

function amountOf(level: number, unit: string | null): KnownAmount {
  const value = rounded(level);
  return {
    is: 'known',
    shape: 'exact',
    least: value,
    likely: value,
    most: value,
    unit,
    per: null,
    text: `${value}${unit === null ? '' : ` ${unit}`}`,
  };
}
