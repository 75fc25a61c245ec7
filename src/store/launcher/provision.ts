/**
 * Makes the logins and the database in which Potluck lives, where they are missing, and looks that none of them has
 * more rights than it should. Works on a server of our own and on any other; makes no tables (`migrate` does).
 */
import pg from 'pg';
import { APP, DISCLOSER, type Login, OWNER } from '#store/launcher/logins';
import { codeOf, DatabaseTrouble } from '#store/launcher/trouble';

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
  readonly groups: readonly string[];
}

/** A login to be made: its password, and the role whose rights it has besides its own. */
export interface WantedLogin {
  readonly name: string;
  readonly password: string;
  readonly group?: string;
}

/** Makes the missing ones of these logins. Throws where one that exists could switch the rules off. Gives those it made. */
export async function ensureLogins(
  client: pg.Client,
  wanted: readonly WantedLogin[],
): Promise<readonly string[]> {
  const roles = await rolesNamed(client, [
    ...wanted.map((one) => one.name),
    ...wanted.flatMap((one) => one.group ?? []),
  ]);
  const made: string[] = [];
  for (const { name, password, group } of wanted) {
    if (group !== undefined && !roles.has(group))
      await create(client, `create role ${group} nologin noinherit`);
    const role = roles.get(name);
    if (role === undefined) {
      await create(client, `create role ${name} login password ${client.escapeLiteral(password)}`);
      made.push(name);
    }
    if (group !== undefined && !role?.groups.includes(group)) await client.query(`grant ${group} to ${name}`);
  }
  return made;
}

/** Those of the roles that exist. */
async function rolesNamed(client: pg.Client, names: readonly string[]): Promise<ReadonlyMap<string, Role>> {
  const { rows } = await client.query<Role>(
    `select rolname, (rolsuper or rolbypassrls or rolcreaterole) as powers,
       array(select roleid::regrole::text from pg_auth_members where member = r.oid) as groups
     from pg_roles r where rolname = any ($1)`,
    [names],
  );
  for (const { rolname, powers } of rows) {
    if (!powers) continue;
    throw new DatabaseTrouble(
      'url',
      `The login ${rolname} of this server is a superuser, or may pass by row-level security or make logins. Potluck will not use it. Take those rights from it: ALTER ROLE ${rolname} NOSUPERUSER NOBYPASSRLS NOCREATEROLE;`,
    );
  }
  return new Map(rows.map((role) => [role.rolname, role]));
}

/** Another Potluck may do the same at the same moment; that it exists is all we want. */
async function create(client: pg.Client, statement: string): Promise<void> {
  const exists = '42710';
  await client.query(statement).catch((error: unknown) => {
    if (codeOf(error) !== exists) throw error;
  });
}

/** Makes the database of our own server, closed to everyone but the three logins. */
export async function ensureDatabase(client: pg.Client, database: string): Promise<void> {
  const name = client.escapeIdentifier(database);
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
  if (rowCount === 0) await client.query(`create database ${name} owner ${OWNER}`);
  await client.query(`revoke all on database ${name}, postgres, template1 from public`);
  await client.query(`grant connect on database ${name} to ${DISCLOSER}, ${APP}`);
}
