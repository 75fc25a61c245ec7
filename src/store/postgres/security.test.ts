/**
 * What an attacker reaches who has a login of the database and may run any SQL: with the serving login only what a signed
 * right to see shows; with the disclosing login no key, no past rewritten. Every table is looked at, none may be missing.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CANARY, ORCHARD, orchardDiscloser } from '#store/contract/orchard';
import type { Login } from '#store/launcher/logins';
import { withClient } from '#store/launcher/provision';
import { signed } from '#store/postgres/sight';
import { signingKey } from '#store/postgres/signing-key';
import { type FreshStore, freshStore } from '#store/testing';

/** Those of which the serving login may read rows, each by a policy on a signed right. Whoever adds one says so here. */
const READABLE = ['note', 'person', 'projection'];
/** Whatever the catalogue names, by name: found when the tests begin. */
let tables: string[] = [];

/** Who comes and goes, and by what. */
const PEOPLE = [
  'account',
  'attempt',
  'identity',
  'invite',
  'listing',
  'membership',
  'passkey',
  'session',
  'setting',
];

let fresh: FreshStore;
let app: pg.Client;

const connected = async (login: Login): Promise<pg.Client> => {
  const client = new pg.Client({ ...login });
  await client.connect();
  return client;
};

beforeAll(async () => {
  fresh = await freshStore({ discloser: orchardDiscloser() });
  await fresh.store.create({
    changeId: randomUUID(),
    author: { id: 'p1', name: 'Ana' },
    message: 'because',
    text: ORCHARD,
  });
  await fresh.store.people.start({ login: 'ana', name: CANARY, password: 'a long canary song' }, null);
  app = await connected(fresh.logins.app);
  tables = await withClient(fresh.logins.owner, async (client) => {
    const { rows } = await client.query(`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'potluck' and c.relkind in ('r', 'p', 'm', 'f', 'v') order by 1`);
    return rows.map((row) => row.name as string);
  });
}, 60_000);

afterAll(async () => {
  await app.end();
  await fresh.close();
});

