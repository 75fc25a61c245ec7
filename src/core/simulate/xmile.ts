/**
 * A system as XMILE 1.0, the exchange format of system dynamics, for PySD, SDEverywhere and other programs. It is written for
 * Euler's method with a short step, which all of them know. Bounds of levels are not part of the format: a run that meets
 * them differs. Levels changed later than the start cannot be told in it, and are named in the header.
 */
import { type Formula, formula } from '#core/simulate/formula';
import type { Change } from '#core/simulate/interpret';
import type { System } from '#core/simulate/system';

export interface XmileOptions {
  readonly name: string;
  readonly months: number;
  readonly changes?: readonly Change[];
}

/** Months in a step: an eighth, which a double holds exactly. */
export const XMILE_STEP = 0.125;

/** The system as it is written: the same equations, stepped by Euler's method. */
export function asWritten(system: System): System {
  return { ...system, method: 'euler', dt: XMILE_STEP };
}

/** XML without signs that would be read as tags. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Names by id. The format does not tell capitals from small letters, and knows words such as `pi` itself. */
function namesOf(system: System): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const name = (id: string, sort: string): void => {
    let unique = `${sort}_${id}`;
    for (let count = 2; taken.has(unique.toLowerCase()); count += 1) unique = `${sort}_${id}_${count}`;
    taken.add(unique.toLowerCase());
    names.set(id, unique);
  };
  for (const one of system.parameters) name(one.id, 'given');
  for (const one of system.stocks) name(one.id, 'level');
  for (const one of system.auxiliaries) name(one.id, 'value');
  for (const one of system.flows) name(one.id, 'flow');
  return names;
}

const SIGNS = { add: '+', subtract: '-', multiply: '*', divide: '/', power: '^' } as const;
const CALLS = {
  min: 'MIN',
  max: 'MAX',
  exp: 'EXP',
  ln: 'LN',
  sqrt: 'SQRT',
  abs: 'ABS',
  floor: 'INT',
} as const;

/** A number that comes back as the same double, with its sign in brackets. */
function spelledNumber(value: number): string {
  return value < 0 ? `(${value})` : String(value);
}

function expression(tree: Formula, names: ReadonlyMap<string, string>): string {
  if (tree.is === 'number') return spelledNumber(tree.value);
  if (tree.is === 'name') return names.get(tree.name) ?? tree.name;
  const [a = '', b = '', c = ''] = tree.args.map((arg) => expression(arg, names));
  if (tree.of in SIGNS) return `(${a} ${SIGNS[tree.of as keyof typeof SIGNS]} ${b})`;
  if (tree.of in CALLS)
    return `${CALLS[tree.of as keyof typeof CALLS]}(${tree.args.length === 1 ? a : `${a}, ${b}`})`;
  if (tree.of === 'negate') return `(-${a})`;
  if (tree.of === 'clamp') return `MIN(MAX(${a}, ${b}), ${c})`;
  if (tree.of === 'above') return `(IF ${a} > ${b} THEN 1 ELSE 0)`;
  return `(IF ${a} > 0 THEN ${b} ELSE ${c})`;
}

/** A parameter that changes: its value, then each new one from its month on. */
function stepped(id: string, value: number, changes: readonly Change[]): string {
  const own = changes.filter((change) => id in change.set).sort((a, b) => a.at - b.at);
  return own.reduce(
    (before, change) =>
      `(IF TIME >= ${change.at - XMILE_STEP / 2} THEN ${spelledNumber(change.set[id] ?? 0)} ELSE ${before})`,
    spelledNumber(value),
  );
}

/** A level at the start, with what changes it at once. */
function startOf(
  system: System,
  id: string,
  names: ReadonlyMap<string, string>,
  changes: readonly Change[],
): string {
  const stock = system.stocks.find((one) => one.id === id);
  let start = expression(formula(stock?.start ?? '0'), names);
  for (const change of changes.filter((one) => one.at === 0)) {
    const set = change.set[id];
    const times = change.times?.[id];
    if (times !== undefined) start = `(${start} * ${spelledNumber(times)})`;
    if (set !== undefined) start = spelledNumber(set);
  }
  return start;
}

