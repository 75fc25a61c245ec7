/**
 * Pools of what is conserved: one stock for each pool, and one for each pocket that is legal or agreed, for what is in
 * it does not mix with the rest. Nothing is paid that is not there: what could not flow is added up, and told. What
 * reaches activities past every pool is counted as means beside it.
 */
import type { Id } from '#core/model/fact';
import type { Flow } from '#core/model/things';
import { type Build, spelled, sumOf } from '#core/simulate/compile/build';
import type { Circle } from '#core/simulate/compile/people';
import {
  amountOf,
  type Counted,
  guessAmounts,
  type Node,
  nodesOf,
  type Pools,
  unitOfKind,
} from '#core/simulate/compile/pool-amounts';
import { message } from '#core/words/message';

const says = {
  want: message('simulate.want', 'What {pool} is asked to pay out.'),
  have: message('simulate.have', 'What {pool} could pay this month at most.'),
  paid: message('simulate.paid', 'The part of what {pool} is asked for that it can pay.'),
  comes: message('simulate.comes', 'What comes into {pool}: {flow}.'),
  goes: message('simulate.goes', 'What goes out of {pool}: {flow}.'),
  gap: message(
    'simulate.gap',
    'What leaves {pool} a month and is not described, so that it is level now; below zero: what comes in.',
  ),
  unnamedIn: message('simulate.unnamed.in', 'What comes into {pool} and is not described.'),
  unnamedOut: message('simulate.unnamed.out', 'What leaves {pool} and is not described.'),
  settle: message('simulate.settle', 'A surplus in {pool} is spent, a hole is filled.'),
  owe: message('simulate.owe', 'What {pool} cannot pay this month.'),
  pocket: message('simulate.pocket', 'What {pool} passes on to {pocket}.'),
  asked: message('simulate.asked', 'The {kind} asked for.'),
  got: message('simulate.got', 'The {kind} that is there.'),
  means: message('simulate.means', 'Share of the {kind} asked for that is there.'),
  L: message('simulate.L', 'What missing means leave of the work.'),
};

/** Writes pools and what flows through them. */
export function pools(build: Build, circles: readonly Circle[], flows: readonly Flow[]): Pools {
  const nodes = nodesOf(build);
  const nodeOf = (end: Id): Node | null => {
    const own = nodes.find((node) => node.id === end);
    if (own !== undefined) return own;
    const pocket = build.view.get('pockets', end);
    return pocket === null ? null : (nodes.find((node) => node.id === pocket.pool) ?? null);
  };
  const counted = flows.flatMap((flow): Counted[] => {
    const rate = build.view.isCovered(flow.id) ? { is: 'unknown' as const } : build.view.rate(flow);
    const [from, to] = [nodeOf(flow.from), nodeOf(flow.to)];
    const isOurs = from !== null || to !== null || build.view.get('activities', flow.to) !== null;
    const amount = flow.amount.at(-1)?.value;
    const once = rate.is === 'unknown' && amount?.is === 'known';
    if (
      !isOurs ||
      rate.is === 'none' ||
      (once && !build.view.isCovered(flow.id)) ||
      (from === to && from !== null)
    )
      return [];
    const kind = flow.kind === null ? null : build.view.kind(flow.kind);
    if (
      kind === null ||
      kind.law !== 'conserved' ||
      (from !== null && from.kind !== kind.id) ||
      (to !== null && to.kind !== kind.id)
    )
      return [];
    return [{ flow, rate, from, to }];
  });
  const means = new Map<Id, { want: string[]; got: string[]; facts: Id[] }>();
  const drifts = nodes.flatMap((node) => guessAmounts(build, node, counted));
  for (const one of counted) amountOf(build, one, circles);
  for (const node of nodes) outOf(build, node, counted, nodes);
  for (const one of counted) move(build, one, means);
  for (const node of nodes)
    rest(build, node, drifts.find((one) => one.id === node.id) === undefined, counted, means);
  lackOf(build, means);
  return { nodes, drifts };
}

/** What is asked of a node each month. */
function wantTerm(build: Build, { flow }: Counted): string {
  const key = spelled(flow.id);
  return `flow_${key} * by_${key} * nh ^ grows_${key} * (1 + (mc - 1) * X)${build.pushes(flow.id)}`;
}

