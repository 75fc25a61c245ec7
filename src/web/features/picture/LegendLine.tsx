/** One line below the picture: how sure things are, as far as it occurs, and how much of it has an amount. */
import { signEntries, swatch } from '#core/picture/legend';
import type { Scene } from '#core/picture/scene';
import { tally } from '#core/picture/svg';
import { WORDS } from '#core/picture/words';
import { told } from '../../shared/words';
import { Marks } from './Drawing';

export function LegendLine({ made }: { readonly made: Scene }) {
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
      </ul>
      <p className="numeric">
        <b>{told(WORDS.tally(tally(made)))}</b>
      </p>
    </div>
  );
}
