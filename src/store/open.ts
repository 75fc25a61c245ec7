/**
 * Opens the store in a database that is up: brings its tables up to date, fetches the key, and discloses anew what was
 * disclosed by older rules. The one way in for doors; starting a server is `#store/launcher/start`.
 */

import { postgresErasing } from '#store/erasing/postgres-erasing';
import { withClient } from '#store/launcher/provision';
import type { Database } from '#store/launcher/start';
import { codeOf, DatabaseTrouble, messageOf } from '#store/launcher/trouble';
import type { Discloser, Store } from '#store/port';
import { connect } from '#store/postgres/connect';
import { catchUp } from '#store/postgres/life';
import { migrate, readMigrations } from '#store/postgres/migrate';
import { signingKey } from '#store/postgres/signing-key';
import { postgresStore } from '#store/postgres/store';
import { sweeper } from '#store/talk/sweeper';

/** Connections of the serving login at most. */
const READERS = 10;
/** Connections of the disclosing login at most; changes to one community wait for each other anyway. */
const WRITERS = 4;

/**
 * @throws DatabaseTrouble where the tables were made by a newer Potluck, or may not be made by this login.
 */
export async function openStore(
  database: Pick<Database, 'owner' | 'discloser' | 'app'>,
  options: { readonly discloser?: Discloser } = {},
): Promise<Store> {
  const discloser = options.discloser ?? (await (await import('#store/discloser')).coreDiscloser());
  const migrations = await readMigrations();
  const key = await withClient(database.owner, async (client) => {
    await migrate(client, migrations);
    return signingKey(client);
  }).catch((error: unknown) => {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    if (codeOf(cause) !== '42501') throw error;
    throw new DatabaseTrouble(
      'url',
      `The login ${database.owner.user} may not make tables in the database ${database.owner.database} (${messageOf(cause)}). Let an administrator run: GRANT CREATE ON DATABASE "${database.owner.database}" TO "${database.owner.user}";`,
      error,
    );
  });
  const writer = { db: connect(database.discloser, WRITERS), discloser };
  const store = postgresStore({ app: connect(database.app, READERS), key }, writer, {
    sweeper: sweeper(database.owner),
    erasing: postgresErasing(database.owner, discloser),
  });
  try {
    await catchUp(writer);
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}
