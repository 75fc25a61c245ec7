/**
 * Reading under a right to see. Each transaction of the serving login is given a context that names what may be seen,
 * signed for that one transaction: it cannot be forged by any SQL, carried to another transaction, or outlive its own.
 */
import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Sight } from '#store/port';
import type { Db, Tx } from '#store/postgres/connect';

/** Runs queries as somebody with these rights; without any, nothing is seen. */
export async function seeing<T>(
  app: Db,
  key: Buffer,
  sights: readonly Sight[],
  act: (tx: Tx) => Promise<T>,
): Promise<T> {
  return app
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const { rows } = await sql<{ moment: string }>`select potluck.moment() as moment`.execute(tx);
      const { context, signature } = signed(key, rows[0]?.moment ?? '', sights);
      await sql`select set_config('potluck.context', ${context}, true), set_config('potluck.signature', ${signature}, true)`.execute(
        tx,
      );
      return act(tx);
    });
}

/** The context of one transaction and its signature: HMAC with SHA-256, in hexadecimal. */
export function signed(
  key: Buffer,
  moment: string,
  sights: readonly Sight[],
): { context: string; signature: string } {
  const context = JSON.stringify({
    moment,
    sights: sights.map((sight) => `${sight.community}/${sight.audience}`),
  });
  return { context, signature: createHmac('sha256', key).update(context, 'utf8').digest('hex') };
}
