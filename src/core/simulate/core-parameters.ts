/**
 * The numbers of the small core (`domain.md` section 5) under the symbols of the contract, with their defaults. What a
 * caller leaves out takes its default; what makes no sense is told, everything at once.
 */

export type ValueLaw = 'n-log-n' | 'linear' | 'power';

export const CORE_STOCKS = ['P', 'A', 'K', 'E', 'G', 'T', 'M', 'C', 'X'] as const;
export type CoreStock = (typeof CORE_STOCKS)[number];

/** Guesses that are drawn: every rate and exponent that no fact gives. */
export const DRAWN = [
  'u',
  'l',
  'pi',
  'j',
  'eta',
  'etaA',
  'nu',
  'a1',
  'a2',
  'o',
  'sigma',
  'rho',
  'omega',
  'g',
  'tau',
  'mu',
  'alpha',
  'aX',
  'zP',
  'zA',
] as const;

export interface CoreParameters {
  readonly u: number;
  readonly l: number;
  readonly pi: number;
  readonly j: number;
  readonly eta: number;
  readonly etaA: number;
  readonly Np: number;
  readonly nu: number;
  readonly a1: number;
  readonly a2: number;
  readonly o: number;
  readonly sigma: number;
  readonly rho: number;
  readonly omega: number;
  readonly g: number;
  readonly tau: number;
  readonly mu: number;
  readonly alpha: number;
  readonly dues: number;
  readonly other: number;
  readonly f0: number;
  readonly f1: number;
  readonly tM: number;
  readonly aX: number;
  readonly zP: number;
  readonly zA: number;
  readonly hK: number;
  readonly hA: number;
  /** Hours a month at the reference size, and the exponent by which they grow. */
  readonly needs: readonly (readonly [number, number])[];
  /** Effect of the new technology on each need, at full adoption. */
  readonly mi: readonly number[];
  readonly mf: number;
  readonly md: number;
  readonly mc: number;
  readonly mj: number;
  readonly opacity: number;
  readonly X0: number;
  readonly valueLaw: ValueLaw;
  /** Exponent of the power law. */
  readonly a: number;
  /** The starred values. */
  readonly reference: Readonly<Record<Exclude<CoreStock, 'X'>, number>>;
  /** Where the run begins, if elsewhere than at the reference. */
  readonly start: Readonly<Partial<Record<CoreStock, number>>>;
  readonly changes: readonly { readonly at: number; readonly set: Readonly<Record<string, unknown>> }[];
}

export const CORE_DEFAULTS: CoreParameters = {
  u: 0.03,
  l: 0.02,
  pi: 0.02,
  j: 0.6,
  eta: 0.5,
  etaA: 0.5,
  Np: 3000,
  nu: 2,
  a1: 0.3,
  a2: 0.15,
  o: 0.6,
  sigma: 0.5,
  rho: 0.25,
  omega: 1.5,
  g: 0.1,
  tau: 0.06,
  mu: 1 / 36,
  alpha: 2,
  dues: 1,
  other: 150,
  f0: 150,
  f1: 1,
  tM: 24,
  aX: 0.4,
  zP: 0.3,
  zA: 0.1,
  hK: 12,
  hA: 2.5,
  needs: [
    [60, 0],
    [87, 1],
  ],
  mi: [1, 1],
  mf: 1,
  md: 1,
  mc: 1,
  mj: 1,
  opacity: 0,
  X0: 0,
  valueLaw: 'n-log-n',
  a: 1.2,
  reference: { P: 150, A: 30, K: 6, E: 0.8, G: 0.6, T: 0.7, M: 1500, C: 300 },
  start: {},
  changes: [],
};

const NUMBERS = Object.keys(CORE_DEFAULTS).filter(
  (key) => typeof (CORE_DEFAULTS as unknown as Record<string, unknown>)[key] === 'number',
) as (keyof CoreParameters)[];

/** Names that may stand in `set` of a change. */
const CHANGEABLE: readonly string[] = [
  ...NUMBERS.filter((key) => key !== 'X0'),
  'needs',
  'mi',
  ...CORE_STOCKS,
];

