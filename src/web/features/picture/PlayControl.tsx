/** Playing and pausing the picture, one kind at a time. It never begins by itself. */
import { useEffect, useState } from 'react';
import type { Id } from '#core/model/fact';
import { kindsInPlay } from '#core/picture/play';
import type { Scene } from '#core/picture/scene';
import { t } from '../../shared/words';

export interface Play {
  readonly kinds: readonly Id[];
  readonly kind: Id | null;
  /** Null: it stands still. */
  readonly playing: Id | null;
  readonly toggle: () => void;
  readonly choose: (kind: Id) => void;
}

/** `wanted`: kinds that are shown alone, of which the first is played. */
export function usePlay(made: Scene, wanted: readonly Id[] | undefined): Play {
  const [on, setOn] = useState(false);
  const [picked, setPicked] = useState<Id | null>(null);
  const kinds = kindsInPlay(made).filter((kind) => wanted?.includes(kind) ?? true);
  const kind = kinds.find((one) => one === picked) ?? kinds[0] ?? null;
  // Whoever begins to ask for less motion gets it at once.
  useEffect(() => {
    const media = matchMedia('(prefers-reduced-motion: reduce)');
    const onChange = () => media.matches && setOn(false);
    media.addEventListener('change', onChange);
    return () => media.removeEventListener('change', onChange);
  }, []);
  return {
    kinds,
    kind,
    playing: on ? kind : null,
    toggle: () => setOn(!on),
    choose: setPicked,
  };
}

export function PlayControl({ play, made }: { readonly play: Play; readonly made: Scene }) {
  if (play.kind === null) return null;
  const name = (kind: Id) => made.contents.paints.get(kind)?.name ?? kind;
  return (
    <div className="play-control">
      <button
        type="button"
        className="button"
        aria-pressed={play.playing !== null}
        onClick={play.toggle}
        title={t('play.title', 'Small marks travel along the streams, more where more is given')}
      >
        <svg viewBox="0 0 12 12" aria-hidden="true" className="play-icon">
          <path d={play.playing === null ? 'M2.5 1.2L10.5 6L2.5 10.8Z' : 'M2.5 1.5V10.5M8.5 1.5V10.5'} />
        </svg>
        {play.playing === null ? t('play.play', 'Play') : t('play.pause', 'Pause')}
      </button>
      {play.kinds.length > 1 && (
        <select
          className="field"
          aria-label={t('play.kind', 'Which kind is played')}
          value={play.kind}
          onChange={(event) => play.choose(event.target.value)}
        >
          {play.kinds.map((kind) => (
            <option key={kind} value={kind}>
              {name(kind)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
