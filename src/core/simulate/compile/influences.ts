/**
 * Influences as described: how far the one has moved from now is felt, after its delay, by the other, with a sign and a
 * strength. A cut influence has the effect of 1. Where no delay is said it is taken as a month.
 */
import type { Id } from '#core/model/fact';
import type { Influence } from '#core/model/things';
import { type Build, type Spread, spelled, sumOf } from '#core/simulate/compile/build';
import type { Circle } from '#core/simulate/compile/people';
import { message } from '#core/words/message';

const says = {
  felt: message('simulate.felt', 'How {from} has moved against now, as far as {to} feels it.'),
  follows: message('simulate.follows', 'What {to} feels of {from} follows what it is.'),
  delay: message('simulate.delay', 'How long it takes until {to} feels what {from} does.'),
  strength: message('simulate.strength', 'How strongly {from} moves {to}, as a power.'),
  pushed: message('simulate.pushed', 'What others make of {thing}: 1 as now.'),
};

/** Powers for words of strength (heuristic). */
const STRENGTH: Readonly<Record<'weak' | 'medium' | 'strong', number>> = {
  weak: 0.1,
  medium: 0.25,
  strong: 0.5,
};
const UNSAID: Spread = { least: 0.1, likely: 0.25, most: 0.5, mean: 0.25 };
/** Months. */
const SHORTEST = 1;
const USUAL = 1;

/** The things that an influence reaches. */
export function reached(influences: readonly Influence[]): ReadonlySet<Id> {
  return new Set(influences.map((one) => one.to));
}

/** Writes each influence as a delay, and what all of them make of each thing that they reach. */
export function influences(build: Build, circles: readonly Circle[]): void {
  const all = build.view.influences;
  for (const one of all) {
    const key = spelled(one.id);
    const names = { from: build.called(one.from), to: build.called(one.to) };
    const facts = [one.id];
    const delay = Math.max(SHORTEST, one.delayMonths ?? USUAL);
    build.fixed(`delay_${key}`, delay, 'month', says.delay(names), {
      facts,
      guessed: one.delayMonths === null,
    });
    const strength = one.strength === null ? UNSAID : around(STRENGTH[one.strength]);
    build.amount(`strength_${key}`, strength, '1', says.strength(names), {
      facts,
      guessed: one.strength === null,
      source: 'heuristic',
    });
    const by = build.by(one.id, build.called(one.id));
    build.handle(one.id, { by: [by], value: { id: `strength_${key}`, unit: '1' } });
    build.stock(`felt_${key}`, '1', '1', says.felt(names), { least: 1e-6, facts });
    build.flow(
      `follow_${key}`,
      [null, `felt_${key}`],
      '1/month',
      `(${levelOf(build, circles, one.from)} - felt_${key}) / delay_${key}`,
      says.follows(names),
      { facts },
    );
  }
  for (const id of reached(all)) {
    const terms = all
      .filter((one) => one.to === id)
      .map(
        (one) =>
          `felt_${spelled(one.id)} ^ (${one.sign === '-' ? '-' : ''}strength_${spelled(one.id)} * by_${spelled(one.id)})`,
      );
    build.aux(
      `pushed_${spelled(id)}`,
      '1',
      `clamp(${terms.join(' * ')}, 0.2, 5)`,
      says.pushed({ thing: build.called(id) }),
      { facts: all.filter((one) => one.to === id).map((one) => one.id) },
    );
    if (build.view.get('quantities', id) !== null) build.handle(id, { by: [build.by(id, build.called(id))] });
  }
  for (const one of build.view.quantities)
    if (!build.handles.has(one.id) && all.some((arrow) => arrow.from === one.id))
      build.handle(one.id, { by: [build.by(one.id, build.called(one.id))] });
}

const around = (value: number): Spread => ({
  least: value / 2,
  likely: value,
  most: value * 1.5,
  mean: value,
});

/** A thing against what it is now, as a formula; 1 as now. */
function levelOf(build: Build, circles: readonly Circle[], id: Id): string {
  const pushed = build.pushes(id).replace(' * ', '');
  const own =
    build.parameters.has(`by_${spelled(id)}`) || build.view.get('quantities', id) !== null
      ? build.by(id, build.called(id))
      : '';
  const levels = build.handles.get(id)?.levels ?? [];
  if (levels.length > 0) {
    const [there, now] = [sumOf(levels.map((one) => one.stock)), sumOf(levels.map((one) => one.now))];
    const isEmpty = levels.every((one) => build.parameters.get(one.now)?.value === 0);
    return isEmpty ? '1' : `(${there}) / (${now})`;
  }
  const activity = build.view.get('activities', id);
  if (activity !== null) return `H / Hs * L${build.pushes(id)}`;
  const party = build.view.get('parties', id);
  const circle = circles.find((one) => one.id !== null && one.id === party?.in);
  if (circle !== undefined && pushed === '') return `${circle.stock} / ${circle.now}`;
  const flow = build.view.get('flows', id);
  if (flow !== null && build.flows.some((one) => one.id === `move_${spelled(id)}`))
    return `(move_${spelled(id)} + flow_${spelled(id)} / 1000000) / (flow_${spelled(id)} + flow_${spelled(id)} / 1000000)`;
  const factors = [own, pushed].filter((one) => one !== '');
  return factors.length === 0 ? '1' : factors.join(' * ');
}
