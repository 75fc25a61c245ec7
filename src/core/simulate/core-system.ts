/**
 * The small core of `domain.md` section 5 as a system of equations. "Normal × effect": a described snapshot is stationary
 * by construction; only deviations from it have effects. Starred values are written with a trailing `s`.
 */
import type { CoreParameters } from '#core/simulate/core-parameters';
import type { Auxiliary, Flow, Parameter, Stock, System } from '#core/simulate/system';
import { type Message, message } from '#core/words/message';

const HEURISTIC = 'heuristic';

/** Id, unit, what it is, source, and the factors below and above the value between which it is drawn. */
type Row = readonly [id: keyof CoreParameters & string, unit: string, explain: string, source?: string];

const ROWS: readonly Row[] = [
  [
    'u',
    '1/month',
    'Share of the periphery that drifts off in a month when worth is as usual.',
    'Volunteering in America 2008: about one in three lost a year',
  ],
  ['l', '1/month', 'Share of the core that leaves in a month at its usual energy.'],
  ['pi', '1/month', 'Share of the periphery that becomes active in a month when worth is as usual.'],
  ['j', '1', 'Part of the joins that does not depend on how many are here and how it is here.'],
  ['eta', '1', 'How much more leave the periphery when worth falls.'],
  ['etaA', '1', 'How much more fall back from active when worth falls.'],
  ['Np', 'people', 'How many there are who could ever join.'],
  ['nu', '1', 'How strongly unmet work calls for recruits to the core.'],
  [
    'a1',
    '1',
    'How much worth follows from work being done.',
    'heuristic; opposing size effects after Butler 2001',
  ],
  [
    'a2',
    '1',
    'How much worth follows from what has been gathered.',
    'heuristic; opposing size effects after Butler 2001',
  ],
  ['o', '1', 'How soon activity gets crowded.', 'heuristic; opposing size effects after Butler 2001'],
  [
    'sigma',
    '1',
    'How far activities shrink when hands are missing.',
    'heuristic; opposing size effects after Butler 2001',
  ],
  ['rho', '1/month', 'How fast energy recovers and drains.'],
  ['omega', '1', 'How strongly strain drains energy.'],
  ['g', '1/month', 'How fast goodwill grows and fades.'],
  ['tau', '1/month', 'How fast trust grows and fades.'],
  ['mu', '1/month', 'How fast what was gathered is renewed and goes stale.'],
  ['alpha', '1', 'How much more bad news weighs on trust.', 'Slovic 1993; contested'],
  ['dues', 'money/month/people', 'What each person pays a month.'],
  ['other', 'money/month', 'Other money a month.'],
  ['f0', 'money/month', 'Running cost that does not depend on size.'],
  ['f1', 'money/month/people', 'Running cost for each person.'],
  ['tM', 'month', 'How long a surplus or a hole is carried before it is spent or filled.'],
  ['aX', '1/month', 'How fast the new technology spreads.'],
  [
    'zP',
    '1',
    'Part of the periphery lost in the move.',
    'heuristic; one anecdote of over half lost in four moves (Cravens)',
  ],
  [
    'zA',
    '1',
    'Part of the active lost in the move.',
    'heuristic; one anecdote of over half lost in four moves (Cravens)',
  ],
  ['hK', 'h/month/people', 'Hours that one of the core gives a month.'],
  ['hA', 'h/month/people', 'Hours that one of the active gives a month.'],
  ['mf', '1', 'Effect of the new technology on crowding.'],
  ['md', '1', 'Effect of the new technology on dues.'],
  ['mc', '1', 'Effect of the new technology on running cost.'],
  ['mj', '1', 'Effect of the new technology on joins.'],
  ['opacity', '1', 'How much is kept from sight, as extra wear on trust.'],
  ['a', '1', 'Exponent of the power law of worth by size.', 'Odlyzko and Tilly 2005'],
];

/** Of each parameter of the small core, the sentence that says what it is, to be told in other languages. */
export const CORE_SAYS: ReadonlyMap<string, () => Message> = new Map(
  ROWS.map(([id, , explain]) => [id, message(`simulate.core.${id}`, explain)]),
);

const STARRED = [
  ['P', 'people', 'people at the edge'],
  ['A', 'people', 'active people'],
  ['K', 'people', 'people in the core'],
  ['E', '1', 'energy of the core'],
  ['G', '1', 'goodwill'],
  ['T', '1', 'trust between core and others'],
  ['M', 'money', 'money in hand'],
  ['C', 'pieces', 'what has been gathered'],
] as const;

