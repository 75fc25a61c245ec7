/** Accounts and identities elsewhere: who there is, by which password they come in, and how they go. */
import { randomUUID } from 'node:crypto';
import type { Account, NewAccount, Opened } from '#store/people/port';
import { endSessions, openSession } from '#store/people/postgres-sessions';
import { isPassword, loginOf, passwordHash } from '#store/people/secrets';
import type { Db, Tx } from '#store/postgres/connect';

/** Set once, when the first account is made; from then on one has to sign in. */
const SHARED = 'shared';

export async function isShared(db: Db): Promise<boolean> {
  const row = await db.selectFrom('setting').select('name').where('name', '=', SHARED).executeTakeFirst();
  return row !== undefined;
}

/** A new account; null where the login is taken. The password arrives hashed, so that nobody waits inside a transaction. */
export async function makeAccount(
  tx: Tx,
  fresh: Omit<NewAccount, 'password'>,
  hashed: string,
): Promise<string | null> {
  const made = await tx
    .insertInto('account')
    .values({
      id: randomUUID(),
      login: loginOf(fresh.login),
      name: fresh.name,
      password: hashed,
      created_at: new Date(),
    })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .returning('id')
    .executeTakeFirst();
  return made?.id ?? null;
}

/** See `People.start`. */
export async function start(db: Db, first: NewAccount, place: string | null): Promise<Opened | null> {
  const hashed = await passwordHash(first.password);
  return db.transaction().execute(async (tx) => {
    const now = new Date();
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('setting')
      .values({ name: SHARED, value: 'true', since: now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) return null;
    const account = await makeAccount(tx, first, hashed);
    if (account === null) throw new Error('there was an account before the house was shared');
    await tx
      .insertInto('membership')
      .values({ account, community: null, role: 'steward', since: now })
      .execute();
    return openSession(tx, account, place);
  });
}

/** See `People.checkPassword`. */
export async function checkPassword(db: Db, login: string, password: string): Promise<Account | null> {
  const row = await db
    .selectFrom('account')
    .select(['id', 'login', 'name', 'password'])
    .where('login', '=', loginOf(login))
    .executeTakeFirst();
  const right = await isPassword(row?.password ?? null, password);
  return right && row !== undefined ? { id: row.id, login: row.login, name: row.name } : null;
}

export async function account(db: Db, id: string): Promise<Account | null> {
  const row = await db
    .selectFrom('account')
    .select(['id', 'login', 'name'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function rename(db: Db, id: string, name: string): Promise<void> {
  await db.updateTable('account').set({ name }).where('id', '=', id).execute();
}

/** See `People.setPassword`. */
export async function setPassword(db: Db, id: string, password: string, keep: string | null): Promise<void> {
  const hashed = await passwordHash(password);
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('account').set({ password: hashed }).where('id', '=', id).execute();
    await tx.deleteFrom('invite').where('account', '=', id).execute();
    await endSessions(tx, id, keep);
  });
}

/** The stewards of the house, held until the transaction ends, so that two of them cannot leave at once. */
export async function keepers(tx: Tx): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('membership')
    .select('account')
    .where('community', 'is', null)
    .orderBy('account')
    .forUpdate()
    .execute();
  return rows.map((row) => row.account);
}

/** See `People.erase`. */
export async function erase(db: Db, id: string): Promise<'done' | 'absent' | 'last'> {
  return db.transaction().execute(async (tx) => {
    const all = await keepers(tx);
    if (all.length === 1 && all[0] === id) return 'last';
    const { numDeletedRows } = await tx.deleteFrom('account').where('id', '=', id).executeTakeFirst();
    return numDeletedRows > 0n ? 'done' : 'absent';
  });
}

export async function identity(db: Db, issuer: string, subject: string): Promise<string | null> {
  const row = await db
    .selectFrom('identity')
    .select('account')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.account ?? null;
}

/** See `People.addIdentity`. */
export async function addIdentity(db: Db, issuer: string, subject: string, owner: string): Promise<boolean> {
  await db
    .insertInto('identity')
    .values({ issuer, subject, account: owner, created_at: new Date() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await identity(db, issuer, subject)) === owner;
}
