/** The quiet line for when the network is away. */
import { useSyncExternalStore } from 'react';
import { t } from '../shared/words';

const subscribeOnline = (listener: () => void) => {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
};

export function Online({ fallback = null }: { readonly fallback?: string | null }) {
  const online = useSyncExternalStore(subscribeOnline, () => navigator.onLine);
  return online ? fallback : t('frame.offline', 'You are offline. Carry on.');
}
