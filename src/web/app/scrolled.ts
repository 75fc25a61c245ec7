/** How far each page of this visit was scrolled, so that going back leads to the same lines. */

const KEPT = 'potluck-scrolled';
/** Frames after which a page stands as it will: rooms come with their data. */
const FRAMES = 40;

export class Scrolled {
  #places: Record<string, readonly [number, number]> = {};
  #stop: () => void = () => undefined;
  #made = 0;

  constructor() {
    history.scrollRestoration = 'manual';
    try {
      this.#places = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}');
    } catch {
      // A browser that keeps nothing: pages begin at their top.
    }
    addEventListener('scroll', () => this.leave(), { passive: true });
    addEventListener('pagehide', () => {
      try {
        sessionStorage.setItem(
          KEPT,
          JSON.stringify(Object.fromEntries(Object.entries(this.#places).slice(-50))),
        );
      } catch {
        // As above.
      }
    });
  }

  /** A name for one more page of this visit. */
  newKey(): string {
    this.#made += 1;
    return `${Date.now().toString(36)}-${this.#made}`;
  }

  /** Remembers where the page is scrolled to. */
  leave(): void {
    this.#places[keyNow()] = [scrollX, scrollY];
  }

  goToTop(): void {
    this.#stop();
    scrollTo(0, 0);
  }

  goBack(): void {
    this.#stop();
    const place = this.#places[keyNow()];
    if (place === undefined) return;
    this.#stop = scrollBack(place[0], place[1]);
  }
}

const keyNow = (): string => (history.state as { key?: string } | null)?.key ?? 'first';

/** Scrolls to a place until the page is long enough again and nobody else scrolls it. Gives what ends that. */
export function scrollBack(x: number, y: number): () => void {
  let left = FRAMES;
  let frame = 0;
  const again = () => {
    scrollTo(x, y);
    left -= 1;
    if (left > 0) frame = requestAnimationFrame(again);
  };
  const stop = () => cancelAnimationFrame(frame);
  for (const own of ['wheel', 'touchstart', 'keydown', 'pointerdown'])
    addEventListener(own, stop, { once: true, passive: true });
  again();
  return stop;
}
