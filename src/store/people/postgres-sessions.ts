/** Sessions, and who a request comes from: one question to the database for a session and all that its owner is. */
import { sql } from 'kysely';
import type { Account, Membership, Opened, SessionLine, Standing } from '#store/people/port';
import { newToken, tokenHash } from '#store/people/secrets';
import type { Db } from '#store/postgres/connect';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A session that nobody uses ends after this; milliseconds. */
const SLIDES = 30 * DAY;
/** However much it is used, a session ends after this; milliseconds. */
const AT_MOST = 365 * DAY;

/** Kept with the session; the rest of the row is in `SessionLine`. */
interface Found {
  readonly session: string;
  readonly created: string;
  readonly seen: string;
  readonly account: Account;
  readonly memberships: readonly Membership[];
}

/** See `People.standing`. */
export async function standing(db: Db, token: string | null): Promise<Standing> {
  const now = new Date();
  const hash = token === null ? null : tokenHash(token);
  const { rows } = await sql<{ who: Found | null; listed: string[] }>`
    select
      (select json_build_object(
          'session', s.id, 'created', s.created_at, 'seen', s.seen_at,
          'account', json_build_object('id', a.id, 'login', a.login, 'name', a.name),
          'memberships', (select coalesce(json_agg(json_build_object(
              'community', coalesce(m.community, '*'), 'role', m.role, 'party', m.party, 'audience', m.audience,
              'consentedAt', m.consented_at, 'since', m.since) order by m.community), '[]'::json)
            from potluck.membership m where m.account = a.id))
        from potluck.session s join potluck.account a on a.id = s.account
        where s.token = ${hash} and s.until > ${now}) as who,
      array(select l.community from potluck.listing l join potluck.community c on c.id = l.community
        where l.listed and c.removed_at is null) as listed`.execute(db);
  const { who, listed } = rows[0] ?? { who: null, listed: [] };
  if (who === null) return { account: null, session: null, memberships: [], listed };
  if (now.getTime() - Date.parse(who.seen) > HOUR) await keepAlive(db, who, now);
  return { account: who.account, session: who.session, memberships: who.memberships.map(inIso), listed };
}

/** PostgreSQL writes moments into JSON in a form of its own. */
const iso = (moment: string) => new Date(moment).toISOString();
const inIso = (one: Membership): Membership => ({
  ...one,
  consentedAt: one.consentedAt === null ? null : iso(one.consentedAt),
  since: iso(one.since),
});

async function keepAlive(db: Db, { session, created }: Found, now: Date): Promise<void> {
  const until = new Date(Math.min(Date.parse(created) + AT_MOST, now.getTime() + SLIDES));
  await db.updateTable('session').set({ seen_at: now, until }).where('id', '=', session).execute();
}

/** See `People.openSession`. Runs in a transaction where one is given. */
export async function openSession(db: Db, account: string, place: string | null): Promise<Opened> {
  const now = new Date();
  const token = newToken();
  await db.deleteFrom('session').where('until', '<', now.toISOString()).execute();
  await db
    .insertInto('session')
    .values({
      account,
      token: tokenHash(token),
      created_at: now,
      seen_at: now,
      until: new Date(now.getTime() + SLIDES),
      place,
    })
    .execute();
  return { account, token };
}

export async function sessions(db: Db, account: string): Promise<readonly SessionLine[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'created_at', 'seen_at', 'place'])
    .where('account', '=', account)
    .where('until', '>', new Date().toISOString())
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ id, created_at, seen_at, place }) => ({
    id,
    at: created_at,
    seen: seen_at,
    where: place,
  }));
}

export async function endSession(db: Db, account: string, session: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('account', '=', account)
    .where('id', '=', session)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Ends all sessions of an account but one. */
export async function endSessions(db: Db, account: string, keep: string | null): Promise<void> {
  await db
    .deleteFrom('session')
    .where('account', '=', account)
    .$if(keep !== null, (query) => query.where('id', '!=', keep ?? ''))
    .execute();
}
