/** A simulation as a person reads it in a terminal. Works nothing out. */
import { beside, padTo, widthOf, wrap } from '#cli/layout';
import { label } from '#cli/words';
import type { SimulateReport } from '#core/simulate/report';
import { speech } from '#core/words/speech';

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
    report.changes.map((change) => changeText(change, columns)).join('\n'),
    tableOf(report),
    report.says.map((one) => wrap(one.text, columns)).join('\n'),
    list(
      label('whatif.tips', 'Where it tips'),
      [...report.tipping.map((one) => one.says), ...report.tips.flatMap((one) => one.says)].map(
        (one) => one.text,
      ),
      columns,
    ),
    list(
      label('whatif.guess', 'What to ask first, for the answer hangs on it'),
      report.sensitivity
        .flatMap((one) => (one.question === null ? [] : [one.question.text]))
        .slice(0, GUESSES),
      columns,
    ),
    list(
      label('whatif.assumed', 'Taken for granted'),
      report.notes.map((one) => one.text),
      columns,
    ),
    comparedText(report),
    ...report.compared.map((one, at) => (at === 0 ? '' : toldText(one, at, columns))),
    scenariosText(report, columns),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function changeText({ at, what, why }: SimulateReport['changes'][number], columns: number): string {
  const when = `  ${label('whatif.at-month', `month ${padTo(short(at), 4)}`, { month: at })} `;
  return beside(when, why === null ? what.text : `${what.text} ${why}`, widthOf(when), columns);
}

function headOf({ scenario, months }: SimulateReport): string {
  const what = scenario === null ? 'Nothing changes' : scenario.name;
  const english = `${what}: what the description and its guesses imply over ${months} months, not a forecast.`;
  const implied = label('whatif.md.implied', english);
  return implied === english || scenario === null ? implied : `${scenario.name}\n${implied}`;
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
    cell(label('whatif.now', 'now')),
    cell(label('whatif.months', `month ${last}`, { n: report.months })),
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
    padTo(label('whatif.at-month', `At month ${last}`, { month: report.months }), NAME + 1),
    ...report.compared.map((_, at) => cell(letter(at))),
  ].join('');
  const letters = report.compared.map(
    (one, at) => `  ${letter(at)}  ${one.scenario?.name ?? label('whatif.stay', 'Nothing changes')}`,
  );
  const rows = Object.keys(report.names).map((key) =>
    [
      nameOf(report, key),
      ...report.compared.map((one) => cell(short(one.at[last]?.[key] ?? Number.NaN))),
    ].join(''),
  );
  const stand = [
    padTo(
      label('whatif.standing', 'Still standing', {
        horizon: label('whatif.months', '', { n: report.months }),
      }),
      NAME + 1,
    ),
    ...report.compared.map((one) =>
      cell(one.survival.share === null ? '–' : `${Math.round(one.survival.share * 100)} %`),
    ),
  ].join('');
  return [label('compare.title', 'Beside each other'), ...letters, head, ...rows, stand].join('\n');
}

/** What one of several says, beside staying as things are; its changes and its verdict with the first are above. */
function toldText(one: SimulateReport['compared'][number], at: number, columns: number): string {
  const name = one.scenario?.name ?? '';
  const texts = (all: readonly { readonly text: string }[]) => all.map(({ text }) => text);
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [label('whatif.stretches', 'What stretches'), texts(one.grows)],
    [label('whatif.gives', 'What gives way'), texts(one.shrinks)],
    [label('whatif.said', 'What else it says'), texts(one.says)],
    [label('whatif.tips', 'Where it tips'), texts(one.tipping.map(({ says }) => says))],
    [
      label('whatif.guess', 'The guess that matters most'),
      texts(one.sensitivity.flatMap(({ question }) => question ?? [])).slice(0, 1),
    ],
  ];
  const told = parts.map(([title, lines]) => list(title, lines, columns)).filter((text) => text !== '');
  return [label('whatif.key.letter', `${letter(at)}: ${name}`, { letter: letter(at), name }), ...told].join(
    '\n',
  );
}

const letter = (at: number): string => 'ABCDE'[at] ?? '?';

function scenariosText(report: SimulateReport, columns: number): string {
  const rows = report.scenarios.map((one) =>
    beside(`  ${padTo(one.id, 22)}`, scenarioText(one), 24, columns),
  );
  if (rows.length === 0) return '';
  const head = speech().language === 'en' ? 'What else could be tried' : label('whatif.try', '');
  return [`${head} (--scenario)`, ...rows].join('\n');
}

/** A scenario by its name; in English also how it ends, which elsewhere is told once it is asked for. */
function scenarioText({ name, falls }: SimulateReport['scenarios'][number]): string {
  if (speech().language !== 'en') return name;
  return `${name}: ${falls === null ? 'stands' : `stands until month ${falls.month}`}`;
}
