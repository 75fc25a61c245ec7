/** How ordered and how slack a network is: few firm routes or many loose ones. For experts, and for talk only. */
import {
  imbalance,
  type KindNetwork,
  kindNetworks,
  type Link,
  slotOf,
} from '#core/analyses/cycle/kind-network';
import { TWO_NODES } from '#core/analyses/cycling';
import { defineAnalysis, type RunOptions } from '#core/analyses/define';
import type { Finding, Value } from '#core/analyses/finding';
import { calledKind } from '#core/analyses/says/names';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { bandOf } from '#core/number/quantile';
import { at } from '#core/number/sample';
import { message } from '#core/words/message';

const says = {
  told: message(
    'finding.order.told',
    'What flows in {kind} takes routes as ordered as about {roles, number} roles with {ways, number} ways each.',
  ),
  none: message(
    'finding.order.none',
    'No amount of {kind} is known: nothing can be said yet about order and slack.',
  ),
};

const KAPPA = 0.6;
/** How far back is looked for what has changed, where nobody says. */
const A_YEAR = 365;

const NAMES = [
  'h',
  'ami',
  'ascendency',
  'capacity',
  'overhead',
  'alpha',
  'robustness',
  'connectivity',
  'roles',
] as const;
type Name = (typeof NAMES)[number];

/** The links of a network by number: the row and the column of each, and its route. Two flows between the same places are one. */
interface Routes {
  readonly row: Int32Array;
  readonly column: Int32Array;
  readonly route: Int32Array;
  /** How many rows, columns and routes there are at most. */
  readonly count: number;
}

const laid = new WeakMap<KindNetwork, Routes>();

function routesOf(network: KindNetwork): Routes {
  const before = laid.get(network);
  if (before !== undefined) return before;
  const numbered = (nameOf: (link: Link) => string): Int32Array => {
    const numbers = new Map<string, number>();
    return Int32Array.from(network.links, (link) => {
      const name = nameOf(link);
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      return number;
    });
  };
  const made = {
    row: numbered((link) => link.source),
    column: numbered((link) => link.sink),
    route: numbered((link) => `${link.source}>${link.sink}`),
    count: network.links.length,
  };
  laid.set(network, made);
  return made;
}

/** All measures of one set of amounts; alpha and robustness are null where there is only one route. */
function measure(network: KindNetwork, amountOf: (link: Link) => number): Record<Name, number | null> {
  const { row, column, route, count } = routesOf(network);
  const rows = new Float64Array(count);
  const columns = new Float64Array(count);
  const routes = new Float64Array(count);
  const places = new Float64Array(count);
  let total = 0;
  for (let at = 0; at < count; at += 1) {
    const amount = amountOf(network.links[at]!);
    if (amount <= 0) continue;
    total += amount;
    rows[row[at]!]! += amount;
    columns[column[at]!]! += amount;
    routes[route[at]!]! += amount;
    places[route[at]!] = at;
  }
  if (total === 0) return Object.fromEntries(NAMES.map((name) => [name, null])) as Record<Name, null>;
  let h = 0;
  let ami = 0;
  for (let at = 0; at < count; at += 1) {
    const amount = routes[at]!;
    if (amount <= 0) continue;
    const link = places[at]!;
    const share = amount / total;
    h -= share * Math.log(share);
    ami += share * Math.log((amount * total) / (rows[row[link]!]! * columns[column[link]!]!));
  }
  const alpha = h > 0 ? ami / h : null;
  return {
    h,
    ami,
    ascendency: total * ami,
    capacity: total * h,
    overhead: total * (h - ami),
    alpha,
    robustness: alpha === null ? null : alpha > 0 ? -alpha * Math.log(alpha) : 0,
    connectivity: Math.exp((h - ami) / 2),
    roles: Math.exp(ami),
  };
}

function run(view: View, options: RunOptions): Finding[] {
  const before = alphasBefore(view, options);
  return kindNetworks(view, options).map((network) => {
    const one = finding(view, network, options);
    const was = before.get(network.kind.id);
    if (was === undefined) return one;
    const now = one.verdict === 'measured' ? (one.values?.['alpha'] as Value | undefined) : null;
    // Where neither day can be told there is no change to wonder about; the verdict says the rest.
    if (was === null && now == null) return one;
    const alphaChange = was === null || now == null ? null : now - was;
    return { ...one, more: { ...one.more, alphaChange } };
  });
}

/**
 * α of each kind on the earlier day (`since`, else a year back); null where it could not be told then. Nothing where nothing
 * flowed yet, or where no date in the description says that anything has changed.
 */
