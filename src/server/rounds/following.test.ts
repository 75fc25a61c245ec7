/** Following a round live: what is told when, drops at every phase, and a server that is started anew in the middle. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GARDEN } from '#cli/testing';
import { PHASES } from '#core/talk/round';
import { createApp } from '#server/app';
import { RoundHub } from '#server/rounds/hub';
import { ask, Follower, Leader, Phone } from '#server/rounds/testing';
import { openStore } from '#store/open';
import type { Store } from '#store/port';
import { type FreshStore, freshStore } from '#store/testing';

/** Waiting is for a slow machine; nothing here depends on how long it takes. */
const LONG = { timeout: 15_000, interval: 20 };

let fresh: FreshStore;
const serverOn = (store: Store) => {
  const hub = new RoundHub(store.talk, Date.now, 10);
  return { hub, app: createApp({ store, today: () => 20_000, version: '0', rounds: hub }) };
};
let { hub, app } = {} as ReturnType<typeof serverOn>;

beforeAll(async () => {
  fresh = await freshStore();
  ({ hub, app } = serverOn(fresh.store));
  const made = await ask(app, 'POST', '/api/communities', { changeId: randomUUID(), text: GARDEN });
  expect(made.status, made.text).toBe(201);
});
afterAll(() => fresh.close());

const open = (more: object = {}) =>
  Leader.open(app, 'garden', {
    text: 'What should we stop?',
    way: 'consent',
    options: ['We stop.'],
    ...more,
  });
const followLeader = (leader: Leader) =>
  Follower.open(leader.app, `/api/communities/garden/rounds/${leader.id}/events`);

describe('the stream', () => {
  test('tells each phase once and in order, to phones and facilitators; counts to facilitators, never who', async () => {
    const leader = await open();
    const phones = await Promise.all([1, 2, 3].map(() => Phone.join(app, leader.token)));
    const atPhone = await Follower.ofPhone(phones[0] as Phone);
    const atLeader = await followLeader(leader);
    // Who follows from the first phase has been told of it before the second.
    for (const one of [atPhone, atLeader]) await expect.poll(() => one.phases.length, LONG).toBe(1);
    await leader.moveTo('write');
    for (const phone of phones) {
      await phone.write('a note');
      await phone.done();
    }
    await expect.poll(() => atLeader.heard.at(-1)?.data, LONG).toMatchObject({ written: 3, notesWritten: 3 });
    await leader.moveTo('decide');
    for (const phone of phones) await phone.choose({ consent: true });
    await expect.poll(() => atLeader.heard.at(-1)?.data, LONG).toMatchObject({ chosen: 3 });
    await leader.moveTo('closed');
    await expect.poll(() => atPhone.phases, LONG).toEqual(PHASES);
    await expect.poll(() => atLeader.phases, LONG).toEqual(PHASES);
    const secrets = phones.flatMap((phone) => [phone.seat, ...phone.keys]);
    const told = JSON.stringify([atPhone.heard, atLeader.heard]);
    for (const secret of secrets) expect(told).not.toContain(secret);
    const forLeaders = ['written', 'chosen', 'notesWritten', 'link', 'code'];
    for (const { event, data } of atPhone.heard) {
      if (event === 'counts') expect(Object.keys(data)).toEqual(['joined']);
      for (const key of forLeaders) expect(data).not.toHaveProperty(key);
    }
    await Promise.all([atPhone.stop(), atLeader.stop()]);
    await expect.poll(() => hub.size, LONG).toBe(0);
  });

  test('below the threshold not even the number of notes is told', async () => {
    const leader = await open();
    const phones = await Promise.all([1, 2].map(() => Phone.join(app, leader.token)));
    const atLeader = await followLeader(leader);
    await leader.moveTo('write');
    for (const phone of phones) {
      await phone.write('one');
      await phone.done();
    }
    await expect.poll(() => atLeader.heard.at(-1)?.data, LONG).toMatchObject({ written: 2 });
    expect(atLeader.heard.map((one) => one.data.notesWritten)).toEqual(atLeader.heard.map(() => null));
    await atLeader.stop();
  });

  test('who has been told the present version is not told it again; who missed some gets the state as it is', async () => {
    const leader = await open();
    const phone = await Phone.join(app, leader.token);
    const before = await Follower.ofPhone(phone);
    await expect.poll(() => before.heard.length, LONG).toBe(1);
    const id = before.heard[0]?.id ?? '';
    await before.stop();
    const same = await Follower.ofPhone(phone, { after: id });
    await leader.move('read', 'write');
    await expect.poll(() => same.phases, LONG).toEqual(['write']);
    await same.stop();
    const late = await Follower.ofPhone(phone, { after: id });
    await expect.poll(() => late.phases, LONG).toEqual(['write']);
    expect(late.state).toEqual({ ...(await phone.me()).body, seat: undefined });
    await late.stop();
  });

  test('a ticket is for one round, and made-up ones let nobody in', async () => {
    const leader = await open();
    const phone = await Phone.join(app, leader.token);
    const { body } = await ask(app, 'POST', '/api/rounds/ticket', {}, { 'x-seat': phone.seat });
    expect(body.ticket).toContain(leader.id);
    expect(body.ticket).not.toContain(phone.seat);
    const other = await open();
    for (const ticket of ['', 'a.b.c', body.ticket.replace(leader.id, other.id), `${body.ticket}x`]) {
      const refused = await ask(app, 'GET', `/api/rounds/events?ticket=${encodeURIComponent(ticket)}`);
      expect(refused.status, ticket).toBe(401);
    }
    expect((await ask(app, 'POST', '/api/rounds/ticket', {})).status).toBe(404);
  });

  test('ends for everybody when the server ends', async () => {
    const own = serverOn(fresh.store);
    const leader = await Leader.open(own.app, 'garden', { text: 'Why?', way: 'dots' });
    const follower = await Follower.ofPhone(await Phone.join(own.app, leader.token));
    await expect.poll(() => follower.heard.length, LONG).toBe(1);
    own.hub.close();
    await follower.ended;
    const late = await Follower.ofPhone(await Phone.join(own.app, leader.token));
    await late.ended;
  });
});

