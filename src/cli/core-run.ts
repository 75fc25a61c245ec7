/** A run of the small core as a person reads it in a terminal. Works nothing out. */
import { padTo, widthOf, wrap } from '#cli/layout';
import { short } from '#cli/simulation';
import { label } from '#cli/words';
import { CORE_STOCKS } from '#core/simulate/core-parameters';
import type { CoreReport } from '#core/simulate/core-report';
import { message } from '#core/words/message';

const says = (id: string, icu: string) => message(`command.core.${id}`, icu);
const SAYS = {
  implied: says('implied', 'What these guesses imply after {months} months, not a forecast.'),
  start: says('start', 'start'),
  end: says('end', 'end'),
  standing: says('standing', 'Still standing in {share} of {runs} draws ({low} to {high}).'),
  tips: says('tips', 'It tips where'),
  passes: says('passes', '{lever} passes {value}'),
  firm: says('firm', 'No single guess, three tenths off, changes whether it stands.'),
  matters: says('matters', 'Guesses that would change whether it stands, three tenths off: {guesses}.'),
  diverged: says('diverged', 'The run left all bounds in month {month}, at {stock}.'),
} as const;

/** The stocks as what if calls them, in the language that is spoken. */
const NAMES: Readonly<Record<string, () => string>> = {
  P: () => label('simulate.name.ring', 'People at the edge', { ring: 'P' }),
  A: () => label('simulate.name.ring', 'Active people', { ring: 'A' }),
  K: () => label('simulate.name.ring', 'Core', { ring: 'K' }),
  E: () => label('simulate.name.energy', 'Energy of the core'),
  G: () => label('simulate.name.goodwill', 'Goodwill'),
  T: () => label('simulate.name.trust', 'Trust'),
  M: () => label('simulate.name.money', 'Money'),
  C: () => label('simulate.name.content', 'What has been gathered'),
  X: () => label('simulate.name.adoption', 'Adoption of the new tool'),
};

const passes = ({ lever, value }: CoreReport['tipping'][number]) =>
  `  ${SAYS.passes({ lever, value: short(value) }).text}`;

/** The whole answer, ending in a line break. */
export function coreText(
  report: CoreReport,
  options: { readonly months: number; readonly runs: number },
  columns: number,
): string {
  const last = options.months;
  const names = CORE_STOCKS.map((stock) => `${NAMES[stock]?.() ?? stock} (${stock})`);
  const width = Math.max(30, ...names.map((name) => widthOf(name) + 2));
  const row = (cells: readonly string[]): string =>
    cells.map((cell, at) => padTo(cell, at === 0 ? width : 9, at === 0 ? 'left' : 'right')).join('');
  const stocks = CORE_STOCKS.map((stock, at) => {
    const fan = report.fans[stock];
    const end = (list: readonly number[] | undefined): string =>
      list === undefined || options.runs === 0 ? '' : short(list[last] ?? Number.NaN);
    return row([
      names[at] ?? '',
      short(report.at['0']?.[stock] ?? Number.NaN),
      short(report.at[String(last)]?.[stock] ?? Number.NaN),
      end(fan?.p5),
      end(fan?.p95),
    ]);
  });
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  const { survival } = report;
  const matters = report.sensitivity.filter((one) => one.changesVerdict).map((one) => one.id);
  const parts = [
    wrap(SAYS.implied({ months: `${last}` }).text, columns),
    [row(['', SAYS.start().text, SAYS.end().text, '5 %', '95 %']), ...stocks].join('\n'),
    survival.share === null
      ? ''
      : wrap(
          SAYS.standing({
            share: percent(survival.share),
            runs: `${options.runs}`,
            low: percent(survival.low),
            high: percent(survival.high),
          }).text,
          columns,
        ),
    report.tipping.length === 0 ? '' : [SAYS.tips().text, ...report.tipping.map(passes)].join('\n'),
    wrap(
      matters.length === 0 ? SAYS.firm().text : SAYS.matters({ guesses: matters.join(', ') }).text,
      columns,
    ),
    report.diverged === null
      ? ''
      : wrap(
          SAYS.diverged({ month: `${report.diverged.month}`, stock: report.diverged.stock }).text,
          columns,
        ),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
