/**
 * Uses a PostgreSQL server that somebody else looks after, named by a URL. The URL's login becomes the owner; the two
 * lesser logins are made by it, or by whoever looks after the server. Explains what is missing instead of guessing.
 */
import type pg from 'pg';
import { APP, DISCLOSER, type Login, passwords } from '#store/launcher/logins';
import { ensureRoles, withClient } from '#store/launcher/provision';
import type { Database } from '#store/launcher/start';
import { codeOf, DatabaseTrouble, messageOf } from '#store/launcher/trouble';

/** The oldest server that will do, as PostgreSQL counts. */
const OLDEST = 150_000;

/** Connects, checks and completes. Throws `DatabaseTrouble` with what to do. */
export async function fromUrl(url: string, dataDir: string): Promise<Database> {
  const owner = readUrl(url);
  const place = `${owner.host}:${owner.port}/${owner.database}`;
  const secrets = await passwords(dataDir, place, [DISCLOSER, APP]);
  const lesser = (user: string): Login => ({ ...owner, user, password: secrets[user] ?? '' });
  const ways = { owner, discloser: lesser(DISCLOSER), app: lesser(APP) };
  const mayMake = await reached(place, () =>
    withClient(owner, async (client) => {
      await checkVersion(client);
      await completeRoles(client, secrets, owner, place);
      const { rows } = await client.query(
        'select rolcreatedb or rolsuper as may from pg_roles where rolname = current_user',
      );
      return rows[0]?.may === true;
    }),
  );
  for (const login of [ways.discloser, ways.app]) await enter(login, owner, secrets[login.user] ?? '');
  const ended = new Promise<void>(() => undefined);
  return {
    ...ways,
    admin: mayMake ? owner : null,
    place,
    is: 'external',
    ended,
    stop: async () => undefined,
  };
}

function readUrl(url: string): Login {
  let parts: URL;
  try {
    // `postgres://user@/name?host=/run/postgresql` is good for PostgreSQL and no address for a browser.
    parts = new URL(url.replace(/@(?=\/|$)/, '@localhost'));
    if (!/^postgres(ql)?:$/.test(parts.protocol)) throw new Error('it does not begin with postgres://');
  } catch (error) {
    throw new DatabaseTrouble(
      'url',
      `DATABASE_URL is not an address of a PostgreSQL database (${messageOf(error)}). It looks like postgres://user:password@host:5432/name.`,
    );
  }
  const ssl = parts.searchParams.get('sslmode');
  return {
    // A socket is named by `?host=/run/postgresql`, as in PostgreSQL's own programs.
    host: parts.searchParams.get('host') ?? (decodeURIComponent(parts.hostname) || 'localhost'),
    port: Number(parts.port || parts.searchParams.get('port') || 5432),
    database: decodeURIComponent(parts.pathname.slice(1)) || DATABASE_OF_NO_NAME,
    user: decodeURIComponent(parts.username) || 'postgres',
    password: decodeURIComponent(parts.password),
    ...(ssl === null || ssl === 'disable' || ssl === 'prefer'
      ? {}
      : { ssl: { rejectUnauthorized: ssl !== 'require' } }),
  };
}

/** What PostgreSQL itself takes where a URL names no database. */
const DATABASE_OF_NO_NAME = 'postgres';

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    "select current_setting('server_version_num')::int as version, current_setting('server_version') as shown",
  );
  if (rows[0].version < OLDEST) {
    throw new DatabaseTrouble(
      'url',
      `The server that DATABASE_URL names is PostgreSQL ${rows[0].shown}. Potluck needs version 15 or newer.`,
    );
  }
}

async function completeRoles(
  client: pg.Client,
  secrets: Readonly<Record<string, string>>,
  owner: Login,
  place: string,
): Promise<void> {
  try {
    await ensureRoles(client, secrets, [DISCLOSER, APP]);
    const database = client.escapeIdentifier(owner.database);
    await client.query(`grant connect on database ${database} to ${DISCLOSER}, ${APP}`);
  } catch (error) {
    if (error instanceof DatabaseTrouble || codeOf(error) !== '42501') throw error;
    throw new DatabaseTrouble(
      'url',
      `The login ${owner.user} may not make the two lesser logins that Potluck needs on ${place}. Let an administrator run:\n${[
        DISCLOSER,
        APP,
      ]
        .map(
          (name) =>
            `  CREATE ROLE ${name} LOGIN NOINHERIT PASSWORD '…'; GRANT CONNECT ON DATABASE "${owner.database}" TO ${name};`,
        )
        .join('\n')}\nwith the passwords that logins.json of the data folder has under "${place}".`,
      error,
    );
  }
}

/** Looks whether a lesser login gets in; where its password is an older one, sets the one that is kept here. */
async function enter(login: Login, owner: Login, password: string): Promise<void> {
  const nothing = async () => undefined;
  try {
    await withClient(login, nothing);
  } catch (error) {
    if (!['28P01', '28000'].includes(codeOf(error))) throw error;
    await withClient(owner, (client) =>
      client.query(`alter role ${login.user} password ${client.escapeLiteral(password)}`),
    ).catch((cause: unknown) => {
      throw new DatabaseTrouble(
        'url',
        `The login ${login.user} exists with another password than logins.json of the data folder has, and ${owner.user} may not change it (${messageOf(cause)}).`,
        cause,
      );
    });
    await withClient(login, nothing);
  }
}

async function reached<T>(place: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const say = REASONS[codeOf(error)];
    if (say === undefined) throw error;
    throw new DatabaseTrouble(
      'url',
      `DATABASE_URL leads to ${place}, but ${say} (${messageOf(error)})`,
      error,
    );
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there. Is the server running, and is the port right?',
  ENOTFOUND: 'there is no such host.',
  EAI_AGAIN: 'there is no such host.',
  ETIMEDOUT: 'nothing answers there.',
  ENOENT: 'there is no such socket.',
  '28P01': 'the password is wrong.',
  '28000': 'this login is not let in.',
  '3D000': 'there is no such database. Create it first.',
};
