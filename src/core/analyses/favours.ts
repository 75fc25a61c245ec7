/**
 * A10: favours between parties, as far as anyone noted them: whether they come back, travel on, or rest with some. It keeps
 * no score: an open balance is what holds many ties together. Balances of two are for those two and for stewards.
 */
import { defineAnalysis } from '#core/analyses/define';
import type { Finding } from '#core/analyses/finding';
import { type Favour, favourRecord, type Measure } from '#core/analyses/network/favour-record';
import { type Ground, groundOf } from '#core/analyses/network/ground';
import { valuesOf } from '#core/analyses/network/values';
import { sayBalanceOfTwo, sayGive, sayReciprocity } from '#core/analyses/says/favours';
import { ENOUGH_KNOWN } from '#core/analyses/thresholds';
import type { Id } from '#core/model/fact';
import { across, minus, over, plus, type Sample, shown, sum } from '#core/number/sample';

export const favours = defineAnalysis({
  id: 'favours',
  title: 'Favours and old accounts',
  asks: 'Do favours come back, do they travel onward, and who gives more than is on paper?',
  formula:
    'balance = Σ w · 2^(−age/24) given − received;  r = Σ min(wᵢⱼ, wⱼᵢ) / Σ w;  give = (out − in) / (out + in)',
  symbols: {
    w: 'weight of a favour: S 1, M 3, L 9, or its amount',
    age: 'months since; an acknowledged account does not age',
    r: 'reciprocity: the share of favours that is matched between the same two',
    give: 'from −1 (only receives) to 1 (only gives)',
  },
  unit: 'favours by size, or the unit of the amount; r and give are shares',
  readAs:
    'A low r among connected parties is generalised giving: favours travel on rather than back. That is no failing. A balance far ' +
    'from zero is a thing to thank for, honour, or let go.',
  blindTo: 'All that nobody notes, which is most of it, and what a favour meant to those two.',
  dataPoor: 'Says who did something for whom; sizes stay open.',
  sources: [
    'Network reciprocity: Squartini et al. 2013',
    'Loss of closeness of about 15 % a year: Dunbar 2010; half-life and sizes are Potluck’s own choice',
  ],
  run: (view, options) => {
    const ground = groundOf(view, options);
    return favourRecord(ground).flatMap((measure) => ofMeasure(ground, measure));
  },
  examples: [
    {
      given: `
potluck: 1
id: three-friends
name: Three who help each other
as-of: 2026-01-15
kinds:
  hours: {unit: h, law: perishable}
parties:
  a: {type: circle, inside: true}
  b: {type: circle, inside: true}
  c: {type: circle, inside: true}
flows:
  ab: {from: a, to: b, amount: 6 h/month, form: favour, because: {how: record}}
  ac: {from: a, to: c, amount: 2 h/month, form: favour, because: {how: record}}
  ba: {from: b, to: a, amount: 3 h/month, form: favour, because: {how: record}}
  bc: {from: b, to: c, amount: 4 h/month, form: favour, because: {how: record}}
  ca: {from: c, to: a, amount: 1 h/month, form: favour, because: {how: record}}
`,
      gives: [
        { analysis: 'favours', about: [], kind: 'hours', verdict: 'measured', values: { reciprocity: 0.5 } },
        { analysis: 'favours', about: ['a'], kind: 'hours', values: { give: 0.333 } },
        { analysis: 'favours', about: ['b'], kind: 'hours', values: { give: 0.077 } },
        { analysis: 'favours', about: ['c'], kind: 'hours', values: { give: -0.714 } },
      ],
    },
    {
      given: `
potluck: 1
id: two-neighbours
name: Two neighbours
as-of: 2026-01-01
parties:
  ana: {type: person, inside: true}
  ben: {type: person, inside: true}
accounts:
  roof: {who: ben, towards: ana, size: M, since: 2023-07-01}
  keys: {who: ben, towards: ana, size: S, since: 2025-07-01}
  move: {who: ana, towards: ben, size: M, since: 2025-11-01}
`,
      gives: [
        {
          analysis: 'favours',
          about: ['ana', 'ben'],
          unit: 'favour',
          verdict: 'measured',
          values: { balance: -0.729 },
          evidence: ['keys', 'move', 'roof'],
        },
        { analysis: 'favours', about: ['ben', 'ana'], values: { balance: 0.729 } },
      ],
    },
  ],
});

