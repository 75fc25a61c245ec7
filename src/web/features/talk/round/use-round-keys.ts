/** The keys of those who lead a round. The next step is asked for twice: a round does not go back. */
import { type RefObject, useEffect, useRef } from 'react';

interface Keys {
  /** The button of the next step: → goes to it, and once more presses it. */
  readonly next: RefObject<HTMLButtonElement | null>;
  readonly timer: () => void;
  /** Where the wall is. */
  readonly wall: string;
}

export function useRoundKeys(keys: Keys): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const at = event.target;
      if (at instanceof HTMLElement && at.closest('input, textarea, select, [contenteditable]') !== null)
        return;
      if (document.querySelector('dialog[open]') !== null) return;
      if (!press(event.key, now.current)) return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function press(key: string, { next, timer, wall }: Keys): boolean {
  switch (key) {
    case 'ArrowRight':
      if (document.activeElement === next.current) next.current?.click();
      else next.current?.focus();
      return true;
    case 't':
    case 'T':
      timer();
      return true;
    case 'p':
    case 'P':
      window.open(wall, 'potluck-wall');
      return true;
    default:
      return false;
  }
}
