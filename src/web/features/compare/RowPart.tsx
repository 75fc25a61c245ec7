/** One row: the block as each calls it, what each has there, the measures with their bands, the questions it raises. */
import { useState } from 'react';
import type { CompareReport } from '#core/compare/report';
import { How } from '../../shared/explain';
import { list, t, told } from '../../shared/words';
import {
  along,
  bandText,
  type Measure,
  type MeasureValue,
  measuresOf,
  questionsOf,
  type Row,
  rowTitle,
  sideName,
  untoldOf,
  valueText,
} from './view-model';

interface RowProps {
  readonly report: CompareReport;
  readonly row: Row;
}

/** So many names and questions stand there before one asks for the rest. */
const NAMES = 7;
const QUESTIONS = 3;

export function RowPart({ report, row }: RowProps) {
  const title = rowTitle(row);
  const asks = row.sides
    .flatMap((side) => side.blocks.map((block) => block.asks))
    .find((one) => one !== null);
  return (
    <section className="compare-row" aria-label={title}>
      <h2>{title}</h2>
      {asks != null && <p className="small quiet">{asks}</p>}
      <ul className="compare-sides">
        {row.sides.map((side, at) => (
          <li key={sideName(report, at)}>
            <SidePart name={sideName(report, at)} side={side} title={title} />
          </li>
        ))}
      </ul>
      <Measures report={report} row={row} />
      <Untold row={row} />
      <Raised report={report} row={row} />
    </section>
  );
}

function SidePart({
  name,
  side,
  title,
}: {
  readonly name: string;
  readonly side: Row['sides'][number];
  readonly title: string;
}) {
  const [all, setAll] = useState(false);
  const own = side.blocks.map((block) => block.name);
  const shown = all ? side.things : side.things.slice(0, NAMES);
  return (
    <>
      <h3>{name}</h3>
      {own.length > 0 && own.join(' / ') !== title && (
        <p className="small compare-own">{t('compare.calls-it', 'calls it {names}', { names: list(own) })}</p>
      )}
      {side.things.length === 0 ? (
        <p className="quiet small">
          {own.length === 0
            ? t('compare.no-block', 'Has no such block.')
            : t('compare.nothing', 'Nothing written down.')}
        </p>
      ) : (
        <ul className="compare-things">
          {shown.map((thing) => (
            <li key={thing.id}>{thing.name}</li>
          ))}
        </ul>
      )}
      {side.things.length > NAMES && (
        <button className="how" type="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all
            ? t('compare.fewer', 'Show fewer')
            : t('compare.more', 'Show {count} more', { count: side.things.length - NAMES })}
          <span className="visually-hidden"> {name}</span>
        </button>
      )}
      {side.either > 0 && (
        <p className="small quiet">
          {t(
            'compare.either',
            '{n, plural, one {One more} other {# more}} may belong here; nobody has said.',
            {
              n: side.either,
            },
          )}
        </p>
      )}
    </>
  );
}

