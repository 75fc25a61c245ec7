/**
 * Who would bear what at each size, with a scenario or without: the measure `who-bears` over the whole community, run again
 * with what is given multiplied by what size and the scenario make of it. Nothing that nobody counted gets a number.
 */
import { findingsOf } from '#core/analyses/findings-of';
import { whoBears } from '#core/analyses/who-bears';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { nameOf } from '#core/model/fact';
import type { Flow, ScenarioChange } from '#core/model/things';
import { compile } from '#core/simulate/compile/compile';
import { applyScenario, flowsToCome } from '#core/simulate/scenario';
import { type Message, message } from '#core/words/message';

export interface Bearer {
  readonly party: Id;
  /** A month, in the unit of the kind; null where it is unknown. */
  readonly amount: number | null;
  readonly share: number | null;
}

export interface Bearing {
  readonly kind: Id;
  readonly unit: string;
  /** Times the present size. */
  readonly size: number;
  /** Who is not among them gives nothing of it then. */
  readonly bearers: readonly Bearer[];
}

/** Who bears what under a scenario, and, where that is another thing, as described. */
export interface Bears {
  readonly bears: readonly Bearing[];
  readonly bearsNow: readonly Bearing[];
}

const says = {
  more: message(
    'shift.story.more',
    'At {size, number} times our size {party} would carry {share, number, percent} of the {kind}; now it is {now, number, percent}.',
  ),
  would: message(
    'shift.story.then',
    'After these changes {party} would carry {share, number, percent} of the {kind}; now it is {now, number, percent}.',
  ),
  none: message('shift.story.none', 'After these changes nobody would give any of this: {kind}.'),
};

/** Who bears what at these sizes, once a scenario has changed all that it changes. */
export function bearsBySize(
  view: View,
  changes: readonly ScenarioChange[],
  { levers, sizes }: { readonly levers: Readonly<Record<string, number>>; readonly sizes: readonly number[] },
): Bears {
  const factors = factorsOf(view, changes, levers);
  const bears = sizes.flatMap((size) => bearing(view, size, factors));
  if (factors.size === 0) return { bears, bearsNow: [] };
  const bearsNow = bearing(view, 1, new Map());
  // What nobody gives any more is told as well.
  const gone = bearsNow.flatMap(({ kind, unit }) =>
    sizes
      .filter((size) => !bears.some((one) => one.kind === kind && one.size === size))
      .map((size): Bearing => ({ kind, unit, size, bearers: [] })),
  );
  return { bears: [...bears, ...gone], bearsNow };
}

/** Times what is described, of each flow that a scenario or a lever moves. What has yet to begin is not among them. */
function factorsOf(
  view: View,
  changes: readonly ScenarioChange[],
  levers: Readonly<Record<string, number>>,
): ReadonlyMap<Id, number> {
  const factors = new Map<Id, number>();
  if (changes.length === 0 && Object.keys(levers).length === 0) return factors;
  const compiled = compile(view, { also: flowsToCome(view, changes) });
  const applied = applyScenario(view, compiled, changes).changes.map((one) => one.set);
  const set: Readonly<Record<string, number>> = Object.assign({}, levers, ...applied);
  const before = new Map(compiled.system.parameters.map((one) => [one.id, one.value]));
  const times = (id: string): number => {
    const [now, then] = [before.get(id) ?? 1, set[id]];
    return then === undefined || now === 0 ? 1 : then / now;
  };
  for (const flow of view.countedFlows) {
    const isHours = flow.kind !== null && view.kind(flow.kind)?.unit === 'h';
    const party = view.get('parties', flow.from);
    const isDue = (flow.form === 'due' || flow.form === 'gift') && party?.inside === true && !isHours;
    const by = (compiled.handles.get(flow.id)?.by ?? []).reduce((product, id) => product * times(id), 1);
    const comesIn =
      view.get('pools', flow.to) !== null &&
      view.get('pools', flow.from) === null &&
      flow.kind !== null &&
      view.kind(flow.kind)?.law === 'conserved';
    const all = [
      by,
      isHours ? times('hands') : 1,
      comesIn ? times('moneyIn') : 1,
      comesIn && isDue && set['X'] !== undefined ? times('md') : 1,
    ].reduce((product, one) => product * one, 1);
    if (all !== 1) factors.set(flow.id, all);
  }
  return factors;
}

