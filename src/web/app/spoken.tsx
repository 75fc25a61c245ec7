/** Draws the application anew when another language is chosen, at the same place: the address, the scroll and the focus. */
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import { onLanguage, spokenNow } from '../shared/language';
import { scrollBack } from './scrolled';

const language = () => spokenNow().language;

/** How far the page was scrolled when the language changed; it is drawn anew and would begin at its top. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/** `children` is called once for each language, with what makes it new. */
export function Spoken({ children }: { readonly children: (language: string) => ReactNode }) {
  const spoken = useSyncExternalStore(onLanguage, language);
  const before = useRef(spoken);
  const place = useRef<Place | null>(null);
  if (before.current !== spoken) {
    place.current = { x: window.scrollX, y: window.scrollY };
    before.current = spoken;
  }
  useEffect(() => {
    const was = place.current;
    if (was === null || spoken === '') return;
    place.current = null;
    document.querySelector<HTMLElement>('[data-languages]')?.focus({ preventScroll: true });
    return scrollBack(was.x, was.y);
  }, [spoken]);
  return children(spoken);
}