function Measures({ report, row }: RowProps) {
  const measures = measuresOf(row);
  if (measures.length === 0) return null;
  return (
    <div className="compare-scroll">
      <table className="compare-table">
        <caption className="visually-hidden">
          {t('compare.measures', 'Measures: {row}', { row: rowTitle(row) })}
        </caption>
        <thead>
          <tr>
            <td />
            {report.communities.map((one, at) => (
              <th key={`${one.community}${one.asOf}`} scope="col">
                {sideName(report, at)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map((measure, index) => (
            <tr key={measure.id}>
              <th scope="row">
                {told(measure.title)}
                {/* One measure of several kinds is explained once. */}
                {familyOf(measures[index - 1]) !== familyOf(measure) && (
                  <>
                    <span className="tiny quiet">{told(measure.says)}</span>
                    <HowOf measure={measure} />
                  </>
                )}
              </th>
              {measure.values.map((value, at) => (
                <td key={`${measure.id}${sideName(report, at)}`} data-side={sideName(report, at)}>
                  <MeasureMark measure={measure} value={value} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const familyOf = (measure: Measure | undefined): string => measure?.id.split(':')[0] ?? '';

/** What cannot be told of any of them takes one line, not a row each. */
function Untold({ row }: { readonly row: Row }) {
  const untold = untoldOf(row);
  if (untold.length === 0) return null;
  return (
    <p className="small quiet compare-untold">
      {t('compare.untold', 'We cannot tell yet, for any of them: {measures}.', {
        measures: list(untold.map((one) => told(one.title).toLowerCase())),
      })}
    </p>
  );
}

/** Which analysis works a measure out; those that need none say all in their sentence. */
const ANALYSES: Readonly<Record<string, string>> = {
  kappa: 'completeness',
  cov: 'coverage',
  robust: 'coverage',
  big: 'coverage',
  hhi: 'concentration',
  dep: 'concentration',
  gini: 'load',
  return: 'payer-beneficiary',
  indirect: 'payer-beneficiary',
  fci: 'cycling',
  r: 'favours',
  upkeep: 'commons',
  tau: 'openness',
  breaches: 'contact',
  stretch2: 'shift',
};

function HowOf({ measure }: { readonly measure: Measure }) {
  const analysis = ANALYSES[familyOf(measure)];
  return analysis === undefined ? null : <How analysis={analysis} of={told(measure.title)} />;
}

const WIDE = 112;

/** A small exact mark: a line from least to most, the band upon it, a tick where it stands; hollow where we cannot tell. */
function MeasureMark({ measure, value }: { readonly measure: Measure; readonly value: MeasureValue }) {
  const at = (one: number) => 4 + along(measure, one) * (WIDE - 8);
  const band = bandText(value, measure.unit);
  return (
    <div className="compare-mark">
      <span className={value.value === null ? 'quiet' : 'numeric'}>{valueText(value, measure.unit)}</span>
      {value.state !== 'not-described' && (
        <svg width={WIDE} height="14" viewBox={`0 0 ${WIDE} 14`} aria-hidden="true">
          <path className="compare-axis" d={`M4 7H${WIDE - 4}M4 4v6M${WIDE - 4} 4v6`} />
          {value.value === null ? (
            <rect className="compare-hollow" x="4" y="3.5" width={WIDE - 8} height="7" rx="3.5" />
          ) : (
            <>
              {value.band !== null && (
                <path
                  className="compare-band"
                  d={`M${at(value.band[0])} 7H${Math.max(at(value.band[1]), at(value.band[0]) + 1)}`}
                />
              )}
              <path className="compare-tick" d={`M${at(value.value)} 1v12`} />
            </>
          )}
        </svg>
      )}
      {band !== '' && <span className="tiny quiet numeric">{band}</span>}
    </div>
  );
}

function Raised({ report, row }: RowProps) {
  const [all, setAll] = useState(false);
  const questions = questionsOf(row);
  if (questions.length === 0) return null;
  const shown = all ? questions : questions.slice(0, QUESTIONS);
  const everyone = report.communities.length;
  return (
    <div className="compare-raised">
      <h3 className="visually-hidden">{t('compare.raises', 'What it makes worth asking')}</h3>
      <ul>
        {shown.map((one) => (
          <li key={one.text}>
            <span className="story">{one.text}</span>{' '}
            <span className="tiny quiet">
              {one.sides.length === everyone
                ? t('compare.for-all', 'for all of them')
                : t('compare.for', 'for {names}', {
                    names: list(one.sides.map((side) => sideName(report, side))),
                  })}
            </span>
          </li>
        ))}
      </ul>
      {questions.length > QUESTIONS && (
        <button className="how" type="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all
            ? t('compare.fewer-questions', 'Show fewer questions')
            : t('compare.more-questions', 'Show {count} more questions', {
                count: questions.length - QUESTIONS,
              })}
          <span className="visually-hidden"> {rowTitle(row)}</span>
        </button>
      )}
    </div>
  );
}
