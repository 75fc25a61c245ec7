/** One line below the picture: how sure things are, as far as it occurs, and how much of it has an amount. */
import { signEntries, swatch } from '#core/picture/legend';
import type { Scene } from '#core/picture/scene';
import { tally } from '#core/picture/svg';
import { WORDS } from '#core/picture/words';
import { t, told } from '../../shared/words';
import { Marks } from './Drawing';

interface LegendLineProps {
  readonly made: Scene;
  /** Whether a walk through time, whose marks want a word too, stands below it. */
  readonly hasTime: boolean;
}

export function LegendLine({ made, hasTime }: LegendLineProps) {
  return (
    <div className="legend-line">
      <ul>
        {signEntries(made).map(({ words, paint, changes, over }) => (
          <li key={words}>
            <svg className="drawing legend-swatch" viewBox="0 0 40 18" aria-hidden="true">
              <g className={over ? 'k-over' : `k-${paint.family}`}>
                <Marks marks={swatch(paint, changes, 1, 9, 38)} />
              </g>
            </svg>
            <span>{words}</span>
          </li>
        ))}
        {hasTime && (
          <li>
            <svg className="time-swatch" viewBox="0 0 24 18" aria-hidden="true">
              <path className="time-began" d="M1 13l4-8l4 8Z" />
              <path className="time-ended" d="M13 5l4 8l4-8Z" />
            </svg>
            <span>{t('time.marks', 'began, ended')}</span>
          </li>
        )}
      </ul>
      <p className="numeric">
        <b>{told(WORDS.tally(tally(made)))}</b>
      </p>
    </div>
  );
}
