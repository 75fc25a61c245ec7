/** What follows in a described community as in the small core: worth, strain, energy, goodwill, trust, adoption. */
import type { Id } from '#core/model/fact';
import { readingOn } from '#core/model/rate';
import type { Build, Spread } from '#core/simulate/compile/build';
import type { Circle } from '#core/simulate/compile/people';
import { CORE_DEFAULTS } from '#core/simulate/core-parameters';
import { message } from '#core/words/message';

const says = {
  energy: message('simulate.energy', 'Energy of the core.'),
  energyNow: message('simulate.energy.now', 'Energy of the core now.'),
  goodwill: message('simulate.goodwill', 'Goodwill.'),
  goodwillNow: message(
    'simulate.goodwill.now',
    'Goodwill now: a guess from what is said of worth, thanks and old accounts.',
  ),
  trust: message('simulate.trust', 'Trust between core and others.'),
  trustNow: message('simulate.trust.now', 'Trust between core and others now.'),
  adoption: message('simulate.adoption', 'Adoption of the new technology.'),
  guess: message('simulate.guess', 'Nobody said; taken from the small core.'),
  lever: message(
    'simulate.lever',
    '{lever, select, joins {How many times as many join as now.} hands {How many times the hours of now are given.} work {How many times the work of now is asked for.} moneyIn {How many times as much money comes in as now.} other {How many times as many leave as now.}}',
  ),
  wait: message('simulate.wait', 'How long a pool, or a circle, takes to empty at the fastest.'),
  one: message('simulate.one', 'One person, for the logarithm of size.'),
  reach: message('simulate.reach', 'How many there are who could ever join.'),
  joinRate: message(
    'simulate.join.rate',
    'Share of the people at the edge who join and drift off in a month: as many join as described.',
  ),
  D: message('simulate.D', 'Hours asked for after activities have shrunk.'),
  Ds: message('simulate.Ds', 'Hours asked for after activities have shrunk, now.'),
  c: message('simulate.c', 'Work done against work asked for, before activities shrink.'),
  ws: message('simulate.ws', 'Work left to each of the core, now.'),
  w: message('simulate.w', 'Strain: work left to each of the core against now.'),
  psi: message('simulate.psi', 'What size does to worth.'),
  y: message('simulate.y', 'What crowding leaves of worth.'),
  v: message('simulate.v', 'Worth to those who take part, against now.'),
  step: message(
    'simulate.state',
    '{what, select, d {The new technology spreads.} rest {Energy recovers.} drain {Strain drains energy.} warm {Goodwill grows with worth.} cool {Goodwill fades, faster where work is not done.} earn {Trust grows where work is done.} other {Trust wears, faster where work is not done.}}',
  ),
};

export const LEVERS = ['joins', 'hands', 'work', 'moneyIn', 'leaving'] as const;
const SOURCE = 'domain.md section 5';

/** Levers and constants that the other equations use. */
export function constants(build: Build): void {
  for (const lever of LEVERS) build.fixed(lever, 1, '1', says.lever({ lever }), { source: 'a lever' });
  build.fixed('wait', 1, 'month', says.wait(), { source: 'heuristic' });
  build.fixed('one', 1, 'people', says.one(), { source: 'by definition' });
  for (const id of [
    'mf',
    'md',
    'mc',
    'a1',
    'a2',
    'o',
    'sigma',
    'rho',
    'omega',
    'g',
    'tau',
    'alpha',
    'opacity',
    'tM',
    'aX',
  ])
    build.rate(id);
}

/** How many could ever join: the small core's number, or as many times the present size where that is larger. */
export function reach(build: Build): void {
  const now = [...build.parameters.values()]
    .filter((one) => /^heads_.*_now$/.test(one.id))
    .reduce((sum, one) => sum + one.value, 0);
  const { P, A, K } = CORE_DEFAULTS.reference;
  const base = build.given.Np;
  const value = base === CORE_DEFAULTS.Np ? Math.max(base, (now * base) / (P + A + K)) : base;
  build.fixed('Np', Math.max(value, now * 1.01), 'people', says.reach(), {
    source: 'heuristic',
    guessed: true,
  });
}

