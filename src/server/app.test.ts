/** The HTTP door: what it answers, what it refuses and in which words. Without a port, over a real store. */
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve as listen } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, GARDEN } from '#cli/testing';
import { dayOf } from '#core/model/dates';
import { createApp, MOST_BYTES } from '#server/app';
import { answerSchemas } from '#server/schemas/answers';
import { type FreshStore, freshStore } from '#store/testing';

let fresh: FreshStore;
let app: ReturnType<typeof createApp>;
const reported: unknown[] = [];

const send = (path: string, method = 'GET', body?: unknown, headers: Record<string, string> = {}) =>
  app.request(`http://127.0.0.1:4321${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
const get = async (path: string) => (await send(path)).json();

beforeAll(async () => {
  fresh = await freshStore();
  app = createApp({
    store: fresh.store,
    today: () => dayOf(2026, 11, 22) ?? 0,
    version: '0.0.0',
    report: (error) => reported.push(error),
  });
  const created = await send('/api/communities', 'POST', { changeId: randomUUID(), text: GARDEN });
  expect(created.status, await created.clone().text()).toBe(201);
});

afterAll(() => fresh.close());

describe('reading', () => {
  test('the shelf', async () => {
    expect(await get('/api/communities')).toMatchObject({
      communities: [{ id: 'garden', audience: 'stewards', name: 'The garden', asOf: '2026-03-01' }],
    });
  });

  test.each(['findings', 'questions', 'story'])('%s are those of the command line', async (what) => {
    const command = what === 'findings' ? 'analyse' : what;
    const { out } = await call([command, 'garden.yaml', '--json', '--as-of', '2026'], {
      'garden.yaml': GARDEN,
    });
    expect(await get(`/api/communities/garden/${what}?as-of=2026`)).toEqual(JSON.parse(out));
  });

  test('named findings, for another audience, keep to the schema and hide what is hidden', async () => {
    const text = await (
      await send('/api/communities/garden/findings?ids=who-bears,coverage&audience=public')
    ).text();
    expect(text).not.toContain('planning');
    const answer = answerSchemas.analyse.parse(JSON.parse(text));
    expect(new Set(answer.findings.map((one) => one.analysis))).toEqual(new Set(['coverage', 'who-bears']));
  });

  test('the picture is SVG', async () => {
    const response = await send('/api/communities/garden/picture.svg');
    expect(response.headers.get('content-type')).toContain('image/svg+xml');
    expect(await response.text()).toMatch(/<svg/);
  });

  test('the picture brings its typefaces, may use them and nothing else, and is that of the command line', async () => {
    const response = await send('/api/communities/garden/picture.svg');
    const svg = await response.text();
    const style = /<style>([^<]*)<\/style>/.exec(svg)?.[1] ?? '';
    expect(style.match(/url\(data:font\/woff2;base64,[A-Za-z0-9+/=]+\)/g)).toHaveLength(4);
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain(`style-src 'sha256-${hash}'; font-src data:`);
    expect(policy).toContain("default-src 'none'");
    expect(svg).toBe((await call(['picture', 'garden.yaml'], { 'garden.yaml': GARDEN })).out);
  });

  test('the file to keep', async () => {
    const response = await send('/api/communities/garden/export');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="garden.yaml"');
    expect(await response.text()).toBe(GARDEN);
  });

  test('a measure is explained as on the command line', async () => {
    expect(await get('/api/explain/coverage')).toEqual(
      JSON.parse((await call(['explain', 'coverage', '--json'])).out),
    );
  });

  test('a file that nobody keeps is checked', async () => {
    const answer = await (
      await send('/api/check', 'POST', { text: GARDEN.replace('price: free', 'prize: free') })
    ).json();
    expect(answer.problems).toMatchObject([{ code: 'unknown-key', line: 16 }]);
  });

  test('absent and hidden look the same: 404', async () => {
    const absent = await send('/api/communities/nowhere/story');
    const unknown = await send('/api/communities/garden/story?audience=nobody');
    expect([absent.status, unknown.status]).toEqual([404, 404]);
    expect(absent.headers.get('content-type')).toContain('application/problem+json');
  });

  test.each([
    ['/api/communities/garden/story?as-of=yesterday', 'yesterday is no date'],
    ['/api/communities/garden/findings?ids=who-bares', 'Did you mean who-bears?'],
    ['/api/communities/NOT%20AN%20ID/story', 'id'],
  ])('%s: 400, told in words', async (path, says) => {
    const response = await send(path);
    expect(response.status).toBe(400);
    const body = await response.json();
    expect(body).toMatchObject({ type: 'urn:potluck:bad-request', status: 400 });
    expect(body.detail).toContain(says);
  });
});

describe('changing', () => {
  const edit = (id: string, version: number, hours: number) => ({
    changeId: id,
    version,
    operations: [{ op: 'patch', id: 'turns', value: { amount: `${hours} h/month` } }],
  });

  test('counts once however often it is sent, moves the version, and a stale one is told what changed', async () => {
    const { version } = await get('/api/communities/garden');
    const first = edit(randomUUID(), version, 20);
    const saved = await (await send('/api/communities/garden/operations', 'POST', first)).json();
    const again = await (await send('/api/communities/garden/operations', 'POST', first)).json();
    expect(saved.version).toBe(version + 1);
    expect(again).toMatchObject({ version: saved.version, repeated: true });
    const stale = await send('/api/communities/garden/operations', 'POST', edit(randomUUID(), version, 10));
    expect(stale.status).toBe(409);
    expect(await stale.json()).toMatchObject({
      type: 'urn:potluck:stale',
      version: saved.version,
      since: [{ version: saved.version, touched: ['turns'] }],
    });
    const back = await send('/api/communities/garden/restore', 'POST', {
      changeId: randomUUID(),
      version: saved.version,
      to: version,
    });
    expect((await back.json()).text).toBe(GARDEN);
    expect(
      (await get('/api/communities/garden/revisions')).revisions
        .map((one: { kind: string }) => one.kind)
        .slice(0, 2),
    ).toEqual(['restore', 'change']);
  });

  test('a text with mistakes is refused with all of them, and nothing changes', async () => {
    const { version, text } = await get('/api/communities/garden');
    const refused = await send('/api/communities/garden', 'PUT', {
      changeId: randomUUID(),
      version,
      text: text.replace('from: core', 'from: cor'),
    });
    expect(refused.status).toBe(422);
    expect((await refused.json()).problems).toHaveLength(1);
    expect((await get('/api/communities/garden')).version).toBe(version);
  });

  test('a removal that would break others names them', async () => {
    const refused = await send('/api/communities/garden/preview', 'POST', {
      operations: [{ op: 'remove', id: 'gardeners' }],
    });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(await refused.json())).toContain('turns');
  });

  test('what cannot be changed is told in the language that was asked for', async () => {
    const asked = { operations: [{ op: 'remove', id: 'gardeners' }] };
    const refused = await (await send('/api/communities/garden/preview?lang=es', 'POST', asked)).json();
    expect(refused.title).toBe('Esto no se puede hacer tal como se pidió');
    expect(refused.detail).toMatch(/^Otros 2 datos nombran gardeners: .*turns\. Quítalos también/);
    const none = await (await send('/api/communities?lang=es', 'POST', '{"text": ')).json();
    expect(none.detail).toBe('Lo que se envió no es JSON válido.');
  });

  test('a file is brought in as it is, removed, and brought back', async () => {
    const text = GARDEN.replace('id: garden', 'id: orchard');
    const key = { 'idempotency-key': randomUUID(), 'content-type': 'application/yaml' };
    expect((await send('/api/communities/import', 'POST', text, key)).status).toBe(201);
    expect((await send('/api/communities/orchard', 'DELETE')).status).toBe(200);
    expect((await send('/api/communities/orchard')).status).toBe(404);
    expect((await get('/api/removed')).removed).toMatchObject([{ id: 'orchard' }]);
    expect((await send('/api/removed/orchard/bring-back', 'POST')).status).toBe(200);
    expect((await get('/api/communities/orchard')).text).toBe(text);
  });

  test('a mistaken request is told where it is wrong', async () => {
    const response = await send('/api/communities/garden/operations', 'POST', {
      changeId: 'x',
      version: 1,
      operations: [],
    });
    expect(response.status).toBe(400);
    expect((await response.json()).errors.map((one: { at: string }) => one.at).sort()).toEqual([
      'changeId',
      'operations',
    ]);
  });

  test('JSON that is none is told so', async () => {
    const response = await send('/api/communities', 'POST', '{"text": ');
    expect(response.status).toBe(400);
    expect((await response.json()).detail).toBe('Malformed JSON in request body');
  });
});

describe('guards', () => {
  test('a foreign host name is refused', async () => {
    expect((await app.request('http://evil.example/api/communities')).status).toBe(421);
    expect((await app.request('http://localhost:4321/api/communities')).status).toBe(200);
  });

  test.each([
    [{ origin: 'http://evil.example' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ origin: 'http://127.0.0.1:9999' }],
  ])('what another site asks is refused: %j', async (headers: Record<string, string>) => {
    expect(
      (await send('/api/communities', 'POST', { changeId: randomUUID(), text: GARDEN }, headers)).status,
    ).toBe(403);
    expect((await send('/api/communities/garden', 'DELETE', undefined, headers)).status).toBe(403);
  });

  test('its own pages may ask', async () => {
    const response = await send(
      '/api/communities',
      'POST',
      { changeId: randomUUID(), text: 'x' },
      { origin: 'http://127.0.0.1:4321', 'sec-fetch-site': 'same-origin' },
    );
    expect(response.status).toBe(422);
  });

  test('a body that a plain form could send is refused', async () => {
    expect(
      (
        await send('/api/communities', 'POST', 'text=x', {
          'content-type': 'application/x-www-form-urlencoded',
        })
      ).status,
    ).toBe(415);
    expect((await send('/api/communities', 'POST', '{}', { 'content-type': 'text/plain' })).status).toBe(415);
  });

  test('a body over the limit is refused, told its length or not', async () => {
    const big = JSON.stringify({ changeId: randomUUID(), text: 'x'.repeat(MOST_BYTES) });
    expect((await send('/api/communities', 'POST', big)).status).toBe(413);
    const stream = new ReadableStream({
      start(controller) {
        for (let at = 0; at < 8; at += 1) controller.enqueue(new Uint8Array(1024 * 1024));
        controller.close();
      },
    });
    const streamed = await app.request('http://127.0.0.1/api/communities', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(streamed.status).toBe(413);
  });

  test('over a real connection, what needs no body needs no kind of content', async () => {
    const text = GARDEN.replace('id: garden', 'id: short-lived');
    expect((await send('/api/communities', 'POST', { changeId: randomUUID(), text })).status).toBe(201);
    const listening = listen({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
    await once(listening, 'listening');
    const { port } = listening.address() as AddressInfo;
    const over = (path: string, init: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);
    try {
      const gone = await over('/api/communities/short-lived', { method: 'DELETE' });
      expect(gone.status, await gone.text()).toBe(200);
      const form = await over('/api/communities', { method: 'POST', body: new URLSearchParams({ a: 'b' }) });
      expect(form.status).toBe(415);
    } finally {
      listening.close();
    }
  });

  test('a version that is no number is asked for in words', async () => {
    const refused = await (await send('/api/communities/garden/revisions/abc')).json();
    expect(refused.detail).toBe('version: a whole number');
  });

  test('a kind of content that is not taken has one name', async () => {
    const refused = await send('/api/check', 'POST', 'potluck: 1', { 'content-type': 'application/yaml' });
    expect(refused.status).toBe(415);
    expect(await refused.json()).toMatchObject({ type: 'urn:potluck:wrong-media' });
  });

  test('every answer carries the security headers; what differs by audience is never cached', async () => {
    for (const path of ['/api/communities', '/api/communities/nowhere', '/healthz']) {
      const { headers } = await send(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).not.toContain("'unsafe-");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  test('a mistake of ours is told without its inside, and reported', async () => {
    const broken = createApp({
      store: { ...fresh.store, list: () => Promise.reject(new Error('secret words of SQL')) } as never,
      today: () => 0,
      version: '0.0.0',
      report: (error) => reported.push(error),
    });
    const response = await broken.request('http://127.0.0.1/api/communities');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
    expect(String(reported.at(-1))).toContain('secret words of SQL');
  });
});

describe('description', () => {
  test('OpenAPI 3.1 names every route that is served', async () => {
    const document = await get('/api/openapi.json');
    expect(document.openapi).toBe('3.1.0');
    const described = Object.entries(document.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const served = app.routes
      .filter((route) => route.path.startsWith('/api/') && route.method !== 'ALL')
      .map((route) => `${route.method.toLowerCase()} ${route.path.replace(/:(\w+)(?:\{[^}]*\})?/g, '{$1}')}`);
    const missing = [...new Set(served)].filter(
      (one) => !described.includes(one) && !one.endsWith('/openapi.json') && !one.endsWith('/about'),
    );
    expect(described.length).toBeGreaterThanOrEqual(20);
    expect(missing).toEqual([]);
  });

  test('healthz', async () => {
    expect(await get('/healthz')).toEqual({ app: 'potluck', status: 'ok', version: '0.0.0' });
  });
});
