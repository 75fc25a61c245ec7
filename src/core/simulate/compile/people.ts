/**
 * The people of a described community: one stock for each circle, joined by the flows of the small core. Where a circle
 * of the core, of the active or of the edge is not described, a guess stands in for it, and is said to be one.
 */
import type { Id } from '#core/model/fact';
import { readingOn } from '#core/model/rate';
import type { Party } from '#core/model/things';
import { type Build, levelOf, type Spread, spelled, sumOf, wide } from '#core/simulate/compile/build';
import { CORE_DEFAULTS } from '#core/simulate/core-parameters';
import { message } from '#core/words/message';

export type Ring = 'P' | 'A' | 'K';
export const RINGS: readonly Ring[] = ['P', 'A', 'K'];

export interface Circle {
  /** Null where it is not described. */
  readonly id: Id | null;
  readonly ring: Ring;
  readonly stock: string;
  readonly now: string;
  /** Those whose giving counts as this circle's own. */
  readonly parties: readonly Id[];
}

const says = {
  heads: message('simulate.heads', 'People in {circle}.'),
  headsNow: message('simulate.heads.now', 'People in {circle} now.'),
  guessed: message('simulate.heads.guessed', 'People in {circle} now: nobody said how many.'),
  missing: message(
    'simulate.heads.missing',
    '{ring, select, P {People at the edge now: no such circle is described.} A {Active people now: no such circle is described.} other {People in a core now: no such circle is described.}}',
  ),
  ring: message(
    'simulate.ring',
    '{ring, select, P {People at the edge.} A {Active people.} other {People in the core.}}',
  ),
  ringNow: message(
    'simulate.ring.now',
    '{ring, select, P {People at the edge, now.} A {Active people, now.} other {People in the core, now.}}',
  ),
  share: message('simulate.share', 'Share of {circle} among the circles of its kind.'),
  everyone: message('simulate.everyone', 'Everyone.'),
  everyoneNow: message('simulate.everyone.now', 'Everyone, now.'),
  size: message('simulate.size', 'Size against the present one.'),
};

const RING_OF: Readonly<Record<NonNullable<Party['circle']>, Ring>> = {
  core: 'K',
  active: 'A',
  occasional: 'P',
  peripheral: 'P',
  transactional: 'P',
};

interface Found {
  readonly id: Id | null;
  readonly ring: Ring;
  readonly heads: Spread | null;
  readonly parties: readonly Id[];
}

/** Writes the stocks of people and the sums over them. */
export function people(build: Build): Circle[] {
  const { view } = build;
  const inside = view.parties.filter((party) => party.inside);
  const found = inside.flatMap((party): Found[] =>
    party.type !== 'circle' || party.circle === null
      ? []
      : [
          {
            id: party.id,
            ring: RING_OF[party.circle],
            heads: headsOf(build, party),
            parties: [party.id, ...inside.filter((one) => one.in === party.id).map((one) => one.id)],
          },
        ],
  );
  // People inside who belong to no circle carry the community where no core is described.
  const alone = inside.filter(
    (party) => party.type === 'person' && !found.some((one) => one.parties.includes(party.id)),
  );
  const core = found.find((one) => one.ring === 'K');
  if (core === undefined && alone.length > 0) {
    const heads = alone.length;
    found.push({
      id: null,
      ring: 'K',
      heads: { least: heads, likely: heads, most: heads, mean: heads },
      parties: alone.map((one) => one.id),
    });
  }
  const circles = RINGS.flatMap((ring) => {
    const there = found.filter((one) => one.ring === ring);
    return (there.length > 0 ? there : [{ id: null, ring, heads: null, parties: [] }]).map((one) =>
      circle(build, one, found, core === undefined ? [] : alone.map((party) => party.id)),
    );
  });
  sums(build, circles);
  return circles;
}

function headsOf(build: Build, party: Party): Spread | null {
  const reading = readingOn(party.size, build.view.day);
  if (reading === null || build.view.isCovered(party.id)) return null;
  return levelOf(reading.value, reading.because.length > 0 ? reading.because : party.because);
}

function circle(build: Build, one: Found, found: readonly Found[], alone: readonly Id[]): Circle {
  const { ring, id } = one;
  const key = spelled(id ?? ring);
  const now = `heads_${key}_now`;
  const facts = id === null ? one.parties : [id];
  const given = build.given.reference[ring];
  const isGiven = given !== CORE_DEFAULTS.reference[ring];
  const told = id === null ? ring : build.called(id);
  if (one.heads !== null)
    build.amount(now, atLeast(one.heads), 'people', says.headsNow({ circle: told }), { facts });
  else if (isGiven)
    build.fixed(now, given, 'people', says.headsNow({ circle: told }), {
      facts,
      source: 'simulation.parameters',
    });
  else {
    const said = id === null ? says.missing({ ring }) : says.guessed({ circle: told });
    build.amount(now, wide(guess(build, one, found)), 'people', said, { facts, guessed: true });
  }
  const stock = build.stock(
    `heads_${key}`,
    'people',
    startOf(build, ring, now),
    says.heads({ circle: told }),
    { least: 1e-6, facts },
  );
  if (id !== null) build.handle(id, { levels: [{ stock, now, unit: 'people' }] });
  // Givers inside who belong to no circle count with the core.
  return { id, ring, stock, now, parties: ring === 'K' ? [...one.parties, ...alone] : one.parties };
}

function startOf(build: Build, ring: Ring, now: string): string {
  const start = build.given.start[ring];
  return start === undefined ? now : String(start);
}

const atLeast = (spread: Spread): Spread => ({
  least: Math.max(spread.least, 1e-6),
  likely: Math.max(spread.likely, 1e-6),
  most: Math.max(spread.most, 1e-6),
  mean: Math.max(spread.mean, 1e-6),
});