function alphasBefore(view: View, options: RunOptions): ReadonlyMap<Id, number | null> {
  const dated = [...view.ever.flows, ...view.ever.pools, ...view.ever.parties, ...view.ever.activities].some(
    (thing) =>
      thing.since !== null ||
      thing.until !== null ||
      ('amount' in thing && thing.amount.length > 1) ||
      ('stock' in thing && thing.stock.length > 1),
  );
  const since = options.since ?? view.day - A_YEAR;
  if (!dated || since >= view.day) return new Map();
  const earlier = { draws: 0, seed: options.seed };
  return new Map(
    kindNetworks(view.at(since), earlier).map((network) => {
      const { alpha, roles, connectivity } = measure(network, (link) => at(link.amount, 0));
      const told = (network.kappa ?? 0) >= KAPPA && roles !== null && connectivity !== null;
      return [network.kind.id, told ? alpha : null];
    }),
  );
}

function finding(view: View, network: KindNetwork, options: RunOptions): Finding {
  const mean = (link: Link): number => at(link.amount, 0);
  const is = measure(network, mean);
  const kappa = network.kappa ?? 0;
  const gaps = imbalance(network, slotOf(network, mean));
  const values: Record<string, Value | Record<string, number>> = { ...is };
  if (Object.keys(gaps).length > 0) values['imbalance'] = gaps;
  const bands = drawn(network, options);
  const known = is.roles !== null && is.connectivity !== null;
  return {
    analysis: 'order',
    about: [],
    kind: network.kind.id,
    unit: 'nats',
    verdict: kappa < KAPPA || !known ? 'cannot-tell' : 'measured',
    values,
    ...(Object.keys(bands).length > 0 ? { bands } : {}),
    evidence: network.evidence,
    says: known
      ? says.told({
          kind: calledKind(view, network.kind.id),
          roles: Math.round((is.roles ?? 0) * 10) / 10,
          ways: Math.round((is.connectivity ?? 0) * 10) / 10,
        })
      : says.none({ kind: calledKind(view, network.kind.id) }),
    more: { kappa, boundary: true },
  };
}

function drawn(network: KindNetwork, options: RunOptions): Record<string, readonly [number, number]> {
  const uncertain = network.links.some((link) => typeof link.amount !== 'number');
  const count = uncertain ? Math.min(options.draws, Math.floor(4_000_000 / (network.links.length + 1))) : 0;
  const samples = Object.fromEntries(NAMES.map((name) => [name, new Float64Array(count + 1)])) as Record<
    Name,
    Float64Array
  >;
  for (let draw = 0; draw <= count; draw += 1) {
    const is = measure(network, (link) => at(link.amount, draw));
    for (const name of NAMES) samples[name][draw] = is[name] ?? 0;
  }
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const band = bandOf(samples[name]);
      return band === null ? [] : [[name, band] as const];
    }),
  );
}

export const order = defineAnalysis({
  id: 'order',
  title: 'Order and slack (for experts)',
  asks: 'Does what we share take few firm routes or many loose ones?',
  formula:
    'H = −Σ (f/t) ln (f/t); I = Σ (f/t) ln (f t / (r_i c_j)); α = I / H; robustness = −α ln α; connectivity = e^((H − I)/2); roles = e^I',
  symbols: {
    f: 'flow of one kind on one route, per month, with what crosses the boundary',
    t: 'sum of all flows',
    'r_i, c_j':
      'sum of what leaves row i, sum of what reaches column j; each outside party is a row and a column of its own',
    h: 'H, diversity of flows, in nats',
    ami: 'I, average mutual information, in nats',
    ascendency: 't · I',
    capacity: 't · H, taken over flows',
    overhead: 'capacity less ascendency',
    alphaChange:
      'α now less α on the earlier day (`--since`, else a year back), where the description has dates',
    imbalance: 'inflow less outflow, for each node where they differ',
  },
  unit: 'h and ami in nats; ascendency, capacity and overhead in nats times the kind per month; the rest are numbers',
  readAs:
    'roles: about how many different parts are played; connectivity: about how many ways each has to pass things on. α near 1: few firm routes, and little slack when one of them fails. Near 0: many loose ones, and little that can be counted on. robustness is highest in between, by the form of its formula. Two optima circulate, 0.368 and 0.460, both from food webs; take neither as a mark.',
  blindTo: 'Whether a community is like a food web at all. It shifts when places are drawn finer or coarser.',
  dataPoor: 'Needs amounts. Without any it says so.',
  sources: [
    'Ulanowicz, Goerner, Lietaer, Gomez 2009, Quantifying sustainability',
    'Zorach and Ulanowicz 2003, Quantifying the complexity of flow networks',
    'enaR enaAscendency (Borrett and Lau 2014)',
  ],
  forExperts: true,
  run,
  examples: [
    {
      given: TWO_NODES,
      asOf: '2026-01-01',
      gives: [
        {
          analysis: 'order',
          about: [],
          kind: 'grain',
          verdict: 'measured',
          values: {
            h: 1.5291,
            ami: 0.6288,
            alpha: 0.4112,
            robustness: 0.3654,
            connectivity: 1.569,
            roles: 1.875,
          },
        },
      ],
    },
  ],
});
