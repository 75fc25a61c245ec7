/** Passkeys: what is kept of an authenticator, which is only what everybody may know of it. */
import type { Passkey, PasskeyKey } from '#store/people/port';
import type { Db } from '#store/postgres/connect';

export async function passkeys(db: Db, account: string): Promise<readonly Passkey[]> {
  const rows = await db
    .selectFrom('passkey')
    .select(['id', 'name', 'created_at', 'used_at'])
    .where('account', '=', account)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, created_at, used_at }) => ({ id, name, at: created_at, used: used_at }));
}

/** See `People.addPasskey`. */
export async function addPasskey(db: Db, key: PasskeyKey, name: string): Promise<boolean> {
  const made = await db
    .insertInto('passkey')
    .values({
      id: key.id,
      account: key.account,
      name,
      public_key: Buffer.from(key.publicKey),
      counter: key.counter,
      transports: [...key.transports],
      created_at: new Date(),
      used_at: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

/** See `People.removePasskey`. */
export async function removePasskey(db: Db, account: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('passkey')
    .where('account', '=', account)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function passkey(db: Db, id: string): Promise<PasskeyKey | null> {
  const row = await db
    .selectFrom('passkey')
    .select(['id', 'account', 'public_key', 'counter', 'transports'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { public_key, ...rest } = row;
  return { ...rest, publicKey: new Uint8Array(public_key) };
}

/** See `People.usedPasskey`. Authenticators that do not count say 0 every time. */
export async function usedPasskey(db: Db, id: string, counter: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('passkey')
    .set({ counter, used_at: new Date() })
    .where('id', '=', id)
    .where((row) =>
      row.or([row('counter', '<', counter), row.and([row('counter', '=', 0), row.lit(counter === 0)])]),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