describe('a drop', () => {
  test('at every phase: the same phone finds the same place and the same state', async () => {
    const leader = await open();
    const phones = await Promise.all([1, 2, 3].map(() => Phone.join(app, leader.token)));
    const [dropping] = phones as [Phone];
    for (const [at, phase] of PHASES.slice(0, -1).entries()) {
      const stream = await Follower.ofPhone(dropping);
      await stream.stop();
      if (phase === 'write')
        for (const phone of phones) {
          await phone.write('before the drop');
          await phone.done();
        }
      if (phase === 'decide') for (const phone of phones) await phone.choose({ consent: true });
      const { body } = await dropping.me();
      expect(body).toMatchObject({ phase, joined: 3 });
      expect(body.seat).toEqual({ written: phase === 'write', chosen: phase === 'decide' });
      const again = await Follower.ofPhone(dropping);
      await expect.poll(() => again.phases, LONG).toEqual([phase]);
      await again.stop();
      const next = PHASES[at + 1] ?? '';
      expect((await leader.move(phase, next)).status, phase).toBe(200);
    }
  });
});

describe('a server that is started anew while everybody writes', () => {
  test('loses nothing that it acknowledged: places, notes, receipts; phones go on with a new ticket', async () => {
    const leader = await open();
    const phones = await Promise.all([1, 2, 3, 4].map(() => Phone.join(app, leader.token)));
    await leader.moveTo('write');
    const writing = phones.map((phone, at) => phone.write(`note ${at}`));
    await phones[0]?.done();
    const { body: old } = await ask(
      app,
      'POST',
      '/api/rounds/ticket',
      {},
      { 'x-seat': phones[0]?.seat ?? '' },
    );
    const answers = await Promise.all(writing);
    const acknowledged = answers.flatMap((one, at) => (one.status === 204 ? [`note ${at}`] : []));

    const store = await openStore(fresh.logins);
    try {
      const { app: anew } = serverOn(store);
      const stale = await ask(anew, 'GET', `/api/rounds/events?ticket=${old.ticket}`);
      expect(stale.body.type).toBe('urn:potluck:ticket');
      const after = phones.map(
        (phone) => Object.assign(Object.create(Phone.prototype), phone, { app: anew }) as Phone,
      );
      const led = Object.assign(Object.create(Leader.prototype), leader, { app: anew }) as Leader;
      expect((await after[0]?.me())?.body).toMatchObject({
        phase: 'write',
        joined: 4,
        seat: { written: true },
      });
      const follower = await Follower.ofPhone(after[1] as Phone);
      for (const phone of after) await phone.done();
      const moved = await led.move('write', 'gather');
      const shown = moved.body.notes.notes.map((one: { text: string }) => one.text);
      expect(shown.sort()).toEqual(acknowledged.sort());
      await expect.poll(() => follower.state?.notes, LONG).toEqual(moved.body.notes);
      await follower.stop();
      await store.close();
      // Who asks while a server ends is told to try again, and not that something went wrong.
      expect((await after[0]?.me())?.body.type).toBe('urn:potluck:unavailable');
    } finally {
      await store.close().catch(() => undefined);
    }
  });
});