function ofMeasure(ground: Ground, measure: Measure): Finding[] {
  const { favours: all } = measure;
  const uncounted = all.filter((one) => one.weight === null);
  const open = 1 - uncounted.length / all.length < ENOUGH_KNOWN;
  const between = new Map<string, Sample>();
  for (const one of all) {
    if (one.weight === null) continue;
    const key = `${one.giver} ${one.receiver}`;
    between.set(key, plus(between.get(key) ?? 0, one.weight));
  }
  const parties = [...new Set(all.flatMap((one) => [one.giver, one.receiver]))].sort();
  const weight = (from: Id, to: Id): Sample => between.get(`${from} ${to}`) ?? 0;
  const total = sum([...between.values()]);
  const matched = sum(
    [...between.keys()].map((key) => {
      const [from, to] = key.split(' ') as [Id, Id];
      return across([weight(from, to), weight(to, from)], ([a, b]) => Math.min(a as number, b as number));
    }),
  );
  const known = !open && shown(total) > 0;
  const reciprocity = known ? over(matched, total) : null;
  const whole = finding(measure, [], { reciprocity }, all, {
    connected: isConnected(parties, all),
    uncounted: uncounted.map((one) => one.fact).sort(),
  });
  return [
    {
      ...whole,
      says: sayReciprocity(ground.view, parties, reciprocity === null ? null : shown(reciprocity)),
    },
    ...parties.filter((id) => mayTell(ground, [id])).map((id) => giving(ground, measure, id)),
    ...pairsOf(all)
      .filter((pair) => mayTell(ground, pair))
      .flatMap(([p, q]) => [
        balanceOf(ground, measure, p, q, minus(weight(p, q), weight(q, p))),
        balanceOf(ground, measure, q, p, minus(weight(q, p), weight(p, q))),
      ]),
  ];
}

function finding(
  measure: Measure,
  about: readonly Id[],
  samples: Readonly<Record<string, Sample | null>>,
  from: readonly Favour[],
  more?: Readonly<Record<string, unknown>>,
): Finding {
  const isOpen = Object.values(samples).every((one) => one === null);
  return {
    analysis: 'favours',
    about,
    ...(measure.kind === null ? {} : { kind: measure.kind }),
    unit: 'balance' in samples ? measure.unit : 'share',
    verdict: isOpen ? 'cannot-tell' : 'measured',
    ...valuesOf(samples),
    evidence: from.map((one) => one.fact).sort(),
    ...(more === undefined ? {} : { more }),
  };
}

function giving(ground: Ground, measure: Measure, id: Id): Finding {
  const own = measure.favours.filter((one) => one.giver === id || one.receiver === id);
  const counted = own.filter((one) => one.weight !== null);
  const out = sum(counted.filter((one) => one.giver === id).map((one) => one.weight as Sample));
  const into = sum(counted.filter((one) => one.receiver === id).map((one) => one.weight as Sample));
  const both = plus(out, into);
  const known = shown(both) > 0 && counted.length / own.length >= ENOUGH_KNOWN;
  const give = known ? over(minus(out, into), both) : null;
  return {
    ...finding(measure, [id], { give }, own),
    says: sayGive(ground.view, id, give === null ? null : shown(give)),
  };
}

function balanceOf(ground: Ground, measure: Measure, p: Id, q: Id, balance: Sample): Finding {
  const own = measure.favours.filter(
    (one) => [one.giver, one.receiver].includes(p) && [one.giver, one.receiver].includes(q),
  );
  const value = own.some((one) => one.weight === null) ? null : balance;
  const says = sayBalanceOfTwo(ground.view, p, q, value === null ? null : shown(value));
  return { ...finding(measure, [p, q], { balance: value }, own), says };
}

function pairsOf(all: readonly Favour[]): [Id, Id][] {
  const keys = new Set(all.map((one) => [one.giver, one.receiver].sort().join(' ')));
  return [...keys].sort().map((key) => key.split(' ') as [Id, Id]);
}

/** Stewards, core and those whom it concerns; others only of circles and organisations, and never of two. */
function mayTell(ground: Ground, ids: readonly Id[]): boolean {
  const { audience } = ground.view;
  if (audience === 'stewards' || audience === 'core') return true;
  const [, bound] = audience.split(':', 2);
  if (bound !== undefined && ids.includes(bound)) return true;
  return ids.length === 1 && ground.view.get('parties', ids[0] as Id)?.type !== 'person';
}

/** Whether favours link all who take part in them. */
function isConnected(parties: readonly Id[], all: readonly Favour[]): boolean {
  const reached = new Set<Id>();
  const waiting = parties.slice(0, 1);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    for (const one of all) {
      if (one.giver === id) waiting.push(one.receiver);
      if (one.receiver === id) waiting.push(one.giver);
    }
  }
  return reached.size === parties.length;
}
