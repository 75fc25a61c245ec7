/** What the marks of a lens mean, in whole sentences. A row of a loop lights that loop; other rows show what they speak of. */
import type { Id } from '#core/model/fact';
import type { LensRow } from '#core/picture/lens/lens';
import { t, told } from '../../shared/words';
import { Marks } from './Drawing';
import { lensName } from './LensBar';
import { badgeMarks, toneMarks } from './lens-marks';
import type { LensHere } from './use-lens';

interface LensLegendProps {
  readonly chosen: LensHere;
  readonly onPick: (id: Id) => void;
}

export function LensLegend({ chosen, onPick }: LensLegendProps) {
  const { name, lens } = chosen;
  if (name === null) return null;
  return (
    <section className="lens-legend" aria-label={t('lens.means', 'What the marks mean')} aria-live="polite">
      <h2>{lensName(name)}</h2>
      {lens === null ? (
        <p className="quiet late">{t('lens.waiting', 'Working it out…')}</p>
      ) : lens.empty !== null ? (
        <p className="story">{told(lens.empty)}</p>
      ) : (
        <ul className="lens-rows">
          {lens.legend.map((row) => (
            <li key={row.key}>
              {row.groups.length === 0 ? (
                <div className="lens-row">
                  <RowBody row={row} />
                </div>
              ) : (
                <button
                  type="button"
                  className="lens-row"
                  aria-pressed={name === 'loops' ? !row.hollow : undefined}
                  onClick={() =>
                    name === 'loops' ? chosen.choose('loops', row.key) : onPick(row.groups[0] ?? '')
                  }
                >
                  <RowBody row={row} />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {name === 'bears' && lens?.empty === null && (
        <p className="small quiet">
          {t('lens.bears-note', 'Shares are told for each kind by itself; kinds are never added together.')}
        </p>
      )}
      {name === 'openness' && lens?.empty === null && (
        <p className="small quiet">
          {t('lens.openness-note', 'What is hidden was decided so. More openness is not better by itself.')}
        </p>
      )}
    </section>
  );
}

function RowBody({ row }: { readonly row: LensRow }) {
  return (
    <>
      <svg className="drawing lens-swatch" viewBox="0 0 64 24" aria-hidden="true">
        {row.tone !== null && (
          <g className={row.hollow ? `lens-t${row.tone} lens-hollow` : `lens-t${row.tone}`}>
            <Marks marks={toneMarks(-6, 12, 76)} />
          </g>
        )}
        {row.badge !== null && <Marks marks={badgeMarks(row.badge, { x: 32, y: 12 }, row.hollow)} />}
      </svg>
      <span>
        {row.says.map((one) => (
          <span key={one.text} className="lens-says">
            {told(one)}
          </span>
        ))}
      </span>
    </>
  );
}
