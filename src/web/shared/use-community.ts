/** The community that the page is about, seen from the day in the address. Both are shared by every room. */
import { type QueryClient, queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { View } from '#core/audience/view';
import { type Day, isoDay, middleDay } from '#core/model/dates';
import { api } from './api';

export const viewQuery = (id: string) =>
  queryOptions({ queryKey: ['community', id, 'view'], queryFn: () => api.view(id) });

/** All that was asked about a community is asked again: it changed. */
export function communityChanged(client: QueryClient, id: string): Promise<void> {
  return client.invalidateQueries({ queryKey: ['community', id] });
}

export interface CommunityHere {
  readonly id: string;
  /** Seen from the day. */
  readonly view: View;
  readonly version: number;
  readonly day: Day;
  /** The day as it goes to the server: `2009-10-08`. */
  readonly on: string;
  readonly setDay: (day: Day) => void;
}

/** The community of the address. Suspends while it comes; throws to the nearest error view when it does not. */
export function useCommunity(): CommunityHere {
  const { community: id } = useParams({ strict: false }) as { community: string };
  const { on } = useSearch({ strict: false }) as { on?: string };
  const navigate = useNavigate();
  const seen = useSuspenseQuery(viewQuery(id)).data;
  const day = (on === undefined ? null : middleDay(on)) ?? seen.view.day;
  const setDay = useCallback(
    (next: Day) => {
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => ({ ...before, on: isoDay(next) }),
        replace: true,
        resetScroll: false,
      } as never);
    },
    [navigate],
  );
  return { id, view: seenFrom(seen.view, day), version: seen.version, day, on: isoDay(day), setDay };
}

/** Views of the days that were looked from lately: the same day gives the same view, so that nothing is drawn twice. */
const looked = new WeakMap<View, Map<Day, View>>();
const MOST_DAYS = 24;

function seenFrom(view: View, day: Day): View {
  let days = looked.get(view);
  if (days === undefined) {
    days = new Map();
    looked.set(view, days);
  }
  let then = days.get(day);
  if (then === undefined) {
    then = view.at(day);
    if (days.size >= MOST_DAYS) days.delete(days.keys().next().value ?? day);
    days.set(day, then);
  }
  return then;
}