/** Powers of size of what is given: as the file says; what comes from outside or the core stays (as in `shift`). */
function powerOf(view: View, flow: Flow): number {
  if (flow.grows !== null) return flow.grows;
  const need = flow.fulfils === null ? null : view.get('needs', flow.fulfils);
  const party = view.get('parties', flow.from);
  if (party === null) return need?.grows ?? 0;
  const circle = party.in === null ? party : (view.get('parties', party.in) ?? party);
  if (!party.inside || circle.circle === 'core') return 0;
  return flow.form === 'grant' || flow.form === 'pay' || flow.form === 'in-kind' ? 0 : 1;
}

/** Who gives what at a size: `who-bears` over the whole community, with amounts scaled by their powers. */
function bearing(view: View, size: number, factors: ReadonlyMap<Id, number>): Bearing[] {
  const by = new Map<Id, number>();
  for (const flow of view.countedFlows)
    by.set(flow.id, (factors.get(flow.id) ?? 1) * size ** powerOf(view, flow));
  for (const need of view.needs) by.set(need.id, size ** (need.grows ?? 1));
  const scaled = size === 1 && factors.size === 0 ? view : view.scaled(by);
  return findingsOf(whoBears, scaled, { draws: 0 }).flatMap((finding): Bearing[] => {
    if (
      finding.about.length > 0 ||
      finding.matrix === undefined ||
      finding.kind === undefined ||
      finding.basis === 'use'
    )
      return [];
    const { rows, cells } = finding.matrix;
    const sums = rows.map((_, row) => {
      const line = cells[row] ?? [];
      return line.every((cell) => cell === null)
        ? null
        : line.reduce<number>((sum, cell) => sum + (cell ?? 0), 0);
    });
    const whole = sums.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    const bearers = rows.map((party, row): Bearer => {
      const amount = finding.verdict === 'reach' ? null : (sums[row] ?? null);
      return { party, amount, share: amount === null || whole === 0 ? null : amount / whole };
    });
    return [{ kind: finding.kind, unit: finding.unit ?? '', size, bearers }];
  });
}

/** For each kind, whose share grows most: by the scenario at the present size, and at the largest. */
export function bearSentences(view: View, { bears, bearsNow }: Bears, sizes: readonly number[]): Message[] {
  const isOther = bearsNow.length > 0;
  const now = isOther ? bearsNow : bears.filter((one) => one.size === 1);
  const most = Math.max(...sizes);
  const told = [...(isOther ? [1] : []), ...(most > 1 ? [most] : [])];
  return told.flatMap((size) =>
    bears
      .filter((one) => one.size === size)
      .flatMap((large) => {
        const before = now.find((one) => one.kind === large.kind);
        if (isOther && size === 1 && large.bearers.length === 0 && (before?.bearers.length ?? 0) > 0)
          return [says.none({ kind: called(view, 'kind', large.kind) })];
        return riseOf(view, large, before);
      }),
  );
}

/** Whose share rises most, where it does. */
function riseOf(view: View, large: Bearing, now: Bearing | undefined): Message[] {
  const rise = large.bearers
    .flatMap(({ party, share }) => {
      const before = now?.bearers.find((one) => one.party === party)?.share;
      return share === null || before == null ? [] : [{ party, share, before }];
    })
    .sort((a, b) => b.share - b.before - (a.share - a.before))[0];
  if (rise === undefined || rise.share - rise.before < 0.02) return [];
  const whole = (share: number): number => Math.round(share * 100) / 100;
  const words = {
    party: called(view, 'thing', rise.party),
    share: whole(rise.share),
    now: whole(rise.before),
    kind: called(view, 'kind', large.kind),
  };
  return [large.size === 1 ? says.would(words) : says.more({ size: large.size, ...words })];
}

function called(view: View, as: 'thing' | 'kind', id: Id): string {
  const found = as === 'thing' ? view.thing(id) : view.kind(id);
  return found === null ? id : nameOf(found);
}
