/**
 * The community as one month of a run has it, so that the picture can show it: circles with as many people, pools with as
 * much in them. Everything else stays as it was described; nothing of it may be taken for a fact.
 */
import { View } from '#core/audience/view';
import type { KnownAmount } from '#core/model/amount';
import type { Reading } from '#core/model/fact';
import type { Party, Pool } from '#core/model/things';
import { rounded } from '#core/simulate/ends';

/**
 * @param levels by the ids of circles and pools; what names neither is left aside
 * @returns a view for drawing only
 */
export function viewInMonth(view: View, levels: Readonly<Record<string, number>>): View {
  const json = view.toJSON();
  const { community } = json;
  return View.from({
    ...json,
    community: {
      ...community,
      parties: community.parties.map((party) => peopled(party, levels[party.id])),
      pools: community.pools.map((pool) => filled(pool, levels[pool.id], view)),
    },
  });
}

function peopled(party: Party, people: number | undefined): Party {
  if (people === undefined || !Number.isFinite(people)) return party;
  const value = amountOf(people, null);
  const reading: Reading<KnownAmount> = { since: null, until: null, value, because: [] };
  return { ...party, size: [reading] };
}

function filled(pool: Pool, level: number | undefined, view: View): Pool {
  if (level === undefined || !Number.isFinite(level)) return pool;
  return {
    ...pool,
    stock: [{ on: null, amount: amountOf(level, view.kind(pool.kind)?.unit ?? null), because: [] }],
  };
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
