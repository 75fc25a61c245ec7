/** Which panel beside the rooms is open: taking along, keys, words, the tour. Any button may ask for one; one at a time. */
import { useSyncExternalStore } from 'react';

export type Door = 'take' | 'keys' | 'words' | 'tour';

let open: Door | null = null;
const listeners = new Set<() => void>();

/** Opens a panel, or closes the one that is open. */
export function openDoor(door: Door | null): void {
  open = door;
  for (const listener of listeners) listener();
}

/** The panel that is open. */
export function useDoor(): Door | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
}
