/**
 * Commons: what wears and is renewed by work, what regrows by itself, and what is gathered, such as a wiki. Where none is
 * described, the small core's content stands in.
 */
import type { Id } from '#core/model/fact';
import type { Pool } from '#core/model/things';
import { type Build, plainUnit, type Spread, spelled, sumOf, wide } from '#core/simulate/compile/build';
import { stockOf } from '#core/simulate/compile/stock-of';
import { CORE_DEFAULTS } from '#core/simulate/core-parameters';
import { message } from '#core/words/message';

const says = {
  content: message('simulate.content', 'What has been gathered.'),
  contentNow: message('simulate.content.now', 'What has been gathered, now: no such thing is described.'),
  gather: message('simulate.gather', 'What is gathered is renewed by hours.'),
  stale: message('simulate.stale', 'What is gathered goes stale.'),
  state: message('simulate.commons', 'The state of {commons}.'),
  stateNow: message('simulate.commons.now', 'The state of {commons} now.'),
  stateGuessed: message(
    'simulate.commons.guessed',
    'The state of {commons} now, as 100: nobody measured it.',
  ),
  wears: message('simulate.wears', 'How fast {commons} wears.'),
  renews: message('simulate.renews', 'How fast {commons} is renewed.'),
  unsaid: message(
    'simulate.renewal.unsaid',
    'How fast {commons} is renewed: taken as what wears, for nobody said.',
  ),
  wear: message('simulate.wear', '{commons} wears.'),
  renew: message('simulate.renew', '{commons} is renewed by work.'),
  regrows: message('simulate.regrows', 'How fast {commons} regrows.'),
  carries: message('simulate.carries', 'How much of {commons} there can be.'),
  regrow: message('simulate.regrow', '{commons} regrows.'),
  taken: message('simulate.taken', 'What is taken from {commons}.'),
  takenNow: message('simulate.taken.now', 'What is taken from {commons} a month now.'),
  takenGuessed: message(
    'simulate.taken.guessed',
    'What is taken from {commons} a month now: taken as what regrows.',
  ),
  all: message('simulate.commons.all', 'The state of what is held in common, against now.'),
};

export interface CommonsDrift {
  readonly id: Id;
  readonly stock: string;
  readonly perMonth: number;
  readonly unit: string;
}

/** Writes the commons and `Ch`, their state against now. */
export function commons(build: Build): CommonsDrift[] {
  build.rate('mu');
  const ratios: string[] = [];
  const drifts: CommonsDrift[] = [];
  for (const pool of build.view.pools) {
    const law = build.view.kind(pool.kind)?.law;
    const key = spelled(pool.id);
    const drift =
      pool.regrowsPerMonth !== null
        ? regrowing(build, pool)
        : pool.wears.length > 0 || pool.renews.length > 0
          ? worn(build, pool)
          : law === 'copyable'
            ? gathered(build, pool)
            : null;
    if (drift === null) continue;
    ratios.push(`pool_${key} / pool_${key}_now`);
    if (drift.perMonth !== 0) drifts.push(drift);
  }
  if (ratios.length === 0) {
    const now = build.given.reference.C;
    const isGiven = now !== CORE_DEFAULTS.reference.C;
    build.amount(
      'Cs',
      isGiven ? { least: now, likely: now, most: now, mean: now } : wide(now),
      'pieces',
      says.contentNow(),
      { guessed: !isGiven },
    );
    build.stock(
      'C',
      'pieces',
      build.given.start.C === undefined ? 'Cs' : String(build.given.start.C),
      says.content(),
      { least: 1e-6, source: 'domain.md section 5' },
    );
    build.flow('gather', [null, 'C'], 'pieces/month', 'mu * Cs * H / Hs', says.gather());
    build.flow('stale', ['C', null], 'pieces/month', 'mu * C', says.stale());
    ratios.push('C / Cs');
  }
  const [only] = ratios;
  build.aux(
    'Ch',
    '1',
    ratios.length === 1 && only !== undefined
      ? only
      : `(${ratios.map((one) => `max(${one}, 0.000001)`).join(' * ')}) ^ (1 / ${ratios.length})`,
    says.all(),
  );
  return drifts;
}

