/**
 * Uses a PostgreSQL server that somebody else looks after, named by a URL. The URL's login becomes the owner; the two
 * lesser logins are made by it, or by whoever looks after the server. Explains what is missing instead of guessing.
 */
import { createHash, hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import type pg from 'pg';
import { APP, DISCLOSER, type Login, passwords, writtenPasswords } from '#store/launcher/logins';
import { ensureLogins, withClient } from '#store/launcher/provision';
import type { Database } from '#store/launcher/start';
import { codeOf, DatabaseTrouble, messageOf } from '#store/launcher/trouble';

/** The oldest server that will do, as PostgreSQL counts. */
const OLDEST = 150_000;

/** Connects, checks and completes. Throws `DatabaseTrouble` with what to do. */
export async function fromUrl(url: string, dataDir: string): Promise<Database> {
  const owner = readUrl(url);
  const place = `${owner.host}:${owner.port}/${owner.database}`;
  const [discloser, app] = await lesserLogins(owner, dataDir, place);
  const mayMake = await reached(place, () =>
    withClient(owner, async (client) => {
      await checkVersion(client);
      await completeLogins(client, [discloser, app], { owner, place, dataDir });
      const { rows } = await client.query(
        'select rolcreatedb or rolsuper as may from pg_roles where rolname = current_user',
      );
      return rows[0]?.may === true;
    }),
  );
  for (const login of [discloser, app]) await enter(login, owner, dataDir);
  const ended = new Promise<void>(() => undefined);
  return {
    owner,
    discloser,
    app,
    admin: mayMake ? owner : null,
    place,
    is: 'external',
    ended,
    stop: async () => undefined,
  };
}

/**
 * The two lesser logins. They are named after the database, so that several Potlucks share a server in peace; and their
 * passwords follow from the owner's, so that several machines share a database. Where the owner has no password, or
 * somebody wrote others into `logins.json`, that file has them.
 */
async function lesserLogins(owner: Login, dataDir: string, place: string): Promise<readonly [Login, Login]> {
  const own = createHash('sha256').update(owner.database).digest('hex').slice(0, 8);
  const names = [`${DISCLOSER}_${own}`, `${APP}_${own}`] as const;
  const secrets =
    owner.password === '' ? await passwords(dataDir, place, names) : await writtenPasswords(dataDir, place);
  const derived = (user: string) =>
    Buffer.from(hkdfSync('sha256', owner.password, owner.database, `potluck login ${user}`, 32)).toString(
      'base64url',
    );
  const lesser = (user: string): Login => ({ ...owner, user, password: secrets[user] ?? derived(user) });
  return [lesser(names[0]), lesser(names[1])];
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

interface Surroundings {
  readonly owner: Login;
  readonly place: string;
  readonly dataDir: string;
}

async function completeLogins(
  client: pg.Client,
  logins: readonly [Login, Login],
  { owner, place, dataDir }: Surroundings,
): Promise<void> {
  const [discloser, app] = logins;
  const database = client.escapeIdentifier(owner.database);
  try {
    await ensureLogins(client, [
      { name: discloser.user, password: discloser.password, group: DISCLOSER },
      { name: app.user, password: app.password, group: APP },
    ]);
    await client.query(`grant connect on database ${database} to ${discloser.user}, ${app.user}`);
  } catch (error) {
    if (error instanceof DatabaseTrouble || codeOf(error) !== '42501') throw error;
    const written = JSON.stringify({ [place]: { [discloser.user]: 'SECRET 1', [app.user]: 'SECRET 2' } });
    throw new DatabaseTrouble(
      'url',
      [
        `The login ${owner.user} may not make the two lesser logins that Potluck needs on ${place}. Let an administrator run, with two long secrets:`,
        `  CREATE ROLE ${DISCLOSER} NOLOGIN; CREATE ROLE ${APP} NOLOGIN;`,
        `  CREATE ROLE ${discloser.user} LOGIN PASSWORD 'SECRET 1' IN ROLE ${DISCLOSER};`,
        `  CREATE ROLE ${app.user} LOGIN PASSWORD 'SECRET 2' IN ROLE ${APP};`,
        `  GRANT CONNECT ON DATABASE ${database} TO ${discloser.user}, ${app.user};`,
        `and put ${written} into ${join(dataDir, 'logins.json')}.`,
      ].join('\n'),
      error,
    );
  }
}

/** Looks whether a lesser login gets in; where it has another password, from before the owner's was changed, sets it. */
async function enter(login: Login, owner: Login, dataDir: string): Promise<void> {
  const nothing = async () => undefined;
  try {
    await withClient(login, nothing);
  } catch (error) {
    if (!['28P01', '28000'].includes(codeOf(error))) throw error;
    const statement = (client: pg.Client) =>
      `alter role ${login.user} password ${client.escapeLiteral(login.password)}`;
    await withClient(owner, (client) => client.query(statement(client))).catch((cause: unknown) => {
      throw new DatabaseTrouble(
        'url',
        `The login ${login.user} has another password than Potluck expects, and ${owner.user} may not change it (${messageOf(cause)}). Write the right one into ${join(dataDir, 'logins.json')}.`,
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
