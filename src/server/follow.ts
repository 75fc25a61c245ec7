/**
 * Whether somebody may (still) follow a community as an audience: asked each time a calendar comes with its address, for
 * a calendar shows no session. Who was removed, or moved to another role, follows no more.
 */
import { callerOf } from '#server/people/standing';
import type { Store } from '#store/port';
import type { Feed } from '#store/voices/port';

/** The one person at a machine without accounts. */
const LOCAL_PERSON = 'local';

export function mayFollow(store: Store) {
  return async ({ community, person, audience }: Pick<Feed, 'community' | 'person' | 'audience'>) => {
    if (!(await store.people.isShared())) return person === LOCAL_PERSON;
    const account = await store.people.account(person);
    if (account === null) return false;
    const memberships = await store.people.membershipsOf(person);
    const listed = (await store.people.isListed(community)) ? [community] : [];
    const caller = callerOf({ account, session: null, memberships, listed });
    return caller.audienceFor(community, audience) === audience;
  };
}
