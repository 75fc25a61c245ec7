/**
 * What is known of pools and of what flows through them, and guesses for what is not: levels, amounts a month, powers of
 * size. Writes parameters and stocks; the equations stand in `pools.ts`.
 */
import type { Id } from '#core/model/fact';
import type { Rate } from '#core/model/rate';
import type { Flow, Pocket, Pool } from '#core/model/things';
import { type Build, plainUnit, type Spread, spelled, wide } from '#core/simulate/compile/build';
import type { Circle } from '#core/simulate/compile/people';
import { stockOf } from '#core/simulate/compile/stock-of';
import { message } from '#core/words/message';

const says = {
  stock: message('simulate.pool', 'What is in {pool}.'),
  now: message('simulate.pool.now', 'What is in {pool} now.'),
  nowGuessed: message('simulate.pool.now.guessed', 'What is in {pool} now: nobody said how much.'),
  amount: message('simulate.flow', 'A month: {flow}.'),
  amountGuessed: message('simulate.flow.guessed', 'A month: {flow}. Nobody counted it.'),
  grows: message('simulate.flow.grows', 'The power of size by which this grows: {flow}.'),
  unpaid: message('simulate.unpaid', 'What {pool} could not pay so far.'),
};

/** A place where what is conserved gathers. */
export interface Node {
  readonly id: Id;
  readonly key: string;
  readonly kind: Id;
  readonly unit: string;
  readonly pool: Pool;
  readonly pocket: Pocket | null;
}

export interface Pools {
  readonly nodes: readonly Node[];
  /** Nodes that rise or fall by the facts themselves, per month. */
  readonly drifts: readonly {
    readonly id: Id;
    readonly stock: string;
    readonly perMonth: number;
    readonly unit: string;
  }[];
}

export interface Counted {
  readonly flow: Flow;
  readonly rate: Rate;
  readonly from: Node | null;
  readonly to: Node | null;
}

/** Powers of size where nobody said, as in the measure `shift`. */
const BY_FORM: Readonly<Record<NonNullable<Flow['form']>, number>> = {
  grant: 0,
  'in-kind': 0,
  pay: 0,
  due: 1,
  sale: 1,
  gift: 1,
  favour: 1,
  turn: 1,
  duty: 1,
};

/** Months of spending that a pool holds where nobody said how much is in it (heuristic). */
const MONTHS_HELD = 3;
const GUESS = 100;

/** A node for each pool of what is conserved, and one for each of its firm pockets. */
export function nodesOf(build: Build): Node[] {
  return build.view.pools.flatMap((pool): Node[] => {
    const kind = build.view.kind(pool.kind);
    if (
      kind === null ||
      kind.law !== 'conserved' ||
      pool.regrowsPerMonth !== null ||
      pool.wears.length > 0 ||
      pool.renews.length > 0
    )
      return [];
    const node = (id: Id, pocket: Pocket | null): Node => ({
      id,
      key: spelled(id),
      kind: kind.id,
      unit: plainUnit(kind.unit ?? kind.id),
      pool,
      pocket,
    });
    const firm = build.view.pockets.filter(
      (pocket) => pocket.pool === pool.id && (pocket.softness === 'legal' || pocket.softness === 'agreed'),
    );
    return [node(pool.id, null), ...firm.map((pocket) => node(pocket.id, pocket))];
  });
}

/** What is known to come and go, and guesses for the rest; a node whose facts say that it rises or falls is told. */
export function guessAmounts(
  build: Build,
  node: Node,
  counted: readonly Counted[],
): Pools['drifts'][number][] {
  const ins = counted.filter((one) => one.to === node && !build.later.has(one.flow.id));
  const outs = counted.filter((one) => one.from === node && !build.later.has(one.flow.id));
  const known = (list: readonly Counted[]) =>
    list.reduce(
      (sum, { rate }) =>
        rate.is === 'known'
          ? { least: sum.least + rate.least, mean: sum.mean + rate.mean, most: sum.most + rate.most }
          : sum,
      { least: 0, mean: 0, most: 0 },
    );
  const [come, go] = [known(ins), known(outs)];
  const open = (list: readonly Counted[]) => list.filter(({ rate }) => rate.is !== 'known');
  const [openIns, openOuts] = [open(ins), open(outs)];
  const both = openIns.length > 0 && openOuts.length > 0;
  const whole = both ? Math.max(come.mean, go.mean) * 1.25 || GUESS : Math.max(come.mean, go.mean) || GUESS;
  const guess = (list: readonly Counted[], sum: number): void => {
    for (const { flow } of list)
      if (!guesses(build).has(flow.id)) guesses(build).set(flow.id, Math.max(whole - sum, 0) / list.length);
  };
  guess(openIns, come.mean);
  guess(openOuts, go.mean);
  const level = levelsOf(build, node, go.mean || (openOuts.length > 0 ? whole : 0));
  writeStock(build, node, level.spread, level.guessed);
  const clear = !level.guessed && openIns.length + openOuts.length === 0 && ins.length + outs.length > 0;
  // What a firm pocket spends beyond its own income comes from its pool, so that it can only rise.
  const apart = come.least > go.most || (go.least > come.most && node.pocket === null);
  const kept = node.pool.pockets.some((pocket) =>
    counted.some((one) => one.from?.id === pocket && one.from !== node),
  );
  if (!clear || !apart || kept) return [];
  return [
    { id: node.id, stock: `pool_${node.key}`, perMonth: come.mean - go.mean, unit: `${node.unit}/month` },
  ];
}

