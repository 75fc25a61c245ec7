/** The file as plain data: what its text means, to whom the text may be told, under the same version. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { GARDEN } from '#cli/testing';
import { createApp } from '#server/app';
import { LOCAL } from '#server/caller';
import { type FreshStore, freshStore } from '#store/testing';

let fresh: FreshStore;
let app: ReturnType<typeof createApp>;
let isSteward = true;

const get = (path: string) => app.request(`http://127.0.0.1${path}`);
const post = (path: string, body: object) =>
  app.request(`http://127.0.0.1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

beforeAll(async () => {
  fresh = await freshStore();
  const audienceFor = (_: string, wanted?: string) =>
    isSteward ? (wanted ?? 'stewards') : wanted === 'stewards' ? null : 'public';
  const caller = () => ({ ...LOCAL, audienceFor });
  app = createApp({ store: fresh.store, today: () => 20_000, version: '0', caller });
  expect((await post('/api/communities', { changeId: randomUUID(), text: GARDEN })).status).toBe(201);
});
afterAll(() => fresh.close());

test('stewards have all that the text means, under the same tag', async () => {
  const [told, said] = [await get('/api/communities/garden'), await get('/api/communities/garden/data')];
  expect(said.status).toBe(200);
  expect(said.headers.get('etag')).toBe(told.headers.get('etag'));
  const { text, ...frame } = await told.json();
  const answer = await said.json();
  expect(answer).toEqual({ ...frame, data: parse(text), json: false });
});

test('others have what their text means, and nothing of what is kept from them', async () => {
  const { text } = await (await get('/api/communities/garden?audience=public')).json();
  const body = await (await get('/api/communities/garden/data?audience=public')).text();
  expect(JSON.parse(body).data).toEqual(parse(text));
  expect(body).not.toContain('planning');
});

test('where the text is not to be had, its data is not either', async () => {
  for (const path of ['nowhere', 'nowhere/data'])
    expect((await get(`/api/communities/${path}`)).status).toBe(404);
  isSteward = false;
  const [told, said] = await Promise.all(
    ['', '/data'].map((end) => get(`/api/communities/garden${end}?audience=stewards`)),
  );
  expect(said?.status).toBe(told?.status);
  expect(said?.status).toBe(404);
  isSteward = true;
});

test('a text that is sent along, and one that cannot be read', async () => {
  const said = await post('/api/data', {
    text: 'potluck: 1\nsize: 12.50\nparties:\n  "2009": {name: Ana}\n',
  });
  expect(await said.json()).toEqual({
    data: { potluck: 1, size: { '': '12.50' }, parties: { '': [['2009', { name: 'Ana' }]] } },
    json: false,
  });
  expect(await (await post('/api/data', { text: 'a: [' })).json()).toEqual({ data: null, json: false });
  expect(await (await post('/api/data', { text: '{"potluck": 1}' })).json()).toEqual({
    data: { potluck: 1 },
    json: true,
  });
});
