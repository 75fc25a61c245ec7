/** Who belongs, what each then sees, how they come back and how they go. At the HTTP door, over a real store. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

let house: House;
let app: House['app'];
let ana: Browser;

const sql = (statement: string) => withClient(house.logins.discloser, (client) => client.query(statement));

beforeAll(async () => {
  const terminal = new Terminal();
  house = await openHouse(terminal);
  app = house.app;
  ana = new Browser(app);
  await startAs(ana, terminal);
  await letIn(ana, app, { role: 'core', party: 'rosa' }, BO);
  const bo = new Browser(app);
  await bo.post('/api/sign-in', { login: BO.login, password: BO.password });
  const link = await (await ana.post('/api/communities/orchard/invites', { role: 'treasurer' })).json();
  await bo.post('/api/invites/accept', { token: tokenOf(link) });
});
afterAll(() => house.close());

describe('roles', () => {
  const who = (login: string) => ({ name: login, login, password: 'a password of some length' });

  test('each has its own audience and no other; only stewards have the text', async () => {
    const cases = [
      [{ role: 'member' }, 'members'],
      [{ role: 'treasurer' }, 'treasurer'],
      [{ role: 'partner', party: 'town' }, 'partner:town'],
      [{ role: 'guest' }, 'public'],
      [{ role: 'steward' }, 'stewards'],
    ] as const;
    for (const [offer, audience] of cases) {
      const browser = await letIn(ana, app, offer, who(`as-${offer.role}`));
      expect((await browser.json('/api/communities')).communities, offer.role).toMatchObject([
        { id: 'garden', audience },
      ]);
      expect((await browser.json('/api/communities/garden')).audience).toBe(audience);
      const steward = offer.role === 'steward';
      for (const other of ['stewards', 'members', 'treasurer', 'partner:town'])
        expect(
          (await browser.get(`/api/communities/garden?audience=${other}`)).status,
          `${offer.role} ${other}`,
        ).toBe(steward || other === audience ? 200 : 404);
      expect((await browser.get('/api/communities/garden/revisions')).status).toBe(steward ? 200 : 404);
      expect((await browser.get('/api/communities/garden/people')).status).toBe(steward ? 200 : 404);
      expect((await browser.get('/api/communities/orchard')).status).toBe(404);
      expect((await browser.post('/api/communities', { changeId: randomUUID(), text: 'x' })).status).toBe(
        404,
      );
    }
  });

  test('are changed and taken by stewards, at once', async () => {
    const cy = await letIn(ana, app, { role: 'member', party: 'rosa' }, who('cy'));
    const { people } = await ana.json('/api/communities/garden/people');
    const { account } = people.find((one: { name: string }) => one.name === 'cy');
    expect((await cy.json('/api/me')).roles[0].audiences).toEqual(['members', 'person:rosa']);
    const change = (body: unknown) => ana.send('PUT', `/api/communities/garden/people/${account}`, body);
    expect((await change({ role: 'core', party: 'core' })).status).toBe(204);
    // Tied to another party, nothing of it is shown before they say yes.
    expect((await cy.json('/api/me')).roles[0]).toMatchObject({ role: 'core', audiences: ['core'] });
    expect((await change({ role: 'core', party: 'rosa' })).status).toBe(204);
    expect((await cy.get('/api/communities/garden?audience=person:rosa')).status).toBe(404);
    expect((await cy.send('PUT', '/api/communities/garden/tie', { consent: true })).status).toBe(204);
    expect((await cy.get('/api/communities/garden?audience=person:rosa')).status).toBe(200);
    expect((await change({ role: 'core', party: 'nobody' })).status).toBe(422);
    expect(
      (await cy.send('PUT', `/api/communities/garden/people/${account}`, { role: 'steward', party: null }))
        .status,
    ).toBe(404);
    expect((await ana.send('DELETE', `/api/communities/garden/people/${account}`)).status).toBe(204);
    expect((await cy.get('/api/communities/garden')).status).toBe(404);
  });

  test('who is tied to a party may agree to have it shown, and take that back', async () => {
    const di = await letIn(ana, app, { role: 'member', party: 'rosa' }, who('di'));
    expect((await di.send('PUT', '/api/communities/garden/consent', { given: true })).status).toBe(204);
    expect((await ana.json('/api/communities/garden')).text).toMatch(/rosa: \{.*consent: (?:true|yes)/);
    expect((await di.send('PUT', '/api/communities/garden/consent', { given: false })).status).toBe(204);
    expect((await ana.json('/api/communities/garden')).text).toMatch(/rosa: \{.*consent: (?:false|no)/);
    const { revisions } = await ana.json('/api/communities/garden/revisions');
    expect(revisions[0]).toMatchObject({ author: { name: 'di' }, touched: ['rosa'] });
    expect((await ana.send('PUT', '/api/communities/garden/consent', { given: true })).status).toBe(404);
  });
});

describe('coming back', () => {
  test('by a link of a steward: once; sessions from before end', async () => {
    const eve = await letIn(
      ana,
      app,
      { role: 'member' },
      { name: 'Eve', login: 'eve', password: 'figs and dates' },
    );
    const { people } = await ana.json('/api/communities/garden/people');
    const { account } = people.find((one: { name: string }) => one.name === 'Eve');
    const made = await ana.post(`/api/communities/garden/people/${account}/recover`);
    expect(made.status, await made.clone().text()).toBe(201);
    const link = await made.json();
    expect(link.link).toMatch(/^\/recover#/);
    const elsewhere = new Browser(app);
    const password = 'dates and figs';
    expect((await elsewhere.post('/api/recover', { token: tokenOf(link), password: 'short' })).status).toBe(
      422,
    );
    const back = await elsewhere.post('/api/recover', { token: tokenOf(link), password });
    expect(await back.json()).toMatchObject({ account: { login: 'eve' } });
    expect((await elsewhere.post('/api/recover', { token: tokenOf(link), password })).status).toBe(404);
    expect((await eve.json('/api/me')).account).toBeNull();
    expect((await eve.post('/api/sign-in', { login: 'eve', password: 'figs and dates' })).status).toBe(401);
    expect((await eve.post('/api/sign-in', { login: 'eve', password })).status).toBe(200);
  });

  test('nobody gives a way into more than they look after', async () => {
    const who = { name: 'Fay', login: 'fay', password: 'medlars and quinces' };
    const fay = await letIn(ana, app, { role: 'steward' }, who);
    const { people } = await fay.json('/api/communities/garden/people');
    // Bo is treasurer of the orchard too.
    const { account } = people.find((one: { name: string }) => one.name === 'Bo');
    expect((await fay.post(`/api/communities/garden/people/${account}/recover`)).status).toBe(403);
    const { account: keeper } = await ana.json('/api/me');
    expect((await fay.post(`/api/communities/garden/people/${keeper.id}/recover`)).status).toBe(404);
    expect((await fay.get('/api/communities/*/people')).status).toBe(404);
  });
});

