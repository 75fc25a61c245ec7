/**
 * What somebody tries who has no account, a poor one, or a page elsewhere: requests in another's name, sessions made
 * beforehand, passwords by the thousand, finding out who and what there is, links used again, headers made up.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve as listen } from '@hono/node-server';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createApp } from '#server/app';
import {
  ANA,
  BO,
  Browser,
  HOME,
  type House,
  letIn,
  openHouse,
  startAs,
  Terminal,
  tokenOf,
} from '#server/people/testing';
import { withClient } from '#store/launcher/provision';
import { isPassword, NOBODYS } from '#store/people/secrets';

let house: House;
let app: House['app'];
let ana: Browser;
let bo: Browser;

beforeAll(async () => {
  // Time stands still, so that a slow machine allows no more tries than a quick one.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  const terminal = new Terminal();
  house = await openHouse(terminal);
  app = house.app;
  ana = new Browser(app);
  await startAs(ana, terminal);
  bo = await letIn(ana, app, { role: 'member' }, BO);
});
afterEach(async () => {
  await withClient(house.logins.discloser, (client) => client.query('delete from potluck.attempt'));
});
afterAll(async () => {
  vi.useRealTimers();
  await house.close();
});

const writes: readonly (readonly [string, string, unknown])[] = [
  ['POST', '/api/sign-out', undefined],
  ['PUT', '/api/me', { name: 'Mallory' }],
  ['POST', '/api/communities/garden/invites', { role: 'steward' }],
  ['PUT', '/api/communities/garden/listed', { listed: true }],
  ['DELETE', '/api/communities/garden', undefined],
  ['POST', '/api/passkeys/options', undefined],
];

describe('a page elsewhere', () => {
  test.each([
    ['says where it is', { origin: 'https://evil.example' }],
    ['says nothing (an origin that is null)', { origin: 'null' }],
    ['is told apart by the browser', { 'sec-fetch-site': 'cross-site' }],
    ['is a sister of this site', { 'sec-fetch-site': 'same-site' }],
    ['sends what an old browser sends: the cookie alone', { 'sec-fetch-site': null, origin: null }],
    ['sits at another port', { 'sec-fetch-site': null, origin: 'http://127.0.0.1:8080' }],
  ])('that %s does nothing in the name of who is signed in', async (_, headers) => {
    expect(writes.length).toBeGreaterThan(4);
    for (const [method, path, body] of writes) {
      const refused = await ana.send(method, path, body, headers);
      expect(refused.status, `${method} ${path}`).toBe(403);
      expect(await refused.json()).toMatchObject({ type: 'urn:potluck:other-site' });
    }
    expect((await ana.json('/api/me')).account.name).toBe('Ana');
  });

  test('cannot use a form, whatever it sends', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])
      expect((await ana.post('/api/sign-in', '{"login":"ana"}', { 'content-type': type })).status).toBe(415);
  });

  test('may not read for them either', async () => {
    expect((await ana.get('/api/me', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await ana.get('/api/communities', { origin: 'https://evil.example' })).status).toBe(403);
  });

  test('a program without a session needs to say nothing; with one it says where it belongs', async () => {
    const program = new Browser(app);
    const plain = { 'sec-fetch-site': null };
    const here = { 'sec-fetch-site': null, origin: HOME };
    const come = await program.post('/api/sign-in', { login: ANA.login, password: ANA.password }, plain);
    expect(come.status).toBe(200);
    expect((await program.post('/api/sign-out', undefined, plain)).status).toBe(403);
    expect((await program.post('/api/sign-out', undefined, here)).status).toBe(204);
  });
});

describe('a session made beforehand', () => {
  test('is never taken over: who signs in gets a new token, and the planted one stays nobody’s', async () => {
    const victim = new Browser(app);
    const planted = 'A'.repeat(43);
    victim.cookies.set('potluck', planted);
    await victim.post('/api/sign-in', { login: ANA.login, password: ANA.password });
    expect(victim.cookies.get('potluck')).not.toBe(planted);
    const attacker = new Browser(app);
    attacker.cookies.set('potluck', planted);
    expect((await attacker.json('/api/me')).account).toBeNull();
  });

  test('of the attacker ends when the victim signs in over it', async () => {
    const attacker = new Browser(app);
    await attacker.post('/api/sign-in', { login: BO.login, password: BO.password });
    const planted = attacker.cookies.get('potluck') ?? '';
    const victim = new Browser(app);
    victim.cookies.set('potluck', planted);
    await victim.post('/api/sign-in', { login: ANA.login, password: ANA.password });
    expect((await attacker.json('/api/me')).account).toBeNull();
    expect((await victim.json('/api/me')).account.login).toBe('ana');
  });

  test('cookies that are no token are nobody’s, and no mistake of ours', async () => {
    for (const value of ['', 'x', 'A'.repeat(5000), '%00', "' or 1=1 --", '../../etc/passwd']) {
      const browser = new Browser(app);
      browser.cookies.set('potluck', value);
      expect((await browser.json('/api/me')).account, value).toBeNull();
    }
  });
});

describe('passwords by the thousand', () => {
  const wrong = (browser: Browser, login: string, headers = {}) =>
    browser.post('/api/sign-in', { login, password: 'a wrong password' }, headers);

  test('are slowed for one login, also for the right one, and a new start does not forget', async () => {
    const mallory = new Browser(app);
    const codes: number[] = [];
    for (let at = 0; at < 12; at += 1)
      codes.push((await wrong(mallory, at % 2 === 0 ? 'ana' : ' ANA ')).status);
    expect(codes).toEqual([...Array(10).fill(401), 429, 429]);
    const refused = await mallory.post('/api/sign-in', { login: 'ana', password: ANA.password });
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ type: 'urn:potluck:too-many' });
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    const again = createApp({ store: house.store, today: () => 0, version: '0.0.0' });
    expect((await wrong(new Browser(again), 'ana')).status).toBe(429);
    // Others are not locked out by it.
    expect(
      (await new Browser(app).post('/api/sign-in', { login: BO.login, password: BO.password })).status,
    ).toBe(200);
  });

  test('are slowed for one address, over many logins', async () => {
    const mallory = new Browser(app);
    const codes = [];
    for (let at = 0; at < 32; at += 1) codes.push((await wrong(mallory, `guess-${at}`)).status);
    expect(codes.slice(0, 30).every((code) => code === 401)).toBe(true);
    expect(codes.slice(30)).toEqual([429, 429]);
  }, 60_000);

  test('all at once are counted one by one', async () => {
    const all = await Promise.all(Array.from({ length: 14 }, () => wrong(new Browser(app), 'ana')));
    expect(all.filter((one) => one.status === 401)).toHaveLength(10);
    expect(all.filter((one) => one.status === 429)).toHaveLength(4);
  });

  test('signing in well is not counted', async () => {
    for (let at = 0; at < 12; at += 1)
      expect(
        (await new Browser(app).post('/api/sign-in', { login: 'ana', password: ANA.password })).status,
      ).toBe(200);
  });

  test('tokens of links and of the start are slowed too', async () => {
    const mallory = new Browser(app);
    const last = async (path: string, body: unknown, tries: number) => {
      let status = 0;
      for (let at = 0; at < tries; at += 1) status = (await mallory.post(path, body)).status;
      return status;
    };
    const token = 'A'.repeat(43);
    expect(await last('/api/invites/look', { token }, 31)).toBe(429);
    expect(await last('/api/recover', { token, password: 'a long enough one' }, 11)).toBe(429);
  });
});

describe('who there is', () => {
  /** All of an answer that a stranger can tell apart. */
  const whole = async (response: Response) => ({
    status: response.status,
    headers: [...response.headers].sort(),
    body: await response.text(),
  });

  test('cannot be found out by signing in: the same bytes for a wrong password and for nobody', async () => {
    const known = await new Browser(app).post('/api/sign-in', { login: 'ana', password: 'not this one' });
    const nobody = await new Browser(app).post('/api/sign-in', { login: 'nobody', password: 'not this one' });
    expect(known.status).toBe(401);
    expect(await whole(known)).toEqual(await whole(nobody));
  });

  test('the same work is done for nobody: a password is checked against one that nobody has', async () => {
    expect(await isPassword(null, 'anything')).toBe(false);
    const { rows } = await withClient(house.logins.discloser, (client) =>
      client.query("select split_part(password, '$', 4) as cost from potluck.account"),
    );
    expect(new Set(rows.map((row) => row.cost))).toEqual(new Set([NOBODYS.split('$')[3]]));
    expect(NOBODYS).toContain('$m=65536,t=3,p=1$');
  });

  const paths = (id: string): readonly (readonly [string, string, unknown])[] => [
    ['GET', `/api/communities/${id}`, undefined],
    ['GET', `/api/communities/${id}/view`, undefined],
    ['GET', `/api/communities/${id}/view?audience=members`, undefined],
    ['GET', `/api/communities/${id}/picture.svg`, undefined],
    ['GET', `/api/communities/${id}/findings`, undefined],
    ['GET', `/api/communities/${id}/questions`, undefined],
    ['GET', `/api/communities/${id}/story`, undefined],
    ['GET', `/api/communities/${id}/agenda`, undefined],
    ['GET', `/api/communities/${id}/export`, undefined],
    ['GET', `/api/communities/${id}/exports`, undefined],
    ['GET', `/api/communities/${id}/events`, undefined],
    ['GET', `/api/communities/${id}/revisions`, undefined],
    ['GET', `/api/communities/${id}/audiences`, undefined],
    ['GET', `/api/communities/${id}/openness`, undefined],
    ['GET', `/api/communities/${id}/people`, undefined],
    ['GET', `/embed/${id}`, undefined],
    ['PUT', `/api/communities/${id}`, { changeId: randomUUID(), version: 1, text: 'x' }],
    [
      'POST',
      `/api/communities/${id}/operations`,
      { changeId: randomUUID(), version: 1, operations: [{ op: 'remove', id: 'x' }] },
    ],
    ['POST', `/api/communities/${id}/invites`, { role: 'member' }],
    ['PUT', `/api/communities/${id}/listed`, { listed: true }],
    ['PUT', `/api/communities/${id}/consent`, { given: true }],
    ['DELETE', `/api/communities/${id}`, undefined],
  ];

  test.each([
    ['a stranger', () => new Browser(app)],
    ['a member of another community', () => bo],
  ])(
    'a community that is forbidden to %s answers in the same bytes as one that is not there',
    async (_, who) => {
      const asking = who();
      const there = paths('orchard');
      const absent = paths('nowhere');
      expect(there.length).toBeGreaterThan(20);
      for (const [at, [method, path, body]] of there.entries()) {
        const real = await whole(await asking.send(method, path, body));
        const [, other = ''] = absent[at] ?? [];
        const none = await whole(await asking.send(method, other, body));
        expect([401, 404], `${method} ${path}`).toContain(real.status);
        expect(JSON.stringify(real).replaceAll('orchard', 'nowhere'), `${method} ${path}`).toBe(
          JSON.stringify(none),
        );
      }
      expect((await ana.get('/api/communities/orchard')).status).toBe(200);
    },
  );

  test('one that was listed and was removed is as if it had never been', async () => {
    await ana.send('PUT', '/api/communities/orchard/listed', { listed: true });
    const stranger = new Browser(app);
    expect((await stranger.get('/api/communities/orchard')).status).toBe(200);
    await ana.send('DELETE', '/api/communities/orchard');
    const gone = JSON.stringify(await whole(await stranger.get('/api/communities/orchard')));
    const never = JSON.stringify(await whole(await stranger.get('/api/communities/nowhere')));
    expect(gone.replaceAll('orchard', 'nowhere')).toBe(never);
    await ana.post('/api/removed/orchard/bring-back');
    await ana.send('PUT', '/api/communities/orchard/listed', { listed: false });
  });

  test('a link that was used, ran out, was taken back or never was: the same bytes', async () => {
    const make = async () =>
      tokenOf(await (await ana.post('/api/communities/garden/invites', { role: 'guest' })).json());
    const used = await make();
    await new Browser(app).post('/api/invites/accept', {
      token: used,
      name: 'Ida',
      login: `ida-${randomUUID()}`,
      password: 'sloes and damsons',
    });
    const old = await make();
    await withClient(house.logins.discloser, (client) =>
      client.query("update potluck.invite set until = now() - interval '1 day' where used_at is null"),
    );
    const answers = [];
    for (const token of [used, old, 'B'.repeat(43), 'x'])
      for (const [path, body] of [
        ['/api/invites/look', { token }],
        ['/api/invites/accept', { token, name: 'X', login: 'xx', password: 'sloes and damsons' }],
      ] as const)
        answers.push(JSON.stringify(await whole(await new Browser(app).post(path, body))));
    expect(answers).toHaveLength(8);
    expect(new Set(answers).size).toBe(1);
  });
});

