/** Whether whoever looks may lead rounds of a community: stewards and the core, with their own eyes. */
import { eyesNow } from '../../shared/eyes';
import { isSteward, placeIn, useMe } from '../../shared/me';

export function useMayLead(community: string): boolean {
  const me = useMe();
  return eyesNow() === null && (isSteward(me, community) || placeIn(me, community)?.role === 'core');
}