/** The code of PostgreSQL's refusal; `done` where it did not refuse. */
async function attempt(client: pg.Client, statement: string): Promise<string> {
  try {
    await client.query(statement);
    return 'done';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

const DENIED = '42501';

/** Everything in the projections that a context shows, in one transaction. */
async function shownUnder(context: string, signature: string): Promise<string[]> {
  await app.query('begin');
  try {
    await app.query(
      "select set_config('potluck.context', $1, true), set_config('potluck.signature', $2, true)",
      [context, signature],
    );
    const { rows } = await app.query('select audience, kind, body::text as body from potluck.projection');
    return rows.map((row) => `${row.audience} ${row.kind} ${row.body}`);
  } finally {
    await app.query('rollback');
  }
}

const key = () => withClient(fresh.logins.owner, signingKey);

/** As the store does it, but under any right. */
async function shownTo(
  audience: string,
  community = 'orchard',
): Promise<{ rows: string[]; people: number; notes: number }> {
  const secret = await key();
  await app.query('begin');
  try {
    const { rows: at } = await app.query('select potluck.moment() as moment');
    const { context, signature } = signed(secret, at[0].moment, [{ community, audience }]);
    await app.query(
      "select set_config('potluck.context', $1, true), set_config('potluck.signature', $2, true)",
      [context, signature],
    );
    const { rows } = await app.query('select audience, kind, body::text as body from potluck.projection');
    const { rowCount: people } = await app.query('select * from potluck.person');
    const { rowCount: notes } = await app.query('select * from potluck.note');
    return {
      rows: rows.map((row) => `${row.audience} ${row.kind} ${row.body}`),
      people: people ?? 0,
      notes: notes ?? 0,
    };
  } finally {
    await app.query('rollback');
  }
}

describe('every table', () => {
  test('has row-level security, forced, and a policy', async () => {
    const rows = await withClient(fresh.logins.owner, async (client) => {
      const answer = await client.query(`
        select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
          (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
          and n.nspname not like 'pg_toast%'
        order by 1`);
      return answer.rows as { name: string; enabled: boolean; forced: boolean; policies: number }[];
    });
    expect(rows.map((row) => row.name)).toEqual(tables);
    expect(tables).toEqual(
      expect.arrayContaining([...PEOPLE, ...READABLE, 'community', 'revision', 'signing_key']),
    );
    for (const row of rows) {
      expect(row, row.name).toMatchObject({ enabled: true, forced: true });
      expect(row.policies, row.name).toBeGreaterThan(0);
    }
  });

  test('belongs to the owner; the serving login owns nothing and has no powers', async () => {
    const { rows } = await app.query(
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (select count(*)::int from pg_class where relowner = r.oid) as owns,
        (select count(*)::int from pg_auth_members
          where member = r.oid and roleid::regrole::text not in ('potluck_app', 'potluck_discloser')) as others
      from pg_roles r where rolname = any ($1) order by 1`,
      [
        [
          ...new Set([
            'potluck_app',
            'potluck_discloser',
            fresh.logins.app.user,
            fresh.logins.discloser.user,
          ]),
        ],
      ],
    );
    const none = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      owns: 0,
      others: 0,
    };
    expect(rows.length).toBeGreaterThanOrEqual(2);
    for (const row of rows) expect(row, row.rolname).toMatchObject(none);
  });
});

describe('the serving login', () => {
  test('sees what was disclosed to an audience under a signed right, and nothing of another', async () => {
    const seen = await shownTo('public');
    expect(seen.rows.map((row) => row.split(' ').slice(0, 2).join(' ')).sort()).toEqual([
      'public summary',
      'public view',
    ]);
    expect(seen.rows.join('\n')).not.toContain(CANARY);
    expect(seen).toMatchObject({ people: 0, notes: 0 });
    expect((await shownTo('members')).rows.join('\n')).not.toContain(CANARY);
    const stewards = await shownTo('stewards');
    expect(stewards.rows.join('\n')).toContain(CANARY);
    expect(stewards).toMatchObject({ people: 1, notes: 1 });
    expect((await shownTo('stewards', 'another')).rows).toEqual([]);
    expect(await shownTo('stewards', 'another')).toMatchObject({ people: 0, notes: 0 });
  });

  test('sees nothing without a right, or with one that is forged or used again', async () => {
    const { rowCount } = await app.query('select * from potluck.projection');
    expect(rowCount).toBe(0);
    const { rows } = await app.query('select potluck.moment() as moment');
    const forged = JSON.stringify({ moment: rows[0].moment, sights: ['*/stewards'] });
    expect(await shownUnder(forged, '0'.repeat(64))).toEqual([]);
    expect(await shownUnder(forged, '')).toEqual([]);
    expect(await shownUnder('not json', 'nor hex')).toEqual([]);
    // A context that was good in its own transaction, and is carried to the next.
    await app.query('begin');
    const { rows: at } = await app.query('select potluck.moment() as moment');
    const good = signed(await key(), at[0].moment, [{ community: '*', audience: 'stewards' }]);
    await app.query('rollback');
    expect(await shownUnder(good.context, good.signature)).toEqual([]);
    // Signed with a key that somebody guessed.
    await app.query('begin');
    const { rows: now } = await app.query('select potluck.moment() as moment');
    const guessed = signed(Buffer.alloc(64, 7), now[0].moment, [{ community: '*', audience: 'stewards' }]);
    await app.query(
      "select set_config('potluck.context', $1, true), set_config('potluck.signature', $2, true)",
      [guessed.context, guessed.signature],
    );
    expect((await app.query('select * from potluck.projection')).rowCount).toBe(0);
    await app.query('rollback');
  });

  test('cannot read texts, history, the key, or what was migrated', async () => {
    const closed = tables.filter((table) => !READABLE.includes(table));
    expect(closed).toHaveLength(tables.length - READABLE.length);
    for (const table of closed)
      expect(await attempt(app, `select * from potluck.${table}`), table).toBe(DENIED);
    for (const table of closed)
      expect(await attempt(app, `select count(*) from potluck.${table}`), table).toBe(DENIED);
  });

  test('cannot write anything', async () => {
    for (const table of tables) {
      expect(await attempt(app, `delete from potluck.${table}`), table).toBe(DENIED);
      expect(await attempt(app, `truncate potluck.${table}`), table).toBe(DENIED);
      expect(await attempt(app, `insert into potluck.${table} default values`), table).toBe(DENIED);
    }
    expect(await attempt(app, "update potluck.projection set audience = 'public'")).toBe(DENIED);
    expect(await attempt(app, 'update potluck.person set name = null')).toBe(DENIED);
  });

  test('cannot become another, nor switch the rules off', async () => {
    expect(await attempt(app, 'reset role')).toBe('done');
    expect((await app.query('select current_user as me')).rows).toEqual([{ me: fresh.logins.app.user }]);
    const owner = fresh.logins.owner.user;
    for (const role of [owner, 'potluck_discloser', 'pg_read_all_data', 'pg_read_server_files']) {
      expect(await attempt(app, `set role "${role}"`), role).toBe(DENIED);
      expect(await attempt(app, `set session authorization "${role}"`), role).toBe(DENIED);
    }
    // Off means: refuse rather than filter.
    await app.query('set row_security = off');
    expect(await attempt(app, 'select * from potluck.projection')).toBe(DENIED);
    await app.query('reset row_security');
    for (const statement of [
      'alter table potluck.projection disable row level security',
      'alter table potluck.projection no force row level security',
      'drop policy app_sees_disclosed on potluck.projection',
      'create policy mine on potluck.projection using (true)',
      'grant select on potluck.revision to potluck_app',
      `alter role ${fresh.logins.app.user} bypassrls`,
      "create or replace function potluck.sights() returns text[] language sql as $$ select array['*/stewards'] $$",
      "create function potluck.leak(text) returns boolean language plpgsql cost 0.0001 as $$ begin raise notice '%', $1; return true; end $$",
      'create view potluck.all_of_it as select * from potluck.projection',
      'create schema mine',
    ]) {
      expect(await attempt(app, statement), statement).toBe(DENIED);
    }
  });

  test('cannot reach the machine', async () => {
    for (const statement of [
      "select pg_read_file('/etc/passwd')",
      "select pg_ls_dir('.')",
      "copy potluck.projection to program 'cat'",
      "copy potluck.note from '/etc/passwd'",
      "select lo_import('/etc/passwd')",
      'create extension dblink',
      "alter system set log_statement = 'all'",
    ]) {
      expect(await attempt(app, statement), statement).toBe(DENIED);
    }
    expect(await attempt(app, "select dblink('', '')")).toBe('42883');
  });

  test('learns nothing from what the server counts for its planner', async () => {
    await withClient(fresh.logins.owner, (client) => client.query('analyze potluck.projection'));
    expect((await app.query("select * from pg_stats where schemaname = 'potluck'")).rowCount).toBe(0);
  });
});

describe('people', () => {
  test('are out of reach of the serving login, whatever it asks for and under whatever right', async () => {
    const secret = await key();
    for (const table of PEOPLE) {
      for (const statement of [
        `select * from potluck.${table}`,
        `select 1 from potluck.${table} limit 1`,
        `copy potluck.${table} to stdout`,
        `delete from potluck.${table}`,
        `insert into potluck.${table} default values`,
        `explain analyze select * from potluck.${table}`,
      ])
        expect(await attempt(app, statement), statement).toBe(DENIED);
      // The right of a steward of everything opens communities, never people.
      await app.query('begin');
      const { rows } = await app.query('select potluck.moment() as moment');
      const all = signed(secret, rows[0].moment, [{ community: '*', audience: 'stewards' }]);
      await app.query(
        "select set_config('potluck.context', $1, true), set_config('potluck.signature', $2, true)",
        [all.context, all.signature],
      );
      expect(await attempt(app, `select * from potluck.${table}`), table).toBe(DENIED);
      await app.query('rollback');
    }
  });

  test('leave no secret in the database that could be used as it is', async () => {
    const { token } = await fresh.store.people.openSession(
      (await fresh.store.people.checkPassword('ana', 'a long canary song'))?.id ?? '',
      null,
    );
    const link = await fresh.store.people.invite(
      { community: '*', role: 'steward', party: null, audience: null },
      null,
      { note: null, days: 1 },
    );
    const everything = await withClient(fresh.logins.discloser, async (client) => {
      const parts: string[] = [];
      for (const table of PEOPLE) {
        const { rows } = await client.query(`select to_json(t)::text as line from potluck.${table} t`);
        parts.push(...rows.map((row) => `${table} ${row.line}`));
      }
      return parts;
    });
    expect(everything.some((line) => line.startsWith('session '))).toBe(true);
    expect(everything.some((line) => line.startsWith('invite '))).toBe(true);
    const text = everything.join('\n');
    expect(text).toContain('$argon2id$v=19$m=65536,t=3');
    for (const secret of [token, link.token, 'a long canary song'])
      for (const form of [
        secret,
        Buffer.from(secret).toString('hex'),
        Buffer.from(secret).toString('base64'),
      ])
        expect(text).not.toContain(form);
  });
});

describe('the disclosing login', () => {
  test('cannot read the key, rewrite history, or change a table', async () => {
    await withClient(fresh.logins.discloser, async (client) => {
      expect(await attempt(client, 'select * from potluck.revision')).toBe('done');
      for (const statement of [
        'select * from potluck.signing_key',
        'select potluck.sights()',
        "update potluck.revision set body = ''",
        'delete from potluck.revision',
        'truncate potluck.revision',
        'alter table potluck.revision add column x int',
        'drop table potluck.revision',
        "insert into potluck.migration (number, name, sha256) values (9, '', '')",
        `set role "${fresh.logins.owner.user}"`,
      ]) {
        expect(await attempt(client, statement), statement).toBe(DENIED);
      }
    });
  });
});
