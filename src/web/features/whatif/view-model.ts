/** The words of the What-if room, and what can be taken from it as text. Pure; computes no run. */
import { endsOf } from '#core/simulate/ends';
import { number } from '../../shared/format';
import { list, t, told } from '../../shared/words';
import type { Column, Shown } from './asked';

/** What a scenario is called beside the charts; the baseline is to stay as one is. */
export function columnName(column: Column | undefined, at: number): string {
  if (at === 0 || column?.entry == null) return t('whatif.stay', 'stay');
  return column.entry.name;
}

/** `A` for the first scenario, `B` for the one beside it: names are too long for the end of a line. */
export function letterOf(at: number): string {
  return String.fromCharCode(64 + at);
}

/** The level at the horizon; no number where a run broke off. */
export function endOf(column: Column | undefined, key: string): number {
  return column?.series[key]?.at(-1) ?? Number.NaN;
}

export function unitText(unit: string): string {
  if (unit === 'person') return t('whatif.people', 'people');
  return unit === '1' ? '' : unit;
}

/** A chart in a sentence, for those who do not see it. */
export function seriesSentence(shown: Shown, columns: readonly Column[], months: number): string {
  const from = columns[0]?.series[shown.key]?.[0] ?? Number.NaN;
  const parts = columns.map((column, at) => {
    const end = endOf(column, shown.key);
    return Number.isFinite(end)
      ? t('whatif.sentence.end', '{scenario}: {end}', { scenario: columnName(column, at), end: number(end) })
      : t('whatif.sentence.broke', '{scenario}: the run broke off', { scenario: columnName(column, at) });
  });
  return t('whatif.sentence', '{name}: {from} {unit} now. After {months} months: {ends}.', {
    name: shown.name,
    from: number(from),
    unit: unitText(shown.unit),
    months,
    ends: list(parts),
  });
}

/** What stretches and what gives way under the first scenario, beside staying. */
export function ends(shown: readonly Shown[], columns: readonly Column[]) {
  const [base, first] = columns;
  if (base === undefined || first === undefined) return null;
  return endsOf(
    shown.map(({ key, name, unit }) => ({
      key,
      name,
      unit: unit === 'person' ? 'person' : unit,
      stays: endOf(base, key),
      becomes: endOf(first, key),
      band: null,
    })),
  );
}

/** Where fewer runs than this still stand, the headline does not say that it holds (heuristic). */
const SHAKY = 0.75;

/** The headline: what happens, in the plainest words there are for it. */
export function headline(columns: readonly Column[], shown: readonly Shown[]): string {
  const about = columns[1] ?? columns[0];
  if (about === undefined) return '';
  if (about.falls !== null)
    return t(
      'whatif.headline.falls',
      '{why, select, core {Too few would be left to steer, from month {month} on.} energy {Those who carry it would be worn out, from month {month} on.} trust {Trust would be used up, from month {month} on.} other {The money would be gone, from month {month} on.}}',
      { why: about.falls.why, month: about.falls.month },
    );
  const found = ends(shown, columns);
  if (found === null) return t('whatif.headline.stay', 'If nothing changes, it goes on as described.');
  if (found.grows.length === 0 && found.shrinks.length === 0)
    return t('whatif.headline.same', 'It would end about where it would have without.');
  if (about.runs > 0 && about.survival.share < SHAKY)
    return t(
      'whatif.headline.shaky',
      'It may hold: in {held} of 100 runs it does. {grows, plural, =0 {Nothing grows} one {One thing grows} other {# things grow}}, {shrinks, plural, =0 {nothing wears thin} one {one wears thin} other {# wear thin}}.',
      {
        held: Math.round(about.survival.share * 100),
        grows: found.grows.length,
        shrinks: found.shrinks.length,
      },
    );
  return t(
    'whatif.headline.stands',
    'It holds. {grows, plural, =0 {Nothing grows} one {One thing grows} other {# things grow}}, {shrinks, plural, =0 {nothing wears thin} one {one wears thin} other {# wear thin}}.',
    { grows: found.grows.length, shrinks: found.shrinks.length },
  );
}

/** Text of a cell that no spreadsheet takes for a formula. */
function cell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** All series of all scenarios by month, with their fans: one row a scenario, series and month. */
export function csv(shown: readonly Shown[], columns: readonly Column[]): string {
  const head = ['scenario', 'series', 'unit', 'month', 'level', 'p5', 'p25', 'p50', 'p75', 'p95'];
  const rows = columns.flatMap((column, at) =>
    shown.flatMap(({ key, name, unit }) =>
      (column.series[key] ?? []).map((level, month) => {
        const fan = column.fans[key];
        const bands = (['p5', 'p25', 'p50', 'p75', 'p95'] as const).map((one) => fan?.[one][month] ?? '');
        return [columnName(column, at), name, unit, month, Number.isFinite(level) ? level : '', ...bands]
          .map(cell)
          .join(',');
      }),
    ),
  );
  return `${[head.join(','), ...rows].join('\r\n')}\r\n`;
}

/** Text that Markdown takes as text. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+|!~-]/g, '\\$&').replace(/\s+/g, ' ');
}

/** What a run says, for a wiki or a mail. */
export function markdown(
  title: string,
  shown: readonly Shown[],
  columns: readonly Column[],
  says: readonly string[],
  assumptions: readonly {
    readonly explain: string;
    readonly value: number;
    readonly unit: string;
    readonly source: string;
  }[],
): string {
  const head = `| ${['', ...columns.map((column, at) => plain(columnName(column, at)))].join(' | ')} |`;
  const line = `|${columns.map(() => ' ---: |').join('')} ---: |`;
  const rows = shown.map(
    ({ key, name, unit }) =>
      `| ${[plain(`${name}${unitText(unit) === '' ? '' : `, ${unitText(unit)}`}`), ...columns.map((column) => number(endOf(column, key)))].join(' | ')} |`,
  );
  const found = ends(shown, columns);
  const changes = (columns[1]?.changes ?? []).map((one) => plain(told(one.what)));
  const part = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', `## ${heading}`, '', ...lines.map((text) => `- ${text}`)];
  return [
    `# ${plain(title)}`,
    '',
    plain(headline(columns, shown)),
    '',
    t('whatif.md.implied', 'What the described assumptions imply; not a forecast.'),
    ...part(t('whatif.changes', 'What changes'), changes),
    ...part(
      t('whatif.stretches', 'What stretches'),
      (found?.grows ?? []).map((one) => plain(told(one))),
    ),
    ...part(
      t('whatif.gives', 'What gives way'),
      (found?.shrinks ?? []).map((one) => plain(told(one))),
    ),
    ...part(t('whatif.said', 'What else it says'), says.map(plain)),
    '',
    head,
    line,
    ...rows,
    ...part(
      t('whatif.assumed', 'What is assumed'),
      assumptions.map(({ explain, value, unit, source }) =>
        plain(`${explain}: ${number(value)} ${unitText(unit)} (${source})`),
      ),
    ),
    '',
  ].join('\n');
}
