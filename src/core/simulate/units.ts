/**
 * A small algebra of units, so that a formula which adds hours to people is refused before it is ever run. Units are
 * written `EUR/month/people`; `1` is none. A number in a formula has no unit, but for 0, which fits any. Refuses nothing
 * by itself: it tells what does not fit.
 */
import { type Formula, formula } from '#core/simulate/formula';
import type { System } from '#core/simulate/system';

/** Unit names to their powers; powers of 0 are left out. */
export type Unit = ReadonlyMap<string, number>;

export interface UnitMistake {
  /** The equation in which it stands. */
  readonly id: string;
  readonly says: string;
}

/** Fits any unit: the number 0. */
const ANY = Symbol('any unit');
type Found = Unit | typeof ANY;

const NONE: Unit = new Map();

/** Reads `EUR/month/people`. */
export function unitOf(text: string): Unit {
  const powers = new Map<string, number>();
  for (const [index, part] of text.split('/').entries()) {
    for (const name of part.split('*').map((one) => one.trim())) {
      if (name === '1' || name === '') continue;
      powers.set(name, (powers.get(name) ?? 0) + (index === 0 ? 1 : -1));
    }
  }
  return tidied(powers);
}

function tidied(powers: Map<string, number>): Unit {
  for (const [name, power] of powers) if (Math.abs(power) < 1e-12) powers.delete(name);
  return powers;
}

function joined(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const powers = new Map(a);
  for (const [name, power] of b) powers.set(name, (powers.get(name) ?? 0) + sign * power);
  return tidied(powers);
}

function same(a: Unit, b: Unit): boolean {
  return a.size === b.size && [...a].every(([name, power]) => b.get(name) === power);
}

/** `h/month`, `1`. */
export function spellUnit(unit: Unit): string {
  const spell = (sign: 1 | -1): string[] =>
    [...unit]
      .filter(([, power]) => power * sign > 0)
      .map(([name, power]) => (Math.abs(power) === 1 ? name : `${name}^${Math.abs(power)}`))
      .sort();
  const [above, below] = [spell(1), spell(-1)];
  return [above.length === 0 ? '1' : above.join('*'), ...below].join('/');
}

class Misfit extends Error {}

function unitIn(tree: Formula, units: ReadonlyMap<string, Unit>): Found {
  if (tree.is === 'number') return tree.value === 0 ? ANY : NONE;
  if (tree.is === 'name') {
    const unit = units.get(tree.name);
    if (unit === undefined) throw new Misfit(`nothing is called ${tree.name}`);
    return unit;
  }
  const args = tree.args.map((arg) => unitIn(arg, units));
  const alike = (of: readonly Found[]): Found => {
    const told = of.filter((one) => one !== ANY);
    const [first] = told;
    if (first === undefined) return ANY;
    for (const one of told)
      if (!same(first, one)) throw new Misfit(`${tree.of} of ${spellUnit(first)} and ${spellUnit(one)}`);
    return first;
  };
  const plain = (one: Found | undefined): void => {
    if (one !== undefined && one !== ANY && one.size > 0)
      throw new Misfit(`${tree.of} of ${spellUnit(one)}, which should have no unit`);
  };
  const [a = ANY, b = ANY, c = ANY] = args;
  switch (tree.of) {
    case 'multiply':
    case 'divide':
      if (a === ANY || b === ANY) return ANY;
      return joined(a, b, tree.of === 'multiply' ? 1 : -1);
    case 'power':
      return raised(a, b, tree.args[1]);
    case 'exp':
    case 'ln':
      plain(a);
      return NONE;
    case 'sqrt':
      return a === ANY ? ANY : new Map([...a].map(([name, power]) => [name, power / 2]));
    case 'above':
      alike([a, b]);
      return NONE;
    case 'choose':
      return alike([b, c]);
    default:
      return alike(args);
  }
}

function raised(base: Found, power: Found, written: Formula | undefined): Found {
  if (power !== ANY && power.size > 0)
    throw new Misfit(`a power of ${spellUnit(power)}, which should have no unit`);
  if (base === ANY || base.size === 0) return NONE;
  if (written?.is !== 'number') throw new Misfit(`${spellUnit(base)} to a power that is no plain number`);
  return tidied(new Map([...base].map(([name, by]) => [name, by * written.value])));
}

/** What does not fit: formulas against the units that are said, flows against their stocks, starts against theirs. */
export function unitMistakes(system: System): UnitMistake[] {
  const units = new Map<string, Unit>();
  for (const one of [...system.parameters, ...system.stocks, ...system.auxiliaries, ...system.flows])
    units.set(one.id, unitOf(one.unit));
  const mistakes: UnitMistake[] = [];
  const check = (id: string, text: string, should: Unit): void => {
    try {
      const found = unitIn(formula(text), units);
      if (found !== ANY && !same(found, should))
        mistakes.push({ id, says: `gives ${spellUnit(found)}, said to be ${spellUnit(should)}: ${text}` });
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      mistakes.push({ id, says: `${error.message}: ${text}` });
    }
  };
  for (const stock of system.stocks) check(stock.id, stock.start, units.get(stock.id) ?? NONE);
  for (const one of [...system.auxiliaries, ...system.flows])
    check(one.id, one.formula, units.get(one.id) ?? NONE);
  const month = unitOf('month');
  for (const flow of system.flows) {
    for (const end of [flow.from, flow.to]) {
      const stock = end === null ? undefined : units.get(end);
      if (end !== null && stock === undefined)
        mistakes.push({ id: flow.id, says: `no stock is called ${end}` });
      if (stock !== undefined && !same(joined(stock, month, -1), units.get(flow.id) ?? NONE))
        mistakes.push({
          id: flow.id,
          says: `moves ${flow.unit}, while ${end} is held in ${spellUnit(stock)}`,
        });
    }
  }
  return mistakes;
}