/** The rate of coming and going, from the movements that are described. */
export function turnover(build: Build, circles: readonly Circle[], joins: number | null): void {
  const edge = circles
    .filter((one) => one.ring === 'P')
    .reduce((sum, one) => sum + (build.parameters.get(one.now)?.value ?? 0), 0);
  if (joins === null || edge === 0 || build.given.u !== CORE_DEFAULTS.u) return;
  const facts = build.view.movements.filter((one) => one.from === 'outside').map((one) => one.id);
  const value = Math.min(joins / edge, 0.5);
  build.amount(
    'u',
    { least: value * 0.9, likely: value, most: value * 1.1, mean: value },
    '1/month',
    says.joinRate(),
    { facts },
  );
  for (const id of facts) build.handle(id, { by: ['joins'] });
}

function within(
  spread: Spread | null,
  otherwise: number,
): { readonly spread: Spread; readonly guessed: boolean } {
  const keep = (value: number): number => Math.min(0.98, Math.max(0.02, value));
  const found = spread ?? {
    least: otherwise - 0.2,
    likely: otherwise,
    most: otherwise + 0.2,
    mean: otherwise,
  };
  return {
    spread: {
      least: keep(found.least),
      likely: keep(found.likely),
      most: keep(found.most),
      mean: keep(found.mean),
    },
    guessed: spread === null,
  };
}

const point = (value: number): Spread => ({ least: value, likely: value, most: value, mean: value });
const mean = (list: readonly number[]): number | null =>
  list.length === 0 ? null : list.reduce((sum, one) => sum + one, 0) / list.length;

/** Energy, goodwill, trust and adoption, with the facts they come from. */
export function moods(build: Build, circles: readonly Circle[]): void {
  const { view, given } = build;
  const core = circles
    .filter((one) => one.ring === 'K')
    .flatMap((one) => [...(one.id === null ? [] : [one.id]), ...one.parties]);
  const tired = view.parties.filter(
    (party) => core.includes(party.id) && readingOn(party.energy, view.day)?.value != null,
  );
  const energy = mean(tired.map((party) => readingOn(party.energy, view.day)?.value ?? 0));
  const inside = (id: Id): boolean => view.get('parties', id)?.inside === true;
  const ties = view.ties.filter(
    (tie) => tie.between.every(inside) && readingOn(tie.trust, view.day)?.value != null,
  );
  const trust = mean(ties.map((tie) => readingOn(tie.trust, view.day)?.value ?? 0));
  const own = (id: 'E' | 'G' | 'T', found: number | null): { spread: Spread; guessed: boolean } =>
    given.reference[id] !== CORE_DEFAULTS.reference[id]
      ? within(point(given.reference[id]), 0)
      : within(found === null ? null : point(found), CORE_DEFAULTS.reference[id]);
  const { goodwill, facts } = goodwillOf(build);
  level(
    build,
    'E',
    own('E', energy),
    says.energyNow(),
    says.energy(),
    tired.map((one) => one.id),
  );
  level(
    build,
    'G',
    given.reference.G === CORE_DEFAULTS.reference.G ? within(null, goodwill) : own('G', null),
    says.goodwillNow(),
    says.goodwill(),
    facts,
  );
  level(
    build,
    'T',
    own('T', trust),
    says.trustNow(),
    says.trust(),
    ties.map((one) => one.id),
  );
  for (const tie of ties) build.handle(tie.id, { levels: [{ stock: 'T', now: 'Ts', unit: '1' }] });
  build.stock('X', '1', String(given.start.X ?? given.X0), says.adoption(), { most: 1, source: 'heuristic' });
}

function level(
  build: Build,
  id: 'E' | 'G' | 'T',
  found: { spread: Spread; guessed: boolean },
  now: ReturnType<(typeof says)['energy']>,
  said: ReturnType<(typeof says)['energy']>,
  facts: readonly Id[],
): void {
  build.amount(`${id}s`, found.spread, '1', now, { facts, guessed: found.guessed });
  const start = build.given.start[id];
  build.stock(id, '1', start === undefined ? `${id}s` : String(start), said, {
    least: 0.0001,
    most: 1,
    facts,
  });
}

