/**
 * Hears from the server when the community of the page has changed elsewhere, in another window or by another person, and
 * asks for it again. A page that nobody looks at does not listen; it catches up when it is looked at.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Seen } from './api';
import { eyesNow } from './eyes';
import { communityChanged, viewQuery } from './use-community';

/** The line stays free for the page itself while it opens; milliseconds. */
const AFTER_OPENING = 2_000;

/** Keeps what is shown of a community up to date. `isBusy`: whether changes of this window are under way. */
export function useLive(id: string, isBusy: () => boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    let source: EventSource | null = null;
    let opening: ReturnType<typeof setTimeout> | undefined;
    const hear = (event: MessageEvent<string>) => {
      const { version } = JSON.parse(event.data) as { version: number };
      const seen = client.getQueryData<Seen>(viewQuery(id).queryKey);
      // One's own changes come back with the answer that they were kept.
      if (seen !== undefined && seen.version < version && !isBusy()) void communityChanged(client, id);
    };
    const open = () => {
      if (source !== null || document.visibilityState === 'hidden') return;
      const eyes = eyesNow();
      const asked = eyes === null ? '' : `?audience=${encodeURIComponent(eyes)}`;
      source = new EventSource(`/api/communities/${encodeURIComponent(id)}/events${asked}`);
      source.addEventListener('version', hear);
    };
    const close = () => {
      clearTimeout(opening);
      source?.close();
      source = null;
    };
    const look = () => {
      if (document.visibilityState === 'hidden') close();
      else open();
    };
    opening = setTimeout(open, AFTER_OPENING);
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      close();
    };
  }, [client, id, isBusy]);
}
