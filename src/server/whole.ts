/** A community as its stewards have it, for routes that work out what others may know. Never answered with as it is. */
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import type { Community } from '#core/model/community';
import { Refusal } from '#server/problem';
import { REFUSED } from '#server/refused';
import { STEWARDS, type Store } from '#store/port';

/** The community and the version it has. Refuses where there is none. */
export async function wholeCommunity(
  store: Store,
  id: string,
): Promise<{ readonly community: Community; readonly version: number; readonly text: string }> {
  const kept = await store.text(id, STEWARDS);
  const community = kept === null ? null : resolve(parse(kept.body, { file: 'community.yaml' })).community;
  if (kept === null || community === null) throw new Refusal(404, 'not-found', REFUSED.noCommunity({ id }));
  return { community, version: kept.version, text: kept.body };
}
