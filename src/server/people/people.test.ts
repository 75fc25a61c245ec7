/** The way from one person at a machine to a shared house, and in by a link. At the HTTP door, over a real store. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GARDEN } from '#cli/testing';
import { createApp } from '#server/app';
import {
  ANA,
  BO,
  Browser,
  type House,
  openHouse,
  startAs,
  Terminal,
  tokenOf,
  WITH_ROSA,
} from '#server/people/testing';
import { freshStore } from '#store/testing';

let house: House;
let app: House['app'];
let ana: Browser;
const terminal = new Terminal();

beforeAll(async () => {
  house = await openHouse(terminal);
  app = house.app;
  ana = new Browser(app);
});
afterAll(() => house.close());

describe('alone', () => {
  test('there is nobody to sign in as, and all belongs to whoever sits at the machine', async () => {
    expect(await ana.json('/api/about')).toMatchObject({ mode: 'single-user' });
    expect(await ana.json('/api/me')).toEqual({ account: null, house: true, roles: [], passkeys: 0 });
    expect((await ana.post('/api/sign-in', { login: 'ana', password: 'x' })).status).toBe(401);
    expect((await ana.json('/api/communities')).communities).toHaveLength(2);
  });

  test('nobody is invited before there is an account to turn to', async () => {
    const refused = await ana.post('/api/communities/garden/invites', { role: 'member' });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ type: 'urn:potluck:not-shared' });
  });

  test('what a proxy passes on is not taken for the person at the machine', async () => {
    for (const name of ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'x-real-ip'])
      expect((await ana.get('/api/communities', { [name]: '203.0.113.9' })).status).toBe(421);
  });
});

describe('the first account', () => {
  test('needs the token of the terminal, which is told there and nowhere else', async () => {
    expect((await ana.post('/api/people/start', { token: 'guessed', ...ANA })).status).toBe(404);
    const asked = await ana.post('/api/people/start-token');
    expect([asked.status, await asked.text()]).toEqual([204, '']);
    expect(terminal.lines).toHaveLength(1);
    expect(terminal.token).toMatch(/^(?:[a-z2-9]{4}-){4}[a-z2-9]{4}$/);
    const wrong = await ana.post('/api/people/start', { token: `${terminal.token}x`, ...ANA });
    expect(wrong.status).toBe(404);
    expect(await wrong.json()).toMatchObject({ type: 'urn:potluck:not-used' });
    expect(await ana.json('/api/about')).toMatchObject({ mode: 'single-user' });
  });

  test('needs a password that is not guessed at once', async () => {
    for (const password of ['short', 'aaaaaaaaaaaaaa'])
      expect((await ana.post('/api/people/start', { token: terminal.token, ...ANA, password })).status).toBe(
        422,
      );
  });

  test('looks after everything; from then on one has to sign in, and the token is used up', async () => {
    const token = terminal.token.replaceAll('-', '').toUpperCase();
    const made = await ana.post('/api/people/start', { token, ...ANA });
    expect(made.status, await made.clone().text()).toBe(201);
    expect(await made.json()).toMatchObject({ account: { name: 'Ana', login: 'ana' }, house: true });
    expect(await ana.json('/api/about')).toMatchObject({ mode: 'shared' });
    expect((await ana.json('/api/communities')).communities).toMatchObject([
      { audience: 'stewards' },
      { audience: 'stewards' },
    ]);
    expect((await ana.get('/api/communities/garden/revisions')).status).toBe(200);
    const cookie = [...ana.cookies.keys()];
    expect(cookie).toEqual(['potluck']);
    expect((await ana.post('/api/people/start-token')).status).toBe(409);
    expect((await new Browser(app).post('/api/people/start', { token, ...BO })).status).toBe(409);
  });

  test('nobody signed in is the public, which finds nothing that is not listed', async () => {
    const stranger = new Browser(app);
    expect(await stranger.json('/api/me')).toEqual({ account: null, house: false, roles: [], passkeys: 0 });
    expect((await stranger.json('/api/communities')).communities).toEqual([]);
    expect((await stranger.get('/api/communities/garden')).status).toBe(404);
    expect((await stranger.get('/api/removed')).status).toBe(404);
    expect((await stranger.post('/api/communities', { changeId: randomUUID(), text: GARDEN })).status).toBe(
      404,
    );
    const listed = await ana.send('PUT', '/api/communities/garden/listed', {
      listed: true,
      reason: 'we are proud',
    });
    expect(listed.status, await listed.clone().text()).toBe(204);
    expect((await stranger.json('/api/communities')).communities).toMatchObject([
      { id: 'garden', audience: 'public' },
    ]);
    expect((await stranger.json('/api/communities/garden')).audience).toBe('public');
    expect((await stranger.get('/api/communities/garden?audience=members')).status).toBe(404);
    await ana.send('PUT', '/api/communities/garden/listed', { listed: false });
    expect((await stranger.get('/api/communities/garden')).status).toBe(404);
  });
});

describe('an invitation', () => {
  test('tells what it offers, is used once, and lets in as what it says', async () => {
    const made = await ana.post('/api/communities/garden/invites', {
      role: 'core',
      party: 'rosa',
      note: 'for Bo',
    });
    expect(made.status, await made.clone().text()).toBe(201);
    const link = await made.json();
    expect(link.link).toMatch(/^\/join#[A-Za-z0-9_-]{43}$/);
    const token = tokenOf(link);
    expect(await ana.json('/api/communities/garden/people')).toMatchObject({
      people: [],
      invites: [{ id: link.id, role: 'core', party: 'rosa', note: 'for Bo', by: 'Ana' }],
    });
    expect(JSON.stringify(await ana.json('/api/communities/garden/people'))).not.toContain(token);
    const bo = new Browser(app);
    expect(await (await bo.post('/api/invites/look', { token })).json()).toEqual({
      community: 'The garden',
      role: 'core',
      party: 'Rosa',
      until: link.until,
    });
    const joined = await bo.post('/api/invites/accept', { token, ...BO, consent: true });
    expect(joined.status, await joined.clone().text()).toBe(200);
    expect(await joined.json()).toMatchObject({
      house: false,
      roles: [
        {
          community: 'garden',
          role: 'core',
          audience: 'core',
          audiences: ['core', 'person:rosa'],
          party: 'rosa',
        },
      ],
    });
    // Again, by the same and by another: nobody learns whether it ever was one.
    const again = await new Browser(app).post('/api/invites/accept', { token, ...BO, login: 'cy' });
    const never = await new Browser(app).post('/api/invites/accept', {
      token: 'x'.repeat(43),
      ...BO,
      login: 'cy',
    });
    expect(again.status).toBe(404);
    expect(await again.text()).toBe(await never.text());
    expect((await bo.post('/api/invites/look', { token })).status).toBe(404);
  });

  test('of somebody who is signed in already adds to what they are', async () => {
    const bo = new Browser(app);
    await bo.post('/api/sign-in', { login: BO.login, password: BO.password });
    const before = bo.cookies.get('potluck');
    const made = await ana.post('/api/communities/orchard/invites', { role: 'treasurer' });
    const joined = await bo.post('/api/invites/accept', { token: tokenOf(await made.json()) });
    expect((await joined.json()).roles.map((one: { community: string }) => one.community)).toEqual([
      'garden',
      'orchard',
    ]);
    expect(bo.cookies.get('potluck')).not.toBe(before);
    const second = await ana.post('/api/communities/orchard/invites', { role: 'steward' });
    const already = await bo.post('/api/invites/accept', { token: tokenOf(await second.json()) });
    expect(already.status).toBe(409);
    expect(await already.json()).toMatchObject({ type: 'urn:potluck:already' });
  });

  test.each([
    [{ role: 'member', party: 'nobody' }],
    [{ role: 'partner' }],
    [{ role: 'member', audience: 'public' }],
    [{ role: 'guest', audience: 'stewards' }],
  ])('that the community cannot make is refused: %j', async (offer) => {
    expect((await ana.post('/api/communities/garden/invites', offer)).status).toBe(422);
  });

  test('to a community that is not there looks like one that is not yours', async () => {
    expect((await ana.post('/api/communities/nowhere/invites', { role: 'member' })).status).toBe(404);
    expect((await ana.get('/api/communities/nowhere/people')).status).toBe(404);
  });

  test('is taken back', async () => {
    const link = await (await ana.post('/api/communities/garden/invites', { role: 'member' })).json();
    expect((await ana.send('DELETE', `/api/communities/garden/invites/${link.id}`)).status).toBe(204);
    expect((await ana.send('DELETE', `/api/communities/garden/invites/${link.id}`)).status).toBe(404);
    expect((await new Browser(app).post('/api/invites/look', { token: tokenOf(link) })).status).toBe(404);
  });

  test('that would breach a wall is told, and made only with a reason, which is logged', async () => {
    const text = WITH_ROSA.replace('id: garden', 'id: walled').replace(
      'flows:',
      'walls:\n  apart: {between: [town, core]}\nflows:',
    );
    const made = await ana.post('/api/communities', { changeId: randomUUID(), text });
    expect(made.status, await made.clone().text()).toBe(201);
    const offer = { role: 'core', party: 'town' };
    const warned = await ana.post('/api/communities/walled/invites', offer);
    expect(warned.status, await warned.clone().text()).toBe(409);
    const body = await warned.json();
    expect(body).toMatchObject({ type: 'urn:potluck:wall', breaches: [{ says: { id: 'wall.invitation' } }] });
    const meant = await ana.post('/api/communities/walled/invites', {
      ...offer,
      despite: 'they asked for it',
    });
    expect(meant.status).toBe(201);
    expect(await house.store.log.read('walled')).toMatchObject([
      { act: 'invited' },
      { act: 'wall-overridden', reason: 'they asked for it' },
    ]);
  });
});

test('a house begins once more only with an account: starting twice at once makes one', async () => {
  const other = await freshStore();
  const tty = new Terminal();
  const twin = createApp({ store: other.store, today: () => 0, version: '0.0.0', announce: tty.announce });
  try {
    const one = new Browser(twin);
    await one.post('/api/people/start-token');
    const token = tty.token;
    const made = await Promise.all(
      [ANA, BO].map((who) => new Browser(twin).post('/api/people/start', { token, ...who })),
    );
    expect(made.map((response) => response.status).sort()).toEqual([201, 409]);
  } finally {
    await other.close();
  }
});

test('a start token is good for ten minutes', async () => {
  const other = await freshStore();
  let now = 1_000_000;
  const tty = new Terminal();
  const slow = createApp({
    store: other.store,
    today: () => 0,
    version: '0.0.0',
    announce: tty.announce,
    now: () => now,
  });
  try {
    const browser = new Browser(slow);
    await browser.post('/api/people/start-token');
    now += 10 * 60_000;
    expect((await browser.post('/api/people/start', { token: tty.token, ...ANA })).status).toBe(404);
    await startAs(browser, tty);
    expect((await browser.json('/api/me')).house).toBe(true);
  } finally {
    await other.close();
  }
});
