/** The wall at the door: asked beforehand, by stewards, and telling nobody else that there is one. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '#server/app';
import { LOCAL, type Role } from '#server/caller';
import { type FreshStore, freshStore } from '#store/testing';

const WALLED = `
potluck: 1
id: walled
name: Walled
parties:
  town: {name: Town council, type: organisation}
  core: {name: Core group, type: circle, circle: core, inside: true}
  gardeners: {name: Gardeners, type: circle, inside: true}
ties:
  - {id: t1, between: [town, core]}
  - {id: t2, between: [core, gardeners]}
walls:
  - {id: kept, between: [town, gardeners], may-meet: through-bridge, bridge: core}
`;

let fresh: FreshStore;
let app: ReturnType<typeof createApp>;
let role: Role = 'steward';

const post = (path: string, body: object) =>
  app.request(`http://127.0.0.1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const check = (body: object, id = 'walled') => post(`/api/communities/${id}/walls/check`, body);

beforeAll(async () => {
  fresh = await freshStore();
  const caller = () => ({ ...LOCAL, roleIn: () => role });
  app = createApp({ store: fresh.store, today: () => 20_000, version: '0', caller });
  expect((await post('/api/communities', { changeId: randomUUID(), text: WALLED })).status).toBe(201);
});
afterAll(() => fresh.close());

test('a round with the town and the gardeners is warned of, through their bridge not', async () => {
  const round = await check({ act: 'round', parties: ['town', 'gardeners'], audiences: [] });
  expect(round.status).toBe(200);
  expect(await round.json()).toEqual({
    breaches: [
      {
        between: ['gardeners', 'town'],
        path: ['gardeners', null, 'town'],
        says: {
          id: 'wall.round',
          params: { a: 'Gardeners', b: 'Town council', path: 'Gardeners → this round → Town council' },
          text: 'Gardeners and Town council were to stay apart. In this round they would meet: Gardeners → this round → Town council.',
        },
      },
    ],
  });
  const fine = await check({ act: 'round', parties: ['town'], audiences: ['core'] });
  expect(await fine.json()).toEqual({ breaches: [] });
});

test('who is not there is told by name; another act is no act', async () => {
  const party = await check({ act: 'invitation', parties: ['nobody'] });
  expect([party.status, ((await party.json()) as { detail: string }).detail]).toEqual([
    400,
    'There is no party nobody in this community.',
  ]);
  expect((await check({ act: 'invitation', audiences: ['strangers'] })).status).toBe(400);
  expect((await check({ act: 'party' })).status).toBe(400);
});

test('to anybody but a steward there is no such community', async () => {
  role = 'member';
  const refused = await check({ act: 'round', parties: ['town', 'gardeners'] });
  role = 'steward';
  const absent = await check({ act: 'round' }, 'nowhere');
  expect([refused.status, absent.status]).toEqual([404, 404]);
});
