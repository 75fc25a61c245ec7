/** How much of what passes through a community passes the same place again. For experts: no value is good or bad. */
import {
  imbalance,
  type KindNetwork,
  kindNetworks,
  type Link,
  type Slot,
  slotOf,
} from '#core/analyses/cycle/kind-network';
import { type Parts, partsOf, type Turning } from '#core/analyses/cycle/rings';
import { defineAnalysis, type RunOptions } from '#core/analyses/define';
import type { Finding, Value } from '#core/analyses/finding';
import { calledKind } from '#core/analyses/says/names';
import type { View } from '#core/audience/view';
import { inverseDiagonal } from '#core/number/inverse-diagonal';
import { bandOf } from '#core/number/quantile';
import { at } from '#core/number/sample';
import { message } from '#core/words/message';

const says = {
  told: message(
    'finding.cycling.told',
    'Of {kind}, {share, number, percent} of what passes through passes the same place again.',
  ),
  none: message(
    'finding.cycling.none',
    'No amount of {kind} is known: nothing can be said yet about what comes round again.',
  ),
};

/** Below this share of counted flows a result is a guess (heuristic, `domain.md` section 3). */
const KAPPA = 0.6;

interface Measures {
  readonly tst: number;
  readonly fci: number | null;
  readonly apl: number | null;
}

/** TST, Finn's index and path length in one slot; rings that feed only themselves are left out. */
export function measure(
  network: KindNetwork,
  slot: Slot,
  parts: Parts,
  amountOf: (link: Link) => number,
): Measures {
  const inRing = new Uint8Array(network.nodes.length);
  for (const ring of parts.rings) for (const node of ring) inRing[node] = 1;
  let tst = 0;
  for (let node = 0; node < network.nodes.length; node += 1)
    if (inRing[node] === 0) tst += slot.inflow[node]!;
  let boundary = 0;
  for (const link of network.links) {
    if (link.to >= 0 && inRing[link.to] === 0 && (link.from < 0 || inRing[link.from] === 1))
      boundary += amountOf(link);
  }
  if (tst === 0) return { tst, fci: null, apl: null };
  let cycled = 0;
  for (const part of parts.turning) {
    const again = returns(slot, part, amountOf);
    if (again === null) return { tst, fci: null, apl: boundary > 0 ? tst / boundary : null };
    for (const [place, node] of part.nodes.entries()) cycled += slot.inflow[node]! * again[place]!;
  }
  return { tst, fci: cycled / tst, apl: boundary > 0 ? tst / boundary : null };
}

/** (n − 1) / n for each node of a part: the share of what is there that was there before. */
function returns(slot: Slot, part: Turning, amountOf: (link: Link) => number): Float64Array | null {
  const size = part.nodes.length;
  const g = new Float64Array(size * size);
  for (const { link, from, to } of part.links) {
    const inflow = slot.inflow[link.from]!;
    if (inflow > 0) g[from * size + to]! += amountOf(link) / inflow;
  }
  const diagonal = inverseDiagonal(size, g);
  return diagonal === null ? null : diagonal.values.map((n) => (n - 1) / n);
}

/** A part of 125 nodes is inverted in a few milliseconds: large networks get fewer draws, and say how many. */
export function affordableDraws(network: KindNetwork, parts: Parts, wanted: number): number {
  const work = parts.turning.reduce(
    (sum, part) => sum + part.nodes.length ** 3,
    4 * network.links.length + 1,
  );
  return Math.max(0, Math.min(wanted, Math.floor(60_000_000 / work)));
}

function run(view: View, options: RunOptions): Finding[] {
  return kindNetworks(view, options).map((network) => finding(view, network, options));
}

function finding(view: View, network: KindNetwork, options: RunOptions): Finding {
  const mean = (link: Link): number => at(link.amount, 0);
  const slot = slotOf(network, mean);
  const parts = partsOf(network, slot);
  const told = {
    analysis: 'cycling',
    about: [],
    kind: network.kind.id,
    unit: view.unitPerMonth(network.kind.id),
  };
  const kappa = network.kappa ?? 0;
  if (network.links.length === 0) {
    const values = { tst: null, fci: null, apl: null };
    return {
      ...told,
      verdict: 'cannot-tell',
      values,
      evidence: network.evidence,
      says: says.none({ kind: calledKind(view, network.kind.id) }),
    };
  }
  const is = measure(network, slot, parts, mean);
  const samples = drawn(network, parts, options);
  const gaps = imbalance(network, slot);
  const values: Record<string, Value | Record<string, number>> = { tst: is.tst, fci: is.fci, apl: is.apl };
  if (Object.keys(gaps).length > 0) values['imbalance'] = gaps;
  const bands = Object.fromEntries(
    Object.entries(samples).flatMap(([name, sample]) => {
      const band = bandOf(sample);
      return band === null ? [] : [[name, band] as const];
    }),
  );
  const traps = parts.rings.map((ring) => ring.map((node) => network.nodes[node] ?? ''));
  return {
    ...told,
    verdict: kappa < KAPPA || is.fci === null ? 'cannot-tell' : traps.length > 0 ? 'flagged' : 'measured',
    values,
    ...(Object.keys(bands).length > 0 ? { bands } : {}),
    ...(traps.length > 0 ? { traps } : {}),
    evidence: network.evidence,
    ...(is.fci === null
      ? {}
      : { says: says.told({ kind: calledKind(view, network.kind.id), share: is.fci }) }),
    more: { kappa, side: 'inflow', draws: samples.fci.length - 1 },
  };
}

