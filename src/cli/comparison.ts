/** A comparison as a person reads it in a terminal: row by row, each community under its letter. Works nothing out. */
import { number } from '#cli/findings';
import { beside, table, wrap } from '#cli/layout';
import { CONTEXT_TITLES, SIZE_BANDS } from '#core/compare/context';
import type { CompareReport } from '#core/compare/report';

type Row = CompareReport['rows'][number];
type Value = Row['measures'][number]['values'][number];

/** So many things and questions of a side are told; the JSON has them all. */
const THINGS = 8;
const QUESTIONS = 3;

const letterOf = (at: number): string => 'ABCDEF'[at] ?? '?';

/** The whole comparison, ending in a line break. */
export function compareText(report: CompareReport, columns: number): string {
  const head = report.communities.map((one, at) =>
    beside(`  ${letterOf(at)}  `, `${one.name}, as of ${one.asOf}${schemeOf(one.scheme)}`, 5, columns),
  );
  const parts = [
    ['Side by side', ...head].join('\n'),
    contextText(report, columns),
    ...report.rows.map((row) => rowText(row, columns)),
    onlyText(report, columns),
    alikeText(report, columns),
    ...report.roleModels.map((one) => lookoutText(one, columns)),
    changeText(report, columns),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function schemeOf({ id, version }: { readonly id: string; readonly version: number }): string {
  return id === 'community' ? '' : `, scheme ${id} ${version}`;
}

function contextText(report: CompareReport, columns: number): string {
  const ids = Object.keys(CONTEXT_TITLES) as (keyof typeof CONTEXT_TITLES)[];
  const cells = ids.map((id) => [
    CONTEXT_TITLES[id]().text,
    ...report.communities.map((one) => contextValue(one.context.find((entry) => entry.id === id))),
  ]);
  return `Position\n${sideTable('', report.communities.length, cells, columns)}`;
}

function contextValue(entry: CompareReport['communities'][number]['context'][number] | undefined): string {
  if (entry === undefined || entry.value === null) return 'not known';
  if (entry.id === 'age') return `${entry.value} years`;
  if (entry.id !== 'size') return String(entry.value);
  const most = SIZE_BANDS[Number(entry.value)];
  return most === undefined ? `more than ${SIZE_BANDS.at(-1)}` : `up to ${most}`;
}

function rowText(row: Row, columns: number): string {
  const lines = [titleOf(row)];
  for (const [at, side] of row.sides.entries()) {
    const names = side.things.slice(0, THINGS).map((thing) => thing.name);
    const more = side.things.length > THINGS ? `; and ${side.things.length - THINGS} more` : '';
    const told =
      side.blocks.length === 0 && side.things.length === 0
        ? 'has no such block'
        : names.length === 0
          ? 'nothing written down'
          : names.join('; ') + more;
    const either = side.either === 0 ? '' : ` (${side.either} may belong here)`;
    lines.push(beside(`  ${letterOf(at)}  `, told + either, 5, columns));
  }
  const measures = row.measures.filter((one) => one.values.some((value) => value.state !== 'not-described'));
  if (measures.length > 0) {
    const cells = measures.map((one) => [one.title.text, ...one.values.map(valueText)]);
    lines.push(sideTable('Measure', row.sides.length, cells, columns));
  }
  const asked = new Map<string, string>();
  for (const [at, side] of row.sides.entries())
    for (const question of side.questions.filter((one) => one.state === 'ask').slice(0, QUESTIONS))
      asked.set(question.text, (asked.get(question.text) ?? '') + letterOf(at));
  for (const [text, letters] of asked)
    lines.push(beside(`  ${letters}? `, text, 4 + letters.length, columns));
  return lines.join('\n');
}

function titleOf(row: Row): string {
  const names = row.sides.map((side) => side.blocks.map((block) => block.name).join(' and '));
  const own = [...new Set(names.filter((name) => name !== ''))];
  if (own.length === 0) return 'Under no common block';
  return own.join(' / ') + (row.onlyIn === null ? '' : ` (only ${letterOf(row.onlyIn)})`);
}

/** A number with its band; a dash where there is nothing to read it from. */
function valueText(value: Value): string {
  if (value.state === 'not-described') return '-';
  if (value.value === null) return 'cannot tell';
  const band = value.band;
  const wide = band !== null && number(band[0]) !== number(band[1]);
  return wide ? `${number(value.value)} (${number(band[0])} to ${number(band[1])})` : number(value.value);
}

/** One column a community; where that is too wide, one line each. */
function sideTable(
  head: string,
  count: number,
  rows: readonly (readonly string[])[],
  columns: number,
): string {
  const heads = [
    { head, side: 'left' as const },
    ...Array.from({ length: count }, (_, at) => ({ head: letterOf(at), side: 'left' as const })),
  ];
  const drawn = table(heads, rows, columns, '     ');
  if (drawn !== null) return drawn;
  return rows
    .map(([name = '', ...values]) => {
      const told = values.map((value, at) => `${letterOf(at)} ${value}`).join(' · ');
      return wrap(`${name}: ${told}`, columns, '     ', '       ');
    })
    .join('\n');
}

function onlyText({ communities }: CompareReport, columns: number): string {
  const lines = communities.flatMap((one, at) =>
    one.onlyKinds.length === 0
      ? []
      : [beside(`  ${letterOf(at)}  `, one.onlyKinds.map((kind) => kind.name).join(', '), 5, columns)],
  );
  return lines.length === 0 ? '' : ['Kinds that only one has', ...lines].join('\n');
}

/** What cannot be told of many pairs is told once. */
function alikeText({ alike }: CompareReport, columns: number): string {
  const untold = alike.filter((one) => one.s === null);
  const told = untold.length > 1 ? alike.filter((one) => one.s !== null) : alike;
  const lines = told.map((one) => one.says.text);
  if (untold.length > 1)
    lines.push(`We cannot tell for ${untold.length} pairs: too little is known of both.`);
  return ['How alike', ...lines.map((line) => wrap(line, columns, '  '))].join('\n');
}

function lookoutText({ says, models }: CompareReport['roleModels'][number], columns: number): string {
  const lines = models.flatMap((model) =>
    model.says.map((line) => wrap(line.text, columns, '    ', '      ')),
  );
  return [wrap(says.text, columns), ...lines].join('\n');
}

function changeText({ change }: CompareReport, columns: number): string {
  if (change === null) return '';
  const lines = change.sentences.map((one) => wrap(one.text, columns, '  ', '    '));
  return [`What changed between ${change.since} and ${change.until}`, ...lines].join('\n');
}
