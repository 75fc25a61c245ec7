/** Releases on PostgreSQL, over the disclosing login. */
import { type Db, reaching } from '#store/postgres/connect';
import type { NewRelease, Release, Releases } from '#store/releases/port';

export function postgresReleases(db: Db): Releases {
  return {
    add: (release) => reaching(() => add(db, release)),
    list: (community) => reaching(() => list(db, community)),
    told: (community) =>
      reaching(async () => {
        const rows = await db
          .selectFrom('release')
          .select(['audience', 'figures'])
          .where('community', '=', community)
          .orderBy('at')
          .execute();
        return rows.map(({ audience, figures }) => ({ audience, ...figures }));
      }),
    at: (tokenHash) =>
      reaching(async () => {
        const row = await db
          .selectFrom('release')
          .innerJoin('community', 'community.id', 'release.community')
          .select(['release.what', 'release.forms', 'community.removed_at'])
          .where('release.token_hash', '=', tokenHash)
          .executeTakeFirst();
        if (row === undefined) return null;
        if (row.forms === null || row.removed_at !== null) return 'withdrawn';
        return { what: row.what, forms: row.forms };
      }),
    readdress: (community, id, tokenHash) =>
      reaching(async () => {
        const { numUpdatedRows } = await db
          .updateTable('release')
          .set({ token_hash: tokenHash })
          .where('community', '=', community)
          .where('id', '=', id)
          .where('withdrawn_at', 'is', null)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    withdraw: (community, id) =>
      reaching(async () => {
        const { numUpdatedRows } = await db
          .updateTable('release')
          .set({ withdrawn_at: new Date(), forms: null, made_of: null })
          .where('community', '=', community)
          .where('id', '=', id)
          .where('withdrawn_at', 'is', null)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
  };
}

async function add(db: Db, given: NewRelease): Promise<string | null> {
  const { community, audience, what, basket, version, person } = given;
  return db.transaction().execute(async (tx) => {
    const there = await tx
      .selectFrom('community')
      .select('id')
      .where('id', '=', community)
      .where('removed_at', 'is', null)
      .forShare()
      .executeTakeFirst();
    if (there === undefined) return null;
    const { id } = await tx
      .insertInto('release')
      .values({
        ...{ community, audience, what, basket, version, person },
        as_of: given.asOf,
        at: new Date(),
        token_hash: given.tokenHash,
        withdrawn_at: null,
        forms: kept(given.forms),
        made_of: kept(given.madeOf),
        figures: kept(given.figures),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
}

/** As JSON that PostgreSQL holds: it knows every character but one. */
const kept = (value: unknown): string =>
  JSON.stringify(value, (_, one) => (typeof one === 'string' ? one.replaceAll('\0', '') : one));

async function list(db: Db, community: string): Promise<readonly Release[]> {
  const rows = await db
    .selectFrom('release')
    .leftJoin('person', (join) =>
      join.onRef('person.community', '=', 'release.community').onRef('person.id', '=', 'release.person'),
    )
    .select(['release.id', 'release.community', 'audience', 'what', 'basket', 'version', 'as_of', 'at'])
    .select(['release.person', 'person.name', 'withdrawn_at'])
    .where('release.community', '=', community)
    .orderBy('at', 'desc')
    .execute();
  return rows.map(({ person, name, as_of, withdrawn_at, ...row }) => ({
    ...row,
    asOf: as_of,
    by: person === null ? null : { id: person, name },
    withdrawnAt: withdrawn_at,
  }));
}
