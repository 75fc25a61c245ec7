/**
 * A17: what stretches when a community grows and what does not. Each contribution and each need grows with size to a power
 * of its own; where nobody said, a rule of thumb is used and named. Also lists the loops that a scenario's move would cut.
 */
import { defineAnalysis, type RunOptions } from '#core/analyses/define';
import type { Finding, Flag } from '#core/analyses/finding';
import { enumerateLoops } from '#core/analyses/loops/enumerate';
import { type Counted, groundOf } from '#core/analyses/network/ground';
import { calledKind } from '#core/analyses/says/names';
import { sideOf } from '#core/analyses/thresholds';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { nameOf } from '#core/model/fact';
import type { Flow, Need } from '#core/model/things';
import { bandOf } from '#core/number/quantile';
import { across, minus, plus, type Sample, shown, times } from '#core/number/sample';
import { message } from '#core/words/message';

const says = {
  cut: message(
    'finding.shift.cut',
    '{count, plural, =0 {No loop would be} one {One loop would be} other {# loops would be}} cut by “{scenario}”.',
  ),
  holds: message('finding.shift.holds', 'However we grow, what comes for {thing} keeps up.'),
  breaks: message(
    'finding.shift.breaks',
    'At about {breaks, number} times our size, what comes for {thing} would no longer be enough.',
  ),
  short: message('finding.shift.short', 'What comes for {thing} is not enough already, at our present size.'),
  open: message(
    'finding.shift.open',
    'We cannot tell how {thing} would stretch: what it takes or what comes is not counted.',
  ),
};