/** What comes without passing a node: by the heads of the circle that gives, or from outside. */
function comeTerm(build: Build, { flow, to }: Counted): string {
  const key = spelled(flow.id);
  const party = build.view.get('parties', flow.from);
  const circle = party === null ? null : party.type === 'circle' ? party.id : party.in;
  const ours =
    circle === null
      ? undefined
      : build.handles.get(circle)?.levels.find((one) => one.stock.startsWith('heads_'));
  const dues = flow.form === 'due' || flow.form === 'gift' ? ' * (1 + (md - 1) * X)' : '';
  const grows =
    ours === undefined ? `nh ^ grows_${key}` : `(${ours.stock} / ${ours.now}) ^ grows_${key}${dues}`;
  const giver =
    party === null || (party.type === 'circle' && ours !== undefined) ? '' : build.pushes(party.id);
  return `moneyIn * flow_${key} * by_${key} * ${grows}${build.pushes(flow.id)}${giver}${build.pushes(to?.id ?? null)}`;
}

/** What a node is asked for, and the part of it that it can pay. */
function outOf(build: Build, node: Node, counted: readonly Counted[], nodes: readonly Node[]): void {
  const pool = build.called(node.id);
  const facts = [node.id];
  const unit = `${node.unit}/month`;
  const outs = counted.filter((one) => one.from === node);
  const ins = counted.filter((one) => one.to === node && one.from === null);
  for (const one of ins)
    build.aux(
      `come_${spelled(one.flow.id)}`,
      unit,
      comeTerm(build, one),
      says.comes({ pool, flow: build.called(one.flow.id) }),
      { facts: [one.flow.id] },
    );
  for (const one of outs)
    build.aux(
      `want_${spelled(one.flow.id)}`,
      unit,
      wantTerm(build, one),
      says.goes({ pool, flow: build.called(one.flow.id) }),
      { facts: [one.flow.id] },
    );
  const pockets = nodes.filter((other) => other.pool === node.pool && other.pocket !== null);
  const passes = node.pocket === null ? pockets.map((pocket) => `pass_${pocket.key}`) : [];
  const direct = ins.map((one) => `come_${spelled(one.flow.id)}`);
  const wants = outs.map((one) => `want_${spelled(one.flow.id)}`);
  const own = counted
    .filter((one) => one.to === node && one.from !== null)
    .map((one) => `want_${spelled(one.flow.id)}`);
  if (node.pocket !== null)
    build.aux(
      `pass_${node.key}`,
      unit,
      `max(0, ${sumOf(wants)} - (${sumOf([...direct, ...own])}))`,
      says.pocket({ pool: build.called(node.pool.id), pocket: pool }),
      { facts },
    );
  const nowOf = (list: readonly Counted[]): string =>
    sumOf(list.filter((one) => !build.later.has(one.flow.id)).map((one) => `flow_${spelled(one.flow.id)}`));
  const nowIn = (of: Node): string => nowOf(counted.filter((one) => one.to === of));
  const nowOut = [
    nowOf(outs),
    ...(node.pocket === null ? pockets : []).map(
      (pocket) => `max(0, ${nowOf(counted.filter((one) => one.from === pocket))} - (${nowIn(pocket)}))`,
    ),
  ].join(' + ');
  build.aux(`gap_${node.key}`, unit, `${nowOut} - (${nowIn(node)})`, says.gap({ pool }), { facts });
  build.aux(`want_pool_${node.key}`, unit, sumOf([...wants, ...passes]), says.want({ pool }), { facts });
}

/** Writes what moves. */
function move(
  build: Build,
  one: Counted,
  means: Map<Id, { want: string[]; got: string[]; facts: Id[] }>,
): void {
  const { flow, from, to } = one;
  const key = spelled(flow.id);
  const unit = `${unitOfKind(build, flow)}/month`;
  const name = build.called(flow.id);
  const facts = [flow.id];
  const kind = flow.kind ?? '';
  const beside = means.get(kind) ?? { want: [], got: [], facts: [] };
  means.set(kind, beside);
  if (from !== null) {
    build.flow(
      `move_${key}`,
      [`pool_${from.key}`, to === null ? null : `pool_${to.key}`],
      unit,
      `want_${key} * paid_${from.key}`,
      says.goes({ pool: build.called(from.id), flow: name }),
      { facts },
    );
    beside.want.push(`want_${key}`);
    beside.got.push(`move_${key}`);
    beside.facts.push(flow.id);
  } else if (to !== null) {
    build.flow(
      `move_${key}`,
      [null, `pool_${to.key}`],
      unit,
      `come_${key}`,
      says.comes({ pool: build.called(to.id), flow: name }),
      { facts },
    );
  } else {
    const need = flow.fulfils === null ? null : build.view.get('needs', flow.fulfils);
    const grows = need === null ? '' : ` * nh ^ ${Math.max(0, need.grows ?? 1)}`;
    if (!build.later.has(flow.id)) beside.want.push(`flow_${key}${grows}`);
    beside.got.push(comeTerm(build, one));
    beside.facts.push(flow.id);
  }
}

