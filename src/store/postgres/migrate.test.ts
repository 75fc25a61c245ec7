/** Tables are brought up to date once, by one at a time, and never by an older or another Potluck than the one that made them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { orchardDiscloser } from '#store/contract/orchard';
import { withClient } from '#store/launcher/provision';
import { DatabaseTrouble } from '#store/launcher/trouble';
import { openStore } from '#store/open';
import { migrate, readMigrations } from '#store/postgres/migrate';
import { type FreshStore, freshStore } from '#store/testing';

let fresh: FreshStore;
beforeAll(async () => {
  fresh = await freshStore({ discloser: orchardDiscloser() });
}, 60_000);
afterAll(() => fresh.close());

const asOwner = (statement: string) => withClient(fresh.logins.owner, (client) => client.query(statement));
const open = () => openStore(fresh.logins, { discloser: orchardDiscloser() });

const troubleOf = (act: () => Promise<unknown>): Promise<unknown> =>
  act().then(
    () => null,
    (error: unknown) => error,
  );

test('an empty database gets every file once, however many begin at once', async () => {
  await asOwner('drop schema potluck cascade');
  const migrations = await readMigrations();
  const counts = await Promise.all(
    [1, 2, 3].map(() => withClient(fresh.logins.owner, (client) => migrate(client, migrations))),
  );
  expect(counts.sort()).toEqual([0, 0, migrations.length]);
  const { rows } = await asOwner('select name from potluck.migration order by number');
  expect(rows.map((row) => row.name)).toEqual(migrations.map((one) => one.name));
  const store = await open();
  expect(await store.list([{ community: '*', audience: 'stewards' }])).toEqual([]);
  await store.close();
});

test('a file that fails leaves nothing of itself', async () => {
  const migrations = await readMigrations();
  const broken = {
    number: migrations.length + 1,
    name: '999-broken.sql',
    sql: 'create table potluck.half (id int); select nonsense;',
  };
  const error = await troubleOf(() =>
    withClient(fresh.logins.owner, (client) => migrate(client, [...migrations, broken])),
  );
  expect(String(error)).toContain('999-broken.sql');
  expect((await asOwner("select to_regclass('potluck.half') as half")).rows).toEqual([{ half: null }]);
});

test('a database of a newer Potluck, or of another one, is left alone and told', async () => {
  await asOwner("insert into potluck.migration (number, name, sha256) values (999, '999-later.sql', '')");
  const newer = await troubleOf(open);
  expect(newer).toBeInstanceOf(DatabaseTrouble);
  expect(newer).toMatchObject({ code: 'newer', message: expect.stringContaining('999-later.sql') });
  await asOwner('delete from potluck.migration where number = 999');
  const { rows } = await asOwner('select sha256 from potluck.migration where number = 1');
  await asOwner("update potluck.migration set sha256 = 'other' where number = 1");
  expect(await troubleOf(open)).toMatchObject({
    code: 'newer',
    message: expect.stringContaining('001-communities.sql'),
  });
  await asOwner(`update potluck.migration set sha256 = '${rows[0].sha256}' where number = 1`);
  await (await open()).close();
});
