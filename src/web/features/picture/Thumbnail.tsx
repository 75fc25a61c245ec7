/** The picture in small, for a card. Its card says everything in words, so it is hidden from those who listen. */
import { useEffect, useState } from 'react';
import type { View } from '#core/audience/view';
import { type Thumb, thumbInSteps } from '#core/picture/thumbnail';
import { littleByLittle } from '../../shared/little-by-little';
import { Marks } from './Drawing';
import './drawing.css';

export function Thumbnail({ view }: { readonly view: View }) {
  const [made, setMade] = useState<Thumb | null>(null);
  // A stroke at a time, so that a shelf of many answers from the beginning. A card without its table is a card still.
  useEffect(() => littleByLittle(thumbInSteps(view), setMade, () => setMade(null)), [view]);
  if (made === null) return null;
  return (
    <svg className="drawing thumbnail" viewBox={`0 0 ${made.width} ${made.height}`} aria-hidden="true">
      <Marks marks={made.marks} />
    </svg>
  );
}