/** What a node can pay, what is not described, and what is put right in time. */
function rest(
  build: Build,
  node: Node,
  level: boolean,
  counted: readonly Counted[],
  means: ReadonlyMap<Id, unknown>,
): void {
  const { key } = node;
  const pool = build.called(node.id);
  const unit = `${node.unit}/month`;
  const facts = [node.id];
  const direct = counted
    .filter((one) => one.to === node && one.from === null)
    .map((one) => `come_${spelled(one.flow.id)}`);
  const stock = `pool_${key}`;
  void means;
  if (node.pocket !== null) {
    build.flow(
      `passed_${key}`,
      [`pool_${spelled(node.pool.id)}`, stock],
      unit,
      `pass_${key} * paid_${spelled(node.pool.id)}`,
      says.pocket({ pool: build.called(node.pool.id), pocket: pool }),
      { facts },
    );
    direct.push(`passed_${key}`);
    for (const one of counted)
      if (one.to === node && one.from?.id === node.pool.id) direct.push(`move_${spelled(one.flow.id)}`);
  }
  if (level) {
    if (node.pocket === null) {
      const said = says.unnamedIn({ pool });
      build.flow(`unnamed_in_${key}`, [null, stock], unit, `max(0, gap_${key})`, said, { facts });
      direct.push(`unnamed_in_${key}`);
    }
    const said = says.unnamedOut({ pool });
    build.flow(`unnamed_out_${key}`, [stock, null], unit, `max(0, -gap_${key}) * paid_${key}`, said, {
      facts,
    });
  }
  build.flow(`settle_${key}`, [stock, null], unit, `(${stock} - ${stock}_now) / tM`, says.settle({ pool }), {
    facts,
  });
  const want = level ? `(want_pool_${key} + max(0, -gap_${key}))` : `want_pool_${key}`;
  const have = build.aux(
    `have_${key}`,
    unit,
    `${sumOf(direct)} + max(0, ${stock}_now - ${stock}) / tM + ${stock} / wait`,
    says.have({ pool }),
    { facts },
  );
  build.aux(
    `paid_${key}`,
    '1',
    `choose(above(${want}, ${have}), ${have} / ${want}, 1)`,
    says.paid({ pool }),
    { facts },
  );
  build.flow(
    `owe_${key}`,
    [null, `unpaid_${key}`],
    unit,
    `want_pool_${key} * (1 - paid_${key})`,
    says.owe({ pool }),
    { facts },
  );
}

/** What is missing of each kind leaves that much of the work; at worst half of it (section 5). */
function lackOf(build: Build, means: ReadonlyMap<Id, { want: string[]; got: string[]; facts: Id[] }>): void {
  const kinds = [...means].filter(([, one]) => one.want.length > 0);
  for (const [kind, { want, got, facts }] of kinds) {
    const key = spelled(kind);
    const unit = `${unitOfKind(build, { kind })}/month`;
    const wanted = build.aux(`asked_${key}`, unit, sumOf(want), says.asked({ kind }), { facts });
    const there = build.aux(`got_${key}`, unit, sumOf(got), says.got({ kind }), { facts });
    const share = `choose(above(${there}, ${wanted}), 1, choose(above(${wanted}, 0), ${there} / ${wanted}, 1))`;
    build.aux(`means_${key}`, '1', share, says.means({ kind }), { facts });
  }
  const shares = kinds.map(([kind]) => `means_${spelled(kind)}`);
  build.aux(
    'L',
    '1',
    shares.length === 0 ? '1' : `clamp((${sumOf(shares)}) / ${shares.length}, 0.5, 1)`,
    says.L(),
  );
}
