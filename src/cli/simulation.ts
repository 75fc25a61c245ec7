/** A simulation as a person reads it in a terminal. Works nothing out. */
import { beside, padTo, wrap } from '#cli/layout';
import type { SimulateReport } from '#core/simulate/report';

/** A number as wide as its place: three digits that tell. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) < 5e-4) return '0';
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/** So many guesses are told; the JSON has them all. */
const GUESSES = 5;
const NAME = 30;

/** The whole answer, ending in a line break. */
export function simulationText(report: SimulateReport, columns: number): string {
  const parts = [
    wrap(headOf(report), columns),
    report.changes
      .map(({ at, what, why }) =>
        beside(
          `  month ${padTo(short(at), 4)}`,
          why === null ? what.text : `${what.text} ${why}`,
          13,
          columns,
        ),
      )
      .join('\n'),
    tableOf(report),
    report.says.map((one) => wrap(one.text, columns)).join('\n'),
    list(
      'Where it tips',
      report.tipping.map((one) => one.says.text),
      columns,
    ),
    list(
      'What to ask first, for the answer hangs on it',
      report.sensitivity
        .flatMap((one) => (one.question === null ? [] : [one.question.text]))
        .slice(0, GUESSES),
      columns,
    ),
    list(
      'Taken for granted',
      report.notes.map((one) => one.text),
      columns,
    ),
    comparedText(report),
    scenariosText(report, columns),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function headOf({ scenario, months }: SimulateReport): string {
  const what = scenario === null ? 'Nothing changes' : scenario.name;
  return `${what}: what the description and its guesses imply over ${months} months, not a forecast.`;
}

const cell = (text: string): string => padTo(text, 10, 'right');

function nameOf(report: SimulateReport, key: string): string {
  const unit = report.unit[key] ?? '1';
  const name = `${report.names[key] ?? key}${unit === '1' || unit === 'people' ? '' : `, ${unit}`}`;
  return padTo(name.length > NAME ? `${name.slice(0, NAME - 1)}…` : name, NAME + 1);
}

function tableOf(report: SimulateReport): string {
  const last = String(report.months);
  const rows = Object.keys(report.names).map((key) => {
    const fan = report.fans[key];
    const ends =
      report.runs === 0
        ? []
        : [fan?.p5, fan?.p95].map((list) => cell(short(list?.[report.months] ?? Number.NaN)));
    return [
      nameOf(report, key),
      cell(short(report.at['0']?.[key] ?? Number.NaN)),
      cell(short(report.at[last]?.[key] ?? Number.NaN)),
      ...ends,
    ].join('');
  });
  const head = [
    padTo('', NAME + 1),
    cell('now'),
    cell(`month ${last}`),
    ...(report.runs === 0 ? [] : [cell('5 %'), cell('95 %')]),
  ].join('');
  return [head, ...rows].join('\n');
}

function list(title: string, sentences: readonly string[], columns: number): string {
  if (sentences.length === 0) return '';
  return [title, ...sentences.map((one) => beside('  - ', one, 4, columns))].join('\n');
}

function comparedText(report: SimulateReport): string {
  if (report.compared.length === 0) return '';
  const last = String(report.months);
  const head = [
    padTo(`At month ${last}`, NAME + 1),
    ...report.compared.map((_, at) => cell('ABCDE'[at] ?? '?')),
  ].join('');
  const letters = report.compared.map(
    (one, at) => `  ${'ABCDE'[at] ?? '?'}  ${one.scenario?.name ?? 'Nothing changes'}`,
  );
  const rows = Object.keys(report.names).map((key) =>
    [
      nameOf(report, key),
      ...report.compared.map((one) => cell(short(one.at[last]?.[key] ?? Number.NaN))),
    ].join(''),
  );
  const stand = [
    padTo('Still standing', NAME + 1),
    ...report.compared.map((one) =>
      cell(report.runs === 0 ? '–' : `${Math.round(one.survival.share * 100)} %`),
    ),
  ].join('');
  return ['Beside each other', ...letters, head, ...rows, stand].join('\n');
}

function scenariosText(report: SimulateReport, columns: number): string {
  const rows = report.scenarios.map((one) =>
    beside(
      `  ${padTo(one.id, 22)}`,
      `${one.name}: ${one.falls === null ? 'stands' : `stands until month ${one.falls.month}`}`,
      24,
      columns,
    ),
  );
  return rows.length === 0 ? '' : ['What else could be tried (--scenario)', ...rows].join('\n');
}
