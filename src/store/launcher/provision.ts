/**
 * Makes the logins and the database in which Potluck lives, where they are missing, and looks that none of them has
 * more rights than it should. Works on a server of our own and on any other; makes no tables (`migrate` does).
 */
import pg from 'pg';
import { APP, DISCLOSER, type Login, OWNER, type Passwords } from '#store/launcher/logins';
import { DatabaseTrouble } from '#store/launcher/trouble';

/** Does something over one connection. */
export async function withClient<T>(login: Login, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...login, application_name: 'potluck' });
  client.on('error', () => {
    // A broken connection is told by the query that needed it.
  });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

interface Role {
  readonly rolname: string;
  readonly powers: boolean;
}

/** Makes the missing ones of these logins. Throws where one that exists could switch the rules off. */
export async function ensureRoles(
  client: pg.Client,
  secrets: Passwords,
  names: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await client.query<Role>(
    'select rolname, (rolsuper or rolbypassrls or rolcreaterole) as powers from pg_roles where rolname = any ($1)',
    [names],
  );
  const made: string[] = [];
  for (const name of names) {
    const role = rows.find((one) => one.rolname === name);
    if (role?.powers === true) {
      throw new DatabaseTrouble(
        'url',
        `The login ${name} of this server is a superuser, or may pass by row-level security or make logins. Potluck will not use it. Take those rights from it: ALTER ROLE ${name} NOSUPERUSER NOBYPASSRLS NOCREATEROLE;`,
      );
    }
    if (role !== undefined) continue;
    await client.query(
      `create role ${name} login noinherit password ${client.escapeLiteral(secrets[name] ?? '')}`,
    );
    made.push(name);
  }
  return made;
}

/** Makes the database of our own server, closed to everyone but the three logins. */
export async function ensureDatabase(client: pg.Client, database: string): Promise<void> {
  const name = client.escapeIdentifier(database);
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
  if (rowCount === 0) await client.query(`create database ${name} owner ${OWNER}`);
  await client.query(`revoke all on database ${name}, postgres, template1 from public`);
  await client.query(`grant connect on database ${name} to ${DISCLOSER}, ${APP}`);
}
