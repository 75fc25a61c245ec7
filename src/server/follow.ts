/**
 * Whether somebody may (still) follow a community as an audience: asked each time a calendar comes with its address, for
 * a calendar shows no session. Who was removed, or moved to another role, follows no more.
 */
import type { Membership } from '#store/people/port';
import { HOUSE } from '#store/people/port';
import { STEWARDS, type Store } from '#store/port';
import type { Feed } from '#store/voices/port';

/** The one person at a machine without accounts. */
const LOCAL_PERSON = 'local';

export function mayFollow(store: Store) {
  return async ({ community, person, audience }: Pick<Feed, 'community' | 'person' | 'audience'>) => {
    if (!(await store.people.isShared())) return person === LOCAL_PERSON;
    const memberships = await store.people.membershipsOf(person);
    return memberships
      .filter((one) => one.community === community || one.community === HOUSE)
      .some((one) => one.role === 'steward' || audiencesOf(one).includes(audience));
  };
}

/** The audiences of a place. A party of one's own counts only with consent. */
function audiencesOf({ role, party, audience, consentedAt }: Membership): readonly string[] {
  const own = party === null ? [] : [`person:${party}`];
  switch (role) {
    case 'steward':
      return [STEWARDS];
    case 'core':
      return ['core', ...(consentedAt === null ? [] : own)];
    case 'member':
      return ['members', ...(consentedAt === null ? [] : own)];
    case 'treasurer':
      return ['treasurer'];
    case 'partner':
      return party === null ? [] : [`partner:${party}`];
    case 'guest':
      return [audience ?? 'public'];
  }
}
