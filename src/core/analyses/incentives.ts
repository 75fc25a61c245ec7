/**
 * A13: where the way things are set up may pull against what is shared. It looks at arrangements and never at motives, and
 * needs no amounts. A flag opens a conversation; often the arrangement is known, wished and well watched.
 */
import { defineAnalysis } from '#core/analyses/define';
import type { Finding } from '#core/analyses/finding';
import { type Counted, type Ground, groundOf } from '#core/analyses/network/ground';
import { grouped } from '#core/analyses/network/grouped';
import { type Path, pathsFrom } from '#core/analyses/network/influence-paths';
import { arrival, targetOf } from '#core/analyses/network/moves';
import { paidWork } from '#core/analyses/network/pay';
import { sayIncentives } from '#core/analyses/says/incentives';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';

export interface Flag {
  readonly flag: string;
  readonly evidence: readonly Id[];
}

export const incentives = defineAnalysis({
  id: 'incentives',
  title: 'Incentives',
  asks: 'Could doing well by our rules leave something that we share worse off?',
  formula:
    'decider-receives: all deciders of a pool receive from it;  own-inflow-up-commons-down: for a lever ℓ, signs on ℓ → own inflow multiply to + and on ℓ → commons to −;  paid-and-unpaid, depends-on-problem, spend-or-lose: as described',
  symbols: {
    ℓ: 'anything from which influences lead both to someone’s inflow and to something shared',
    'own inflow': 'a flow that ends with a party',
    commons: 'a pool, or a named quantity that is no one’s inflow',
  },
  unit: 'flags',
  readAs:
    'Each flag names an arrangement and the facts behind it. Pay beside unpaid work may crowd giving out, or may not: volunteers in Italy ' +
    'showed no such effect.',
  blindTo: 'Motives, trust, and rules that work although nobody wrote them down.',
  dataPoor:
    'Works in full: it reads who decides, who receives, deadlines and the signs of influences, and no amounts.',
  sources: [
    'Motivation crowding: Frey, Jegen 2001; Fiorillo 2011',
    'Checks on those who decide: Ostrom 1990',
  ],
  run: (view, options) => {
    const ground = groundOf(view, options);
    const flags = [
      ...decidersWhoReceive(ground),
      ...leversAgainstCommons(ground),
      ...paidAndUnpaid(ground),
      ...problemsThatPay(view),
      ...deadlines(view),
    ];
    return [finding(view, flags)];
  },
  examples: [
    {
      given: `
potluck: 1
id: newsletter
name: A newsletter
as-of: 2026-01-15
parties:
  editor: {type: person, inside: true}
  members: {type: circle, inside: true}
quantities:
  volume: {name: Volume of the newsletter}
  attention: {name: Attention of readers}
pools:
  kitty: {kind: eur}
flows:
  editor-fee: {from: kitty, to: editor, amount: 100 EUR/month}
influences:
  - {id: i1, from: volume, to: editor-fee, sign: "+"}
  - {id: i2, from: volume, to: attention, sign: "-"}
`,
      gives: [
        {
          analysis: 'incentives',
          about: [],
          verdict: 'flagged',
          flags: [
            {
              flag: 'own-inflow-up-commons-down',
              evidence: ['attention', 'editor-fee', 'i1', 'i2', 'volume'],
            },
          ],
        },
      ],
    },
  ],
});

function finding(view: View, flags: readonly Flag[]): Finding {
  const sorted = [...flags].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return {
    analysis: 'incentives',
    about: [],
    verdict: sorted.length > 0 ? 'flagged' : 'measured',
    flags: sorted,
    evidence: [...new Set(sorted.flatMap((one) => one.evidence))].sort(),
    says: sayIncentives(view, sorted),
  };
}

function key(flag: Flag): string {
  return `${flag.flag} ${flag.evidence.join(' ')}`;
}

function flag(name: string, evidence: readonly Id[]): Flag {
  return { flag: name, evidence: [...new Set(evidence)].sort() };
}

