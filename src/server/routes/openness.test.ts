/** The grid of the Openness room: for stewards alone, and saying what disclosing says. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GARDEN } from '#cli/testing';
import { createApp } from '#server/app';
import { LOCAL } from '#server/caller';
import { type FreshStore, freshStore } from '#store/testing';

let fresh: FreshStore;
let app: ReturnType<typeof createApp>;
let may = true;

beforeAll(async () => {
  fresh = await freshStore();
  app = createApp({
    store: fresh.store,
    today: () => 20_000,
    version: '0',
    caller: () => ({ ...LOCAL, mayWrite: () => may }),
  });
  const created = await app.request('http://127.0.0.1/api/communities', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ changeId: randomUUID(), text: GARDEN }),
  });
  expect(created.status).toBe(201);
});
afterAll(() => fresh.close());

test('one entry an audience, with a level for every kind and every thing', async () => {
  const answer = await app.request('http://127.0.0.1/api/communities/garden/openness');
  expect(answer.status).toBe(200);
  const { audiences } = (await answer.json()) as {
    audiences: {
      audience: string;
      kinds: { kind: string; level: string }[];
      things: { id: string; level: string; isCounted: boolean }[];
    }[];
  };
  expect(audiences.map((one) => one.audience).slice(0, 3)).toEqual(['stewards', 'treasurer', 'core']);
  const stewards = audiences[0];
  expect(stewards?.things.length).toBeGreaterThan(3);
  expect(stewards?.things.every((one) => one.level === 'exact')).toBe(true);
  const people = audiences.find((one) => one.audience === 'public');
  expect(people?.things.some((one) => one.level === 'hidden')).toBe(true);
  expect(people?.things).toHaveLength(stewards?.things.length ?? 0);
});

test('nobody else learns what is hidden from whom, nor that there is such a community', async () => {
  may = false;
  const refused = await app.request('http://127.0.0.1/api/communities/garden/openness');
  const absent = await app.request('http://127.0.0.1/api/communities/nowhere/openness');
  may = true;
  expect([refused.status, absent.status]).toEqual([404, 404]);
});
