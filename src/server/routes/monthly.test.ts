/** What comes back every month, over HTTP, with two callers: a steward and a member, and nobody in particular. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayOf } from '#core/model/dates';
import { createApp } from '#server/app';
import { type Caller, LOCAL } from '#server/caller';
import { type FreshStore, freshStore } from '#store/testing';

const SCHOOL = readFileSync(
  join(import.meta.dirname, '..', '..', '..', 'cases', 'allotment-school', 'community.yaml'),
  'utf8',
);
const TODAY = dayOf(2026, 11, 22) ?? 0;
const MEMBER: Caller = {
  account: 'bo',
  author: { id: 'bo', name: 'Bo' },
  sights: [{ community: 'allotment-school', audience: 'members' }],
  audienceFor: (_, wanted) => (wanted === undefined || wanted === 'members' ? 'members' : null),
  mayWrite: () => false,
  roleIn: () => 'member',
};
const NOBODY: Caller = {
  ...MEMBER,
  account: null,
  author: null,
  audienceFor: (_, wanted) => (wanted === undefined || wanted === 'public' ? 'public' : null),
  roleIn: () => 'public',
};

let fresh: FreshStore;
const apps = new Map<Caller, ReturnType<typeof createApp>>();

async function ask(caller: Caller, method: string, path: string, body?: unknown) {
  const response = await (apps.get(caller) as ReturnType<typeof createApp>).request(
    `http://127.0.0.1${path.startsWith('/') ? path : `/api/communities/allotment-school/${path}`}`,
    {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    },
  );
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, text, json: isJson ? JSON.parse(text) : null };
}

beforeAll(async () => {
  fresh = await freshStore();
  for (const caller of [LOCAL, MEMBER, NOBODY])
    apps.set(
      caller,
      createApp({ store: fresh.store, today: () => TODAY, version: '0', caller: () => caller }),
    );
  const created = await ask(LOCAL, 'POST', '/api/communities', { changeId: randomUUID(), text: SCHOOL });
  expect(created.status).toBe(201);
});

afterAll(() => fresh.close());

describe('a calendar address', () => {
  let address = '';

  test('is made by a person, told once, and written in the log without its secret', async () => {
    const made = await ask(LOCAL, 'POST', 'feeds', {});
    expect(made.status).toBe(201);
    address = made.json.address;
    expect(address).toMatch(/^\/feed\/[A-Za-z0-9_-]{43}\.ics$/);
    const list = await ask(LOCAL, 'GET', 'feeds');
    expect(list.json.feeds).toEqual([{ id: made.json.id, audience: 'stewards', madeAt: made.json.madeAt }]);
    const [line] = await fresh.store.log.read('allotment-school', { limit: 1 });
    expect(line).toMatchObject({ act: 'feed-made', about: { audience: 'stewards' } });
    expect(JSON.stringify(line)).not.toContain(address.slice(6, 49));
  });

  test('opens in a calendar reader, as whoever made it may see', async () => {
    const { status, text } = await ask(NOBODY, 'GET', address);
    expect(status).toBe(200);
    const root = new ICAL.Component(ICAL.parse(text) as never);
    const uids = root.getAllSubcomponents('vevent').map((one) => String(one.getFirstPropertyValue('uid')));
    expect(uids).toContain('renewals.town-grant@allotment-school.potluck');
    expect((await ask(NOBODY, 'GET', address)).text).toBe(text);
  });

  test('a change is taken over; what fell away is cancelled', async () => {
    const seen = await ask(LOCAL, 'GET', '/api/communities/allotment-school');
    const operations = [
      { op: 'patch', id: 'town-grant', value: { until: '2027-01-15' } },
      { op: 'patch', id: 'school-garden', value: { ends: null } },
    ];
    const changed = await ask(LOCAL, 'POST', 'operations', {
      changeId: randomUUID(),
      version: seen.json.version,
      message: 'later',
      operations,
    });
    expect(changed.status).toBe(200);
    const root = new ICAL.Component(ICAL.parse((await ask(NOBODY, 'GET', address)).text) as never);
    const of = (uid: string) =>
      root
        .getAllSubcomponents('vevent')
        .filter((one) => String(one.getFirstPropertyValue('uid')).startsWith(uid))
        .map((one) =>
          ['dtstart', 'sequence', 'status'].map((name) => String(one.getFirstPropertyValue(name))),
        );
    expect(of('renewals.town-grant')).toEqual([['2027-01-15', '1', 'CONFIRMED']]);
    expect(of('renewals.school-garden')).toEqual([['2026-12-31', '1', 'CANCELLED']]);
  });

  test('a member may not follow as a steward, nor withdraw what is not theirs; nobody has none', async () => {
    expect((await ask(MEMBER, 'POST', 'feeds', { audience: 'stewards' })).status).toBe(404);
    const [feed] = (await ask(LOCAL, 'GET', 'feeds')).json.feeds;
    expect((await ask(MEMBER, 'DELETE', `feeds/${feed.id}`)).status).toBe(404);
    expect((await ask(MEMBER, 'GET', 'feeds')).json.feeds).toEqual([]);
    expect((await ask(NOBODY, 'POST', 'feeds', {})).status).toBe(404);
    // No account of this name belongs to anything: the address of somebody who left tells nothing.
    const theirs = await ask(MEMBER, 'POST', 'feeds', {});
    expect((await ask(NOBODY, 'GET', theirs.json.address)).status).toBe(404);
  });

  test('withdrawn, it is as if it had never been', async () => {
    const [feed] = (await ask(LOCAL, 'GET', 'feeds')).json.feeds;
    expect((await ask(LOCAL, 'DELETE', `feeds/${feed.id}`)).status).toBe(204);
    expect((await ask(NOBODY, 'GET', address)).status).toBe(404);
    expect((await ask(NOBODY, 'GET', `/feed/${'A'.repeat(43)}.ics`)).status).toBe(404);
  });
});

describe('voices', () => {
  test('a member leaves one; a steward sees it with what taking it in would change; a small circle is not named', async () => {
    const said = { sort: 'concern', about: 'open-day', circle: 'gardeners', text: 'Too long for children.' };
    expect((await ask(MEMBER, 'POST', 'voices', said)).status).toBe(204);
    const { waiting } = (await ask(LOCAL, 'GET', 'voices')).json;
    expect(waiting).toMatchObject([{ ...said, name: null }]);
    expect(waiting[0].proposes).toMatchObject([
      { op: 'put', section: 'voices', value: { type: 'concern', by: 'gardeners', anonymous: true } },
    ]);
    expect((await ask(MEMBER, 'GET', 'voices')).status).toBe(404);
    expect((await ask(MEMBER, 'DELETE', `voices/${waiting[0].id}`)).status).toBe(404);
    expect((await ask(LOCAL, 'DELETE', `voices/${waiting[0].id}`)).status).toBe(204);
    expect((await ask(LOCAL, 'GET', 'voices')).json.waiting).toEqual([]);
  });

  test('what is hidden from a member cannot be spoken of by guessing; nobody in particular has no voice', async () => {
    const said = { sort: 'concern', about: 'ana', text: 'x' };
    expect((await ask(MEMBER, 'POST', 'voices', said)).status).toBe(400);
    expect((await ask(NOBODY, 'POST', 'voices', { ...said, about: null })).status).toBe(404);
    expect((await ask(MEMBER, 'POST', 'voices', { ...said, about: null, text: '  ' })).status).toBe(400);
  });
});

describe('a pulse', () => {
  test('two taps from a link; a band when it is closed and enough have answered', async () => {
    const begun = await ask(LOCAL, 'POST', 'pulses', { circle: 'gardeners', sort: 'energy' });
    expect(begun.status).toBe(201);
    const token = begun.json.link.slice('/p#'.length);
    const seats: string[] = [];
    for (const step of [1, 2, 2, 3, 4]) {
      const joined = await ask(NOBODY, 'POST', '/api/pulses/join', { token });
      expect(joined.json).toMatchObject({
        community: 'The allotment school',
        circle: 'the gardeners',
        question: 'How much energy do you have for what we do together, just now?',
        state: 'open',
      });
      seats.push(joined.json.seat);
      const said = await ask(NOBODY, 'POST', '/api/pulses/answer', { token, seat: joined.json.seat, step });
      expect(said.status).toBe(204);
    }
    // The same seat again counts no more, and comes back as answered.
    expect((await ask(NOBODY, 'POST', '/api/pulses/answer', { token, seat: seats[0], step: 0 })).status).toBe(
      204,
    );
    expect((await ask(NOBODY, 'POST', '/api/pulses/join', { token, seat: seats[0] })).json.state).toBe(
      'answered',
    );
    // While it runs nothing is told, to stewards neither.
    const running = (await ask(LOCAL, 'GET', 'pulses')).json.pulses[0];
    expect(running).toMatchObject({ least: 5, closedOn: null, result: null, proposes: [] });
    expect(JSON.stringify(running)).not.toMatch(/counts|answered/);
    expect((await ask(MEMBER, 'POST', `pulses/${begun.json.id}/close`)).status).toBe(404);
    expect((await ask(LOCAL, 'POST', `pulses/${begun.json.id}/close`)).status).toBe(204);
    // Five answers in order: 1 2 2 3 4. The 2nd is 2, the 4th is 3; of four: 0.5 to 0.75.
    const closed = (await ask(MEMBER, 'GET', 'pulses')).json.pulses[0];
    expect(closed).toMatchObject({ result: { answers: 5, low: 0.5, high: 0.75 }, proposes: [] });
    const [proposed] = (await ask(LOCAL, 'GET', 'pulses')).json.pulses;
    expect(proposed.proposes).toMatchObject([{ op: 'patch', id: 'gardeners' }]);
    expect((await ask(NOBODY, 'POST', '/api/pulses/join', { token })).json).toMatchObject({
      state: 'closed',
      seat: null,
    });
    expect((await ask(NOBODY, 'POST', '/api/pulses/answer', { token, seat: seats[1], step: 0 })).status).toBe(
      409,
    );
  });

  test('of too few nothing is told, not even how many', async () => {
    const begun = await ask(LOCAL, 'POST', 'pulses', {
      circle: 'gardeners',
      sort: 'worth',
      about: 'open-day',
    });
    const token = begun.json.link.slice('/p#'.length);
    const { seat } = (await ask(NOBODY, 'POST', '/api/pulses/join', { token })).json;
    await ask(NOBODY, 'POST', '/api/pulses/answer', { token, seat, step: 4 });
    await ask(LOCAL, 'POST', `pulses/${begun.json.id}/close`);
    const told = (await ask(LOCAL, 'GET', 'pulses')).json.pulses.find(
      (one: { id: string }) => one.id === begun.json.id,
    );
    expect(told).toMatchObject({ sort: 'worth', about: 'open-day', result: null, proposes: [] });
  });

  test('only stewards ask, and only circles are asked; a link that is none leads nowhere', async () => {
    expect((await ask(MEMBER, 'POST', 'pulses', { circle: 'gardeners', sort: 'energy' })).status).toBe(404);
    expect((await ask(LOCAL, 'POST', 'pulses', { circle: 'ana', sort: 'energy' })).status).toBe(400);
    expect((await ask(NOBODY, 'POST', '/api/pulses/join', { token: 'A'.repeat(43) })).status).toBe(404);
    expect((await ask(NOBODY, 'GET', 'pulses')).status).toBe(404);
  });
});

describe('hard to talk about', () => {
  test('nothing shows below five of forty; then one question; one account counts once', async () => {
    const said = () => ask(LOCAL, 'GET', 'hard').then((one) => one.json);
    expect((await said()).least).toBe(5);
    for (let times = 0; times < 6; times += 1)
      expect((await ask(MEMBER, 'POST', 'hard', { topic: 'topic:pay' })).status).toBe(204);
    expect((await said()).topics).toEqual([]);
    for (let others = 0; others < 4; others += 1) await ask(LOCAL, 'POST', 'hard', { topic: 'topic:pay' });
    const { topics } = await said();
    expect(topics).toMatchObject([{ topic: 'topic:pay', name: 'who is paid and who is not' }]);
    expect(topics[0].question.text).toMatch(/Under which conditions could we\?$/);
    expect(JSON.stringify(topics)).not.toMatch(/marks|count/);
    expect((await ask(MEMBER, 'GET', 'hard')).json.topics.length).toBe(1);
    expect((await ask(LOCAL, 'GET', 'hard?audience=public')).json).toMatchObject({ topics: [], choices: [] });
    expect((await ask(NOBODY, 'GET', 'hard')).status).toBe(404);
  });

  test('a person cannot be marked, nor what one may not see', async () => {
    expect((await ask(LOCAL, 'POST', 'hard', { topic: 'ana' })).status).toBe(400);
    expect((await ask(MEMBER, 'POST', 'hard', { topic: 'key-holder-of-nothing' })).status).toBe(400);
  });
});

describe('decisions and minutes', () => {
  test('a decision past its day says so, with what it touches beside it', async () => {
    const { json } = await ask(LOCAL, 'GET', 'decisions?as-of=2026-11-22');
    expect(json.decisions).toMatchObject([
      { id: 'd1', text: 'Two key holders from April', due: true, beside: [] },
    ]);
    expect((await ask(LOCAL, 'GET', 'decisions/d1')).json).toMatchObject({ id: 'd1', due: false });
    expect((await ask(LOCAL, 'GET', 'decisions/none')).status).toBe(404);
  });

  test('minutes are for stewards', async () => {
    const { json } = await ask(LOCAL, 'GET', 'minutes?on=2026-12-01&legs=social');
    expect(json.markdown).toContain('# The allotment school: minutes of 2026-12-01');
    expect(json.proposes).toMatchObject([
      { op: 'put', section: 'history', id: 'minutes-2026-12-01' },
      { op: 'set', path: ['x-agenda'], value: [{ month: '2026-12', legs: ['social'] }] },
    ]);
    expect((await ask(MEMBER, 'GET', 'minutes')).status).toBe(404);
    expect((await ask(LOCAL, 'GET', 'minutes?on=soon')).status).toBe(400);
  });
});