describe('the house', () => {
  test('is looked after by more than one, and never by none', async () => {
    const { account } = await ana.json('/api/me');
    expect((await ana.send('DELETE', `/api/people/${account.id}`)).status).toBe(409);
    expect((await ana.send('DELETE', `/api/communities/*/people/${account.id}`)).status).toBe(409);
    const gil = await letIn(
      ana,
      app,
      { role: 'steward' },
      { name: 'Gil', login: 'gil', password: 'hazel and walnut' },
      '*',
    );
    expect(await gil.json('/api/me')).toMatchObject({
      house: true,
      roles: [{ community: '*', role: 'steward' }],
    });
    expect((await gil.json('/api/communities/*/people')).people).toHaveLength(2);
    expect((await gil.get('/api/communities/orchard/revisions')).status).toBe(200);
  });

  test('a person who goes leaves no name', async () => {
    const hal = await letIn(
      ana,
      app,
      { role: 'steward' },
      { name: 'Hal Canary', login: 'hal', password: 'rowan and sorbus' },
    );
    const { version, text } = await hal.json('/api/communities/garden');
    const saved = await hal.send('PUT', '/api/communities/garden', {
      changeId: randomUUID(),
      version,
      text: `${text}\n`,
      message: 'a canary sang',
    });
    expect(saved.status, await saved.clone().text()).toBe(200);
    const { account } = await hal.json('/api/me');
    expect((await hal.send('DELETE', `/api/people/${account.id}`)).status).toBe(204);
    expect(hal.cookies.size).toBe(0);
    const { rows } = await sql(
      "select (select string_agg(to_json(a)::text, ' ') from potluck.account a) || (select string_agg(to_json(p)::text, ' ') from potluck.person p) || (select string_agg(to_json(n)::text, ' ') from potluck.note n) as all",
    );
    expect(rows[0].all.toLowerCase()).not.toContain('canary');
    expect((await ana.json('/api/communities/garden/revisions')).revisions[0]).toMatchObject({
      author: { id: account.id, name: null },
      message: null,
    });
  });
});

