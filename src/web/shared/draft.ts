/** What somebody is writing, kept in this browser until it was sent or dropped: a closed window loses nothing. */
import { useCallback, useState } from 'react';

const keyOf = (name: string) => `potluck.draft.${name}`;

/** Like `useState`, kept under a name. The third of what it gives drops the draft. */
export function useDraft<T>(name: string, empty: T): readonly [T, (next: T) => void, () => void] {
  const [value, setValue] = useState<T>(() => {
    try {
      const kept = localStorage.getItem(keyOf(name));
      return kept === null ? empty : (JSON.parse(kept) as T);
    } catch {
      return empty;
    }
  });
  const set = useCallback(
    (next: T) => {
      setValue(next);
      try {
        localStorage.setItem(keyOf(name), JSON.stringify(next));
      } catch {
        // Storage is closed to us: the draft lives as long as the form.
      }
    },
    [name],
  );
  const drop = useCallback(() => {
    try {
      localStorage.removeItem(keyOf(name));
    } catch {
      // Nothing was kept.
    }
  }, [name]);
  return [value, set, drop];
}

/** Whether a draft of that name is kept. */
export function hasDraft(name: string): boolean {
  try {
    return localStorage.getItem(keyOf(name)) !== null;
  } catch {
    return false;
  }
}