/** Powers by which contributions grow with size where nobody said (heuristic, `domain.md` A17). */
const GROWS_BY_FORM: Readonly<Record<NonNullable<Flow['form']>, number>> = {
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

interface Item {
  readonly amount: Sample;
  readonly beta: number;
}

/** Hours of the core and what comes from outside stay as they are; what members bring grows with them. */
function supplyPower(view: View, flow: Flow): { readonly beta: number; readonly assumed: boolean } {
  if (flow.grows !== null) return { beta: flow.grows, assumed: false };
  const party = view.get('parties', flow.from);
  if (party !== null && (!party.inside || party.circle === 'core')) return { beta: 0, assumed: true };
  const circle = party?.in === null || party === null ? null : view.get('parties', party.in);
  if (circle?.circle === 'core') return { beta: 0, assumed: true };
  return { beta: flow.form === null ? 1 : GROWS_BY_FORM[flow.form], assumed: true };
}

function demandPower(need: Need): { readonly beta: number; readonly assumed: boolean } {
  return need.grows === null ? { beta: 1, assumed: true } : { beta: need.grows, assumed: false };
}

function at(items: readonly Item[], s: number): number {
  return items.reduce((total, { amount, beta }) => total + shown(amount) * s ** beta, 0);
}

/** What grows alike, supply less demand, by its power. */
type Nets = readonly (readonly [beta: number, net: number])[];

/** Growth at which what comes is just enough; null where that never happens. */
export function breaksAt(
  supply: readonly { q: number; beta: number }[],
  demand: readonly { q: number; beta: number }[],
): number | null {
  // Few powers occur: what grows alike is summed first, and each power is then raised once a step.
  const net = new Map<number, number>();
  for (const { q, beta } of supply) net.set(beta, (net.get(beta) ?? 0) + q);
  for (const { q, beta } of demand) net.set(beta, (net.get(beta) ?? 0) - q);
  return crossing([...net]);
}

function overAt(nets: Nets, s: number): number {
  let sum = 0;
  for (const [beta, q] of nets) sum += beta === 0 ? q : beta === 1 ? q * s : q * s ** beta;
  return sum;
}

/** Sizes are tried in steps of a twentieth, up to ten thousand times as large or as small; these are the last ones. */
const STEP = 1.05;
const LARGEST = lastStep(STEP);
const SMALLEST = lastStep(1 / STEP);

function lastStep(step: number): number {
  let last = 1;
  for (let next = step; next < 1e4 && next > 1e-4; next *= step) last = next;
  return last;
}

function crossing(nets: Nets): number | null {
  const now = overAt(nets, 1);
  // Where it is not enough already, the size at which it would be is looked for below the present one.
  const step = now >= 0 ? STEP : 1 / STEP;
  let inside = 1;
  for (let outside = step; outside < 1e4 && outside > 1e-4; inside = outside, outside *= step) {
    if (overAt(nets, outside) < 0 === now < 0) continue;
    for (let i = 0; i < 50 && Math.abs(outside - inside) > 1e-13 * outside; i += 1) {
      const middle = (inside + outside) / 2;
      if (overAt(nets, middle) < 0 === now < 0) inside = middle;
      else outside = middle;
    }
    return (inside + outside) / 2;
  }
  return null;
}

/** As `crossing`, where some things stay as they are (`still`) and all others grow in step (`grows`): one line. */
function crossingOfLine(still: number, grows: number): number | null {
  const now = still + grows;
  const size = -still / grows;
  if (now >= 0) return grows < 0 && size < LARGEST ? Math.max(1, size) : null;
  return grows < 0 && still > 0 && size >= SMALLEST ? size : null;
}

/** Standard deviation of the powers, each weighted by its amount. */
function dispersion(items: readonly { q: number; beta: number }[]): number | null {
  const weight = items.reduce((sum, { q }) => sum + q, 0);
  if (weight === 0) return null;
  const mean = items.reduce((sum, { q, beta }) => sum + q * beta, 0) / weight;
  return Math.sqrt(items.reduce((sum, { q, beta }) => sum + q * (beta - mean) ** 2, 0) / weight);
}

interface Stretch {
  readonly about: readonly Id[];
  readonly kind: Id;
  readonly thing: string;
  readonly needs: readonly Need[];
}

function run(view: View, options: RunOptions): Finding[] {
  const ground = groundOf(view, options);
  const bits = new Map<Id, Counted[]>();
  for (const one of ground.flows) {
    if (one.flow.fulfils !== null) bits.set(one.flow.fulfils, [...(bits.get(one.flow.fulfils) ?? []), one]);
  }
  const kinds = [...new Set(view.needs.flatMap((need) => (need.kind === null ? [] : [need.kind])))].sort();
  const wholes = kinds.map(
    (kind): Stretch => ({
      about: [],
      kind,
      thing: calledKind(view, kind),
      needs: view.needs.filter((need) => need.kind === kind),
    }),
  );
  const each = view.needs.flatMap((need): Stretch[] =>
    need.kind === null ? [] : [{ about: [need.id], kind: need.kind, thing: nameOf(need), needs: [need] }],
  );
  const stretches = [...wholes, ...each].map((stretch) => finding(view, stretch, bits, options));
  return [...stretches, ...scenarioLoops(view)];
}

function finding(
  view: View,
  stretch: Stretch,
  bits: ReadonlyMap<Id, readonly Counted[]>,
  options: RunOptions,
): Finding {
  const ground = groundOf(view, options);
  const assumed: Id[] = [];
  let open = false;
  const demand: Item[] = [];
  const supply: Item[] = [];
  const evidence: Id[] = [];
  for (const need of stretch.needs) {
    const rate = view.needRate(need);
    const { beta, assumed: guessed } = demandPower(need);
    if (guessed) assumed.push(need.id);
    if (rate.is === 'known') demand.push({ amount: ground.draws.pert(need.id, rate), beta });
    else if (rate.is !== 'none') open = true;
    for (const { flow, amount } of bits.get(need.id) ?? []) {
      evidence.push(flow.id);
      const power = supplyPower(view, flow);
      if (power.assumed) assumed.push(flow.id);
      if (amount === null) open = true;
      else supply.push({ amount, beta: power.beta });
    }
  }
  const told = {
    analysis: 'shift',
    about: stretch.about,
    kind: stretch.kind,
    unit: 'times',
    evidence: evidence.sort(),
  };
  if (open || demand.length === 0 || supply.length === 0) {
    return {
      ...told,
      verdict: 'cannot-tell',
      values: { stretch2: null, breaks: null, dispersion: null },
      says: says.open({ thing: stretch.thing }),
      more: { assumed: assumed.sort() },
    };
  }
  const values = measures(supply, demand);
  const band = bandOf(stretched(supply, demand));
  const bounds = breaksBounds(supply, demand);
  const { breaks, stretch2 } = values;
  const side = stretch2 === null ? 1 : sideOf(band ?? [stretch2, stretch2], LEAST_STRETCH);
  const early = sideOf(
    bounds ?? [breaks ?? Number.POSITIVE_INFINITY, breaks ?? Number.POSITIVE_INFINITY],
    SOON,
  );
  const flagged = side === -1 || early === -1;
  const words = { thing: stretch.thing, breaks: Math.round((breaks ?? 0) * 10) / 10 };
  return {
    ...told,
    // A band that lies across the threshold cannot tell.
    verdict: flagged ? 'flagged' : side === 0 || early === 0 ? 'cannot-tell' : 'measured',
    values,
    ...bandsOf(band, bounds),
    says:
      breaks !== null && breaks > 1
        ? says.breaks(words)
        : values.coverage !== null && values.coverage < 1
          ? says.short(words)
          : says.holds(words),
    more: { assumed: assumed.sort() },
  };
}

/** Coverage at twice the size below this share of today's, and needs that stop being met before this size, are told. */
const LEAST_STRETCH = 0.8;
const SOON = 1.5;

/**
 * The 5 and 95 % bounds of the size at which what comes stops being enough. A draw in which that never happens counts as
 * beyond every size, so that the upper bound may be infinite. Null where nothing was drawn.
 */
function breaksBounds(supply: readonly Item[], demand: readonly Item[]): readonly [number, number] | null {
  const net = new Map<number, Sample>();
  for (const { amount, beta } of supply) net.set(beta, plus(net.get(beta) ?? 0, amount));
  for (const { amount, beta } of demand) net.set(beta, minus(net.get(beta) ?? 0, amount));
  const isLine = [...net.keys()].every((beta) => beta === 0 || beta === 1);
  const betas = isLine ? [0, 1] : [...net.keys()];
  const sizes = across(
    betas.map((beta) => net.get(beta) ?? 0),
    (q) => {
      const found = isLine
        ? crossingOfLine(q[0] as number, q[1] as number)
        : crossing(betas.map((beta, index) => [beta, q[index] as number]));
      return found ?? Number.POSITIVE_INFINITY;
    },
  );
  return bandOf(sizes);
}

function bandsOf(
  stretch2: readonly [number, number] | null,
  breaks: readonly [number, number] | null,
): Pick<Finding, 'bands'> {
  const bands = {
    ...(stretch2 === null ? {} : { stretch2 }),
    // A band that ends nowhere cannot be written down; the verdict still heeds where it begins.
    ...(breaks === null || !Number.isFinite(breaks[1]) ? {} : { breaks }),
  };
  return Object.keys(bands).length === 0 ? {} : { bands };
}

function measures(supply: readonly Item[], demand: readonly Item[]) {
  const plain = (items: readonly Item[]) => items.map(({ amount, beta }) => ({ q: shown(amount), beta }));
  const asks = at(demand, 1);
  const coverage = asks === 0 ? null : at(supply, 1) / asks;
  const twice = at(demand, 2);
  const coverage2 = twice === 0 ? null : at(supply, 2) / twice;
  return {
    stretch2: coverage === null || coverage2 === null || coverage === 0 ? null : coverage2 / coverage,
    breaks: breaksAt(plain(supply), plain(demand)),
    dispersion: dispersion([...plain(supply), ...plain(demand)]),
    coverage,
    coverage2,
  };
}

/** stretch(2), with its draws. */
function stretched(supply: readonly Item[], demand: readonly Item[]): Sample {
  const total = (items: readonly Item[], s: number): Sample =>
    items.reduce<Sample>(
      (sum, { amount, beta }) => plus(sum, s ** beta === 1 ? amount : times(amount, s ** beta)),
      0,
    );
  return across(
    [total(supply, 2), total(demand, 2), total(supply, 1), total(demand, 1)],
    ([s2, d2, s1, d1]) => {
      const now = (s1 as number) / (d1 as number);
      return (s2 as number) / (d2 as number) / now;
    },
  );
}

/** For each scenario that cuts influences: the loops that go with them. */
function scenarioLoops(view: View): Finding[] {
  return view.scenarios.flatMap((scenario): Finding[] => {
    const cut = scenario.changes.flatMap((change) =>
      change.verb === 'cut' && change.of !== null ? [change.of] : [],
    );
    if (cut.length === 0) return [];
    const lost = enumerateLoops(view.influences, { limit: 1000, most: 8 }).loops.filter((loop) =>
      loop.arrows.some((arrow) => cut.includes(arrow)),
    );
    const flags: Flag[] = lost.map((loop) => ({
      flag: 'loop-lost',
      evidence: [...loop.arrows].sort(),
      shared: loop.nodes,
    }));
    return [
      {
        analysis: 'shift',
        about: [scenario.id],
        verdict: flags.length > 0 ? 'flagged' : 'measured',
        values: { loopsLost: lost.length },
        ...(flags.length > 0 ? { flags } : {}),
        evidence: [...new Set(lost.flatMap((loop) => loop.arrows))].sort(),
        says: says.cut({ count: lost.length, scenario: nameOf(scenario) }),
      },
    ];
  });
}

export const shift = defineAnalysis({
  id: 'shift',
  title: 'Stretching',
  asks: 'When we grow, what grows along and what does not?',
  formula:
    'stretch(s) = [Σ q s^β (supply) / Σ q s^β (demand)] ÷ the same at s = 1;  breaks: the s at which supply is just enough;  dispersion: weighted standard deviation of all β',
  symbols: {
    s: 'size against the present one: 2 is twice as many',
    q: 'amount of a contribution or a need now, per month',
    β: 'the power of size with which it grows (`grows` in the file); where nobody said: grants, hosting and hours of the core 0, dues and what members bring 1, needs 1 (rules of thumb)',
    stretch2: 'stretch(2): what is left of coverage at twice the size',
    breaks: 'the growth at which coverage is 1; null where it never falls to 1',
    coverage: 'supply over demand now; coverage2 at twice the size',
  },
  unit: 'stretch2 and coverage are shares, breaks is times the present size, dispersion a power',
  readAs:
    'stretch2 of 0.75: at twice our size three quarters of today’s coverage is left. breaks 1.85: up to nearly twice our size what comes is enough. dispersion tells how far the parts pull apart.',
  blindTo: 'Everything that changes besides size, and how sure the powers are: most are rules of thumb.',
  dataPoor: 'With some amounts open it cannot tell; it still lists which powers were assumed.',
  sources: [
    'Potluck’s own choice: the powers where nobody said',
    'Scaling with power laws, e.g. Bettencourt 2007',
  ],
  run,
  examples: [
    {
      given: `
potluck: 1
id: stretch
name: Two of each
kinds:
  hours: {unit: h, law: perishable}
parties:
  core: {type: circle, circle: core, inside: true}
  members: {type: circle, circle: active, inside: true}
activities:
  list: {for: {members: 1}, needs: {hosting: {amount: 40 h/month, grows: 0, because: {how: record}}, moderation: {amount: 30 h/month, grows: 1.5, because: {how: record}}}}
flows:
  steady: {from: core, to: list, fulfils: hosting, amount: 60 h/month, grows: 0, because: {how: record}}
  growing: {from: members, to: list, fulfils: moderation, amount: 30 h/month, grows: 1, because: {how: record}}
`,
      asOf: '2026-01-01',
      gives: [
        {
          analysis: 'shift',
          about: [],
          kind: 'hours',
          verdict: 'flagged',
          values: { stretch2: 0.747, breaks: 1.85, dispersion: 0.624, coverage: 1.286, coverage2: 0.961 },
        },
      ],
    },
  ],
});