function variable(
  tag: string,
  name: string,
  eqn: string,
  unit: string,
  says: string,
  more: readonly string[] = [],
): string {
  const inner = [
    `<doc>${escaped(says)}</doc>`,
    `<eqn>${escaped(eqn)}</eqn>`,
    ...more,
    `<units>${escaped(unit)}</units>`,
  ];
  return [`      <${tag} name="${name}">`, ...inner.map((line) => `        ${line}`), `      </${tag}>`].join(
    '\n',
  );
}

/** The XMILE text of a system under some changes. The same system gives the same text. */
export function toXmile(system: System, { name, months, changes = [] }: XmileOptions): string {
  const names = namesOf(system);
  const levels = new Set(system.stocks.map((stock) => stock.id));
  const late = changes.filter(
    (one) =>
      one.at > 0 &&
      (Object.keys(one.times ?? {}).length > 0 || Object.keys(one.set).some((id) => levels.has(id))),
  );
  const nameOf = (id: string): string => names.get(id) ?? id;
  const says = (one: { readonly explain: string; readonly source: string }): string =>
    `${one.explain} Source: ${one.source}.`;
  const lines = [
    ...system.parameters.map((one) =>
      variable('aux', nameOf(one.id), stepped(one.id, one.value, changes), one.unit, says(one)),
    ),
    ...system.stocks.map((one) =>
      variable('stock', nameOf(one.id), startOf(system, one.id, names, changes), one.unit, says(one), [
        ...system.flows
          .filter((flow) => flow.to === one.id)
          .map((flow) => `<inflow>${nameOf(flow.id)}</inflow>`),
        ...system.flows
          .filter((flow) => flow.from === one.id)
          .map((flow) => `<outflow>${nameOf(flow.id)}</outflow>`),
      ]),
    ),
    ...system.auxiliaries.map((one) =>
      variable('aux', nameOf(one.id), expression(formula(one.formula), names), one.unit, says(one)),
    ),
    ...system.flows.map((one) =>
      variable('flow', nameOf(one.id), expression(formula(one.formula), names), one.unit, says(one)),
    ),
  ];
  const told =
    late.length === 0
      ? ''
      : ` Levels that change later than the start are not part of it (month ${late.map((one) => one.at).join(', ')}).`;
  return `<?xml version="1.0" encoding="utf-8"?>
<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
  <header>
    <vendor>Potluck</vendor>
    <product version="1">Potluck</product>
    <name>${escaped(name)}</name>
    <caption>${escaped(`What the described assumptions imply, not a forecast.${told}`)}</caption>
  </header>
  <sim_specs method="Euler" time_units="month">
    <start>0</start>
    <stop>${months}</stop>
    <dt>${XMILE_STEP}</dt>
  </sim_specs>
  <model>
    <variables>
${lines.join('\n')}
    </variables>
  </model>
</xmile>
`;
}

/** Series by month as CSV: a row a month, a column a series with its unit. */
export function seriesCsv(
  series: Readonly<Record<string, readonly number[]>>,
  units: Readonly<Record<string, string>>,
): string {
  const keys = Object.keys(series);
  const months = Math.max(0, ...keys.map((key) => series[key]?.length ?? 0));
  const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const head = [
    'month',
    ...keys.map((key) =>
      quoted(units[key] === undefined || units[key] === '1' ? key : `${key} (${units[key]})`),
    ),
  ];
  const rows = Array.from({ length: months }, (_, month) =>
    [month, ...keys.map((key) => series[key]?.[month] ?? '')].join(','),
  );
  return `${[head.join(','), ...rows].join('\n')}\n`;
}
