/** Rounds through the door: what is hidden from those who take part, and what is left of a round in minutes and history. */
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
const caller: Caller = LOCAL;

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

describe('what is hidden', () => {
  test('no word that only the core may see reaches a phone, whatever question is asked', async () => {
    const text = GARDEN.replace('id: garden', 'id: secretive')
      .replace('name: Open day', 'name: Canary day, see: core'.replace(', ', '\n    '))
      .replace('name: Core group,', 'name: Core group,');
    const made = await ask(app, 'POST', '/api/communities', { changeId: randomUUID(), text });
    expect(made.status, made.text).toBe(201);
    const statesFor = async (audience: string) => {
      const { body } = await ask(app, 'GET', `/api/communities/secretive/questions?audience=${audience}`);
      const states: string[] = [];
      for (const { id } of body.questions) {
        const leader = await Leader.open(app, 'secretive', { question: id, way: 'dots', audience });
        states.push((await (await Phone.join(app, leader.token)).me()).text);
      }
      return states;
    };
    const [core, members] = [await statesFor('core'), await statesFor('members')];
    expect(core.join('\n')).toMatch(/canary/i);
    expect(members.length).toBeGreaterThan(0);
    expect(members.join('\n')).not.toMatch(/canary/i);
  });

  test('a community that was taken off the shelf takes its rounds along, until it is brought back', async () => {
    const text = GARDEN.replace('id: garden', 'id: resting');
    await ask(app, 'POST', '/api/communities', { changeId: randomUUID(), text });
    const leader = await Leader.open(app, 'resting', { text: 'Still here?', way: 'consent' });
    const phone = await Phone.join(app, leader.token);
    await fresh.store.remove('resting');
    expect((await phone.me()).status).toBe(404);
    expect((await ask(app, 'POST', '/api/rounds/join', { token: leader.token })).status).toBe(404);
    await fresh.store.bringBack('resting');
    expect((await phone.me()).status).toBe(200);
  });
});

describe('what is left of a round', () => {
  const decided = async () => {
    const leader = await open({ options: ['We stop.'], question: undefined });
    const phones = await joinAll(leader, 3);
    await leader.moveTo('write');
    for (const [at, phone] of phones.entries()) {
      await phone.write(`note ${at}`);
      await phone.done();
    }
    await leader.moveTo('decide');
    for (const phone of phones) await phone.choose({ objection: 'Too soon' });
    await leader.moveTo('record');
    return leader;
  };

  test('minutes as Markdown, with the notes only where they are asked for', async () => {
    const leader = await decided();
    const plain = await leader.do('GET', '/minutes');
    expect(plain.text).toContain('## What should we stop doing?\n\n3 people took part.');
    expect(plain.text).not.toContain('note 1');
    const other = await decided();
    const both = await leader.do('GET', `/minutes?notes=1&with=${other.id}`);
    expect(both.text.match(/- note 1/g)).toHaveLength(2);
    expect((await leader.do('GET', `/minutes?with=${randomUUID()}`)).status).toBe(404);
  });

  test('one press writes the decision into the community as a revision with its author; a second writes nothing', async () => {
    const leader = await decided();
    expect((await leader.do('POST', '/keep', {})).body).toMatchObject({ type: 'urn:potluck:wrong-phase' });
    const record = { outcome: 'decided', text: 'We stop in May', who: ['core', 'Ana'], review: '2026-12-31' };
    await leader.do('POST', '/record', record);
    const { status, body } = await leader.do('POST', '/keep', {});
    expect(status, JSON.stringify(body)).toBe(200);
    expect((await leader.do('POST', '/keep', {})).body).toEqual(body);
    const { body: seen } = await ask(app, 'GET', '/api/communities/garden/view?audience=members');
    const community = seen.view.community;
    const decision = community.decisions.find((one: { id: string }) => one.id === body.decision);
    expect(decision).toMatchObject({
      text: 'We stop in May',
      question: 'What should we stop doing?',
      options: ['We stop.'],
      objections: 'Too soon; Too soon; Too soon',
      by: ['core'],
      note: 'Taken on by Ana.',
      state: 'decided',
      see: ['members'],
    });
    expect(community.history.at(-1).text).toBe(
      'We talked about “What should we stop doing?” and decided: We stop in May',
    );
    const [last, before] = await fresh.store.revisions('garden');
    expect(last).toMatchObject({ version: body.version, author: { id: 'local' }, kind: 'change' });
    expect(before?.version).toBe(body.version - 1);
    expect((await leader.state()).body.decision).toBe(body.decision);
  });
});
