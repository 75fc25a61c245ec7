/** What a round tells of its outcome: to a phone that comes back after the end, and of who carries what was decided. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GARDEN } from '#cli/testing';
import { createApp } from '#server/app';
import { ask, Follower, Leader, Phone } from '#server/rounds/testing';
import { withClient } from '#store/launcher/provision';
import { type FreshStore, freshStore } from '#store/testing';

let fresh: FreshStore;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  fresh = await freshStore();
  app = createApp({ store: fresh.store, today: () => 20_000, version: '0' });
  const made = await ask(app, 'POST', '/api/communities', { changeId: randomUUID(), text: GARDEN });
  expect(made.status, made.text).toBe(201);
});
afterAll(() => fresh.close());

test('a phone that comes back after the end is told what it came to, by the id of the round alone, for thirty days', async () => {
  const leader = await Leader.open(app, 'garden', {
    ...{ text: 'What should we stop doing?', way: 'consent', options: ['We stop.'] },
  });
  const phones = await Promise.all([1, 2, 3].map(() => Phone.join(app, leader.token)));
  const over = (round = leader.id) => ask(app, 'GET', `/api/rounds/over/${round}`);
  await leader.moveTo('write');
  expect((await over()).status).toBe(404);
  for (const phone of phones) {
    await phone.write('said in silence');
    await phone.done();
  }
  await leader.moveTo('decide');
  for (const phone of phones) await phone.choose({ consent: true });
  await leader.moveTo('record');
  await leader.do('POST', '/record', { outcome: 'decided', text: 'We stop' });
  await leader.moveTo('closed');
  const told = await over();
  expect(told.body).toMatchObject({ phase: 'closed', record: { text: 'We stop' }, joined: 3 });
  expect(told.body.result).toMatchObject({ verdict: 'agreed', consent: 3 });
  expect(told.text).not.toMatch(/silence|"seat"|"link"|"code"/);
  expect((await over(randomUUID())).status).toBe(404);
  await withClient(fresh.logins.owner, (client) =>
    client.query("update potluck.round set closed_at = closed_at - interval '31 days' where id = $1", [
      leader.id,
    ]),
  );
  expect((await over()).status).toBe(404);
});

test('who carries a decision is told to no phone and in no minutes where those in the round may not know of them', async () => {
  const text = GARDEN.replace('id: garden', 'id: carried').replace(
    'activities:',
    '  ana: {name: Anabel, type: person, inside: true, see: core}\nactivities:',
  );
  const made = await ask(app, 'POST', '/api/communities', { changeId: randomUUID(), text });
  expect(made.status, made.text).toBe(201);
  const leader = await Leader.open(app, 'carried', { text: 'Who?', way: 'consent', options: ['We go.'] });
  const phones = await Promise.all([1, 2, 3].map(() => Phone.join(app, leader.token)));
  await leader.moveTo('write');
  for (const phone of phones) {
    await phone.write('a note');
    await phone.done();
  }
  await leader.moveTo('decide');
  for (const phone of phones) await phone.choose({ consent: true });
  await leader.moveTo('record');
  const heard = await Follower.ofPhone(phones[0] as Phone);
  const record = { outcome: 'decided', text: 'We go', who: ['ana', 'gardeners', 'the neighbours'] };
  const told = await leader.do('POST', '/record', record);
  expect(told.body.record.who).toEqual(['gardeners', 'the neighbours']);
  expect((await phones[0]?.me())?.body.record.who).toEqual(['gardeners', 'the neighbours']);
  await expect.poll(() => heard.state?.record?.who).toEqual(['gardeners', 'the neighbours']);
  await heard.stop();
  const minutes = (await leader.do('GET', '/minutes')).text;
  expect(minutes).toContain('- Who: Gardeners, the neighbours');
  expect(minutes).not.toMatch(/\bana/i);
  // Whoever may see them finds them in the file, where the decision was written down.
  await leader.do('POST', '/keep', {});
  expect((await fresh.store.text('carried', 'stewards'))?.body).toMatch(/by:\s*\[?\s*-?\s*ana/);
  expect(JSON.stringify(await fresh.store.view('carried', 'members'))).not.toMatch(/\bana/i);
});