describe('sessions', () => {
  test('are listed, and ended one by one', async () => {
    const phone = new Browser(app);
    const signedIn = await phone.post(
      '/api/sign-in',
      { login: 'ANA', password: ANA.password },
      { 'user-agent': 'Mozilla/5.0 (iPhone) Version/18.0 Mobile/15E148 Safari/604.1' },
    );
    expect(signedIn.status).toBe(200);
    const all = await ana.json('/api/sessions');
    expect(all.map((one: { where: string; current: boolean }) => [one.where, one.current]).sort()).toEqual([
      ['Firefox', true],
      ['Safari', false],
    ]);
    const { id } = all.find((one: { current: boolean }) => !one.current);
    expect((await new Browser(app).send('DELETE', `/api/sessions/${id}`)).status).toBe(401);
    expect((await ana.send('DELETE', `/api/sessions/${id}`)).status).toBe(204);
    expect((await phone.json('/api/me')).account).toBeNull();
    expect((await phone.get('/api/sessions')).status).toBe(401);
  });

  test('a new password ends all others and changes the token of this one', async () => {
    const other = new Browser(app);
    await other.post('/api/sign-in', { login: 'ana', password: ANA.password });
    const before = ana.cookies.get('potluck') ?? '';
    const wrong = await ana.send('PUT', '/api/me', { password: { old: 'no', new: 'nuts and berries' } });
    expect(wrong.status).toBe(401);
    const changed = await ana.send('PUT', '/api/me', {
      name: 'Ana Maria',
      password: { old: ANA.password, new: 'nuts and berries' },
    });
    expect(await changed.json()).toMatchObject({ account: { name: 'Ana Maria' } });
    expect((await other.json('/api/me')).account).toBeNull();
    expect(ana.cookies.get('potluck')).not.toBe(before);
    const copied = new Browser(app);
    copied.cookies.set('potluck', before);
    expect((await copied.json('/api/me')).account).toBeNull();
    expect((await ana.json('/api/me')).account.name).toBe('Ana Maria');
  });

  test('signing out ends the session itself, not only the cookie', async () => {
    const token = ana.cookies.get('potluck') ?? '';
    const copied = new Browser(app);
    copied.cookies.set('potluck', token);
    expect((await ana.post('/api/sign-out')).status).toBe(204);
    expect(ana.cookies.size).toBe(0);
    expect((await copied.json('/api/me')).account).toBeNull();
  });

  test('the log says what happened, by ids and never by names, logins or tokens', async () => {
    const entries = await house.store.log.read(null, { limit: 500 });
    const acts = new Set(entries.map((one) => one.act));
    for (const act of ['signed-in', 'sign-in-failed', 'signed-out', 'session-revoked', 'recovered', 'erased'])
      expect(acts, act).toContain(act);
    const garden = await house.store.log.read('garden', { limit: 500 });
    for (const act of [
      'invited',
      'invite-used',

      'role-changed',
      'person-removed',

      'consent-given',
      'consent-withdrawn',
    ])
      expect(
        garden.map((one) => one.act),
        act,
      ).toContain(act);
    const about = JSON.stringify([...entries, ...garden].map((one) => one.about));
    for (const secret of ['Ana', 'bo@garden', 'pears', 'Firefox']) expect(about).not.toContain(secret);
  });
});

test('the session of a site under https is bound to its host by the browser', async () => {
  const secure = createApp({
    store: house.store,
    today: () => 0,
    version: '0.0.0',
    site: 'https://garden.example',
  });
  const browser = new Browser(secure, 'https://garden.example');
  const signedIn = await browser.post('/api/sign-in', { login: 'ana', password: 'nuts and berries' });
  expect(signedIn.status, await signedIn.clone().text()).toBe(200);
  const line = signedIn.headers.get('set-cookie') ?? '';
  expect(line).toMatch(
    /^__Host-potluck=[A-Za-z0-9_-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  expect(await browser.json('/api/about')).toMatchObject({ mode: 'shared', site: 'https://garden.example' });
  expect((await browser.json('/api/me')).account.login).toBe('ana');
  expect((await new Browser(secure, 'https://other.example').get('/api/about')).status).toBe(421);
  const plain = new Browser(app, HOME);
  expect(
    (await plain.post('/api/sign-in', { login: 'ana', password: 'nuts and berries' })).headers.get(
      'set-cookie',
    ),
  ).toMatch(/^potluck=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
});
