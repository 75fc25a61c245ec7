/** Pills that choose which kinds of stream are drawn. None pressed: all of them. */
import type { KindPaint } from '#core/picture/kinds';
import { sample } from '#core/picture/legend';
import { disc } from '#core/picture/marks';
import { t } from '../../shared/words';
import { Marks } from './Drawing';
import type { Pill } from './view-model';

interface PillsProps {
  readonly pills: readonly Pill[];
  readonly pressed: readonly string[];
  readonly onPress: (pressed: readonly string[]) => void;
}

export function Pills({ pills, pressed, onPress }: PillsProps) {
  return (
    <fieldset className="kind-pills">
      <legend className="visually-hidden">{t('pills.legend', 'Which kinds are drawn')}</legend>
      {pills.map((pill) => (
        <button
          key={pill.key}
          type="button"
          className="kind-pill"
          aria-pressed={pressed.includes(pill.key)}
          onClick={() =>
            onPress(
              pressed.includes(pill.key) ? pressed.filter((key) => key !== pill.key) : [...pressed, pill.key],
            )
          }
        >
          <Disc paint={pill.paint} />
          <span>{pill.name}</span>
          <span className="quiet numeric">
            {pill.count}
            <span className="visually-hidden">
              {' '}
              {t('pills.streams', '{count, plural, one {stream} other {streams}}', { count: pill.count })}
            </span>
          </span>
          <Sample paint={pill.paint} />
        </button>
      ))}
    </fieldset>
  );
}

/** The mark of a kind, as in the picture. */
export function Disc({ paint }: { readonly paint: KindPaint }) {
  return (
    <svg className={`drawing kind-disc k-${paint.family}`} viewBox="0 0 21 21" aria-hidden="true">
      <g className={`k-${paint.family}`}>
        <Marks marks={disc(paint, { x: 10.5, y: 10.5 })} />
      </g>
    </svg>
  );
}

/** A short piece of the kind's pattern. */
function Sample({ paint }: { readonly paint: KindPaint }) {
  return (
    <svg className="drawing kind-sample" viewBox="0 0 36 16" aria-hidden="true">
      <g className={`k-${paint.family}`}>
        <Marks marks={sample(paint, 2, 8, 32)} />
      </g>
    </svg>
  );
}