/** Every decider of a pool also receives from it, so that nobody looks on who does not. */
function decidersWhoReceive(ground: Ground): Flag[] {
  return ground.view.pools.flatMap((pool) => {
    const received = ground
      .ofKind(pool.kind)
      .filter((one) => one.flow.from === pool.id || pool.pockets.includes(one.flow.from));
    const own = pool.deciders.map((id) => received.filter((one) => one.flow.to === id));
    if (own.length === 0 || own.some((flows) => flows.length === 0)) return [];
    return [flag('decider-receives', [pool.id, ...pool.deciders, ...own.flat().map((one) => one.flow.id)])];
  });
}

/** For each inflow and each commons, the lever that is nearest to both. */
function leversAgainstCommons(ground: Ground): Flag[] {
  const { view } = ground;
  const inflows = new Set(
    ground.flows.filter((one) => !targetOf(view, one.flow.to).isNode).map((one) => one.flow.id),
  );
  const problems = new Set(view.baskets.map((one) => one.dependsOn));
  const isCommons = (id: Id): boolean => {
    const section = view.thing(id)?.section;
    return section === 'pools' || (section === 'quantities' && !problems.has(id));
  };
  const nearest = new Map<string, { readonly steps: number; readonly found: Flag }>();
  for (const lever of [...new Set(view.influences.map((one) => one.from))].sort()) {
    const paths = pathsFrom(view, lever);
    const ups = paths.filter((path) => path.sign === '+' && inflows.has(path.to));
    const downs = paths.filter((path) => path.sign === '-' && isCommons(path.to));
    for (const up of ups) {
      for (const down of downs) {
        const steps = up.arrows.length + down.arrows.length;
        const pair = `${up.to} ${down.to}`;
        if (steps >= (nearest.get(pair)?.steps ?? Number.POSITIVE_INFINITY)) continue;
        nearest.set(pair, {
          steps,
          found: flag('own-inflow-up-commons-down', [
            lever,
            up.to,
            down.to,
            ...arrowsOf(up),
            ...arrowsOf(down),
          ]),
        });
      }
    }
  }
  return [...nearest.values()].map((one) => one.found);
}

function arrowsOf(path: Path): Id[] {
  return path.arrows.map((one) => one.id);
}

/** One task, some of whose work is paid and some is not: one need, or where none is named, one activity. */
function paidAndUnpaid(ground: Ground): Flag[] {
  const { view } = ground;
  const paid = paidWork(ground);
  const perishable = new Set(view.kinds.filter((kind) => kind.law === 'perishable').map((kind) => kind.id));
  const work = ground.flows.filter(
    (one) =>
      one.kind !== null &&
      perishable.has(one.kind) &&
      !targetOf(view, one.flow.from).isNode &&
      arrival(view, one).isNode,
  );
  const tasks = grouped(work, (one: Counted) => one.flow.fulfils ?? arrival(view, one).id);
  return [...tasks].flatMap(([task, flows]) => {
    const isPaid = (one: Counted): boolean => paid.has(one.flow.id);
    const some = flows.some(isPaid);
    const others = flows.some(
      (one) => !isPaid(one) && !flows.some((other) => isPaid(other) && other.flow.from === one.flow.from),
    );
    if (!some || !others) return [];
    const pays = flows.flatMap((one) => paid.get(one.flow.id)?.pays ?? []);
    const activity = view.get('needs', task)?.activity ?? task;
    return [flag('paid-and-unpaid', [activity, ...flows.map((one) => one.flow.id), ...pays])];
  });
}

/** Income that depends on something going on, unless the work of the basket is known to bring about more of it. */
function problemsThatPay(view: View): Flag[] {
  return view.baskets.flatMap((basket) => {
    const { dependsOn } = basket;
    if (dependsOn === null) return [];
    const paths = basket.includes
      .flatMap((activity) => pathsFrom(view, activity))
      .filter((path) => path.to === dependsOn);
    const onlyMore = paths.length > 0 && paths.every((path) => path.sign === '+');
    return onlyMore
      ? []
      : [flag('depends-on-problem', [basket.id, dependsOn, ...basket.income, ...paths.flatMap(arrowsOf)])];
  });
}

function deadlines(view: View): Flag[] {
  return view.baskets
    .filter(
      (basket) =>
        basket.spendBy !== null && (basket.spendBy.last === null || basket.spendBy.last >= view.day),
    )
    .map((basket) => flag('spend-or-lose', [basket.id, ...basket.income]));
}
