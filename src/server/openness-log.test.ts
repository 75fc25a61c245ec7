/** What changed in who may see what is told from two versions of a file, with its reason; nothing else is. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '#server/app';
import { type FreshStore, freshStore } from '#store/testing';

const text = (openness: string, more = 'see: core') => `potluck: 1
id: plot
as-of: 2026-03-01
${more}
parties:
  ring: {type: circle, inside: true, see: public}
  ana: {type: person, inside: true, in: ring}
activities:
  fair: {for: {ring: 1}, see: public}
flows:
  work: {from: ana, to: fair, amount: 5 h/month}
openness:
  members: ${openness}
`;

let fresh: FreshStore;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  fresh = await freshStore();
  app = createApp({ store: fresh.store, today: () => 20_600, version: '0' });
  await fresh.store.create({ changeId: randomUUID(), author: null, text: text('{hours: aggregate}') });
}, 60_000);
afterAll(() => fresh.close());

const send = async (path: string, method: string, body: object) => {
  const version = (await fresh.store.text('plot', 'stewards'))?.version;
  const answer = await app.request(`http://127.0.0.1/api/communities/plot${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ changeId: randomUUID(), version, ...body }),
  });
  expect(answer.status, await answer.clone().text()).toBe(200);
};
const lines = async () =>
  (await fresh.store.log.read('plot')).map(({ act, about, reason }) => ({ act, about, reason }));

test('a level with its reason, a thing, an agreement; and nothing where amounts change', async () => {
  await send('/operations', 'POST', {
    operations: [{ op: 'patch', id: 'work', value: { amount: '6 h/month' } }],
    message: 'counted again',
  });
  expect(await lines()).toEqual([]);
  await send('/operations', 'POST', {
    operations: [
      { op: 'set', path: ['openness', 'members', 'hours'], value: { level: 'exact', because: 'They asked' } },
    ],
    message: 'who sees what',
  });
  expect(await lines()).toEqual([
    {
      act: 'openness-changed',
      about: { audience: 'members', kind: 'hours', from: 'aggregate', to: 'exact' },
      reason: 'They asked',
    },
  ]);
  await send('/operations', 'POST', {
    operations: [
      { op: 'patch', id: 'work', value: { see: ['core'] } },
      { op: 'patch', id: 'ana', value: { consent: 'yes' } },
    ],
    message: 'as Ana wished',
  });
  expect((await lines()).slice(0, 2)).toEqual([
    { act: 'consent-given', about: { party: 'ana' }, reason: 'as Ana wished' },
    { act: 'openness-changed', about: { thing: 'work' }, reason: 'as Ana wished' },
  ]);
});

test('the whole text, and an earlier version brought back, are compared as well', async () => {
  const before = (await lines()).length;
  await send('', 'PUT', { text: text('{hours: hidden}', 'see: members'), message: 'anew' });
  const said = (await lines()).slice(0, (await lines()).length - before);
  expect(said.map((one) => one.about)).toEqual(
    expect.arrayContaining([
      { default: 'members' },
      { audience: 'members', kind: 'hours', from: 'exact', to: 'hidden' },
    ]),
  );
  await send('/restore', 'POST', { to: 1, message: 'better so' });
  expect((await lines()).map((one) => one.about)).toContainEqual({
    audience: 'members',
    kind: 'hours',
    from: 'hidden',
    to: 'aggregate',
  });
});
