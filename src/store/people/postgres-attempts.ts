/**
 * How often something was tried, kept in the database so that a new start does not forget: a measure that every try fills
 * by one and time empties. Named by a hash, so that no login and no address stays readable.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Measure } from '#store/people/port';
import type { Db } from '#store/postgres/connect';

/** After this a measure is empty in any case; milliseconds. */
const FORGOTTEN = 24 * 3_600_000;
/** Old ones are swept out with every so many tries. */
const SWEEP_EVERY = 200;
let tries = 0;

const nameOf = (bucket: string): Buffer => createHash('sha256').update(`attempt\0${bucket}`).digest();

/** See `People.attempt`. One statement, so that many tries at once cannot slip past each other. */
export async function attempt(db: Db, bucket: string, { most, every }: Measure): Promise<number | null> {
  const now = new Date();
  if (tries++ % SWEEP_EVERY === 0)
    await db
      .deleteFrom('attempt')
      .where('at', '<', new Date(now.getTime() - FORGOTTEN).toISOString())
      .execute();
  const name = nameOf(bucket);
  const left = sql`greatest(0, a.level - greatest(0, extract(epoch from (excluded.at - a.at))) / ${every}::double precision)`;
  const { rows } = await sql<{ level: number }>`
    insert into potluck.attempt as a (bucket, level, at) values (${name}, 1, ${now})
    on conflict (bucket) do update set level = ${left} + 1, at = excluded.at
      where ${left} + 1 <= ${most}::double precision
    returning level`.execute(db);
  if (rows.length > 0) return null;
  const full = await db
    .selectFrom('attempt')
    .select(['level', 'at'])
    .where('bucket', '=', name)
    .executeTakeFirst();
  if (full === undefined) return 1;
  const drained = Math.max(0, now.getTime() - Date.parse(full.at)) / 1000;
  return Math.max(1, Math.ceil((full.level + 1 - most) * every - drained));
}

/** See `People.forgive`. */
export async function forgive(db: Db, bucket: string): Promise<void> {
  await db
    .updateTable('attempt')
    .set({ level: sql`greatest(0, level - 1)` })
    .where('bucket', '=', nameOf(bucket))
    .execute();
}
