/**
 * Databases for tests: each asks for an empty one and gets it in some 40 ms, on the one server that a test run starts when
 * first asked (`test/setup/database.ts`). A database is made from a template, which takes its time on a busy machine, so
 * that one that was given back is emptied and given out again. For tests only.
 */
import { randomUUID } from 'node:crypto';
import { connect as connectSocket } from 'node:net';
import type { Login } from '#store/launcher/logins';
import { withClient } from '#store/launcher/provision';
import type { Database } from '#store/launcher/start';
import { openStore } from '#store/open';
import type { Discloser, Store } from '#store/port';

/** Where a test finds whoever starts the server: set by `test/setup/database.ts`. */
const ASK_AT = 'POTLUCK_TEST_DATABASE';

/** What that one answers, in one line of JSON. */
export interface TestServer {
  readonly admin: Login;
  readonly logins: Pick<Database, 'owner' | 'discloser' | 'app'>;
  /** A database with all tables and no communities; the names of its copies begin with its own. */
  readonly template: string;
}

export interface FreshStore {
  readonly store: Store;
  /** The ways into its database, for tests that look behind the port. */
  readonly logins: Pick<Database, 'owner' | 'discloser' | 'app'>;
  /** Closes the store and gives the database back. */
  close(): Promise<void>;
}

/** Leaves every table empty but those that the migrations fill. */
const EMPTY = `
  do $$
  begin
    execute (
      select 'truncate ' || string_agg(format('potluck.%I', tablename), ', ') || ' cascade' from pg_tables
      where schemaname = 'potluck' and tablename not in ('migration', 'signing_key')
    );
  end
  $$`;

/** Databases of this process that are empty and nobody's. */
const spare: string[] = [];

/** An empty store of its own. With another discloser than core's where a test needs one. */
export async function freshStore(options: { readonly discloser?: Discloser } = {}): Promise<FreshStore> {
  const server = await ask();
  const database = spare.pop() ?? (await makeDatabase(server));
  const at = (login: Login): Login => ({ ...login, database });
  const logins = {
    owner: at(server.logins.owner),
    discloser: at(server.logins.discloser),
    app: at(server.logins.app),
  };
  const store = await openStore(logins, options);
  return {
    store,
    logins,
    close: async () => {
      await store.close();
      // The server of the run is thrown away as a whole.
      await withClient(logins.owner, (client) => client.query(EMPTY));
      spare.push(database);
    },
  };
}

async function makeDatabase(server: TestServer): Promise<string> {
  const database = `${server.template}_${randomUUID().slice(0, 8)}`;
  await withClient(server.admin, (client) => {
    const owner = client.escapeIdentifier(server.logins.owner.user);
    return client.query(`create database ${database} template ${server.template} owner ${owner}`);
  });
  return database;
}

let asked: Promise<TestServer> | null = null;

function ask(): Promise<TestServer> {
  const path = process.env[ASK_AT];
  if (path === undefined)
    throw new Error(
      'no database for tests: run them with vitest, whose configuration names test/setup/database.ts',
    );
  asked ??= new Promise((resolve, reject) => {
    let text = '';
    const socket = connectSocket(path);
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      text += part;
    });
    socket.on('error', reject);
    socket.on('end', () => {
      const answer = JSON.parse(text) as TestServer | { readonly trouble: string };
      if ('trouble' in answer) reject(new Error(answer.trouble));
      else resolve(answer);
    });
  });
  return asked;
}
