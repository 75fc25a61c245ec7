/** Restricted figures are logged once a person and day; the log is read by stewards alone, and its file holds no formula. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { GARDEN } from '#cli/testing';
import { createApp } from '#server/app';
import { type Caller, LOCAL, type Role } from '#server/caller';
import { type FreshStore, freshStore } from '#store/testing';

const signedIn = (id: string, role: Role, audience: string): Caller => ({
  account: id,
  author: { id, name: id },
  sights: [{ community: 'garden', audience }],
  audienceFor: (_, wanted) =>
    wanted === undefined || wanted === audience || role === 'steward' ? (wanted ?? audience) : null,
  mayWrite: () => role === 'steward',
  roleIn: () => role,
});
const TREASURER = signedIn('tess', 'treasurer', 'treasurer');
const STEWARD = signedIn('stan', 'steward', 'stewards');
const NOBODY: Caller = { ...signedIn('x', 'public', 'public'), account: null, author: null };

let fresh: FreshStore;
let app: ReturnType<typeof createApp>;
let caller: Caller = LOCAL;
let day = 20_600;
const ask = (path: string) => app.request(`http://127.0.0.1${path}`);
const acts = async () => (await fresh.store.log.read('garden')).map((one) => [one.act, one.person?.id]);

beforeAll(async () => {
  fresh = await freshStore();
}, 60_000);
afterAll(() => fresh.close());

beforeEach(async () => {
  caller = LOCAL;
  day += 10;
  app = createApp({ store: fresh.store, today: () => day, version: '0', caller: () => caller });
  await fresh.store.purge('garden');
  const made = await fresh.store.create({ changeId: randomUUID(), author: null, text: GARDEN });
  expect(made.ok).toBe(true);
});

test('whoever sees more than the public is logged once a day, however often they look', async () => {
  caller = STEWARD;
  for (const path of ['view', 'findings', 'view', 'story'])
    expect((await ask(`/api/communities/garden/${path}`)).status).toBe(200);
  expect(await acts()).toEqual([['seen-restricted', 'stan']]);
  day += 1;
  await ask('/api/communities/garden/view');
  expect(await acts()).toHaveLength(2);
});

test('communities side by side are logged alike, whether they are asked for in the address or in a body', async () => {
  const other = GARDEN.replace('id: garden', 'id: other');
  await fresh.store.create({ changeId: randomUUID(), author: null, text: other });
  const post = (body: object) =>
    app.request('http://127.0.0.1/api/compare', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const communities = [{ id: 'garden' }, { id: 'other' }];
  caller = STEWARD;
  expect((await post({ communities, audience: 'public' })).status).toBe(200);
  expect(await acts()).toEqual([]);
  expect((await post({ communities })).status).toBe(200);
  expect(await acts()).toEqual([['seen-restricted', 'stan']]);
  expect((await fresh.store.log.read('other')).map((one) => one.act)).toEqual(['seen-restricted']);
  await ask('/api/compare?communities=garden,other');
  expect(await acts()).toHaveLength(1);
  await fresh.store.purge('other');
});

test('another server that shares the store does not write it twice', async () => {
  caller = STEWARD;
  await ask('/api/communities/garden/view');
  app = createApp({ store: fresh.store, today: () => day, version: '0', caller: () => caller });
  await ask('/api/communities/garden/view');
  expect(await acts()).toHaveLength(1);
});

test('the public, and whoever looks through its eyes, sees nothing restricted; the one alone at the machine is not watched', async () => {
  caller = NOBODY;
  await ask('/api/communities/garden/view');
  caller = STEWARD;
  await ask('/api/communities/garden/view?audience=public');
  caller = LOCAL;
  await ask('/api/communities/garden/view');
  expect(await acts()).toEqual([]);
});

test('what is taken along is logged, also of the one alone at the machine; not what everyone may have', async () => {
  await ask('/api/communities/garden/export/csv?audience=public');
  expect(await acts()).toEqual([]);
  await ask('/api/communities/garden/export/csv');
  await ask('/api/communities/garden/export/yaml');
  expect(await acts()).toEqual([['exported-restricted', 'local']]);
  caller = TREASURER;
  const answer = await ask('/api/communities/garden/export/csv');
  expect(answer.status).toBe(200);
});

test('stewards read it in pages and take it along; to others it looks absent', async () => {
  for (const n of [1, 2, 3])
    await fresh.store.log.append({
      ...{ community: 'garden', act: 'openness-changed', person: 'p', about: { n } },
      reason: '=HYPERLINK("http://x")',
    });
  caller = STEWARD;
  const first = (await (await ask('/api/communities/garden/log?limit=2')).json()) as {
    entries: { id: number; about: object }[];
  };
  expect(first.entries.map((one) => one.about)).toEqual([{ n: 3 }, { n: 2 }]);
  const rest = await (await ask(`/api/communities/garden/log?before=${first.entries[1]?.id}`)).json();
  expect(rest).toMatchObject({ entries: [{ about: { n: 1 } }] });
  const lines = (await (await ask('/api/communities/garden/log/export')).text()).trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { about: object }).about)).toEqual([
    { n: 1 },
    { n: 2 },
    { n: 3 },
  ]);
  const csv = await (await ask('/api/communities/garden/log/export?format=csv')).text();
  expect(csv.split('\r\n')[0]).toBe('id,at,act,person,name,about,reason');
  expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
  caller = TREASURER;
  for (const path of ['/api/communities/garden/log', '/api/communities/garden/log/export', '/api/log'])
    expect((await ask(path)).status, path).toBe(404);
});

test('the sponsor’s page answers whoever may know of the basket, and nobody else', async () => {
  await fresh.store.saveText('garden', {
    ...{ changeId: randomUUID(), author: null, version: 1 },
    text: `${GARDEN}\nbaskets:\n  plot: {name: The plot, sponsor: street, includes: [open-day], see: core}\n`,
  });
  caller = STEWARD;
  const page = await ask('/api/communities/garden/sponsor/plot');
  expect(await page.json()).toMatchObject({ basket: 'plot', sponsor: 'street', names: { plot: 'The plot' } });
  caller = NOBODY;
  const [hidden, absent] = [
    await ask('/api/communities/garden/sponsor/plot'),
    await ask('/api/communities/garden/sponsor/nothing'),
  ];
  expect([hidden.status, absent.status]).toEqual([404, 404]);
  expect(await hidden.text()).toBe(await absent.text());
});
