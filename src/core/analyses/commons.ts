/**
 * A12: whether what is shared is renewed as fast as it wears or is used, and whether what is sent can still be read. Says
 * nothing of how good it is, nor of who wore it.
 */
import { defineAnalysis } from '#core/analyses/define';
import type { Finding } from '#core/analyses/finding';
import { sentTo } from '#core/analyses/network/attention';
import { type Ground, groundOf } from '#core/analyses/network/ground';
import { movesOf } from '#core/analyses/network/moves';
import { sampleOf, usableStock } from '#core/analyses/network/stock';
import { valuesOf } from '#core/analyses/network/values';
import { sayAttention, sayPress, sayUpkeep } from '#core/analyses/says/commons';
import { sideOf } from '#core/analyses/thresholds';
import type { Amount } from '#core/model/amount';
import type { Id, Series } from '#core/model/fact';
import { readingOn } from '#core/model/rate';
import type { Pool } from '#core/model/things';
import { boundsOf } from '#core/number/quantile';
import { minus, over, type Sample, shown, sum } from '#core/number/sample';

/** Share of the time to read that what is sent takes, above which much goes unread (heuristic). */
export const FULL = 0.8;

export const commons = defineAnalysis({
  id: 'commons',
  title: 'Commons',
  asks: 'Is what we share renewed as fast as it wears, and can what we send still be read?',
  formula:
    'upkeep = renewal / wear;  months = stock / (wear − renewal);  press = use / (g K / 4);  attention = items · minutes / available minutes',
  symbols: {
    g: 'share that regrows a month when there is little of it',
    K: 'what the place can carry; g K / 4 is the most that can be taken for good',
    items: 'things sent a month; minutes: what each takes to read',
  },
  unit: 'months; the others are ratios',
  readAs:
    'upkeep below 1: it wears faster than it is renewed, and months says for how long. press above 1: more is taken than can regrow. ' +
    'attention above 0.8 (a rule of thumb): much will go unread.',
  blindTo:
    'Quality, the weather, and what people do when they notice. Overload also ends participation and makes replies shorter.',
  dataPoor: 'Names what is worn or drawn on, and which number is missing.',
  sources: [
    'Overload: Jones, Ravid, Rafaeli 2004',
    'Maximum sustainable yield of logistic growth',
    'Principles of long-lived commons: Ostrom 1990',
  ],
  run: (view, options) => {
    const ground = groundOf(view, options);
    return [
      ...view.pools
        .filter((pool) => pool.wears.length + pool.renews.length > 0)
        .map((pool) => upkeepOf(ground, pool)),
      ...view.pools
        .filter((pool) => pool.regrowsPerMonth !== null || pool.carries !== null)
        .map((pool) => pressOn(ground, pool)),
      ...attentionTo(ground),
    ];
  },
  examples: [
    {
      given: `
potluck: 1
id: three-commons
name: Tools, a meadow and a list
as-of: 2026-01-15
kinds:
  tools: {unit: tool, law: conserved}
  hay: {unit: kg, law: conserved}
parties:
  members: {type: circle, inside: true, reads: 480 min/month}
pools:
  shed: {kind: tools, stock: 120 tool, wears: 9 tool/month, renews: 5 tool/month, because: {how: record}}
  meadow: {kind: hay, regrows: 0.2 / month, carries: 500 kg, because: {how: record}}
activities:
  list: {for: {members: 1}, sends: {items: 300 / month, minutes: 1.5}}
flows:
  mowing: {from: meadow, to: members, amount: 30 kg/month, because: {how: record}}
`,
      gives: [
        {
          analysis: 'commons',
          about: ['shed'],
          kind: 'tools',
          verdict: 'flagged',
          values: { upkeep: 0.556, months: 30 },
        },
        { analysis: 'commons', about: ['meadow'], kind: 'hay', verdict: 'flagged', values: { press: 1.2 } },
        { analysis: 'commons', about: ['list'], values: { attention: 0.9375 } },
        { analysis: 'commons', about: ['members'], values: { attention: 0.9375 } },
      ],
    },
  ],
});

function seriesSample(ground: Ground, pool: Pool, name: string, series: Series<Amount>): Sample | null {
  const rate = ground.view.seriesRate(series, pool);
  if (rate.is === 'none') return 0;
  return rate.is === 'known' ? ground.draws.pert(`${pool.id} ${name}`, rate) : null;
}

