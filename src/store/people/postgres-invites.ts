/** Links that work once: invitations into a community or the house, and ways back into an account. */

import type { MemberRole, Opened } from '#store/people/port';
import { HOUSE, type Invite, type MadeLink, type NotUsed, type Offer, type People } from '#store/people/port';
import { makeAccount } from '#store/people/postgres-accounts';
import { kept } from '#store/people/postgres-members';
import { endSessions, openSession } from '#store/people/postgres-sessions';
import { newToken, passwordHash, tokenHash } from '#store/people/secrets';
import type { Db, Tx } from '#store/postgres/connect';

const HOUR = 3_600_000;
const COLUMNS = ['id', 'community', 'role', 'party', 'audience', 'note', 'until', 'made_by'] as const;

interface Row {
  readonly id: string;
  readonly community: string | null;
  readonly role: MemberRole | null;
  readonly party: string | null;
  readonly audience: string | null;
  readonly note: string | null;
  readonly until: string;
  readonly made_by: string | null;
}

const inviteOf = ({ id, community, role, party, audience, note, until, made_by }: Row): Invite => ({
  id,
  community: community ?? HOUSE,
  role: role ?? 'guest',
  party,
  audience,
  note,
  until,
  by: made_by,
});

/** See `People.invite`. */
export async function invite(
  db: Db,
  offer: Offer,
  by: string | null,
  more: { readonly note: string | null; readonly days: number },
): Promise<MadeLink> {
  const { community, role, party, audience } = offer;
  const values = { community: kept(community), role, party, audience, note: more.note, account: null };
  return makeLink(db, { ...values, kind: 'invite', made_by: by }, more.days * 24);
}

/** See `People.recovery`. */
export async function recovery(db: Db, account: string, by: string | null, hours: number): Promise<MadeLink> {
  const none = { community: null, role: null, party: null, audience: null, note: null };
  return db.transaction().execute(async (tx) => {
    await tx.deleteFrom('invite').where('kind', '=', 'recovery').where('account', '=', account).execute();
    return makeLink(tx, { ...none, kind: 'recovery', account, made_by: by }, hours);
  });
}

async function makeLink(
  db: Db,
  values: Omit<Row, 'id' | 'until'> & {
    readonly kind: 'invite' | 'recovery';
    readonly account: string | null;
  },
  hours: number,
): Promise<MadeLink> {
  const now = new Date();
  const token = newToken();
  const row = await db
    .insertInto('invite')
    .values({
      ...values,
      token: tokenHash(token),
      made_at: now,
      until: new Date(now.getTime() + hours * HOUR),
      used_at: null,
    })
    .returning(['id', 'until'])
    .executeTakeFirstOrThrow();
  return { ...row, token };
}

export async function invites(db: Db, community: string): Promise<readonly Invite[]> {
  const rows = await db
    .selectFrom('invite')
    .select(COLUMNS)
    .where('kind', '=', 'invite')
    .where('community', 'is not distinct from', kept(community))
    .where('used_at', 'is', null)
    .where('until', '>', new Date().toISOString())
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(inviteOf);
}

/** See `People.withdrawInvite`. */
export async function withdrawInvite(db: Db, community: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('invite')
    .where('kind', '=', 'invite')
    .where('id', '=', id)
    .where('community', 'is not distinct from', kept(community))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** See `People.lookAtInvite`. */
export async function lookAtInvite(db: Db, token: string): Promise<Invite | null> {
  const row = await db
    .selectFrom('invite')
    .leftJoin('community as where', 'where.id', 'invite.community')
    .select(COLUMNS.map((one) => `invite.${one}` as const))
    .where('kind', '=', 'invite')
    .where('token', '=', tokenHash(token))
    .where('used_at', 'is', null)
    .where('until', '>', new Date().toISOString())
    .where('where.removed_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : inviteOf(row);
}

/** Thrown to undo what was begun. */
class Undone extends Error {
  constructor(readonly why: NotUsed) {
    super(why);
  }
}

/** See `People.acceptInvite`. */
export async function acceptInvite(
  db: Db,
  token: string,
  who: Parameters<People['acceptInvite']>[1],
  consents: boolean,
): ReturnType<People['acceptInvite']> {
  // Asked before the work of hashing, so that guessing tokens costs us nothing.
  if ((await lookAtInvite(db, token)) === null) return 'absent';
  const hashed = 'fresh' in who ? await passwordHash(who.fresh.password) : '';
  try {
    return await db.transaction().execute(async (tx) => {
      const used = await useUp(tx, token, 'invite');
      const account = 'fresh' in who ? await makeAccount(tx, who.fresh, hashed) : who.account;
      if (account === null) throw new Undone('taken');
      const offered = inviteOf(used);
      if (!(await join(tx, account, offered, consents))) throw new Undone('already');
      const opened = 'fresh' in who ? await openSession(tx, account, who.where) : null;
      return { invite: offered, opened, account };
    });
  } catch (error) {
    if (error instanceof Undone) return error.why;
    throw error;
  }
}

async function useUp(tx: Tx, token: string, kind: 'invite' | 'recovery') {
  const now = new Date().toISOString();
  const used = await tx
    .updateTable('invite')
    .set({ used_at: now })
    .where('kind', '=', kind)
    .where('token', '=', tokenHash(token))
    .where('used_at', 'is', null)
    .where('until', '>', now)
    .returning([...COLUMNS, 'account'])
    .executeTakeFirst();
  if (used === undefined) throw new Undone('absent');
  return used;
}

async function join(tx: Tx, account: string, offer: Offer, consents: boolean): Promise<boolean> {
  const { role, party, audience } = offer;
  const now = new Date();
  const made = await tx
    .insertInto('membership')
    .values({
      account,
      community: kept(offer.community),
      role,
      party,
      audience,
      consented_at: party !== null && consents ? now : null,
      since: now,
    })
    .onConflict((conflict) => conflict.columns(['account', 'community']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

/** See `People.recover`. */
export async function recover(
  db: Db,
  token: string,
  password: string,
  place: string | null,
): Promise<Opened | null> {
  const there = await db
    .selectFrom('invite')
    .select('id')
    .where('kind', '=', 'recovery')
    .where('token', '=', tokenHash(token))
    .where('used_at', 'is', null)
    .where('until', '>', new Date().toISOString())
    .executeTakeFirst();
  if (there === undefined) return null;
  const hashed = await passwordHash(password);
  try {
    return await db.transaction().execute(async (tx) => {
      const { account } = await useUp(tx, token, 'recovery');
      if (account === null) throw new Undone('absent');
      await tx.updateTable('account').set({ password: hashed }).where('id', '=', account).execute();
      await tx.deleteFrom('passkey').where('account', '=', account).execute();
      await tx.deleteFrom('identity').where('account', '=', account).execute();
      await endSessions(tx, account, null);
      return openSession(tx, account, place);
    });
  } catch (error) {
    if (error instanceof Undone) return null;
    throw error;
  }
}
