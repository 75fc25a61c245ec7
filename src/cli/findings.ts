/** Findings as a person reads them in a terminal: by measure, each with its verdict, values, table and evidence. */
import { table, wrap } from '#cli/layout';
import { fromText, label } from '#cli/words';
import type { Finding, Matrix, Value } from '#core/analyses/finding';
import { spokenMeasure } from '#core/analyses/measure-words';
import type { View } from '#core/audience/view';
import { nameOf } from '#core/model/fact';
import { measure } from '#core/report';
import { listed } from '#core/words/lists';
import { speech } from '#core/words/speech';
import { spokenUnit } from '#core/words/units';

/** All findings, measure by measure. */
export function findingsText(view: View, findings: readonly Finding[], columns: number): string {
  const byAnalysis = grouped(findings);
  const parts = [...byAnalysis].map(([id, ones]) => {
    const { title, asks } = spokenMeasure(measure(id));
    const head = `${wrap(`${title} (${id})`, columns)}\n${wrap(asks, columns)}`;
    return [head, ...ones.map((one) => findingText(view, one, columns))].join('\n\n');
  });
  if (parts.length === 0)
    parts.push(
      label('compare.nothing', 'Nothing follows from this file on that day. Does it describe anything then?'),
    );
  return `${parts.join('\n\n\n')}\n`;
}

function grouped(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings)
    groups.set(finding.analysis, [...(groups.get(finding.analysis) ?? []), finding]);
  return groups;
}

function findingText(view: View, finding: Finding, columns: number): string {
  const about =
    listed(finding.about.map((id) => called(view, id))) || label('voice.whole', 'The whole community');
  const kind = finding.kind === undefined ? '' : `, ${kindName(view, finding.kind)}`;
  const basis = finding.basis === 'use' ? ', by use' : '';
  const lines = [wrap(`${about}${kind}${basis}${verdictWords(finding)}`, columns, '  ', '    ')];
  if (finding.says !== undefined) lines.push(wrap(finding.says.text, columns, '    '));
  lines.push(...valueLines(finding, columns));
  if (finding.matrix !== undefined) lines.push(matrixText(finding.matrix, finding, columns));
  for (const trap of finding.traps ?? [])
    lines.push(wrap(`Nothing leaves ${trap.join(', ')}.`, columns, '    '));
  for (const loop of finding.loops ?? [])
    lines.push(
      wrap(
        `${loop.sign}  ${[...loop.nodes, loop.nodes[0]].join(' → ')}  (${monthsText(loop.delay)})`,
        columns,
        '    ',
        '       ',
      ),
    );
  for (const flag of finding.flags ?? [])
    lines.push(wrap(`${flag.flag}: ${flag.evidence.join(', ')}`, columns, '    ', '      '));
  if (finding.evidence.length > 0) lines.push(fromText(finding.evidence, columns));
  return lines.join('\n');
}

/** The verdict after a colon. In other languages than English the sentence below says it. */
function verdictWords({ verdict, says }: Finding): string {
  if (verdict === 'cannot-tell') return `: ${label('compare.untold-value', 'we cannot tell yet')}`;
  return speech().language === 'en' || says === undefined ? `: ${verdict}` : '';
}

function called(view: View, id: string): string {
  const thing = view.thing(id);
  return thing === null ? id : nameOf(thing) === id ? id : `${nameOf(thing)} (${id})`;
}

function kindName(view: View, id: string): string {
  const kind = view.kind(id);
  return kind === null ? id : nameOf(kind);
}

/** What a number lies between. */
export const bandText = ([low, high]: readonly [Value, Value]): string =>
  label('compare.band', `${number(low)} to ${number(high)}`, { low: number(low), high: number(high) });

const monthsText = (count: Value): string =>
  count === null
    ? `${number(count)} months`
    : label('whatif.months', `${number(count)} months`, { n: count });

/** A number with as many digits as its size deserves; a dash is unknown. */
export function number(value: Value): string {
  if (value === null) return '–';
  const size = Math.abs(value);
  // What is left of a sum that is exactly nothing.
  if (size < 1e-9) return '0';
  if (size >= 1e6 || size < 0.005) return value.toPrecision(3);
  const text = size >= 1000 ? value.toFixed(0) : value.toFixed(size >= 100 ? 1 : 2);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function valueLines(finding: Finding, columns: number): string[] {
  const simple: string[] = [];
  const longer: string[] = [];
  for (const [name, value] of Object.entries(finding.values ?? {})) {
    if (value === null || typeof value === 'number') {
      const band = finding.bands?.[name];
      simple.push(
        band === undefined ? `${name} ${number(value)}` : `${name} ${number(value)} (${bandText(band)})`,
      );
    } else if (Array.isArray(value)) {
      if (value.length === 0) continue;
      longer.push(wrap(`${name}: ${value.join(', ')}`, columns, '    ', '      '));
    } else {
      const entries = Object.entries(value as Record<string, Value>).map(
        ([id, one]) => `${id} ${number(one)}`,
      );
      longer.push(
        wrap(
          `${name}: ${entries.length === 0 ? label('amount.none', 'none') : entries.join(', ')}`,
          columns,
          '    ',
          '      ',
        ),
      );
    }
  }
  // Where nothing is known of any, the verdict has said it; a row of dashes says no more.
  if (Object.values(finding.values ?? {}).every((value) => value === null)) simple.length = 0;
  const unit =
    finding.unit === undefined || finding.matrix !== undefined ? '' : `  [${spokenUnit(finding.unit)}]`;
  const first =
    simple.length === 0
      ? []
      : [
          wrap(
            simple.map((one) => one.replaceAll(' ', '\u00a0')).join(' · ') + unit,
            columns,
            '    ',
          ).replaceAll('\u00a0', ' '),
        ];
  return [...first, ...longer];
}

/** The matrix as a table; where it is too wide, row by row with what is not zero. */
function matrixText(matrix: Matrix, { verdict, unit: of }: Finding, columns: number): string {
  // Where nobody counted, a cell says that something arrives: a word, no number, and so no unit either.
  const reach = verdict === 'reach';
  const unit = reach ? '' : spokenUnit(of ?? '');
  const said = (cell: Value) =>
    reach && cell !== null ? label('free.cell.reaches', 'arrives') : number(cell);
  const heads = [
    { head: unit, side: 'left' as const },
    ...matrix.cols.map((col) => ({ head: col, side: 'right' as const })),
  ];
  const rows = matrix.rows.map((row, i) => [
    row,
    ...matrix.cols.map((_, j) => said(matrix.cells[i]?.[j] ?? null)),
  ]);
  const drawn = table(heads, rows, columns, '    ');
  if (drawn !== null) return drawn;
  const lines = matrix.rows.map((row, i) => {
    const cells = matrix.cols.flatMap((col, j) => {
      const cell = matrix.cells[i]?.[j] ?? null;
      if (cell === 0 || (reach && cell === null)) return [];
      return [reach ? col : `${col} ${number(cell)}`];
    });
    return wrap(`${row} → ${cells.join(', ') || label('amount.none', 'nothing')}`, columns, '    ', '      ');
  });
  const head = reach ? 'From each giver to where it ends' : `${unit}, from each giver to where it ends`;
  return [`    ${head}:`, ...lines].join('\n');
}
