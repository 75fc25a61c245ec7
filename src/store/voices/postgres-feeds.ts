/** Secret calendar addresses in PostgreSQL, and what each calendar was told, so that changes are taken over. */
import { sql } from 'kysely';
import type { Db } from '#store/postgres/connect';
import type { Feed, Sending, Sent, Voices } from '#store/voices/port';

type Feeds = Pick<Voices, 'makeFeed' | 'feedsOf' | 'feedBy' | 'withdrawFeed' | 'noteSent'>;

const COLUMNS = [
  'feed.id',
  'feed.community',
  'feed.person',
  'feed.audience',
  'feed.made_at as madeAt',
] as const;

/** The addresses over the disclosing login. */
export function postgresFeeds(db: Db): Feeds {
  return {
    makeFeed: async ({ community, person, audience, token }): Promise<Feed> =>
      db
        .insertInto('feed')
        .values({ community, person, audience, token })
        .returning([...COLUMNS])
        .executeTakeFirstOrThrow(),

    feedsOf: (community, person) =>
      db
        .selectFrom('feed')
        .select([...COLUMNS])
        .where('community', '=', community)
        .where('person', '=', person)
        .orderBy('made_at')
        .orderBy('id')
        .execute(),

    feedBy: async (token) =>
      (await db
        .selectFrom('feed')
        .innerJoin('community', 'community.id', 'feed.community')
        .select([...COLUMNS])
        .where('token', '=', token)
        .where('community.removed_at', 'is', null)
        .executeTakeFirst()) ?? null,

    withdrawFeed: async (community, person, id) => {
      const gone = await db
        .deleteFrom('feed')
        .where('community', '=', community)
        .where('person', '=', person)
        .where(sql<string>`id::text`, '=', id)
        .executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },

    noteSent: (feed, entries, from) => noteSent(db, feed, entries, from),
  };
}

/** Two calendars of one address may ask at once: the address is locked while its entries are noted. */
async function noteSent(
  db: Db,
  feed: string,
  entries: readonly Sending[],
  from: string,
): Promise<readonly Sent[]> {
  return db.transaction().execute(async (tx) => {
    await tx.selectFrom('feed').select('id').where('id', '=', feed).forUpdate().execute();
    const uids = entries.map((one) => one.uid);
    for (const { uid, day, print } of entries) {
      await tx
        .insertInto('feed_entry')
        .values({ feed, uid, day, print })
        .onConflict((conflict) =>
          conflict
            .columns(['feed', 'uid'])
            .doUpdateSet({
              day,
              print,
              number: sql<number>`feed_entry.number + 1`,
              changed_at: sql<string>`now()`,
              cancelled: false,
            })
            .where(sql<boolean>`feed_entry.print <> excluded.print or feed_entry.cancelled`),
        )
        .execute();
    }
    const gone = tx.updateTable('feed_entry').where('feed', '=', feed).where('cancelled', '=', false);
    await (uids.length === 0 ? gone : gone.where('uid', 'not in', uids))
      .set({ cancelled: true, number: sql<number>`number + 1`, changed_at: sql<string>`now()` })
      .execute();
    // What is over is told no more and need not be remembered.
    const past = tx.deleteFrom('feed_entry').where('feed', '=', feed).where('day', '<', from);
    await past.where('cancelled', '=', true).execute();
    return tx
      .selectFrom('feed_entry')
      .select([
        'uid',
        'day',
        'number as sequence',
        'made_at as madeAt',
        'changed_at as changedAt',
        'cancelled',
      ])
      .where('feed', '=', feed)
      .orderBy('uid')
      .execute();
  });
}