function upkeepOf(ground: Ground, pool: Pool): Finding {
  const { view } = ground;
  const wear = seriesSample(ground, pool, 'wears', pool.wears);
  const renewal = seriesSample(ground, pool, 'renews', pool.renews);
  const known = wear !== null && renewal !== null && shown(wear) > 0;
  const upkeep = known ? over(renewal, wear) : null;
  const loss = known ? minus(wear, renewal) : null;
  const unit = readingOn(pool.wears, view.day)?.value.unit ?? null;
  const inItsUnit = unit === null || unit === (view.kind(pool.kind)?.unit ?? null);
  const stock = inItsUnit ? usableStock(ground, pool).stock : null;
  const lasts = loss !== null && stock !== null && shown(loss) > 0 ? over(stock, loss) : null;
  const side = upkeep === null ? 0 : sideOf(boundsOf(upkeep), 1);
  return {
    analysis: 'commons',
    about: [pool.id],
    kind: pool.kind,
    unit: 'month',
    verdict: side === 0 ? 'cannot-tell' : side === -1 ? 'flagged' : 'measured',
    ...valuesOf({ upkeep, months: lasts }),
    evidence: [pool.id],
    says: sayUpkeep(view, pool.id, upkeep === null ? null : shown(upkeep)),
    more: { wears: wear === null ? null : shown(wear), renews: renewal === null ? null : shown(renewal) },
  };
}

function pressOn(ground: Ground, pool: Pool): Finding {
  const through = movesOf(ground).through(pool.id, pool.kind);
  const carries =
    pool.carries === null ? null : sampleOf(ground, `${pool.id} carries`, pool.carries, pool.because);
  const growth = pool.regrowsPerMonth;
  const known =
    growth !== null && growth > 0 && carries !== null && shown(carries) > 0 && !through.unclearOut;
  const press = known ? over(over(through.outflow, carries), growth / 4) : null;
  const side = press === null ? 0 : sideOf(boundsOf(press), 1 + 1e-12);
  const uses = through.outs.flatMap((move) => (move.flow === null ? [] : [move.flow]));
  return {
    analysis: 'commons',
    about: [pool.id],
    kind: pool.kind,
    unit: 'ratio',
    verdict: side === 0 ? 'cannot-tell' : side === 1 ? 'flagged' : 'measured',
    ...valuesOf({ press }),
    evidence: [...uses, pool.id].sort(),
    says: sayPress(ground.view, pool.id, press === null ? null : shown(press)),
  };
}

/** For each activity that sends, how much of its most burdened reader's time it takes; for each reader, what all of them take. */
function attentionTo(ground: Ground): Finding[] {
  const sent = sentTo(ground);
  const activities = [...new Set(sent.map((one) => one.activity))].sort();
  const readers = [...new Set(sent.map((one) => one.reader))].filter((id) => id !== null).sort();
  return [
    ...activities.map((id) => {
      const own = sent.filter((one) => one.activity === id);
      const shares = own.map((one) => one.share);
      const most = shares.includes(null)
        ? null
        : (shares as Sample[]).reduce((a, b) => (shown(b) > shown(a) ? b : a), 0 as Sample);
      return attention(ground, id, most, [id, ...own.flatMap((one) => one.reader ?? [])]);
    }),
    ...readers.map((id) => {
      const own = sent.filter((one) => one.reader === id);
      const shares = own.map((one) => one.share);
      const all = shares.includes(null) ? null : sum(shares as Sample[]);
      return attention(ground, id, all, [id, ...own.map((one) => one.activity)]);
    }),
  ];
}

function attention(ground: Ground, about: Id, share: Sample | null, evidence: readonly Id[]): Finding {
  const side = share === null ? 0 : sideOf(boundsOf(share), FULL + 1e-12);
  return {
    analysis: 'commons',
    about: [about],
    unit: 'share',
    verdict: side === 0 ? 'cannot-tell' : side === 1 ? 'flagged' : 'measured',
    ...valuesOf({ attention: share }),
    evidence: [...new Set(evidence)].sort(),
    says: sayAttention(ground.view, about, share === null ? null : shown(share)),
  };
}