const guessed = new WeakMap<Build, Map<Id, number>>();

/** Guesses of amounts that nobody counted, by flow: the two ends of a flow must guess the same. */
function guesses(build: Build): Map<Id, number> {
  const known = guessed.get(build) ?? new Map<Id, number>();
  guessed.set(build, known);
  return known;
}

function levelsOf(
  build: Build,
  node: Node,
  spending: number,
): { readonly spread: Spread; readonly guessed: boolean } {
  const whole = stockOf(build.view, node.pool);
  if (whole === null) {
    const guess = MONTHS_HELD * (spending || GUESS);
    return { spread: wide(guess), guessed: true };
  }
  const firm = build.view.pockets.filter(
    (pocket) => pocket.pool === node.pool.id && (pocket.softness === 'legal' || pocket.softness === 'agreed'),
  );
  const shareOf = (pocket: Pocket): number => pocket.share.at(-1)?.value ?? 0;
  const share =
    node.pocket === null
      ? Math.max(0, 1 - firm.reduce((sum, one) => sum + shareOf(one), 0))
      : shareOf(node.pocket);
  const part = (value: number): number => Math.max(0, value * share);
  return {
    spread: {
      least: part(whole.least),
      likely: part(whole.likely),
      most: part(whole.most),
      mean: part(whole.mean),
    },
    guessed: false,
  };
}

function writeStock(build: Build, node: Node, spread: Spread, isGuess: boolean): void {
  const now = `pool_${node.key}_now`;
  const pool = build.called(node.id);
  const facts = [node.id];
  build.amount(now, spread, node.unit, isGuess ? says.nowGuessed({ pool }) : says.now({ pool }), {
    facts,
    guessed: isGuess,
  });
  const stock = build.stock(`pool_${node.key}`, node.unit, now, says.stock({ pool }), { facts });
  build.stock(`unpaid_${node.key}`, node.unit, '0', says.unpaid({ pool }), { facts });
  build.handle(node.id, { levels: [{ stock, now, unit: node.unit }] });
  if (node.pocket !== null) build.handle(node.pool.id, { levels: [{ stock, now, unit: node.unit }] });
}

/** The amount of a flow, its factor, and how it grows with size. */
export function amountOf(build: Build, one: Counted, circles: readonly Circle[]): void {
  const { flow, rate } = one;
  const key = spelled(flow.id);
  const unit = `${unitOfKind(build, flow)}/month`;
  const name = build.called(flow.id);
  const isKnown = rate.is === 'known';
  const spread = isKnown ? rate : wide(guesses(build).get(flow.id) ?? 1);
  build.amount(
    `flow_${key}`,
    spread,
    unit,
    isKnown ? says.amount({ flow: name }) : says.amountGuessed({ flow: name }),
    { facts: [flow.id], guessed: !isKnown },
  );
  const by = build.by(flow.id, name);
  build.handle(flow.id, { by: [by], value: { id: `flow_${key}`, unit } });
  const giver = build.view.get('parties', flow.from);
  if (giver !== null && !circles.some((circle) => circle.id === giver.id))
    build.handle(giver.id, { by: [by] });
  if (flow.for !== null) build.handle(flow.for, { by: [by] });
  const power = powerOf(build, one, circles);
  build.fixed(`grows_${key}`, power.value, '1', says.grows({ flow: name }), {
    facts: [flow.id],
    guessed: !power.said,
  });
}

/** The unit of what flows. */
export function unitOfKind(build: Build, flow: Pick<Flow, 'kind'>): string {
  const kind = flow.kind === null ? null : build.view.kind(flow.kind);
  return plainUnit(kind?.unit ?? kind?.id ?? 'piece');
}

/** How an amount grows: as the file says, as the need that it meets, else by its form. */
function powerOf(
  build: Build,
  { flow, from }: Counted,
  circles: readonly Circle[],
): { readonly value: number; readonly said: boolean } {
  if (flow.grows !== null) return { value: flow.grows, said: true };
  const need = flow.fulfils === null ? null : build.view.get('needs', flow.fulfils);
  if (from !== null) {
    if (need !== null) return { value: need.grows ?? 1, said: need.grows !== null };
    return { value: flow.form === null ? 0 : BY_FORM[flow.form], said: false };
  }
  const isOurs = circles.some((circle) => circle.parties.includes(flow.from));
  return { value: isOurs && flow.form !== null ? BY_FORM[flow.form] : isOurs ? 1 : 0, said: false };
}
