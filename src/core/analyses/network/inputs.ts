/**
 * The rows of D of `domain.md` A3: who puts how much of one kind into which node, or straight into a place. The past is a
 * bearer where more leaves a node than came in; the future is one where wear is not renewed (reading 7).
 */
import type { Ground } from '#core/analyses/network/ground';
import { movesOf, type Target } from '#core/analyses/network/moves';
import { paidWork } from '#core/analyses/network/pay';
import type { Id } from '#core/model/fact';
import type { Kind } from '#core/model/kind';
import { readingOn } from '#core/model/rate';
import type { Pool } from '#core/model/things';
import { excess, type Sample, shown } from '#core/number/sample';

export interface Input {
  /** The giver: a party, an end of the boundary, `past`, `future` or `made`. */
  readonly row: Id;
  readonly to: Target;
  /** A month; null where it is given and not counted. */
  readonly amount: Sample | null;
  /** The flow, or for wear the pool; null where it follows from a balance. */
  readonly fact: Id | null;
}

/** What enters the network of one kind; of null: of the flows whose kind nobody named. */
export function inputsOf(ground: Ground, kind: Kind | null): readonly Input[] {
  const moves = movesOf(ground);
  const paid = paidWork(ground);
  const inputs: Input[] = [];
  for (const move of moves.ofKind(kind?.id ?? null)) {
    if (move.from.isNode || move.flow === null) continue;
    const pay = paid.get(move.flow);
    inputs.push({
      row: move.from.id,
      to: move.to,
      amount: pay === undefined ? move.amount : pay.gift,
      fact: move.flow,
    });
  }
  if (kind === null) return inputs;
  for (const node of moves.nodesOf(kind.id)) {
    const drawn = beyondInflow(ground, node, kind);
    if (drawn !== null) inputs.push(drawn);
  }
  for (const pool of ground.view.pools) {
    const worn = notRenewed(ground, pool, kind);
    if (worn !== null) inputs.push(worn);
  }
  return inputs;
}

/** Copies of a text are no depletion: what a pool of them gives beyond what came in was there, and what an activity gives was made. */
function beyondInflow(ground: Ground, node: Id, kind: Kind): Input | null {
  const through = movesOf(ground).through(node, kind.id);
  const amount = excess(through.outflow, through.inflow);
  if (through.unclearIn || (typeof amount === 'number' && amount === 0)) return null;
  const isActivity = ground.view.get('activities', node) !== null;
  if (kind.law === 'copyable' && !isActivity) return null;
  const row = kind.law === 'copyable' ? 'made' : 'past';
  return { row, to: { id: node, isNode: true }, amount, fact: null };
}

/** Wear beyond renewal, in the kind of its unit (hours of upkeep not done, or the pool's own). */
function notRenewed(ground: Ground, pool: Pool, kind: Kind): Input | null {
  const written = readingOn(pool.wears, ground.view.day)?.value;
  if (
    written === undefined ||
    (written.unit === null ? pool.kind : kindOfUnit(ground, written.unit, pool)) !== kind.id
  ) {
    return null;
  }
  const wears = ground.view.seriesRate(pool.wears, pool);
  const renews = ground.view.seriesRate(pool.renews, pool);
  if (wears.is === 'none') return null;
  const to: Target = { id: pool.id, isNode: true };
  if (wears.is !== 'known' || (renews.is !== 'known' && renews.is !== 'none')) {
    return { row: 'future', to, amount: null, fact: pool.id };
  }
  const wear = ground.draws.pert(`${pool.id} wears`, wears);
  const renewed = renews.is === 'known' ? ground.draws.pert(`${pool.id} renews`, renews) : 0;
  const amount = excess(wear, renewed);
  return shown(amount) === 0 && typeof amount === 'number'
    ? null
    : { row: 'future', to, amount, fact: pool.id };
}

function kindOfUnit(ground: Ground, unit: string, pool: Pool): Id {
  const own = ground.view.kind(pool.kind);
  if (own?.unit === unit) return own.id;
  return ground.view.kinds.find((kind) => kind.unit === unit)?.id ?? pool.kind;
}
