/** One series over the months: runs as lines, the guesses of the one that is told as fans, the baseline dashed, ends named. */
import { useId } from 'react';
import { apart, area, isShare, levelsOf, line, PLOT, scaleOf } from '#core/simulate/fan-chart';
import { number } from '../../shared/format';
import { t } from '../../shared/words';
import type { Column, Shown } from './asked';
import { endOf, letterOf, seriesSentence, unitOf } from './view-model';

interface ChartProps {
  readonly shown: Shown;
  /** The baseline first. */
  readonly columns: readonly Column[];
  /** The column that is told about: its guesses are drawn. */
  readonly about: number;
  readonly months: number;
  /** The month that is looked at. */
  readonly month: number;
}

/** Line patterns of the scenarios that stand beside the first. */
export const DASHES = ['', '1 4', '7 3 1 3', '2 2'] as const;

const BOTTOM = PLOT.top + PLOT.height;
const VIEW_BOX = `0 0 ${PLOT.left + PLOT.width + 74} ${BOTTOM + 26}`;

/** As high as a chart with what stands under it, and empty. */
export function EmptyChart() {
  return (
    <div className="whatif-chart whatif-bare whatif-empty" aria-hidden="true">
      <figure className="fan">
        <figcaption>{'\u00a0'}</figcaption>
        <svg viewBox={VIEW_BOX} />
      </figure>
    </div>
  );
}

export function FanChart({ shown, columns, about, months, month }: ChartProps) {
  const title = useId();
  const runs = columns.map((column) => column.series[shown.key] ?? []);
  const others = columns.slice(1);
  const fan = (columns[about] ?? columns[0])?.fans[shown.key];
  const scale = scaleOf(levelsOf(runs, fan), months, isShare(shown));
  const ends = columns.map((column) => endOf(column, shown.key));
  const places = apart(
    ends.map((end) => scale.y(Number.isFinite(end) ? end : 0)),
    15,
    BOTTOM,
  );
  return (
    <figure className="fan">
      <figcaption>
        <b>{shown.name}</b> <span className="quiet small">{unitOf(shown)}</span>
      </figcaption>
      <svg viewBox={VIEW_BOX} role="img" aria-labelledby={title}>
        <title id={title}>{seriesSentence(shown, columns, months)}</title>
        {fan !== undefined && (
          <>
            <path className="fan-wide" d={area(fan.p5, fan.p95, scale)} />
            <path className="fan-half" d={area(fan.p25, fan.p75, scale)} />
          </>
        )}
        <path className="fan-base" d={line(runs[0] ?? [], scale)} />
        {runs.slice(1).map((levels, at) => (
          <path
            key={others[at]?.entry?.id ?? at}
            className="fan-run"
            d={line(levels, scale)}
            strokeDasharray={DASHES[at % DASHES.length]}
          />
        ))}
        <path className="fan-axis" d={`M${PLOT.left} ${BOTTOM}H${PLOT.left + PLOT.width}`} />
        {[0, 1, 2, 3, 4, 5].map((tick) => (
          <path key={tick} className="fan-axis" d={`M${PLOT.left + (tick / 5) * PLOT.width} ${BOTTOM}v4`} />
        ))}
        <path className="fan-month" d={`M${scale.x(month)} ${PLOT.top - 6}V${BOTTOM}`} />
        <text className="fan-word" x={PLOT.left} y={BOTTOM + 18}>
          {t('whatif.now', 'now')}
        </text>
        <text className="fan-word" x={PLOT.left + PLOT.width} y={BOTTOM + 18} textAnchor="end">
          {horizonText(months)}
        </text>
        {ends.map((end, at) => (
          <text
            key={columns[at]?.entry?.id ?? 'base'}
            className={at === 0 ? 'fan-end quiet' : 'fan-end'}
            x={PLOT.left + PLOT.width + 7}
            y={(places[at] ?? 0) + 4}
          >
            {Number.isFinite(end) ? number(end) : t('whatif.broke', 'broke off')}
            {at === 0 ? ` ${t('whatif.stay', 'stay')}` : columns.length > 2 ? ` ${letterOf(at)}` : ''}
          </text>
        ))}
      </svg>
    </figure>
  );
}

/** `5 years`, or months where it is no whole number of years. */
export function horizonText(months: number): string {
  return months % 12 === 0
    ? t('whatif.years', '{n, plural, one {# year} other {# years}}', { n: months / 12 })
    : t('whatif.months', '{n, plural, one {# month} other {# months}}', { n: months });
}
