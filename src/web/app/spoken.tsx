/** Draws the application anew when another language is chosen, at the same place: the address, the scroll and the focus. */
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import { onLanguage, spokenNow } from '../shared/language';

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
    return scrollBack(was);
  }, [spoken]);
  return children(spoken);
}

/** Frames after which the page stands as it will: the router scrolls once of its own accord, and rooms come with their data. */
const FRAMES = 40;

/** Scrolls to where the reader was, until the page is long enough again and nothing else scrolls it. Gives what ends that. */
function scrollBack({ x, y }: Place): () => void {
  let left = FRAMES;
  let frame = 0;
  const again = () => {
    window.scrollTo(x, y);
    left -= 1;
    if (left > 0) frame = requestAnimationFrame(again);
  };
  const stop = () => cancelAnimationFrame(frame);
  for (const own of ['wheel', 'touchstart', 'keydown'])
    window.addEventListener(own, stop, { once: true, passive: true });
  again();
  return stop;
}
