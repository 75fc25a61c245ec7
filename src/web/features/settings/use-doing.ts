/** Something that is being done on a page of settings: whether it is under way, what was refused, and that it is done. */
import { useCallback, useState } from 'react';

export interface Doing {
  readonly busy: boolean;
  readonly refusal: Error | null;
  /** Does it; true when it was done. */
  readonly run: (act: () => Promise<unknown>) => Promise<boolean>;
  readonly clear: () => void;
}

export function useDoing(): Doing {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const run = useCallback(async (act: () => Promise<unknown>) => {
    setBusy(true);
    setRefusal(null);
    try {
      await act();
      return true;
    } catch (error) {
      setRefusal(error as Error);
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setRefusal(null), []);
  return { busy, refusal, run, clear };
}
