/**
 * A7: how long a pool would last if nothing came in, how much more hours a party has than it gives, and how long the energy
 * of a circle would last at its present pace. What is set aside by law or agreement is not counted as free to use.
 */
import { defineAnalysis } from '#core/analyses/define';
import type { Finding } from '#core/analyses/finding';
import { type Ground, groundOf } from '#core/analyses/network/ground';
import { targetOf } from '#core/analyses/network/moves';
import { type Freely, usableStock } from '#core/analyses/network/stock';
import { idsOf, kappaOf, valuesOf } from '#core/analyses/network/values';
import { sayEnergy, sayRunway, saySlack } from '#core/analyses/says/money';
import { ENOUGH_KNOWN } from '#core/analyses/thresholds';
import { monthsBetween } from '#core/model/dates';
import { readingOn } from '#core/model/rate';
import type { Party, Pool } from '#core/model/things';
import { minus, over, plus, type Sample, shown } from '#core/number/sample';
import { tidy } from '#core/number/tidy';

/** Energy below which a circle is taken to be worn out (heuristic, `domain.md` A7). */
export const LOW_ENERGY = 0.3;

export const runway = defineAnalysis({
  id: 'runway',
  title: 'Runway',
  asks: 'How long could we go on if nothing came in?',
  formula:
    'months = usable stock / monthly outflow;  slack = available / used − 1;  energy: (E − 0.3) / monthly decline',
  symbols: {
    'usable stock':
      'the pool’s lowest reading of the last twelve months, less pockets that are legal or agreed',
    'monthly outflow': 'what leaves the pool and its softer pockets',
    available: 'hours that a party could give a month; used: hours that it gives',
    E: 'energy of a circle, 0 to 1',
  },
  unit: 'months; slack is a share',
  readAs:
    'Nonprofits often hold three months, expressly not as a standard to judge by. Slack near 0: no hour to spare; below 0: more is given ' +
    'than there is. Long is not better: ask what it is kept for.',
  blindTo: 'What would come in after all, what could be left undone, and what a reserve is meant for.',
  dataPoor: 'Without a stock or an outflow it says which of the two is missing.',
  sources: [
    'Operating Reserves Workgroup 2008: at least 25 %, or three months',
    'Potluck’s own choice: energy',
  ],
  run: (view, options) => {
    const ground = groundOf(view, options);
    const pools = view.pools.filter((pool) => view.kind(pool.kind)?.law === 'conserved');
    return [
      ...pools.map((pool) => ofPool(ground, pool)),
      ...view.parties.filter((party) => party.available.length > 0).map((party) => ofHours(ground, party)),
      ...view.parties.filter((party) => party.energy.length > 0).map((party) => ofEnergy(ground, party)),
    ];
  },
  examples: [
    {
      given: `
potluck: 1
id: three-months
name: Three months
as-of: 2026-01-15
parties:
  members: {type: circle, inside: true, available: 60 h/month}
pools:
  kitty:
    kind: eur
    stock: 4200 EUR
    pockets:
      roof: {share: 0.35714285714, softness: legal}
activities:
  work: {for: {members: 1}}
flows:
  rent: {from: kitty, to: work, amount: 900 EUR/month}
  turns: {from: members, to: work, amount: 48 h/month}
`,
      gives: [
        {
          analysis: 'runway',
          about: ['kitty'],
          kind: 'eur',
          unit: 'month',
          verdict: 'measured',
          values: { months: 3 },
          evidence: ['kitty', 'rent', 'roof'],
        },
        {
          analysis: 'runway',
          about: ['members'],
          kind: 'hours',
          unit: 'share',
          verdict: 'measured',
          values: { slack: 0.25 },
        },
      ],
    },
  ],
});

