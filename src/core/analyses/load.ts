/**
 * A11: how evenly what is given is shared among those who say "we", and whether giving and use of what runs short differ.
 * Nobody rides free on what can be copied. References describe communities; they are no targets.
 */
import { defineAnalysis } from '#core/analyses/define';
import type { Finding } from '#core/analyses/finding';
import type { Carried } from '#core/analyses/network/carried';
import { standingOf } from '#core/analyses/network/evidence';
import { type Ground, groundOf } from '#core/analyses/network/ground';
import { grouped } from '#core/analyses/network/grouped';
import { type Trace, traceOf } from '#core/analyses/network/trace';
import { valuesOf } from '#core/analyses/network/values';
import { sayLoad } from '#core/analyses/says/load';
import { ENOUGH_KNOWN } from '#core/analyses/thresholds';
import type { Kind } from '#core/model/kind';
import { readingOn } from '#core/model/rate';
import type { Party } from '#core/model/things';
import { across, addProduct, excess, over, type Sample, shown, sum } from '#core/number/sample';
import { giniInOrder, settle } from '#core/number/spread';

export const load = defineAnalysis({
  id: 'load',
  title: 'Sharing the load',
  asks: 'How evenly is what we give shared among us, and do those who use what runs short also give it?',
  formula:
    'gini = ΣΣ|xᵢ − xⱼ| / (2 n² x̄), zeros included;  ride = Σ max(0, useShare − giveShare), rival kinds only',
  symbols: {
    xᵢ: 'what member i gives a month, of paid work only the gift; a circle counts as its heads where all sizes are known',
    giniContributors: 'the same over those who give anything',
    useShare: 'a member’s share of what reaches us (A3); giveShare: its share of what we give',
  },
  unit: 'share, 0 to 1',
  readAs:
    '0: all give alike. Towards 1: few give nearly all. In communities of practice a core of 10 to 15 % and an active 15 to 20 % are usual; ' +
    'online, 90-9-1 is often seen. These describe and do not prescribe. ride above 0.2 (a rule of thumb) is worth asking about.',
  blindTo: 'What each could give, what readers give back by reading, and gifts that nobody wrote down.',
  dataPoor: 'Names who gives and of whom no gift is written down; how evenly stays open.',
  sources: [
    'Levels of participation: Wenger, McDermott, Snyder 2002; 90-9-1: Nielsen 2006',
    'Conditional cooperation: Fischbacher, Gächter, Fehr 2001',
    'Gini coefficient',
  ],
  run: (view, options) => {
    const ground = groundOf(view, options);
    return ground.kinds.flatMap((kind) => {
      const trace = traceOf(ground, kind, 'intention');
      const found = shared(ground, kind, trace);
      return found === null ? [] : [found];
    });
  },
  examples: [
    {
      given: `
potluck: 1
id: ten-members
name: Ten members
as-of: 2026-01-15
kinds:
  hours: {unit: h, law: perishable}
parties:
  m0: {type: person, inside: true}
  m1: {type: person, inside: true}
  m2: {type: person, inside: true}
  m3: {type: person, inside: true}
  m4: {type: person, inside: true}
  m5: {type: person, inside: true}
  m6: {type: person, inside: true}
  m7: {type: person, inside: true}
  m8: {type: person, inside: true}
  m9: {type: person, inside: true}
  street: {type: public}
activities:
  work: {for: {street: 1}}
flows:
  f5: {from: m5, to: work, amount: 1 h/month, because: {how: record}}
  f6: {from: m6, to: work, amount: 2 h/month, because: {how: record}}
  f7: {from: m7, to: work, amount: 4 h/month, because: {how: record}}
  f8: {from: m8, to: work, amount: 13 h/month, because: {how: record}}
  f9: {from: m9, to: work, amount: 40 h/month, because: {how: record}}
`,
      gives: [
        {
          analysis: 'load',
          about: [],
          kind: 'hours',
          verdict: 'measured',
          values: { gini: 0.797, giniContributors: 0.593 },
        },
      ],
    },
    {
      given: `
potluck: 1
id: four-users
name: Four who use and give
as-of: 2026-01-15
parties:
  a: {type: circle, inside: true}
  b: {type: circle, inside: true}
  c: {type: circle, inside: true}
  d: {type: circle, inside: true}
pools:
  barn: {kind: eur}
flows:
  ga: {from: a, to: barn, amount: 10 EUR/month, because: {how: record}}
  gb: {from: b, to: barn, amount: 50 EUR/month, because: {how: record}}
  gc: {from: c, to: barn, amount: 30 EUR/month, because: {how: record}}
  gd: {from: d, to: barn, amount: 10 EUR/month, because: {how: record}}
  ua: {from: barn, to: a, amount: 40 EUR/month, because: {how: record}}
  ub: {from: barn, to: b, amount: 30 EUR/month, because: {how: record}}
  uc: {from: barn, to: c, amount: 20 EUR/month, because: {how: record}}
  ud: {from: barn, to: d, amount: 10 EUR/month, because: {how: record}}
`,
      gives: [{ analysis: 'load', about: [], kind: 'eur', verdict: 'measured', values: { ride: 0.3 } }],
    },
  ],
});