const NAMES: Readonly<Record<string, string>> = {
  P: 'People at the edge',
  A: 'Active people',
  K: 'Core',
  E: 'Energy of the core',
  G: 'Goodwill',
  T: 'Trust',
  M: 'Money',
  C: 'What has been gathered',
  X: 'Adoption of the new technology',
};

export function coreParametersOf(given: CoreParameters): Parameter[] {
  const described = (
    id: string,
    value: number,
    unit: string,
    explain: string,
    source: string,
  ): Parameter => ({
    id,
    value,
    low: Math.min(value * 0.5, value * 2),
    high: Math.max(value * 0.5, value * 2),
    unit,
    explain,
    source,
    facts: [],
  });
  const plain = ROWS.map(([id, unit, explain, source]) =>
    described(id, given[id] as number, unit, explain, source ?? HEURISTIC),
  );
  const starred = STARRED.map(([id, unit, what]) =>
    described(`${id}s`, given.reference[id], unit, `Reference level: ${what}.`, 'described'),
  );
  const needs = given.needs.flatMap(([hours, beta], index) => [
    described(
      `q${index + 1}`,
      hours,
      'h/month',
      `Hours a month that need ${index + 1} takes at the reference size.`,
      'described',
    ),
    described(`beta${index + 1}`, beta, '1', `Need ${index + 1} grows with size to this power.`, 'described'),
    described(
      `m${index + 1}`,
      given.mi[index] ?? 1,
      '1',
      `Effect of the new technology on need ${index + 1}.`,
      HEURISTIC,
    ),
  ]);
  return [
    ...plain,
    ...starred,
    ...needs,
    described('X0', given.X0, '1', 'Adoption at the start.', HEURISTIC),
    described(
      'debt',
      2,
      'month',
      'Months of running cost owed at which nothing would be left of the work.',
      HEURISTIC,
    ),
    described('soon', 1, 'month', 'How long the active take to join the core at the fastest.', HEURISTIC),
    described('one', 1, 'people', 'One person, for the logarithm of size.', 'by definition'),
  ];
}

function stocks(): Stock[] {
  const bounds = (id: string): { least: number | null; most: number | null } => {
    if (id === 'M') return { least: null, most: null };
    if (id === 'X') return { least: 0, most: 1 };
    return ['E', 'G', 'T'].includes(id) ? { least: 0.0001, most: 1 } : { least: 0.000001, most: null };
  };
  const levels = STARRED.map(
    ([id, unit]): Stock => ({
      id,
      unit,
      explain: `${NAMES[id]}.`,
      source: 'described',
      facts: [],
      start: `${id}s`,
      ...bounds(id),
    }),
  );
  return [
    ...levels,
    {
      id: 'X',
      unit: '1',
      explain: `${NAMES['X']}, 0 to 1.`,
      source: HEURISTIC,
      facts: [],
      start: 'X0',
      ...bounds('X'),
    },
  ];
}

/** What worth does with size, by the law chosen. */
const SIZE_EFFECT: Readonly<Record<CoreParameters['valueLaw'], string>> = {
  linear: '1',
  'n-log-n': 'ln(1 + n / one) / ln(1 + ns / one)',
  power: '(n / ns) ^ (a - 1)',
};

function auxiliaries(given: CoreParameters): Auxiliary[] {
  const sum = (term: (index: number) => string): string =>
    given.needs.map((_, index) => term(index + 1)).join(' + ');
  const one = (id: string, formula: string, unit: string, explain: string): Auxiliary => ({
    id,
    formula,
    unit,
    explain,
    source: 'domain.md section 5',
    facts: [],
  });
  return [
    one('n', 'P + A + K', 'people', 'Everyone.'),
    one('ns', 'Ps + As + Ks', 'people', 'Everyone, at the reference.'),
    one('nh', 'n / ns', '1', 'Size against the reference.'),
    one('H', 'K * hK * (E / Es) + A * hA * (G / Gs)', 'h/month', 'Hours given.'),
    one('Hs', 'Ks * hK + As * hA', 'h/month', 'Hours given, at the reference.'),
    one(
      'D0',
      sum((i) => `q${i} * nh ^ beta${i} * (1 + (m${i} - 1) * X)`),
      'h/month',
      'Hours that the work asks for.',
    ),
    one(
      'D0s',
      sum((i) => `q${i}`),
      'h/month',
      'Hours that the work asks for, at the reference.',
    ),
    one(
      'D',
      'D0 * (1 - sigma * max(0, 1 - H / D0))',
      'h/month',
      'Hours asked for after activities have shrunk.',
    ),
    one('Ds', 'D0s * (1 - sigma * max(0, 1 - Hs / D0s))', 'h/month', 'The same at the reference.'),
    one('cost', '(f0 + f1 * n) * (1 + (mc - 1) * X)', 'money/month', 'Running cost.'),
    one('L', 'clamp(1 + min(M, 0) / (debt * cost), 0.5, 1)', '1', 'What debt leaves of the work.'),
    one(
      'c',
      'min(1.5, (H / D0) / (Hs / D0s) * L)',
      '1',
      'Work done against work asked for, before activities shrink.',
    ),
    one(
      'ws',
      'max(Ds - As * hA, 0.05 * Ds) / Ks',
      'h/month/people',
      'Work left to each of the core, at the reference.',
    ),
    one(
      'w',
      'min(5, max(D - A * hA * (G / Gs), 0) / K / ws)',
      '1',
      'Strain: work left to each of the core against the reference.',
    ),
    one('psi', SIZE_EFFECT[given.valueLaw], '1', 'What size does to worth.'),
    one(
      'y',
      '(1 + o ^ 2) / (1 + (o * (A / As) * (1 + (mf - 1) * X)) ^ 2)',
      '1',
      'What crowding leaves of worth.',
    ),
    one(
      'v',
      'clamp(c ^ a1 * (C / Cs) ^ a2 * psi * y, 0.05, 3)',
      '1',
      'Worth to those who take part, against the reference.',
    ),
  ];
}