export interface CoreMistake {
  /** Such as `needs[1]` or `reference.P`. */
  readonly at: string;
  readonly expected: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/**
 * Reads parameters as they come from a JSON file. `other`, where left out, is what keeps money level at the reference
 * (section 5, second reading). Returns the mistakes instead where there are any.
 */
export function readCoreParameters(
  given: unknown,
): { readonly parameters: CoreParameters } | { readonly mistakes: readonly CoreMistake[] } {
  const mistakes: CoreMistake[] = [];
  const wrong = (at: string, expected: string): void => void mistakes.push({ at, expected });
  if (!isObject(given)) return { mistakes: [{ at: '', expected: 'an object of parameters' }] };
  const into: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    if (!(key in CORE_DEFAULTS)) wrong(key, `one of ${Object.keys(CORE_DEFAULTS).join(', ')}`);
    else if ((NUMBERS as string[]).includes(key) && !isNumber(value)) wrong(key, 'a number');
    else into[key] = value;
  }
  if ('needs' in into) checkNeeds(into['needs'], wrong);
  if ('mi' in into && !(Array.isArray(into['mi']) && into['mi'].every(isNumber)))
    wrong('mi', 'a list of numbers, one for each need');
  if ('valueLaw' in into && !['n-log-n', 'linear', 'power'].includes(String(into['valueLaw'])))
    wrong('valueLaw', 'n-log-n, linear or power');
  for (const key of ['reference', 'start']) if (key in into) checkLevels(key, into[key], wrong);
  if ('changes' in into) checkChanges(into['changes'], wrong);
  if (mistakes.length > 0) return { mistakes };
  const parameters = complete(into as Partial<CoreParameters>);
  if (parameters.mi.length !== parameters.needs.length)
    return { mistakes: [{ at: 'mi', expected: `${parameters.needs.length} numbers, one for each need` }] };
  return { parameters };
}

/** Fills in what was left out. */
export function complete(given: Partial<CoreParameters>): CoreParameters {
  const reference = { ...CORE_DEFAULTS.reference, ...given.reference };
  const needs = given.needs ?? CORE_DEFAULTS.needs;
  const merged = { ...CORE_DEFAULTS, ...given, reference, needs, mi: given.mi ?? needs.map(() => 1) };
  const people = reference.P + reference.A + reference.K;
  return { ...merged, other: given.other ?? merged.f0 + merged.f1 * people - merged.dues * people };
}

function checkNeeds(needs: unknown, wrong: (at: string, expected: string) => void): void {
  if (!Array.isArray(needs) || needs.length === 0) {
    wrong('needs', 'a list of [hours a month, exponent]');
    return;
  }
  for (const [index, need] of needs.entries()) {
    if (!Array.isArray(need) || need.length !== 2 || !need.every(isNumber))
      wrong(`needs[${index}]`, '[hours a month, exponent]');
  }
}

function checkLevels(key: string, levels: unknown, wrong: (at: string, expected: string) => void): void {
  if (!isObject(levels)) {
    wrong(key, 'an object of levels by stock');
    return;
  }
  for (const [stock, level] of Object.entries(levels)) {
    if (!(CORE_STOCKS as readonly string[]).includes(stock))
      wrong(`${key}.${stock}`, `one of ${CORE_STOCKS.join(', ')}`);
    else if (!isNumber(level)) wrong(`${key}.${stock}`, 'a number');
  }
}

function checkChanges(changes: unknown, wrong: (at: string, expected: string) => void): void {
  if (!Array.isArray(changes)) {
    wrong('changes', 'a list of {at, set}');
    return;
  }
  for (const [index, change] of changes.entries()) {
    const at = `changes[${index}]`;
    if (!isObject(change) || !isNumber(change['at']) || change['at'] < 0)
      wrong(`${at}.at`, 'months from the start, 0 or more');
    if (!isObject(change) || !isObject(change['set'])) {
      wrong(`${at}.set`, 'an object of values by name');
      continue;
    }
    for (const [name, value] of Object.entries(change['set'])) {
      if (!CHANGEABLE.includes(name)) wrong(`${at}.set.${name}`, `one of ${CHANGEABLE.join(', ')}`);
      else if (name === 'needs') checkNeeds(value, (_, expected) => wrong(`${at}.set.needs`, expected));
      else if (name !== 'mi' && !isNumber(value)) wrong(`${at}.set.${name}`, 'a number');
    }
  }
}