const HUNDRED: Spread = { least: 100, likely: 100, most: 100, mean: 100 };

/** The stock of a commons and its level now; in its own unit where it was measured, else now is 100. */
function held(build: Build, pool: Pool, unit: string, level: Spread | null): string {
  const key = spelled(pool.id);
  const name = build.called(pool.id);
  const told = { facts: [pool.id], guessed: level === null };
  const now = build.amount(
    `pool_${key}_now`,
    level ?? HUNDRED,
    unit,
    level === null ? says.stateGuessed({ commons: name }) : says.stateNow({ commons: name }),
    told,
  );
  const stock = build.stock(`pool_${key}`, unit, now, says.state({ commons: name }), {
    least: 1e-6,
    facts: [pool.id],
  });
  build.handle(pool.id, { levels: [{ stock, now, unit }] });
  return stock;
}

/** Amounts above zero only: a commons of which there is nothing cannot be set against itself. */
function some(level: Spread | null): Spread | null {
  return level !== null && level.least > 0 ? level : null;
}

function gathered(build: Build, pool: Pool): CommonsDrift {
  const level = some(stockOf(build.view, pool));
  const unit = level === null ? 'index' : plainUnit(build.view.kind(pool.kind)?.unit ?? pool.kind);
  const stock = held(build, pool, unit, level);
  const by = build.by(`renewal-${pool.id}`, build.called(pool.id));
  build.handle(pool.id, { by: [by] });
  build.flow(
    `renew_${stock}`,
    [null, stock],
    `${unit}/month`,
    `mu * ${stock}_now * ${by} * H / Hs${build.pushes(pool.id)}`,
    says.renew({ commons: build.called(pool.id) }),
    { facts: [pool.id] },
  );
  build.flow(
    `wear_${stock}`,
    [stock, null],
    `${unit}/month`,
    `mu * ${stock}`,
    says.wear({ commons: build.called(pool.id) }),
    { facts: [pool.id] },
  );
  return { id: pool.id, stock, perMonth: 0, unit: `${unit}/month` };
}

/** What wears and is renewed, in the unit in which that is said (often hours of upkeep); its state is an index. */
function worn(build: Build, pool: Pool): CommonsDrift {
  const name = build.called(pool.id);
  const facts = [pool.id];
  const wears = build.view.seriesRate(pool.wears, pool);
  const renews = build.view.seriesRate(pool.renews, pool);
  const hidden = build.view.isCovered(pool.id);
  const unit = plainUnit(pool.wears.at(-1)?.value.unit ?? pool.renews.at(-1)?.value.unit ?? 'h');
  const wear: Spread =
    wears.is === 'known' && !hidden ? wears : renews.is === 'known' && !hidden ? renews : wide(1);
  const stock = held(build, pool, 'index', null);
  const key = spelled(pool.id);
  const rateUnit = `${unit}/month`;
  const least = (spread: Spread): Spread => ({
    ...spread,
    least: Math.max(spread.least, 1e-9),
    mean: Math.max(spread.mean, 1e-9),
  });
  build.amount(`wears_${key}`, least(wear), rateUnit, says.wears({ commons: name }), {
    facts,
    guessed: wears.is !== 'known',
  });
  const by = build.by(`renewal-${pool.id}`, name);
  const bothKnown = wears.is === 'known' && (renews.is === 'known' || renews.is === 'none') && !hidden;
  const overlap =
    renews.is === 'known' && wears.is === 'known' && renews.most >= wears.least && wears.most >= renews.least;
  let renewal = `wears_${key}`;
  let perMonth = 0;
  if (bothKnown && !overlap) {
    const spread = renews.is === 'known' ? renews : { least: 0, likely: 0, most: 0, mean: 0 };
    renewal = build.amount(`renews_${key}`, spread, rateUnit, says.renews({ commons: name }), { facts });
    perMonth = build.given.mu * 100 * (spread.mean / wear.mean - 1);
  }
  build.handle(pool.id, { by: [by] });
  build.flow(
    `renew_${stock}`,
    [null, stock],
    'index/month',
    `mu * ${stock}_now * ${renewal} / wears_${key} * ${by} * H / Hs${build.pushes(pool.id)}`,
    renewal === `wears_${key}` ? says.unsaid({ commons: name }) : says.renew({ commons: name }),
    { facts },
  );
  build.flow(`wear_${stock}`, [stock, null], 'index/month', `mu * ${stock}`, says.wear({ commons: name }), {
    facts,
  });
  return { id: pool.id, stock, perMonth, unit: 'index/month' };
}

