/** The words of the What-if room, and what can be taken from it as text. Pure; computes no run. */

import { endsBeside, lastOf } from '#core/simulate/ends';
import { isShare } from '#core/simulate/fan-chart';
import type { Message } from '#core/words/message';
import { number } from '../../shared/format';
import { list, t, told } from '../../shared/words';
import type { Column, Rest, Shown } from './asked';

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
  return lastOf(column?.series, key);
}

export function unitText(unit: string): string {
  if (unit === 'person') return t('whatif.people', 'people');
  if (unit === '1/month') return t('quick.per.month', 'a month');
  return unit === '1' ? '' : unit;
}

/** The unit that stands beside the name of a series; of a share, its range. */
export function unitOf(shown: Shown): string {
  return isShare(shown)
    ? t('whatif.assumed.between', '{low} to {high}', { low: number(0), high: number(1) })
    : unitText(shown.unit);
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

/** What stretches and what gives way under one scenario, beside staying. */
export function ends(shown: readonly Shown[], columns: readonly Column[], at = 1) {
  const [base, one] = [columns[0], columns[at]];
  return base === undefined || one === undefined || at === 0
    ? null
    : endsBeside(shown, base.series, one.series);
}

/** A scenario with its letter, where there is more than one. */
export function letteredName(columns: readonly Column[], at: number): string {
  const name = columnName(columns[at], at);
  return columns.length > 2
    ? t('whatif.key.letter', '{letter}: {name}', { letter: letterOf(at), name })
    : name;
}

/** Where fewer runs than this still stand, the headline does not say that it holds (heuristic). */
const SHAKY = 0.75;

/** What stands under the charts: all that a run says but what stands beside them (“And after that?”). */
export function saysUnder({ says, longRun }: Pick<Rest, 'says' | 'longRun'>): readonly Message[] {
  return says.filter((one) => one.text !== longRun.says.text);
}

/** The headline: what happens, in the plainest words there are for it; with its name where there are several. */
export function headline(columns: readonly Column[], shown: readonly Shown[], at = 1): string {
  const about = columns[at] ?? columns[0];
  if (about === undefined) return '';
  const end = verdict(about, ends(shown, columns, at));
  return columns.length > 2
    ? t('whatif.sentence.end', '{scenario}: {end}', { scenario: columnName(about, at), end })
    : end;
}

function verdict(about: Column, found: ReturnType<typeof ends>): string {
  if (about.falls !== null)
    return t(
      'whatif.headline.falls',
      '{why, select, core {Too few would be left to steer, from month {month} on.} energy {Those who carry it would be worn out, from month {month} on.} trust {Trust would be used up, from month {month} on.} other {The money would be gone, from month {month} on.}}',
      { why: about.falls.why, month: about.falls.month },
    );
  if (found === null) return t('whatif.headline.stay', 'If nothing changes, it goes on as described.');
  if (found.grows.length === 0 && found.shrinks.length === 0)
    return t('whatif.headline.same', 'It would end about where it would have without.');
  if (about.survival.share !== null && about.survival.share < SHAKY)
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

/** What a scenario says beside its numbers. */
interface Told {
  readonly says: readonly Message[];
  readonly tipping: readonly { readonly says: Message }[];
  readonly sensitivity: readonly { readonly question: Message | null }[];
}

/** What a run says, for a wiki or a mail; each scenario under its name, where there are several. */
export function markdown(
  title: string,
  shown: readonly Shown[],
  columns: readonly Column[],
  /** Of each scenario, or of staying where there is none. */
  say: readonly Told[],
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
  const isOne = columns.length < 3;
  const part = (heading: string, lines: readonly string[], marks = '##') =>
    lines.length === 0 ? [] : ['', `${marks} ${heading}`, '', ...lines.map((text) => `- ${plain(text)}`)];
  const scenario = (one: Told, index: number): string[] => {
    const at = columns.length === 1 ? 0 : index + 1;
    const found = ends(shown, columns, at);
    const question = one.sensitivity.flatMap((guess) => guess.question ?? []).slice(0, 1);
    const parts: readonly (readonly [string, readonly Message[]])[] = [
      [t('whatif.changes', 'What changes'), (columns[at]?.changes ?? []).map(({ what }) => what)],
      [t('whatif.stretches', 'What stretches'), found?.grows ?? []],
      [t('whatif.gives', 'What gives way'), found?.shrinks ?? []],
      [t('whatif.said', 'What else it says'), one.says],
      [t('whatif.tips', 'Where it tips'), one.tipping.map(({ says }) => says)],
      [t('whatif.guess', 'The guess that matters most'), question],
    ];
    return [
      ...(isOne
        ? []
        : ['', `## ${plain(letteredName(columns, at))}`, '', plain(verdict(columns[at] as Column, found))]),
      ...parts.flatMap(([heading, lines]) => part(heading, lines.map(told), isOne ? '##' : '###')),
    ];
  };
  return [
    `# ${plain(title)}`,
    ...(isOne ? ['', plain(headline(columns, shown))] : []),
    '',
    t('whatif.md.implied', 'What the described assumptions imply; not a forecast.'),
    ...say.flatMap(scenario),
    '',
    head,
    line,
    ...rows,
    ...part(
      t('whatif.assumed', 'What is assumed'),
      assumptions.map(
        ({ explain, value, unit, source }) => `${explain}: ${number(value)} ${unitText(unit)} (${source})`,
      ),
    ),
    '',
  ].join('\n');
}