/** How many there may be: by how many join, by what the whole leaves over, else in the proportions of the small core. */
function guess(build: Build, one: Found, found: readonly Found[]): number {
  const { P, A, K } = CORE_DEFAULTS.reference;
  const defaults = { P, A, K };
  const known = found.filter((other) => other.heads !== null);
  const counted = known.reduce((sum, other) => sum + (other.heads?.mean ?? 0), 0);
  const reading = readingOn(build.view.size, build.view.day);
  const size = reading === null ? null : levelOf(reading.value, reading.because);
  const joins = joinsOf(build);
  if (one.ring === 'P' && joins !== null && joins > 0) return joins / build.given.u;
  if (size !== null && size.mean > 0) {
    const open = found.filter((other) => other.heads === null && other.ring !== 'K').length;
    const left = size.mean - counted;
    if (one.ring === 'K') return Math.max(1, (size.mean * K) / (P + A + K));
    return Math.max(left / Math.max(1, open + (found.includes(one) ? 0 : 1)), 0.1 * size.mean);
  }
  const ratio = known.reduce((sum, other) => sum + defaults[other.ring], 0);
  if (known.length === 0 || ratio === 0) return defaults[one.ring];
  return Math.max(1, (counted * defaults[one.ring]) / ratio);
}

/** People a month who come from outside, as described; null where nobody counted. */
export function joinsOf(build: Build): number | null {
  const rates = build.view.movements
    .filter((one) => one.from === 'outside')
    .map((one) => build.view.seriesRate(one.amount, one));
  const known = rates.flatMap((rate) => (rate.is === 'known' ? [rate.mean] : []));
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
}

function sums(build: Build, circles: readonly Circle[]): void {
  for (const ring of RINGS) {
    const there = circles.filter((one) => one.ring === ring);
    build.aux(ring, 'people', sumOf(there.map((one) => one.stock)), says.ring({ ring }), {
      source: 'domain.md section 5',
    });
    build.aux(`${ring}s`, 'people', sumOf(there.map((one) => one.now)), says.ringNow({ ring }), {
      source: 'domain.md section 5',
    });
    if (there.length > 1)
      for (const one of there)
        build.aux(
          `share_${one.stock}`,
          '1',
          `${one.now} / ${ring}s`,
          says.share({ circle: one.id === null ? ring : build.called(one.id) }),
        );
  }
  build.aux('n', 'people', 'P + A + K', says.everyone());
  build.aux('ns', 'people', 'Ps + As + Ks', says.everyoneNow());
  build.aux('nh', '1', 'n / ns', says.size());
}

const flowSays = {
  vu: message('simulate.vu', 'How much more leave the edge when worth falls.'),
  va: message('simulate.va', 'How much more step back when worth falls.'),
  calls: message('simulate.calls', 'How unmet work calls for recruits to the core.'),
  join: message('simulate.join', 'People join {circle}.'),
  drift: message('simulate.drift', 'People drift off from {circle}.'),
  step: message('simulate.step', 'People go from {from} to {to}.'),
};

/** Who moves where, as in the small core, shared out among the circles. */
export function movements(build: Build, circles: readonly Circle[]): void {
  const of = (ring: Ring) => circles.filter((one) => one.ring === ring);
  const share = (one: Circle): string => (of(one.ring).length > 1 ? ` * share_${one.stock}` : '');
  const called = (one: Circle): string => (one.id === null ? one.ring : build.called(one.id));
  const source = 'domain.md section 5';
  const step = (id: string, from: Circle, to: Circle, formula: string): void =>
    void build.flow(
      `${id}_${from.stock}_${to.stock}`,
      [from.stock, to.stock],
      'people/month',
      formula,
      flowSays.step({ from: called(from), to: called(to) }),
      {
        source,
        facts: [from.id, to.id].filter((one) => one !== null),
      },
    );
  for (const name of ['u', 'l', 'pi', 'j', 'eta', 'etaA', 'nu', 'mj', 'zP', 'zA']) build.rate(name);
  build.aux('vu', '1', 'v ^ (-eta)', flowSays.vu(), { source });
  build.aux('va', '1', 'v ^ (-etaA)', flowSays.va(), { source });
  build.aux('calls', '1', '(Ks / K) ^ nu', flowSays.calls(), { source });
  for (const p of of('P')) {
    const facts = p.id === null ? [] : [p.id];
    build.flow(
      `join_${p.stock}`,
      [null, p.stock],
      'people/month',
      `joins * u * Ps * (1 + (mj - 1) * X) * (j + (1 - j) * nh * v) * max(0, 1 - n / Np) / (1 - ns / Np)${share(p)}${build.pushes(p.id)}`,
      flowSays.join({ circle: called(p) }),
      { source, facts },
    );
    build.flow(
      `drift_${p.stock}`,
      [p.stock, null],
      'people/month',
      `min(leaving * u * vu, 1 / wait) * ${p.stock} + zP * d * ${p.stock}`,
      flowSays.drift({ circle: called(p) }),
      { source, facts },
    );
    for (const a of of('A')) {
      step('up', p, a, `pi * ${p.stock} * v${share(a)}${build.pushes(a.id)}`);
      step(
        'down',
        a,
        p,
        `min(pi * (Ps / As) * va, 1 / wait) * ${a.stock}${share(p)} + zA * d * ${a.stock}${share(p)}`,
      );
    }
  }
  for (const a of of('A'))
    for (const k of of('K')) {
      step('in', a, k, `min(l * Ks / As * (T / Ts) * calls, 1 / wait) * ${a.stock}${share(k)}`);
      step('out', k, a, `min(leaving * l / (E / Es), 1 / wait) * ${k.stock}${share(a)}`);
    }
}
