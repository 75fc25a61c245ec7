/** Rounds through the door: order, who may do what, what phones and facilitators are told, and what nobody is told. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GARDEN } from '#cli/testing';
import { createApp } from '#server/app';
import type { Caller } from '#server/caller';
import { LOCAL } from '#server/caller';
import { ask, Leader, Phone } from '#server/rounds/testing';
import { type FreshStore, freshStore } from '#store/testing';

let fresh: FreshStore;
let app: ReturnType<typeof createApp>;
let caller: Caller = LOCAL;

beforeAll(async () => {
  fresh = await freshStore();
  app = createApp({ store: fresh.store, today: () => 20_000, version: '0', caller: () => caller });
  const made = await ask(app, 'POST', '/api/communities', { changeId: randomUUID(), text: GARDEN });
  expect(made.status, made.text).toBe(201);
});
afterAll(() => fresh.close());

const open = (more: object = {}) =>
  Leader.open(app, 'garden', { text: 'What should we stop doing?', way: 'consent', ...more });
const joinAll = (leader: Leader, count: number) =>
  Promise.all(Array.from({ length: count }, () => Phone.join(app, leader.token)));

describe('a round from its question to its record', () => {
  test('three people write, read, choose and record; every phase once and in order', async () => {
    const leader = await open({ options: ['We stop the winter market.'] });
    const phones = await joinAll(leader, 3);
    await leader.moveTo('write');
    const notes = ['The market', 'Carrying tables', 'Meeting in the cold'];
    for (const [at, phone] of phones.entries()) {
      expect((await phone.write('a first try', `${'key'.repeat(8)}${at}`)).status).toBe(204);
      expect((await phone.write(notes[at] ?? '', `${'key'.repeat(8)}${at}`)).status).toBe(204);
      expect((await phone.done()).status).toBe(204);
    }
    expect((await leader.state()).body).toMatchObject({ joined: 3, written: 3, notes: { is: 'not-yet' } });
    const gathered = await leader.move('write', 'gather');
    expect(gathered.body.notes.notes.map((one: { text: string }) => one.text).sort()).toEqual(notes.sort());
    expect((await phones[0]?.me())?.body.notes).toEqual(gathered.body.notes);
    await leader.moveTo('decide');
    expect((await phones[0]?.choose({ consent: true }))?.status).toBe(204);
    expect((await phones[1]?.choose({ consent: true }))?.status).toBe(204);
    expect((await phones[1]?.choose({ objection: 'Some live by it.' }))?.status).toBe(204);
    expect((await phones[2]?.choose({ aside: true }))?.status).toBe(204);
    expect((await leader.state()).body).toMatchObject({ chosen: 3, result: null });
    expect((await phones[1]?.me())?.body).toMatchObject({ result: null, seat: { chosen: true } });
    const { body } = await leader.move('decide', 'record');
    expect(body.result).toMatchObject({
      cannotTell: false,
      verdict: 'objections',
      chosen: 3,
      consent: 1,
      aside: 1,
      objections: 1,
      reasons: ['Some live by it.'],
    });
    const recorded = await leader.do('POST', '/record', {
      outcome: 'decided',
      text: 'A smaller market',
      who: ['core'],
      review: '2026-12-31',
    });
    expect(recorded.body.record).toMatchObject({ outcome: 'decided', on: '2024-10-04', who: ['core'] });
    const closed = await leader.move('record', 'closed');
    expect(closed.body).toMatchObject({ phase: 'closed', link: null, code: null, joined: 3, chosen: 3 });
    expect((await phones[0]?.me())?.status).toBe(404);
    expect((await ask(app, 'POST', '/api/rounds/join', { token: leader.token })).status).toBe(404);
  });

  test('a question of the bank comes with why and evidence, through the eyes of those who take part', async () => {
    const { body: asked } = await ask(app, 'GET', '/api/communities/garden/questions?audience=members');
    const first = asked.questions[0];
    const leader = await Leader.open(app, 'garden', { question: first.id, way: 'dots' });
    const { question } = (await (await Phone.join(app, leader.code.toUpperCase())).me()).body;
    expect(question).toMatchObject({ text: first.text, why: first.why });
    const none = await ask(app, 'POST', '/api/communities/garden/rounds', { question: 'Q999', way: 'dots' });
    expect(none.status).toBe(404);
    const both = { question: 'Q01', text: 'Both?', way: 'dots' };
    expect((await ask(app, 'POST', '/api/communities/garden/rounds', both)).status).toBe(400);
  });

  test('over several days: who comes back finds the same place, and no time runs', async () => {
    const leader = await open({ overDays: true, minutes: { write: 5 } });
    await leader.moveTo('write');
    const phone = await Phone.join(app, leader.token);
    await phone.done();
    const { body } = await phone.me();
    expect(body).toMatchObject({ overDays: true, timer: null, phase: 'write', seat: { written: true } });
    expect((await leader.state()).body.joined).toBe(1);
  });
});

describe('below the threshold', () => {
  test('with two people nothing is shown, and nothing is thrown away unless the facilitator says so', async () => {
    const leader = await open({ options: ['We stop.'] });
    const phones = await joinAll(leader, 2);
    await leader.moveTo('write');
    for (const phone of phones) {
      for (const note of ['one', 'two', 'three']) await phone.write(note);
      await phone.done();
    }
    const refused = await leader.move('write', 'gather');
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ type: 'urn:potluck:too-few', k: 3, written: 2, phase: 'write' });
    expect((await leader.state()).body).toMatchObject({ phase: 'write', notes: { is: 'not-yet' } });
    const on = await leader.move('write', 'gather', { without: true });
    expect(on.body.notes).toEqual({ is: 'too-few' });
    await leader.moveTo('decide');
    for (const phone of phones) await phone.choose({ consent: true });
    const { body } = await leader.move('decide', 'record');
    expect(body.result).toMatchObject({ cannotTell: true, verdict: 'cannot-tell', consent: null });
    expect(JSON.stringify(body)).not.toMatch(/"(?:one|two)"/);
  });

  test('one person with three notes is not three people, and three people with two notes are not three notes', async () => {
    const leader = await open();
    const phones = await joinAll(leader, 3);
    await leader.moveTo('write');
    for (const note of ['one', 'two', 'three']) await phones[0]?.write(note);
    await phones[0]?.done();
    expect((await leader.move('write', 'gather')).body.type).toBe('urn:potluck:too-few');
    for (const phone of phones) await phone.done();
    expect((await leader.move('write', 'gather')).status).toBe(200);
    const other = await open();
    const others = await joinAll(other, 3);
    await other.moveTo('write');
    for (const phone of others) await phone.done();
    await others[0]?.write('one');
    await others[1]?.write('two');
    const { body } = await other.move('write', 'gather');
    expect(body).toMatchObject({ type: 'urn:potluck:too-few', written: 3, notes: null });
  });

  test('with more than thirty it takes five', async () => {
    const leader = await open();
    await joinAll(leader, 30);
    expect((await leader.state()).body.k).toBe(3);
    await joinAll(leader, 1);
    expect((await leader.state()).body.k).toBe(5);
  });

  test('a round without anonymity has no threshold; an anonymous one cannot have a lower one, nor be opened', async () => {
    const leader = await open({ anonymous: false });
    expect((await leader.state()).body).toMatchObject({ anonymous: false, k: 1 });
    const low = { text: 'Low?', way: 'consent', k: 2 };
    expect((await ask(app, 'POST', '/api/communities/garden/rounds', low)).status).toBe(400);
    const anonymous = await open();
    const more = await anonymous.do('POST', '/phase', { from: 'read', to: 'write', anonymous: false });
    expect(more.status).toBe(400);
    expect((await anonymous.state()).body).toMatchObject({ anonymous: true, phase: 'read' });
  });
});

describe('who may do what when', () => {
  test('of two facilitators who move it at once, one moves it and the other is told', async () => {
    const leader = await open();
    const both = await Promise.all([leader.move('read', 'write'), leader.move('read', 'write')]);
    expect(both.map((one) => one.status).sort()).toEqual([200, 409]);
    expect(both.find((one) => one.status === 409)?.body).toMatchObject({
      type: 'urn:potluck:moved',
      phase: 'write',
    });
    expect((await leader.move('write', 'discuss')).body.type).toBe('urn:potluck:wrong-phase');
    expect((await leader.move('write', 'read')).body.type).toBe('urn:potluck:wrong-phase');
  });

  test('notes are written while all write, and answers given while it decides', async () => {
    const leader = await open({ options: ['We stop.'] });
    const phone = await Phone.join(app, leader.token);
    expect((await phone.write('too early')).body).toMatchObject({ phase: 'read' });
    expect((await phone.choose({ consent: true })).status).toBe(409);
    await leader.moveTo('write');
    expect((await leader.do('POST', '/paraphrase', { notes: [] })).status).toBe(409);
    await leader.move('write', 'gather', { without: true });
    expect((await phone.write('too late')).status).toBe(409);
    expect((await phone.done()).status).toBe(409);
    await leader.moveTo('discuss');
    expect((await leader.do('POST', '/options', { options: [] })).status).toBe(200);
    expect((await leader.move('discuss', 'decide')).body.type).toBe('urn:potluck:no-options');
    await leader.do('POST', '/options', { options: ['We go on.'] });
    expect((await leader.move('discuss', 'decide')).status).toBe(200);
    expect((await leader.do('POST', '/options', { options: ['Late'] })).status).toBe(409);
    expect((await phone.choose({ dots: { o1: 1 } })).status).toBe(400);
    expect((await phone.choose({ objection: ' ' })).status).toBe(400);
  });

  test('stewards and the core lead rounds; to others there is nothing', async () => {
    const hidden = await open({ audience: 'stewards' });
    const leader = await open();
    try {
      for (const role of ['treasurer', 'member', 'partner', 'guest', 'public'] as const) {
        caller = { ...LOCAL, roleIn: () => role };
        expect((await leader.state()).status, role).toBe(404);
        expect((await leader.move('read', 'write')).status, role).toBe(404);
        const list = await ask(app, 'GET', '/api/communities/garden/rounds');
        expect(list.status, role).toBe(404);
      }
      // Who belongs to the core leads rounds, and shows nobody what only stewards see.
      caller = {
        ...LOCAL,
        roleIn: () => 'core',
        audienceFor: (_, wanted = 'core') => (wanted === 'core' ? wanted : null),
      };
      expect((await leader.move('read', 'write')).status).toBe(200);
      expect((await hidden.state()).status).toBe(404);
      const { body } = await ask(app, 'GET', '/api/communities/garden/rounds');
      const ids = body.rounds.map((one: { id: string }) => one.id);
      expect([ids.includes(leader.id), ids.includes(hidden.id)]).toEqual([true, false]);
      const own = { text: 'Whose?', way: 'consent', audience: 'stewards' };
      expect((await ask(app, 'POST', '/api/communities/garden/rounds', own)).status).toBe(404);
      expect((await ask(app, 'GET', `/api/communities/other/rounds/${leader.id}`)).status).toBe(404);
    } finally {
      caller = LOCAL;
    }
  });

  test('a short code opens the door and nothing else', async () => {
    const leader = await open();
    await leader.moveTo('write');
    const headers = { 'x-round': leader.code };
    const put = await ask(app, 'PUT', `/api/rounds/notes/${'k'.repeat(30)}`, { text: 'x' }, headers);
    expect(put.status).toBe(404);
    expect((await ask(app, 'POST', '/api/rounds/ticket', {}, headers)).status).toBe(404);
  });

  test('codes cannot be guessed: after thirty in vain the address waits', async () => {
    const own = createApp({ store: fresh.store, today: () => 20_000, version: '0', now: () => 1_000 });
    for (let at = 0; at < 30; at += 1)
      expect((await ask(own, 'POST', '/api/rounds/join', { token: 'zzzzzz' })).status).toBe(404);
    const leader = await open();
    const refused = await ask(own, 'POST', '/api/rounds/join', { token: leader.code });
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ type: 'urn:potluck:too-many', seconds: 600 });
  });
});

describe('what phones keep for themselves', () => {
  test('own notes come back by their keys alone, and can be taken back', async () => {
    const leader = await open();
    const phone = await Phone.join(app, leader.token);
    await leader.moveTo('write');
    await phone.write('mine');
    await phone.write('mine too');
    const other = await Phone.join(app, leader.token);
    await other.write('not mine');
    const mine = (keys: readonly string[]) =>
      ask(app, 'POST', '/api/rounds/notes/mine', { keys }, { 'x-round': phone.token });
    expect((await mine(phone.keys)).body.notes.map((one: { text: string }) => one.text)).toEqual([
      'mine',
      'mine too',
    ]);
    const [first = ''] = phone.keys;
    await ask(app, 'DELETE', `/api/rounds/notes/${first}`, undefined, { 'x-round': phone.token });
    expect((await mine(phone.keys)).body.notes).toHaveLength(1);
    expect(JSON.stringify((await leader.state()).body)).not.toContain('mine');
    expect(JSON.stringify((await other.me()).body)).not.toContain('mine');
  });

  test('reworded notes are shown to phones only when they are clarified, and the first words are gone', async () => {
    const leader = await open({ paraphrase: true });
    const phones = await joinAll(leader, 3);
    await leader.moveTo('write');
    for (const phone of phones) {
      await phone.write('He again, with his tables');
      await phone.done();
    }
    const { body } = await leader.move('write', 'gather');
    expect(body.notes.is).toBe('shown');
    expect((await phones[0]?.me())?.body.notes).toEqual({ is: 'not-yet' });
    const [first, second, third] = body.notes.notes;
    const notes = [
      { id: first.id, text: 'Setting up is heavy' },
      { id: second.id, text: 'Setting up takes long' },
      { id: third.id, text: '' },
    ];
    expect((await leader.do('POST', '/paraphrase', { notes })).status).toBe(200);
    await leader.moveTo('clarify');
    const shown = (await phones[0]?.me())?.body.notes;
    expect(shown).toEqual({ is: 'shown', notes: notes.slice(0, 2) });
    const stranger = { notes: [{ id: randomUUID(), text: 'x' }] };
    expect((await leader.do('POST', '/paraphrase', stranger)).status).toBe(400);
  });
});
