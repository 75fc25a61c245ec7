/** What takes a moment to be drawn, drawn when its turn has come: between two of them the page answers. */
import { type ReactNode, useEffect, useState } from 'react';
import { afterwards } from './little-by-little';

/** Nothing at first; then, and from then on, what stands in it. */
export function InTurn({ children }: { readonly children: ReactNode }) {
  const [come, setCome] = useState(false);
  useEffect(() => afterwards(() => setCome(true)), []);
  return come ? children : null;
}
