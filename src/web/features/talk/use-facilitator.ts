/**
 * A round for those who lead it, heard live. Two who lead see the same: whoever moves it moves it for both, and who comes
 * second is told and moves nothing.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { json, Refusal } from '../../shared/api';
import { t } from '../../shared/words';
import { rounds, wasMoved } from './round-api';
import type { Counts, FacilitatorState } from './round-types';

/** Milliseconds until one who was turned away asks again. */
const AGAIN = 3_000;

export interface Leading {
  readonly state: FacilitatorState | null;
  readonly error: Error | null;
  /** What became of the last act, as a sentence; null where it was done. */
  readonly refusal: Refusal | null;
  readonly isBusy: boolean;
  /** Does something and takes the state that comes of it. Whether it was done. */
  readonly act: (doing: () => Promise<FacilitatorState>) => Promise<boolean>;
}

const keyOf = (community: string, round: string) => ['community', community, 'rounds', round] as const;

export function useFacilitator(community: string, round: string): Leading {
  const client = useQueryClient();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { data, error } = useQuery({
    queryKey: keyOf(community, round),
    queryFn: () => rounds.state(community, round),
  });
  const take = (next: FacilitatorState) =>
    client.setQueryData<FacilitatorState>(keyOf(community, round), (before) => newer(before, next));

  useEffect(() => {
    const key = keyOf(community, round);
    let source: EventSource;
    let again: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      source = new EventSource(rounds.eventsAddress(community, round));
      source.addEventListener('state', onState);
      source.addEventListener('counts', onCounts);
      // The browser tries again by itself, unless it was turned away.
      source.addEventListener('error', () => {
        if (source.readyState === EventSource.CLOSED) again = setTimeout(open, AGAIN);
      });
    };
    const onState = (event: MessageEvent<string>) => {
      const next = JSON.parse(event.data) as FacilitatorState;
      client.setQueryData<FacilitatorState>(key, (before) => newer(before, next));
    };
    const onCounts = (event: MessageEvent<string>) => {
      const counts = JSON.parse(event.data) as Counts;
      client.setQueryData<FacilitatorState>(key, (before) =>
        before === undefined ? undefined : { ...before, ...counts },
      );
    };
    open();
    return () => {
      clearTimeout(again);
      source.close();
    };
  }, [client, community, round]);

  const act = async (doing: () => Promise<FacilitatorState>): Promise<boolean> => {
    setBusy(true);
    setRefusal(null);
    try {
      take(await doing());
      void client.invalidateQueries({ queryKey: ['community', community, 'rounds'], exact: true });
      return true;
    } catch (caught) {
      if (wasMoved(caught)) {
        void client.invalidateQueries({ queryKey: keyOf(community, round) });
        setRefusal(
          new Refusal(
            409,
            'moved',
            t('round.moved', 'Somebody else moved it meanwhile. This is where it stands.'),
          ),
        );
      } else
        setRefusal(caught instanceof Refusal ? caught : new Refusal(0, 'failed', (caught as Error).message));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { state: data ?? null, error, refusal, isBusy, act };
}

function newer(before: FacilitatorState | undefined, next: FacilitatorState): FacilitatorState {
  return before !== undefined && before.version > next.version ? before : next;
}

/** The whole address that people open: under the name that the house is known by, else under that of this page. */
export function useAddress(link: string | null): {
  readonly address: string | null;
  readonly isOnlyHere: boolean;
} {
  const { data } = useQuery({
    queryKey: ['about'],
    queryFn: () => json<{ site?: string }>('/about'),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const origin = data?.site ?? window.location.origin;
  return {
    address: link === null ? null : new URL(link, origin).href,
    isOnlyHere: /^(?:localhost|127\.|\[::1\])/.test(new URL(origin).host),
  };
}