/** Goodwill from trials, thanks and old accounts: a twentieth up or down for each, at most four (heuristic). */
function goodwillOf(build: Build): { readonly goodwill: number; readonly facts: readonly Id[] } {
  const { view } = build;
  const up = [
    ...view.worth.filter((one) => one.sign === '+'),
    ...view.voices.filter((one) => one.type === 'worth'),
    ...view.trials.filter((one) => one.outcome === 'repeat' || one.outcome === 'regular'),
  ];
  const down = [
    ...view.worth.filter((one) => one.sign === '-'),
    ...view.voices.filter((one) => one.type === 'dispute' || one.type === 'concern'),
    ...view.accounts.filter((one) => one.state === 'unspoken' || one.state === 'disputed'),
  ];
  const by = (list: readonly unknown[]): number => 0.05 * Math.min(4, list.length);
  return {
    goodwill: CORE_DEFAULTS.reference.G + by(up) - by(down),
    facts: [...up, ...down].map((one) => one.id),
  };
}

/** Worth, strain and what they do; the equations of section 5. */
export function state(build: Build, circles: readonly Circle[]): void {
  const core = circles.filter((one) => one.ring === 'K');
  const eased = core.map((one) => build.pushes(one.id).replace(' * ', '')).filter((one) => one !== '');
  const acts = build.view.activities
    .map((one) => build.pushes(one.id).replace(' * ', ''))
    .filter((one) => one !== '');
  const moved =
    acts.length === 0 ? '' : ` * (${acts.join(' * ')}) ^ (1 / ${Math.max(1, build.view.activities.length)})`;
  const aux = (id: string, unit: string, formula: string, said: ReturnType<(typeof says)['c']>): void =>
    void build.aux(id, unit, formula, said, { source: SOURCE });
  aux('D', 'h/month', 'D0 * (1 - sigma * max(0, 1 - H / D0))', says.D());
  aux('Ds', 'h/month', 'D0s * (1 - sigma * max(0, 1 - Hs / D0s))', says.Ds());
  aux('c', '1', 'min(1.5, (H / D0) / (Hs / D0s) * L)', says.c());
  aux('ws', 'h/month/people', 'max(Ds - HOs, 0.05 * Ds) / Ks', says.ws());
  aux(
    'w',
    '1',
    `min(5, max(D - HO, 0.05 * Ds) / K / ws)${eased.length === 0 ? '' : ` / (${eased.join(' * ')})`}`,
    says.w(),
  );
  build.rate('a');
  aux(
    'psi',
    '1',
    build.given.valueLaw === 'linear'
      ? '1'
      : build.given.valueLaw === 'power'
        ? 'nh ^ (a - 1)'
        : 'ln(1 + n / one) / ln(1 + ns / one)',
    says.psi(),
  );
  aux('y', '1', '(1 + o ^ 2) / (1 + (o * (A / As) * (1 + (mf - 1) * X)) ^ 2)', says.y());
  aux('v', '1', `clamp(c ^ a1 * Ch ^ a2 * psi * y${moved}, 0.05, 3)`, says.v());
  const flow = (what: string, ends: readonly [string | null, string | null], formula: string): void =>
    void build.flow(what, ends, '1/month', formula, says.step({ what }), { source: SOURCE });
  flow('d', [null, 'X'], 'aX * X * (1 - X)');
  flow('rest', [null, 'E'], 'rho * (1 - E)');
  flow('drain', ['E', null], 'rho * ((1 - Es) / Es) * w ^ omega * E');
  flow('warm', [null, 'G'], 'g * (1 - G) * v');
  flow('cool', ['G', null], 'g * ((1 - Gs) / Gs) * G / max(c, 0.1)');
  flow('earn', [null, 'T'], 'tau * (1 - T) * min(1, c)');
  flow('wear', ['T', null], 'tau * ((1 - Ts) / Ts) * T * (1 + alpha * max(0, 1 - c) + opacity)');
}
