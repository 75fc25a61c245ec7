/**
 * A2: how far each need is met, and by how many bits of what size. Weighs a promise by how firm it is. A bit that nobody
 * counted is never taken for zero: the need is then open, unless the counted bits meet it already.
 */
import { defineAnalysis } from '#core/analyses/define';
import { ALLOTMENT_FILE } from '#core/analyses/examples/tracing';
import type { Finding, Value } from '#core/analyses/finding';
import { type Counted, count, type Ground, groundOf } from '#core/analyses/network/ground';
import { sayCoverage } from '#core/analyses/says/coverage';
import { sideOf } from '#core/analyses/thresholds';
import type { Id } from '#core/model/fact';
import type { Rate } from '#core/model/rate';
import type { Need, Status } from '#core/model/things';
import { bandOf, boundsOf } from '#core/number/quantile';
import { across, over, plus, type Sample, shown, sum, times } from '#core/number/sample';
import { tidy } from '#core/number/tidy';

/** How firmly a contribution can be counted on, by its status (heuristic, `domain.md` A2). */
export const FIRMNESS: Readonly<Record<Status, number>> = { actual: 1, agreed: 0.9, told: 0.7, hoped: 0.3 };

/** Q = 100; 40, 12, 8, 6, 5, 3, 2 actual, 10 told, 4 hoped. */
const MANY_BITS = `
potluck: 1
id: many-bits
name: Many bits
as-of: 2026-01-15
kinds:
  hours: {unit: h, law: perishable}
parties:
  members: {type: circle, inside: true}
activities:
  meeting: {for: {members: 1}, needs: {care: {amount: 100 h/month, because: {how: record}}}}
flows:
  b1: {from: members, to: meeting, fulfils: care, amount: 40 h/month, because: {how: record}}
  b2: {from: members, to: meeting, fulfils: care, amount: 12 h/month, because: {how: record}}
  b3: {from: members, to: meeting, fulfils: care, amount: 8 h/month, because: {how: record}}
  b4: {from: members, to: meeting, fulfils: care, amount: 6 h/month, because: {how: record}}
  b5: {from: members, to: meeting, fulfils: care, amount: 5 h/month, because: {how: record}}
  b6: {from: members, to: meeting, fulfils: care, amount: 3 h/month, because: {how: record}}
  b7: {from: members, to: meeting, fulfils: care, amount: 2 h/month, because: {how: record}}
  b8: {from: members, to: meeting, fulfils: care, amount: 10 h/month, status: told, because: {how: record}}
  b9: {from: members, to: meeting, fulfils: care, amount: 4 h/month, status: hoped, because: {how: record}}
`;

export const coverage = defineAnalysis({
  id: 'coverage',
  title: 'Coverage and many bits',
  asks: 'Is what each activity needs being brought, and does it hang on one large bit or on many small ones?',
  formula:
    'supply = Σ fᵢ qᵢ;  cov = supply / Q;  big = max sᵢ;  robust = (supply − largest) / Q;  eff = 1 / Σ sᵢ²;  k50 = fewest bits reaching half',
  symbols: {
    Q: 'what the need takes a month',
    qᵢ: 'what contribution i brings a month',
    fᵢ: 'how firm it is: actual 1, agreed 0.9, told 0.7, hoped 0.3 (a rule of thumb)',
    sᵢ: 'its share of the supply, fᵢ qᵢ / supply',
  },
  unit: 'supply in the unit of the kind a month; cov, big and robust are shares; eff and k50 count bits',
  readAs:
    'cov below 1: some of the need is not met. robust below 0.7 (a rule of thumb): without the largest bit much would be missing. ' +
    'eff says how many equal bits this would amount to; many small bits are sturdy, yet take care to keep in view.',
  blindTo:
    'Quality, timing, and whether those who give could do so for longer. A need that nobody wrote down does not appear.',
  dataPoor:
    'Names who contributes and counts the bits; how far they reach stays open until they are counted.',
  sources: [
    'Effective number of bits after the inverse Simpson index (Simpson 1949)',
    'Potluck’s own choice: firmness, thresholds',
  ],
  run: (view, options) => {
    const ground = groundOf(view, options);
    const bits = allBits(ground);
    return view.needs.map((need) => cover(ground, need, bits.get(need.id) ?? []));
  },
  examples: [
    {
      given: ALLOTMENT_FILE,
      gives: [
        {
          analysis: 'coverage',
          about: ['hosting'],
          kind: 'hours',
          unit: 'h/month',
          verdict: 'short',
          values: { cov: 0.8, big: 1, robust: 0, eff: 1, k50: 1, supply: 24 },
          bands: { cov: [0.73, 0.87] },
          evidence: ['hosting-turns'],
        },
        {
          analysis: 'coverage',
          about: ['venue'],
          kind: 'eur',
          verdict: 'cannot-tell',
          values: { cov: null, big: null, robust: null, eff: null, k50: null, supply: null },
          evidence: [],
        },
      ],
    },
    {
      given: MANY_BITS,
      gives: [
        {
          analysis: 'coverage',
          about: ['care'],
          verdict: 'short',
          values: { supply: 84.2, cov: 0.842, big: 0.475, robust: 0.442, eff: 3.67, k50: 2 },
        },
      ],
    },
  ],
});

/**
 * Contributions of every status, by the need that they meet; those of which there is none are kept, as they say so. What
 * was given one time, and is not said over which, enters no month.
 */
function allBits(ground: Ground): Map<Id, Counted[]> {
  const bits = new Map<Id, Counted[]>();
  for (const flow of ground.view.flows) {
    if (flow.fulfils === null) continue;
    const of = bits.get(flow.fulfils);
    const one = count(ground.view, ground.draws, flow);
    if (one.once) continue;
    if (of === undefined) bits.set(flow.fulfils, [one]);
    else of.push(one);
  }
  return bits;
}