function flows(): Flow[] {
  const one = (
    id: string,
    from: string | null,
    to: string | null,
    formula: string,
    unit: string,
    explain: string,
  ): Flow => ({ id, from, to, formula, unit, explain, source: 'domain.md section 5', facts: [] });
  return [
    one('d', null, 'X', 'aX * X * (1 - X)', '1/month', 'The new technology spreads.'),
    one(
      'J',
      null,
      'P',
      'u * Ps * (1 + (mj - 1) * X) * (j + (1 - j) * nh * v) * max(0, 1 - n / Np) / (1 - ns / Np)',
      'people/month',
      'People join.',
    ),
    one('LP', 'P', null, 'u * P * v ^ (-eta) + zP * d * P', 'people/month', 'People drift off.'),
    one('UP', 'P', 'A', 'pi * P * v', 'people/month', 'People become active.'),
    one(
      'DN',
      'A',
      'P',
      'pi * (Ps / As) * A * v ^ (-etaA) + zA * d * A',
      'people/month',
      'Active people step back.',
    ),
    one(
      'IN',
      'A',
      'K',
      'min(l * Ks * (A / As) * (T / Ts) * (Ks / K) ^ nu, A / soon)',
      'people/month',
      'People join the core.',
    ),
    one('OUT', 'K', 'A', 'l * K / (E / Es)', 'people/month', 'People step back from the core.'),
    one('rest', null, 'E', 'rho * (1 - E)', '1/month', 'Energy recovers.'),
    one('drain', 'E', null, 'rho * ((1 - Es) / Es) * w ^ omega * E', '1/month', 'Strain drains energy.'),
    one('warm', null, 'G', 'g * (1 - G) * v', '1/month', 'Goodwill grows with worth.'),
    one(
      'cool',
      'G',
      null,
      'g * ((1 - Gs) / Gs) * G / max(c, 0.1)',
      '1/month',
      'Goodwill fades, faster where work is not done.',
    ),
    one('earn', null, 'T', 'tau * (1 - T) * min(1, c)', '1/month', 'Trust grows where work is done.'),
    one(
      'wear',
      'T',
      null,
      'tau * ((1 - Ts) / Ts) * T * (1 + alpha * max(0, 1 - c) + opacity)',
      '1/month',
      'Trust wears, faster where work is not done.',
    ),
    one('paidIn', null, 'M', 'dues * n * (1 + (md - 1) * X) + other', 'money/month', 'Dues and other money.'),
    one('paidOut', 'M', null, 'cost', 'money/month', 'Running cost is paid.'),
    one('settle', 'M', null, '(M - Ms) / tM', 'money/month', 'A surplus is spent, a hole is filled.'),
    one('gather', null, 'C', 'mu * Cs * H / Hs', 'pieces/month', 'What is gathered is renewed by hours.'),
    one('stale', 'C', null, 'mu * C', 'pieces/month', 'What is gathered goes stale.'),
  ];
}

/** The small core with these parameters. RK4, a quarter of a month a step. */
export function coreSystem(given: CoreParameters): System {
  return {
    id: 'core',
    parameters: coreParametersOf(given),
    stocks: stocks(),
    auxiliaries: auxiliaries(given),
    flows: flows(),
    dt: 0.25,
    method: 'rk4',
  };
}
