/** What people are to communities, and which communities anybody may find. */

import { HOUSE, type Member, type Membership, type Offer } from '#store/people/port';
import { keepers } from '#store/people/postgres-accounts';
import type { Db, Tx } from '#store/postgres/connect';

const COLUMNS = ['community', 'role', 'party', 'audience', 'consented_at', 'since'] as const;

interface Row {
  readonly community: string | null;
  readonly role: Membership['role'];
  readonly party: string | null;
  readonly audience: string | null;
  readonly consented_at: string | null;
  readonly since: string;
}

const membershipOf = ({ community, role, party, audience, consented_at, since }: Row): Membership => ({
  community: community ?? HOUSE,
  role,
  party,
  audience,
  consentedAt: consented_at,
  since,
});

/** As the tables name it: the house has no community. */
export const kept = (community: string): string | null => (community === HOUSE ? null : community);

export async function members(db: Db, community: string): Promise<readonly Member[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account')
    .select(COLUMNS.map((one) => `membership.${one}` as const))
    .select(['account.id', 'account.login', 'account.name'])
    .where('community', 'is not distinct from', kept(community))
    .execute();
  return rows
    .map((row) => ({
      ...membershipOf(row),
      account: { id: row.id, login: row.login, name: row.name },
    }))
    .sort(
      (a, b) => a.account.name.localeCompare(b.account.name, 'en') || (a.account.id < b.account.id ? -1 : 1),
    );
}

export async function membershipsOf(db: Db, account: string): Promise<readonly Membership[]> {
  const rows = await db.selectFrom('membership').select(COLUMNS).where('account', '=', account).execute();
  return rows.map(membershipOf);
}

/** See `People.setMembership`. */
export async function setMembership(
  db: Db,
  account: string,
  offer: Offer,
): Promise<'done' | 'absent' | 'last'> {
  const { role, party, audience } = offer;
  return db.transaction().execute(async (tx) => {
    const before = await tx
      .selectFrom('membership')
      .select(['id', 'party', 'consented_at'])
      .where('account', '=', account)
      .where('community', 'is not distinct from', kept(offer.community))
      .forUpdate()
      .executeTakeFirst();
    if (before === undefined) return 'absent';
    const consented_at = before.party === party ? before.consented_at : null;
    await tx
      .updateTable('membership')
      .set({ role, party, audience, consented_at })
      .where('id', '=', before.id)
      .execute();
    if (role !== 'steward') await withdrawLinksOf(tx, account, offer.community);
    return 'done';
  });
}

/** See `People.removeMembership`. */
export async function removeMembership(
  db: Db,
  account: string,
  community: string,
): Promise<'done' | 'absent' | 'last'> {
  return db.transaction().execute(async (tx) => {
    if (community === HOUSE) {
      const all = await keepers(tx);
      if (all.length === 1 && all[0] === account) return 'last';
    }
    const { numDeletedRows } = await tx
      .deleteFrom('membership')
      .where('account', '=', account)
      .where('community', 'is not distinct from', kept(community))
      .executeTakeFirst();
    await withdrawLinksOf(tx, account, community);
    return numDeletedRows > 0n ? 'done' : 'absent';
  });
}

/** Links that somebody made who may make none there any more: nobody comes back in by what they put aside. */
async function withdrawLinksOf(tx: Tx, account: string, community: string): Promise<void> {
  await tx
    .deleteFrom('invite')
    .where('made_by', '=', account)
    .where('used_at', 'is', null)
    // Who looked after the house could invite anywhere.
    .$if(community !== HOUSE, (query) =>
      query.where((link) => link.or([link('community', '=', community), link('kind', '=', 'recovery')])),
    )
    .execute();
}

/** See `People.consent`. */
export async function consent(db: Db, account: string, community: string, given: boolean): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('membership')
    .set({ consented_at: given ? new Date() : null })
    .where('account', '=', account)
    .where('community', 'is not distinct from', kept(community))
    .where('party', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function isListed(db: Db, community: string): Promise<boolean> {
  const row = await db
    .selectFrom('listing')
    .select('listed')
    .where('community', '=', community)
    .executeTakeFirst();
  return row?.listed ?? false;
}

/** See `People.setListed`. */
export async function setListed(db: Db, community: string, listed: boolean): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const there = await tx
      .selectFrom('community')
      .select('id')
      .where('id', '=', community)
      .executeTakeFirst();
    if (there === undefined) return false;
    const since = new Date();
    await tx
      .insertInto('listing')
      .values({ community, listed, since })
      .onConflict((conflict) => conflict.column('community').doUpdateSet({ listed, since }))
      .execute();
    return true;
  });
}