/** The three measures over the draws, slot 0 being the shown value. */
function drawn(
  network: KindNetwork,
  parts: Parts,
  options: RunOptions,
): Record<'tst' | 'fci' | 'apl', Float64Array> {
  const uncertain = network.links.some((link) => typeof link.amount !== 'number');
  const count = uncertain ? affordableDraws(network, parts, options.draws) : 0;
  if (count === 0) return { tst: new Float64Array(1), fci: new Float64Array(1), apl: new Float64Array(1) };
  const samples = {
    tst: new Float64Array(count + 1),
    fci: new Float64Array(count + 1),
    apl: new Float64Array(count + 1),
  };
  for (let draw = 0; draw <= count; draw += 1) {
    const amountOf = (link: Link): number => at(link.amount, draw);
    const is = measure(network, slotOf(network, amountOf), parts, amountOf);
    samples.tst[draw] = is.tst;
    samples.fci[draw] = is.fci ?? 0;
    samples.apl[draw] = is.apl ?? 0;
  }
  return samples;
}

/** The network of the worked example of `domain.md` A8 and A9. */
export const TWO_NODES = `
potluck: 1
id: two-nodes
name: Two places
kinds:
  grain: {unit: kg, law: conserved}
parties:
  field: {name: Field, type: organisation}
  town: {name: Town, type: organisation}
  mill: {name: Mill, type: circle, inside: true}
  bakery: {name: Bakery, type: circle, inside: true}
flows:
  harvest: {from: field, to: mill, amount: 100 kg/month, because: {how: record}}
  flour: {from: mill, to: bakery, amount: 80 kg/month, because: {how: record}}
  bran: {from: bakery, to: mill, amount: 30 kg/month, because: {how: record}}
  sold: {from: mill, to: town, amount: 50 kg/month, because: {how: record}}
  bread: {from: bakery, to: town, amount: 50 kg/month, because: {how: record}}
`;

export const cycling = defineAnalysis({
  id: 'cycling',
  title: 'What comes round again (for experts)',
  asks: 'How much of what passes through us passes the same place again?',
  formula:
    'T_i = inflow of i; g_ij = f_ij / T_i; N = (I − G)⁻¹; FCI = Σ T_i (n_ii − 1) / n_ii ÷ Σ T_i; path length = Σ T_i ÷ boundary inputs',
  symbols: {
    f_ij: 'flow from i to j, per month, of one kind',
    T_i: 'throughflow of node i, taken on the inflow side with what crosses the boundary',
    n_ii: 'how often what is at i comes by i, counting the first time',
    tst: 'sum of T_i: total system throughflow',
    fci: 'Finn cycling index, a share',
    apl: 'average path length: how many places a unit passes before it leaves',
    imbalance: 'inflow less outflow, for each node where they differ',
  },
  unit: 'tst in the kind per month; fci a share; apl in places',
  readAs:
    'fci 0: everything passes once and leaves. 0.3: of all that passes, three tenths has passed the same place before. apl 2.1: what comes in passes about two places before it leaves. Neither is better high or low; watch how they change. An imbalance says that something which comes or goes at that place is not written down, or is kept there. A trap is a ring that nothing enters: it is named and left out.',
  blindTo:
    'Whether coming round again is a good thing, and everything that is not of this kind. It moves when places are drawn finer or coarser.',
  dataPoor: 'Needs amounts. Without any it says so; with some it counts those and says how many are missing.',
  sources: ['Finn 1976, Measures of ecosystem structure and function', 'enaR enaFlow (Borrett and Lau 2014)'],
  forExperts: true,
  run,
  examples: [
    {
      given: TWO_NODES,
      asOf: '2026-01-01',
      gives: [
        {
          analysis: 'cycling',
          about: [],
          kind: 'grain',
          unit: 'kg/month',
          verdict: 'measured',
          values: { tst: 210, fci: 0.2308, apl: 2.1 },
        },
      ],
    },
  ],
});
