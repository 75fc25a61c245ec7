/** A form that opens in place of its button: when it closes, the focus goes back to the button that opened it. */
import { useState } from 'react';

export interface Opener {
  readonly open: boolean;
  readonly show: () => void;
  readonly hide: () => void;
  /** For the button, which is drawn anew when the form closes. */
  readonly again: { readonly autoFocus: boolean };
}

export function useOpener(): Opener {
  const [state, setState] = useState<'fresh' | 'open' | 'closed'>('fresh');
  return {
    open: state === 'open',
    show: () => setState('open'),
    hide: () => setState('closed'),
    again: { autoFocus: state === 'closed' },
  };
}