interface Measured {
  readonly supply: Sample;
  readonly cov: Sample | null;
  readonly robust: Sample | null;
  readonly values: Readonly<Record<string, Value>>;
}

function cover(ground: Ground, need: Need, all: readonly Counted[]): Finding {
  const { view } = ground;
  const kind = need.kind ?? all.find((one) => one.kind !== null)?.kind ?? null;
  const ofKind = all.filter((one) => one.kind === kind || one.kind === null);
  const bits = ofKind.filter((one) => one.rate.is !== 'none');
  const uncounted = bits.filter((one) => one.amount === null);
  const rate = view.needRate(need);
  const wanted = wantedOf(ground, need, rate);
  const measured = measure(bits, wanted);
  const open = ofKind.length === 0 || uncounted.length > 0;
  const cov = open ? null : measured.cov;
  const verdict = verdictOf(ofKind.length === 0, uncounted.length > 0, rate, measured);
  const possible = uncounted.length > 0 ? withSome(ground, kind, bits, wanted) : cov;
  const bands = Object.fromEntries(
    Object.entries({ cov: possible, robust: open ? null : measured.robust }).flatMap(([name, sample]) => {
      const band = sample === null ? null : bandOf(sample);
      return band === null ? [] : [[name, band] as const];
    }),
  );
  const values = open ? nothingKnown(measured.values) : measured.values;
  const said = {
    verdict,
    cov: cov === null ? null : shown(cov),
    bits: bits.length,
    uncounted: uncounted.length,
  };
  return {
    analysis: 'coverage',
    about: [need.id],
    ...(kind === null ? {} : { kind, unit: view.unitPerMonth(kind) }),
    verdict,
    values,
    ...(Object.keys(bands).length === 0 ? {} : { bands }),
    evidence: ofKind.map((one) => one.flow.id).sort(),
    says: sayCoverage(view, need, { ...said, none: ofKind.length > 0 && bits.length === 0 }),
    more: {
      bits: bits.length,
      from: [...new Set(bits.map((one) => one.flow.from))].sort(),
      ...(uncounted.length === 0
        ? {}
        : { uncounted: uncounted.map((one) => one.flow.id).sort(), atLeast: atLeast(measured) }),
      ...(ofKind.length === all.length
        ? {}
        : { inOtherKinds: all.filter((one) => !ofKind.includes(one)).map((one) => one.flow.id) }),
    },
  };
}

/** What the need takes, a month; null where nobody counted it. */
function wantedOf(ground: Ground, need: Need, rate: Rate): Sample | null {
  if (rate.is === 'none') return 0;
  return rate.is === 'known' && !ground.view.isCovered(need.id) ? ground.draws.pert(need.id, rate) : null;
}

function measure(bits: readonly Counted[], wanted: Sample | null): Measured {
  const firm = bits.flatMap((one) =>
    one.amount === null ? [] : [times(one.amount, FIRMNESS[one.flow.status])],
  );
  const supply = sum(firm);
  const asked = wanted !== null && shown(wanted) > 0 ? wanted : null;
  const cov = asked === null ? null : over(supply, asked);
  const rest = across(
    firm,
    (values) => values.reduce((total, one) => total + one, 0) - Math.max(0, ...values),
  );
  const robust = asked === null ? null : over(firm.length > 1 ? rest : 0, asked);
  const shares = firm.map((one) => shown(one) / shown(supply)).sort((a, b) => b - a);
  const some = shown(supply) > 0;
  const squares = shares.reduce((total, share) => total + share * share, 0);
  return {
    supply,
    cov,
    robust,
    values: {
      supply: tidy(shown(supply)),
      cov: cov === null ? null : tidy(shown(cov)),
      big: some ? (shares[0] as number) : null,
      robust: robust === null ? null : tidy(shown(robust)),
      eff: some ? tidy(1 / squares) : null,
      k50: some ? reachingHalf(shares) : null,
    },
  };
}

/** How many of the shares, largest first, it takes to reach half. */
function reachingHalf(shares: readonly number[]): number {
  let total = 0;
  const needed = shares.findIndex((share) => {
    total += share;
    return total >= 0.5 - 1e-12;
  });
  return needed + 1;
}

/** Coverage where each bit that is "some" may be anything up to the 95th percentile of its kind; null where one is unknown. */
function withSome(
  ground: Ground,
  kind: Id | null,
  bits: readonly Counted[],
  wanted: Sample | null,
): Sample | null {
  const most = kind === null ? null : ground.atMostSome(kind);
  if (wanted === null || shown(wanted) === 0 || most === null) return null;
  let supply: Sample = 0;
  for (const bit of bits) {
    if (bit.amount === null && (bit.rate.is !== 'some' || bit.covered)) return null;
    const amount = bit.amount ?? ground.draws.some(bit.flow.id, most);
    supply = plus(supply, times(amount, FIRMNESS[bit.flow.status]));
  }
  return over(supply, wanted);
}

function verdictOf(unwritten: boolean, uncounted: boolean, rate: Rate, measured: Measured): string {
  if (rate.is === 'none') return 'covered';
  if (unwritten || measured.cov === null) return 'cannot-tell';
  const side = sideOf(boundsOf(measured.cov), 1);
  if (side === 1) return 'covered';
  return side === 0 || uncounted ? 'cannot-tell' : 'short';
}

function nothingKnown(values: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.keys(values).map((name) => [name, null]));
}

function atLeast(measured: Measured): Record<string, Value> {
  return { supply: shown(measured.supply), cov: measured.cov === null ? null : shown(measured.cov) };
}
