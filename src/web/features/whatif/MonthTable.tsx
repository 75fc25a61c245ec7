/** The table behind a chart: a row a month, the run of each scenario, and how the guesses of the one that is told spread. */
import { number } from '../../shared/format';
import { t } from '../../shared/words';
import type { Column, Shown } from './asked';
import { columnName, seriesSentence, unitText } from './view-model';

const BANDS = ['p5', 'p25', 'p50', 'p75', 'p95'] as const;

interface MonthTableProps {
  readonly shown: Shown;
  /** The baseline first. */
  readonly columns: readonly Column[];
  /** The column that is told about: its guesses are listed. */
  readonly about: number;
  readonly months: number;
}

export function MonthTable({ shown, columns, about, months }: MonthTableProps) {
  const { key, name } = shown;
  const at = columns[about] === undefined ? 0 : about;
  const drawn = columns[at];
  const fan = drawn?.fans[key];
  const unit = unitText(shown.unit);
  const level = (value: number | undefined) =>
    value === undefined || !Number.isFinite(value) ? t('whatif.broke', 'broke off') : number(value);
  const rows = Array.from({ length: months + 1 }, (_, month) => month);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="table-scroll whatif-months" tabIndex={0} aria-label={name}>
      <table className="whatif-table numeric">
        <caption className="visually-hidden">{seriesSentence(shown, columns, months)}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t('whatif.table.month', 'Month')}
            </th>
            {columns.map((column, at) => (
              <th key={column.entry?.id ?? 'base'} scope="col" rowSpan={2}>
                {columnName(column, at)}
                {unit !== '' && <span className="quiet small"> {unit}</span>}
              </th>
            ))}
            {fan !== undefined && (
              <th scope="colgroup" colSpan={BANDS.length}>
                {t('whatif.table.below', '{scenario}: of 100 runs, so many lie below', {
                  scenario: columnName(drawn, at),
                })}
                {unit !== '' && <span className="quiet small"> {unit}</span>}
              </th>
            )}
          </tr>
          <tr>
            {fan !== undefined &&
              BANDS.map((band) => (
                <th key={band} scope="col">
                  {number(Number(band.slice(1)))}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((month) => (
            <tr key={month}>
              <th scope="row">{number(month)}</th>
              {columns.map((column) => (
                <td key={column.entry?.id ?? 'base'}>{level(column.series[key]?.[month])}</td>
              ))}
              {fan !== undefined && BANDS.map((band) => <td key={band}>{level(fan[band][month])}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
