/**
 * Who looks at this window, and what they may do here. The one place that decides whether a door for changing stands
 * open on a screen; the server decides again, and what it refuses is refused. Holds no secret.
 */
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { api } from './api';
import { eyesNow } from './eyes';

/** What somebody is to a community. `public`: nobody in particular. */
export type Role = 'steward' | 'core' | 'treasurer' | 'member' | 'partner' | 'guest' | 'public';

/** One's place in one community; `*` means every one. */
export interface Membership {
  readonly community: string;
  readonly role: Role;
  /** With whose eyes one looks unless one chooses otherwise. */
  readonly audience: string;
  /** All that are one's own. */
  readonly audiences: readonly string[];
  /** The party of the file that one is tied to. */
  readonly party: string | null;
}

export interface Me {
  /** Whether Potluck runs for one person at this machine, who needs no account. */
  readonly alone: boolean;
  readonly account: { readonly id: string; readonly name: string; readonly login: string } | null;
  /** Looks after this Potluck itself: may begin communities, and see who else does. */
  readonly house: boolean;
  readonly roles: readonly Membership[];
  readonly passkeys: number;
}

/** Nobody signed in, in a shared house. */
export const NOBODY: Me = { alone: false, account: null, house: false, roles: [], passkeys: 0 };

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: api.me,
  staleTime: Number.POSITIVE_INFINITY,
});

/** Who looks; nobody until the server has said so. */
export function useMe(): Me {
  return useQuery(meQuery).data ?? NOBODY;
}

/** One's place in a community: the one that is named for it before the one for all. Null: none. */
export function placeIn(me: Me, community: string): Membership | null {
  return (
    me.roles.find((one) => one.community === community) ??
    me.roles.find((one) => one.community === '*') ??
    null
  );
}

/** Whether one looks after a community. */
export function isSteward(me: Me, community: string): boolean {
  return (
    me.alone || me.roles.some((one) => one.role === 'steward' && ['*', community].includes(one.community))
  );
}

/** Whether one may begin a community of one's own here. */
export function mayBegin(me: Me): boolean {
  return me.alone || me.house;
}

/** The audiences through whose eyes one may look by right, without being a steward; the usual one first. */
export function ownAudiences(me: Me, community: string): readonly string[] {
  const place = placeIn(me, community);
  return place === null ? [] : [...new Set([place.audience, ...place.audiences])];
}

/** Whether the text of a community may be changed from this window: by a steward, with their own eyes. */
export function useMayWrite(community: string): boolean {
  const me = useMe();
  return eyesNow() === null && isSteward(me, community);
}

/** Whether one belongs to a community at all, with one's own eyes: nobody in particular has no voice in it. */
export function useBelongs(community: string): boolean {
  const me = useMe();
  const place = placeIn(me, community);
  return eyesNow() === null && (me.alone || (place !== null && place.role !== 'public'));
}

/** Whether one looks after a community, through whosever eyes one looks just now. */
export function useIsSteward(community: string): boolean {
  return isSteward(useMe(), community);
}

/** Somebody else looks now: all that was fetched for the former one is asked for again. */
export async function meChanged(client: QueryClient, next: Me): Promise<void> {
  client.setQueryData(meQuery.queryKey, next);
  await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
}