describe('headers made up', () => {
  test('another host is not answered', async () => {
    for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost.', 'potluck.example'])
      expect((await app.request('http://127.0.0.1/api/me', { headers: { host } })).status, host).toBe(421);
  });

  test('a forwarded address counts only from a proxy of the operator’s, and only the last one', async () => {
    const over = async (trustsProxy: boolean) => {
      const one = createApp({ store: house.store, today: () => 0, version: '0.0.0', trustsProxy });
      const listening = listen({
        fetch: one.fetch,
        hostname: '127.0.0.1',
        port: 0,
        overrideGlobalObjects: false,
      });
      await once(listening, 'listening');
      const { port } = listening.address() as AddressInfo;
      return {
        look: async (forwarded: string) =>
          (
            await fetch(`http://127.0.0.1:${port}/api/invites/look`, {
              method: 'POST',
              headers: { 'content-type': 'application/json', 'x-forwarded-for': forwarded },
              body: JSON.stringify({ token: 'C'.repeat(43) }),
            })
          ).status,
        close: () => listening.close(),
      };
    };
    const plain = await over(false);
    const codes = [];
    for (let at = 0; at < 31; at += 1) codes.push(await plain.look(`203.0.113.${at}`));
    plain.close();
    expect(codes.at(-1)).toBe(429);
    const behind = await over(true);
    for (let at = 0; at < 30; at += 1) await behind.look(`198.51.100.${at}, 203.0.113.7`);
    expect(await behind.look('198.51.100.99, 203.0.113.7')).toBe(429);
    expect(await behind.look('203.0.113.7, 198.51.100.99')).toBe(404);
    behind.close();
  });

  test('no header makes somebody a steward', async () => {
    for (const [name, value] of [
      ['x-user', 'ana'],
      ['x-forwarded-user', 'ana'],
      ['authorization', 'Basic YW5hOnBlYXJz'],
      ['x-original-url', '/api/communities/garden'],
      ['x-http-method-override', 'DELETE'],
      ['cookie', '__Host-potluck=x; potluck=y'],
    ] as const)
      expect(
        (await new Browser(app).get('/api/communities/garden/people', { [name]: value })).status,
        name,
      ).toBe(404);
  });
});

test('no secret stands in an answer, a refusal or what is reported', async () => {
  const seen: string[] = [];
  const reported: string[] = [];
  const broken = createApp({
    store: {
      ...house.store,
      people: {
        ...house.store.people,
        checkPassword: () => Promise.reject(new Error('the database is away')),
      },
    },
    today: () => 0,
    version: '0.0.0',
    report: (error) => reported.push(String((error as Error).stack)),
  });
  const secret = 'a very secret password';
  const token = 'S'.repeat(43);
  for (const [path, body] of [
    ['/api/sign-in', { login: 'ana', password: secret }],
    ['/api/invites/accept', { token, name: 'X', login: 'xx', password: secret }],
    ['/api/recover', { token, password: secret }],
    ['/api/sign-in', { login: 'ana', password: secret, more: secret }],
    ['/api/sign-in', { login: 'ana', password: [secret] }],
  ] as const)
    seen.push(await (await new Browser(broken).post(path, body)).text());
  expect(seen).toHaveLength(5);
  expect(reported).toHaveLength(1);
  for (const text of [...seen, ...reported]) {
    expect(text).not.toContain(secret);
    expect(text).not.toContain(token);
  }
});
