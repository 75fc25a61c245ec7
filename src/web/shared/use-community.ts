/** The community that the page is about, seen from the day in the address. Both are shared by every room. */
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { View } from '#core/audience/view';
import { type Day, isoDay, middleDay } from '#core/model/dates';
import { api, type Seen } from './api';
import { useNavigate, useParams, useSearch } from './way';

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

/** What came last: it stays on the page while it is asked for anew. */
let last: { readonly id: string; readonly seen: Seen } | null = null;

function useSeen(id: string): Seen {
  const { data, error } = useQuery(viewQuery(id));
  if (data !== undefined) last = { id, seen: data };
  else if (error !== null) throw error;
  if (last?.id !== id) throw new Error(`${id} has not come: no room of it is shown before`);
  return last.seen;
}

/** The community of the address, which came before its rooms; throws to the nearest error view where it came no more. */
export function useCommunity(): CommunityHere {
  const { community: id } = useParams() as { community: string };
  const { on } = useSearch() as { on?: string };
  const navigate = useNavigate();
  const seen = useSeen(id);
  const day = (on === undefined ? null : middleDay(on)) ?? seen.view.day;
  const setDay = useCallback(
    (next: Day) => {
      void navigate({
        to: '.',
        search: (before) => ({ ...before, on: isoDay(next) }),
        replace: true,
        resetScroll: false,
      });
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