function shared(ground: Ground, kind: Kind, trace: Trace): Finding | null {
  const { view } = ground;
  const inside = view.parties.filter((party) => party.inside && party.type !== 'public');
  const givers = new Set(inside.map((party) => party.id));
  const rows = trace.rows.filter((row) => givers.has(row.id));
  if (rows.length === 0 || inside.length < 2) return null;
  const standing = standingOf(ground, trace, null, rows);
  // Whose gifts are all uncounted is left out: unknown is not zero. Who is not known to give anything counts as zero.
  const open = new Set(
    rows
      .filter((row) => shown(row.given) === 0 && row.inputs.some((one) => one.amount === null))
      .map((row) => row.id),
  );
  const members = inside.filter((party) => !open.has(party.id));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const given = members.map((party): Sample => byId.get(party.id)?.given ?? 0);
  const heads = headsOf(ground, inside, members, given);
  const each = given.map((amount, index) => over(amount, heads?.[index] ?? 1));
  const known = standing.kappa >= ENOUGH_KNOWN && given.some((one) => shown(one) > 0);
  const among = (onlyGivers: boolean): Sample => giniAmong(each, heads ?? each.map(() => 1), onlyGivers);
  const ride = kind.rival ? rideOf(trace, members, given) : null;
  const samples = {
    gini: known ? among(false) : null,
    giniContributors: known ? among(true) : null,
    ...(ride === null ? {} : { ride: known ? ride : null }),
  };
  return {
    analysis: 'load',
    about: [],
    kind: kind.id,
    unit: 'share',
    verdict: known ? 'measured' : 'cannot-tell',
    ...valuesOf(samples),
    evidence: standing.evidence,
    says: sayLoad(
      view,
      kind.id,
      rows.map((row) => row.id),
      known ? shown(samples.gini as Sample) : null,
    ),
    more: {
      by: heads === null ? 'parties' : 'heads',
      members: members.length,
      silent: members.filter((party) => !byId.has(party.id)).map((party) => party.id),
      uncounted: standing.uncounted,
    },
  };
}

/** Over all, or over those who give anything; from draw to draw few change places. */
function giniAmong(each: readonly Sample[], heads: readonly number[], onlyGivers: boolean): Sample {
  const order = each
    .flatMap((one, index) => (onlyGivers && shown(one) === 0 ? [] : [index]))
    .sort((a, b) => shown(each[a] as Sample) - shown(each[b] as Sample));
  return across(each, (values) => {
    settle(order, values);
    return giniInOrder(values, heads, order) ?? 0;
  });
}

/**
 * How many each party stands for: 1 for a person, its size for a circle less those of it who are listed themselves. Null
 * where some size is not known, for then parties are compared and not members.
 */
function headsOf(
  ground: Ground,
  inside: readonly Party[],
  members: readonly Party[],
  given: readonly Sample[],
): number[] | null {
  const people = grouped(
    inside.filter((party) => party.type === 'person' && party.in !== null),
    (party) => party.in,
  );
  const heads = members.map((party, index) => {
    if (party.type === 'person') return 1;
    const size = readingOn(party.size, ground.view.day)?.value;
    if (size?.is !== 'known') return null;
    const listed = people.get(party.id) ?? [];
    const others = Math.max(0, size.likely - listed.length);
    // What a circle gives without anyone left to give it cannot be divided by heads.
    return others === 0 && shown(given[index] as Sample) > 0 ? null : others;
  });
  return heads.includes(null) ? null : (heads as number[]);
}

/** What some use beyond their share of giving, summed; null where nothing of it reaches anyone inside. */
function rideOf(trace: Trace, members: readonly Party[], given: readonly Sample[]): Sample | null {
  const ends = endingAt(trace);
  const used = members.map((party): Sample => ends[trace.wiring.placeOf.get(party.id) ?? -1] ?? 0);
  if (used.every((one) => shown(one) === 0)) return null;
  const allUsed = sum(used);
  const allGiven = sum(given);
  return used.reduce<Sample>((total, one, index) => {
    const beyond = excess(over(one, allUsed), over(given[index] as Sample, allGiven));
    return addProduct(total, beyond, 1);
  }, 0);
}

/** What of the kind ends with each place, by its index. */
function endingAt(trace: Trace): readonly (Sample | undefined)[] {
  const ends = new Array<Sample | undefined>(trace.wiring.places.length).fill(undefined);
  const { rows } = trace.arrived;
  if (rows.every((row) => row.ends instanceof Float64Array)) return endingExactly(rows, ends.length);
  for (const carried of rows) {
    for (let i = 0; i < carried.places.length; i++) {
      const place = carried.places[i] as number;
      ends[place] = addProduct(ends[place], carried.ends[i] as Sample, 1);
    }
  }
  return ends;
}

/** As `endingAt`, of amounts without draws. */
function endingExactly(rows: readonly Carried[], count: number): readonly (Sample | undefined)[] {
  const ends = new Float64Array(count);
  const ended = new Uint8Array(count);
  for (const carried of rows) {
    for (let i = 0; i < carried.places.length; i++) {
      const place = carried.places[i] as number;
      ends[place]! += carried.ends[i] as number;
      ended[place] = 1;
    }
  }
  return Array.from(ends, (amount, place) => (ended[place] === 1 ? amount : undefined));
}
