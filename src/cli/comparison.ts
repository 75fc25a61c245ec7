/** A comparison as a person reads it in a terminal: row by row, each community under its letter. Works nothing out. */
import { bandText, number } from '#cli/findings';
import { beside, table, wrap } from '#cli/layout';
import { label } from '#cli/words';
import { CONTEXT_TITLES, SIZE_BANDS } from '#core/compare/context';
import type { CompareReport } from '#core/compare/report';
import { listed } from '#core/words/lists';
import { speech } from '#core/words/speech';

type Row = CompareReport['rows'][number];
type Value = Row['measures'][number]['values'][number];

/** So many things and questions of a side are told; the JSON has them all. */
const THINGS = 8;
const QUESTIONS = 3;

const letterOf = (at: number): string => 'ABCDEF'[at] ?? '?';

/** The whole comparison, ending in a line break. */
export function compareText(report: CompareReport, columns: number): string {
  const head = report.communities.map((one, at) =>
    beside(
      `  ${letterOf(at)}  `,
      `${label('release.as-of', `${one.name}, as of ${one.asOf}`, { name: one.name, day: one.asOf })}${schemeOf(one.scheme)}`,
      5,
      columns,
    ),
  );
  const parts = [
    [label('compare.title', 'Side by side'), ...head].join('\n'),
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
  return `${label('compare.position', 'Position')}\n${sideTable('', report.communities.length, cells, columns)}`;
}

function contextValue(entry: CompareReport['communities'][number]['context'][number] | undefined): string {
  if (entry === undefined || entry.value === null) return label('compare.context.unknown', 'not known');
  if (entry.id === 'age') return label('compare.context.years', `${entry.value} years`, { n: entry.value });
  if (entry.id !== 'size') return String(entry.value);
  const most = SIZE_BANDS[Number(entry.value)];
  const n = most ?? SIZE_BANDS.at(-1) ?? 0;
  return most === undefined
    ? label('compare.context.more', `more than ${n}`, { n })
    : label('compare.context.up-to', `up to ${n}`, { n });
}

function rowText(row: Row, columns: number): string {
  const lines = [titleOf(row)];
  for (const [at, side] of row.sides.entries()) {
    const names = side.things.slice(0, THINGS).map((thing) => thing.name);
    const n = side.things.length - THINGS;
    const phrases = names.join('; ');
    const told =
      side.blocks.length === 0 && side.things.length === 0
        ? label('compare.no-block', 'has no such block')
        : names.length === 0
          ? label('compare.nothing', 'nothing written down')
          : n > 0
            ? label('list.then', `${phrases}; and ${n} more`, { phrases, n })
            : phrases;
    const either =
      side.either === 0
        ? ''
        : ` (${label('compare.either', `${side.either} may belong here`, { n: side.either })})`;
    lines.push(beside(`  ${letterOf(at)}  `, told + either, 5, columns));
  }
  const measures = row.measures.filter((one) => one.values.some((value) => value.state !== 'not-described'));
  if (measures.length > 0) {
    const cells = measures.map((one) => [one.title.text, ...one.values.map(valueText)]);
    lines.push(
      sideTable(
        label('compare.measures', 'Measure', { row: '' }).replace(/\s*:\s*$/, ''),
        row.sides.length,
        cells,
        columns,
      ),
    );
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
  const names = row.sides.map((side) => listed(side.blocks.map((block) => block.name)));
  // In other languages the letter alone says it.
  const only = speech().language === 'en' ? 'only ' : '';
  const own = [...new Set(names.filter((name) => name !== ''))];
  if (own.length === 0) return label('compare.homeless', 'Under no common block');
  return own.join(' / ') + (row.onlyIn === null ? '' : ` (${only}${letterOf(row.onlyIn)})`);
}

/** A number with its band; a dash where there is nothing to read it from. */
function valueText(value: Value): string {
  if (value.state === 'not-described') return '-';
  if (value.value === null) return label('compare.untold-value', 'cannot tell');
  const band = value.band;
  const wide = band !== null && number(band[0]) !== number(band[1]);
  return wide ? `${number(value.value)} (${bandText(band)})` : number(value.value);
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

function onlyKinds({ name, onlyKinds: all }: CompareReport['communities'][number]): string {
  const kinds = all.map((kind) => kind.name).join(', ');
  return label('compare.only-kinds', kinds, { name, kinds });
}

function onlyText({ communities }: CompareReport, columns: number): string {
  const lines = communities.flatMap((one, at) =>
    one.onlyKinds.length === 0 ? [] : [beside(`  ${letterOf(at)}  `, onlyKinds(one), 5, columns)],
  );
  if (lines.length === 0) return '';
  const head = speech().language === 'en' ? ['Kinds that only one has'] : [];
  return [...head, ...lines].join('\n');
}

/** What cannot be told of many pairs is told once. */
function alikeText({ alike }: CompareReport, columns: number): string {
  const untold = alike.filter((one) => one.s === null);
  const told = untold.length > 1 ? alike.filter((one) => one.s !== null) : alike;
  const lines = told.map((one) => one.says.text);
  if (untold.length > 1)
    lines.push(
      label('compare.unknown', `We cannot tell for ${untold.length} pairs: too little is known of both.`, {
        measures: label('compare.pairs', '', { n: untold.length }),
      }),
    );
  return [label('compare.alike-title', 'How alike'), ...lines.map((line) => wrap(line, columns, '  '))].join(
    '\n',
  );
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
  const { since, until } = change;
  const head = label('compare.changed', `What changed between ${since} and ${until}`, { since, until });
  return [head, ...lines].join('\n');
}
