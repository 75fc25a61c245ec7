/** Small marks that travel along the streams of one kind. The browser moves them; nothing is drawn anew. */
import { memo, useMemo } from 'react';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { type Travel, travels } from '#core/picture/play';
import type { Scene } from '#core/picture/scene';

interface PlayMarksProps {
  readonly view: View;
  readonly made: Scene;
  readonly kind: Id;
}

export const PlayMarks = memo(function PlayMarks({ view, made, kind }: PlayMarksProps) {
  const all = useMemo(() => travels(view, made, kind), [view, made, kind]);
  const family = made.contents.paints.get(kind)?.family ?? 'plain';
  return (
    <g className={`play-marks k-${family}`} data-playing={kind}>
      {all.flatMap((one) =>
        startsOf(one).map((start) => (
          <circle
            key={`${one.id} ${start}`}
            className={one.hollow ? 'play-mark hollow' : 'play-mark'}
            r={one.hollow ? 5 : 4.5}
          >
            <animateMotion
              path={one.d}
              dur={`${one.seconds.toFixed(2)}s`}
              begin={start}
              repeatCount="indefinite"
            />
          </circle>
        )),
      )}
    </g>
  );
});

/** Marks of one stream follow one another at even distances. */
function startsOf({ marks, seconds }: Travel): string[] {
  return Array.from({ length: marks }, (_, nth) => `-${((seconds * nth) / marks).toFixed(2)}s`);
}