/** What regrows towards a bound, and is taken from. */
function regrowing(build: Build, pool: Pool): CommonsDrift {
  const { view } = build;
  const name = build.called(pool.id);
  const facts = [pool.id];
  const key = spelled(pool.id);
  const unit = plainUnit(view.kind(pool.kind)?.unit ?? pool.kind);
  const level = some(stockOf(view, pool));
  const carries = pool.carries?.is === 'known' ? pool.carries.likely : (level?.mean ?? 100) * 2;
  const stock = held(build, pool, unit, level ?? wide(carries / 2));
  build.fixed(`regrows_${key}`, pool.regrowsPerMonth ?? 0, '1/month', says.regrows({ commons: name }), {
    facts,
  });
  build.fixed(`carries_${key}`, carries, unit, says.carries({ commons: name }), {
    facts,
    guessed: pool.carries?.is !== 'known',
  });
  const growth = `regrows_${key} * ${stock} * (1 - ${stock} / carries_${key})`;
  const outs = view.countedFlows.filter(
    (flow) => flow.from === pool.id && flow.kind === pool.kind && view.rate(flow).is === 'known',
  );
  const by = build.by(`taken-${pool.id}`, name);
  const terms = outs.map((flow) => {
    const rate = view.rate(flow);
    const amount = build.amount(
      `flow_${spelled(flow.id)}`,
      rate.is === 'known' ? rate : wide(1),
      `${unit}/month`,
      says.takenNow({ commons: name }),
      { facts: [flow.id] },
    );
    const own = build.by(flow.id, build.called(flow.id));
    build.handle(flow.id, { by: [own], value: { id: amount, unit: `${unit}/month` } });
    return `${amount} * ${own} * nh${build.pushes(flow.id)}`;
  });
  const now =
    (level?.mean ?? carries / 2) * (pool.regrowsPerMonth ?? 0) * (1 - (level?.mean ?? carries / 2) / carries);
  const takenNow = outs.reduce(
    (sum, flow) => sum + ((rate) => (rate.is === 'known' ? rate.mean : 0))(view.rate(flow)),
    0,
  );
  if (terms.length === 0) {
    build.aux(
      `taken_now_${key}`,
      `${unit}/month`,
      `regrows_${key} * ${stock}_now * (1 - ${stock}_now / carries_${key})`,
      says.takenGuessed({ commons: name }),
      { facts },
    );
    terms.push(`taken_now_${key} * nh`);
  }
  build.handle(pool.id, { by: [by] });
  build.flow(`regrow_${stock}`, [null, stock], `${unit}/month`, growth, says.regrow({ commons: name }), {
    facts,
  });
  build.flow(
    `take_${stock}`,
    [stock, null],
    `${unit}/month`,
    `min(${by} * (${sumOf(terms)}), ${stock} / wait)`,
    says.taken({ commons: name }),
    { facts },
  );
  return { id: pool.id, stock, perMonth: outs.length === 0 ? 0 : now - takenNow, unit: `${unit}/month` };
}