function ofPool(ground: Ground, pool: Pool): Finding {
  const { view } = ground;
  const free: Freely = usableStock(ground, pool);
  const flows = ground
    .ofKind(pool.kind)
    .filter((one) => targetOf(view, one.flow.from).id === pool.id && !isWithin(view, pool, one.flow.to))
    .filter((one) => !one.once);
  const outflow = flows.reduce<Sample>((sum, one) => (one.amount === null ? sum : plus(sum, one.amount)), 0);
  const known = free.usable !== null && shown(outflow) > 0 && kappaOf(flows) >= ENOUGH_KNOWN;
  const months = known ? over(free.usable as Sample, outflow) : null;
  return {
    analysis: 'runway',
    about: [pool.id],
    kind: pool.kind,
    unit: 'month',
    verdict: known ? 'measured' : 'cannot-tell',
    ...valuesOf({ months }),
    evidence: [...idsOf(flows), pool.id, ...free.restricted].sort(),
    says: sayRunway(view, pool.id, months === null ? null : shown(months), flows.length > 0),
    more: {
      usable: free.usable === null ? null : tidy(shown(free.usable)),
      outflow: known ? tidy(shown(outflow)) : null,
      readOn: free.readOn,
      uncounted: idsOf(flows.filter((one) => one.amount === null)),
    },
  };
}

/** Money that goes from a pool to one of its own pockets does not leave it. */
function isWithin(view: Ground['view'], pool: Pool, to: string): boolean {
  return to === pool.id || pool.pockets.includes(to) || targetOf(view, to).id === pool.id;
}

function ofHours(ground: Ground, party: Party): Finding {
  const { view } = ground;
  const unit = readingOn(party.available, view.day)?.value.unit ?? null;
  const kind = view.kinds.find((one) => one.unit !== null && one.unit === unit) ?? null;
  const rate = view.seriesRate(party.available, party);
  const given = kind === null ? [] : ground.ofKind(kind.id).filter((one) => one.flow.from === party.id);
  const flows = given.filter((one) => !one.once);
  const used = flows.reduce<Sample>((sum, one) => (one.amount === null ? sum : plus(sum, one.amount)), 0);
  const known = rate.is === 'known' && shown(used) > 0 && kappaOf(flows) >= ENOUGH_KNOWN;
  const slack = known ? minus(over(ground.draws.pert(`${party.id} available`, rate), used), 1) : null;
  return {
    analysis: 'runway',
    about: [party.id],
    ...(kind === null ? {} : { kind: kind.id }),
    unit: 'share',
    verdict: known ? 'measured' : 'cannot-tell',
    ...valuesOf({ slack }),
    evidence: [...idsOf(flows), party.id].sort(),
    says: saySlack(view, party.id, slack === null ? null : shown(slack)),
    more: { uncounted: idsOf(flows.filter((one) => one.amount === null)) },
  };
}

/** Two dated readings give the pace; energy that does not fall has no end to tell. */
function ofEnergy(ground: Ground, party: Party): Finding {
  const { view } = ground;
  const readings = party.energy.flatMap((one) => {
    const day = one.since?.first ?? null;
    return one.value === null || (day !== null && day > view.day) ? [] : [{ day, value: one.value }];
  });
  const now = readings.at(-1);
  const before = readings.at(-2);
  const months = now?.day != null && before?.day != null ? monthsBetween(before.day, now.day) : 0;
  const decline =
    now !== undefined && before !== undefined && months > 0 ? (before.value - now.value) / months : null;
  const left =
    decline !== null && decline > 0 && now !== undefined
      ? Math.max(0, now.value - LOW_ENERGY) / decline
      : null;
  return {
    analysis: 'runway',
    about: [party.id],
    unit: 'month',
    verdict: decline === null ? 'cannot-tell' : 'measured',
    values: decline !== null && left === null ? {} : { energyMonths: left === null ? null : tidy(left) },
    evidence: [party.id],
    says: sayEnergy(view, party.id, decline === null ? 0 : 2, left),
    more: { of: 'energy', energy: now?.value ?? null, decline: decline === null ? null : tidy(decline) },
  };
}
