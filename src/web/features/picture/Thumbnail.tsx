/** The picture in small, for a card. Its card says everything in words, so it is hidden from those who listen. */
import { useMemo } from 'react';
import type { View } from '#core/audience/view';
import { thumb } from '#core/picture/thumbnail';
import { Marks } from './Drawing';
import './drawing.css';

export function Thumbnail({ view }: { readonly view: View }) {
  const made = useMemo(() => thumb(view), [view]);
  return (
    <svg className="drawing thumbnail" viewBox={`0 0 ${made.width} ${made.height}`} aria-hidden="true">
      <Marks marks={made.marks} />
    </svg>
  );
}
