/** The charts of a run, each with its table and with what it rests on, and what their lines and areas mean. */
import { useState } from 'react';
import type { Tip } from '#core/simulate/tips';
import { t } from '../../shared/words';
import { Behind } from './Assumptions';
import { DASHES, EmptyChart, FanChart } from './FanChart';
import { MonthTable } from './MonthTable';
import { Unfold } from './Unfold';
import type { Simulated } from './use-simulation';
import { columnName, letterOf } from './view-model';

/** So many series are shown before one asks for all. */
const FIRST = 6;
/** Where they will stand: nothing below moves when they come. */
const PLACES = Array.from({ length: FIRST }, (_, at) => at);

interface ChartsProps {
  readonly run: Simulated;
  /** The column that is told about. */
  readonly about: number;
  readonly months: number;
  readonly month: number;
  readonly values: Readonly<Record<string, number>>;
  readonly onEdit: (next: Readonly<Record<string, number>>) => void;
  readonly tip: Tip | null;
}

/** One for each series, and one key for all. */
export function Charts({ run, about, months, month, values, onEdit, tip }: ChartsProps) {
  const [all, setAll] = useState(false);
  const shown = all ? run.shown : run.shown.slice(0, FIRST);
  return (
    <>
      <div className="whatif-charts">
        {run.columns.length === 0 && run.trouble === null && PLACES.map((at) => <EmptyChart key={at} />)}
        {shown.map((one) => (
          <div key={one.key} className={run.rest === null ? 'whatif-chart whatif-bare' : 'whatif-chart'}>
            <FanChart shown={one} columns={run.columns} about={about} months={months} month={month} />
            <Unfold title={t('whatif.table', 'As a table')} name={one.name}>
              {() => <MonthTable shown={one} columns={run.columns} about={about} months={months} />}
            </Unfold>
            {run.rest !== null && (
              <Behind
                name={one.name}
                assumptions={run.rest.assumptions.filter(({ id }) => run.rest?.behind[one.key]?.includes(id))}
                values={values}
                onEdit={onEdit}
                tip={tip}
              />
            )}
          </div>
        ))}
      </div>
      <ul className="whatif-legend small" aria-hidden="true">
        {run.columns.slice(1).map((column, at) => (
          <li key={column.entry?.id ?? at}>
            <svg className="key-line" viewBox="0 0 30 4" aria-hidden="true">
              <path d="M0 2H30" strokeDasharray={DASHES[at % DASHES.length]} />
            </svg>
            {run.columns.length > 2
              ? t('whatif.key.letter', '{letter}: {name}', {
                  letter: letterOf(at + 1),
                  name: columnName(column, at + 1),
                })
              : columnName(column, at + 1)}
          </li>
        ))}
        <li>
          <i className="key-half" />
          {run.columns.length > 1
            ? t('whatif.key.half-of', 'half of the runs of {name}', {
                name: run.columns.length > 2 ? letterOf(about) : columnName(run.columns[about], about),
              })
            : t('whatif.key.half', 'half of the runs')}
        </li>
        <li>
          <i className="key-wide" />
          {t('whatif.key.wide', 'nine in ten')}
        </li>
        <li>
          <i className="key-base" />
          {t('whatif.key.base', 'stay as we are')}
        </li>
      </ul>
      {run.shown.length > FIRST && (
        <button className="button quiet" type="button" onClick={() => setAll(!all)}>
          {all ? t('whatif.fewer', 'Show fewer') : t('whatif.all', 'Show all {n}', { n: run.shown.length })}
        </button>
      )}
    </>
  );
}
