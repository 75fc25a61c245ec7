/**
 * What is tried at the door: paths that lead out of a folder, headers that pretend, files that are bombs, addresses that lead
 * elsewhere. Requests are written byte by byte where a client would mend them.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GARDEN } from '#cli/testing';
import { createApp } from '#server/app';
import { type FreshStore, freshStore } from '#store/testing';
import type { App } from '#test/security/doors';
import { dangersIn } from '#test/security/hostile-file';
import { type Wire, wireTo } from '#test/security/wire';

let fresh: FreshStore;
let app: App;
let wire: Wire;
const troubles: unknown[] = [];

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'potluck-pages-'));
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html lang="en"><head><title>Potluck</title></head><body></body></html>',
  );
  fresh = await freshStore();
  app = createApp({
    store: fresh.store,
    today: () => 20_513,
    version: '0',
    docs: 'docs',
    pages: folder,
    report: (error) => troubles.push(error),
  });
  wire = await wireTo(app);
  const outcome = await fresh.store.create({ changeId: randomUUID(), author: null, text: GARDEN });
  expect(outcome.ok).toBe(true);
});
afterAll(async () => {
  wire.close();
  await fresh.close();
});

const ask = (path: string, ...headers: string[]) =>
  wire.send([
    `GET ${path} HTTP/1.1`,
    ...(headers.some((one) => /^host:/i.test(one)) ? [] : ['Host: 127.0.0.1']),
    ...headers,
  ]);
const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
const post = (path: string, body: unknown, type = 'application/json') =>
  app.request(`http://127.0.0.1${path}`, {
    method: 'POST',
    headers: { 'content-type': type, 'idempotency-key': randomUUID() },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('paths', () => {
  test.each([
    '/../package.json',
    '/docs/../../package.json',
    '/docs/%2e%2e/%2e%2e/package.json',
    '/docs/..%2f..%2fpackage.json',
    '/docs/%252e%252e%252fpackage.json',
    '/docs/....//....//package.json',
    '/docs/..%5c..%5cpackage.json',
    '/docs/guide/api.md%00.png',
    '//docs/..//../package.json',
    '/..%2f..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/embed/..%2f..%2fpackage',
    '/api/communities/..%2f..%2fremoved',
    '/docs/__proto__',
    '/docs/constructor',
  ])('%s leads out of no folder', async (path) => {
    const answer = await ask(path);
    expect(answer).not.toMatch(/"dependencies"|root:.*:0:0:/);
    expect(statusOf(answer)).toBeLessThan(500);
    expect(answer).not.toMatch(/\bat .+\.[jt]s:\d+|ENOENT|node_modules/);
  });

  test.each(['/docs/%ff', '/docs/%E0%A4%A', '/c/%ff', '/embed/%ff', '/api/communities/%ff/view', '/%'])(
    '%s is no address, and no mistake of ours',
    async (path) => {
      const before = troubles.length;
      expect(statusOf(await ask(path))).toBeLessThan(500);
      expect(troubles.length).toBe(before);
    },
  );
});

describe('headers', () => {
  test.each([
    ['evil.example'],
    ['127.0.0.1.evil.example'],
    ['localhost:80@evil.example'],
    ['evil.example:4321'],
    ['127.0.0.1#evil.example'],
    [''],
  ])('the host %s is not answered', async (host) => {
    const answer = await ask('/api/communities', `Host: ${host}`);
    expect([400, 421]).toContain(statusOf(answer));
    expect(answer).not.toContain('garden');
  });

  test('two hosts are one too many', async () => {
    const answer = await ask('/api/communities', 'Host: 127.0.0.1', 'Host: evil.example');
    expect(statusOf(answer)).toBeGreaterThanOrEqual(400);
  });

  test('what pretends another address, method or host changes nothing', async () => {
    const plain = await ask('/api/communities/garden/story');
    const body = (answer: string) => answer.slice(answer.indexOf('\r\n\r\n'));
    for (const header of [
      'X-Forwarded-Host: evil.example',
      'X-Original-URL: /api/removed',
      'X-Rewrite-URL: /api/removed',
      'X-HTTP-Method-Override: DELETE',
      'X-Forwarded-For: 10.0.0.1',
      'Forwarded: host=evil.example',
      'X-Forwarded-Proto: https',
    ]) {
      const answer = await ask('/api/communities/garden/story', header);
      // What a proxy passes on is refused as long as nobody has an account.
      if (statusOf(answer) === 421) expect([header, /forwarded/i.test(header)]).toEqual([header, true]);
      else expect([header, body(answer)]).toEqual([header, body(plain)]);
    }
    expect(await fresh.store.view('garden', 'public')).not.toBeNull();
  });

  test('another site cannot have a browser ask', async () => {
    for (const header of ['Origin: http://evil.example', 'Origin: null', 'Sec-Fetch-Site: cross-site'])
      expect([header, statusOf(await ask('/api/communities', header))]).toEqual([header, 403]);
    const answer = await ask('/api/communities/garden', 'Origin: http://evil.example');
    expect(answer).not.toMatch(/access-control-allow/i);
  });

  test('a line end in a parameter splits no answer', async () => {
    for (const path of [
      '/api/communities/garden/export/svg?audience=public%0d%0aSet-Cookie:%20a=b',
      '/api/communities/garden/export/csv?as-of=2026%0d%0aSet-Cookie:%20a=b',
      '/docs?q=%0d%0aSet-Cookie:%20a=b',
      '/docs/%0d%0aSet-Cookie:%20a=b',
    ]) {
      const answer = await ask(path);
      expect(answer.slice(0, answer.indexOf('\r\n\r\n'))).not.toMatch(/^set-cookie/im);
      expect(statusOf(answer)).toBeLessThan(500);
    }
  });
});

describe('addresses that lead elsewhere', () => {
  test.each([
    '//evil.example',
    '//evil.example/%2e%2e',
    '/\\evil.example',
    '/%5cevil.example',
    '/docs//evil.example',
    '/docs/',
    '/docs/start',
    '/c//evil.example',
    '/?next=http://evil.example',
    '/sign-in?next=//evil.example',
    '/join?to=http://evil.example',
    '/embed//evil.example',
    'http://evil.example/',
  ])('%s sends nobody away', async (path) => {
    const answer = await ask(path);
    const location = /^location: (.*)$/im.exec(answer)?.[1]?.trim() ?? '';
    expect(location === '' || /^\/(?![/\\])/.test(location)).toBe(true);
    expect(answer).not.toMatch(/http-equiv="?refresh/i);
  });

  test('what is sought in the documentation is shown as words', async () => {
    const answer = await ask('/docs?q=%3Cscript%3Ealert(1)%3C/script%3E%22%20onfocus=alert(1)%20x=%22');
    expect(answer).toContain('&lt;script&gt;');
    expect(dangersIn(answer)).toEqual([]);
  });
});

const alias = (levels: number): string =>
  [
    'potluck: 1',
    'id: bomb',
    'x-0: &x0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]',
    ...Array.from(
      { length: levels },
      (_, at) => `x-${at + 1}: &x${at + 1} [${Array(9).fill(`*x${at}`).join(', ')}]`,
    ),
    `name: *x${levels}`,
  ].join('\n');

describe('files that are bombs', () => {
  const bombs: readonly (readonly [string, string])[] = [
    ['a name that repeats itself for ever', alias(12)],
    ['brackets in brackets', `potluck: 1\nname: ${'['.repeat(20_000)}`],
    ['maps in maps', Array.from({ length: 3_000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
    [
      'a tag that would run',
      'potluck: 1\nid: tag\nname: !!js/function "function () { return process.exit() }"',
    ],
    ['a tag that would read a file', 'potluck: 1\nid: tag\nname: !include /etc/passwd'],
    [
      'prototypes',
      'potluck: 1\nid: proto\nname: P\n__proto__: {polluted: true}\nparties: {__proto__: {polluted: true}, constructor: {prototype: {polluted: true}}}',
    ],
    ['keys that merge', 'potluck: 1\nid: merge\nname: M\nbase: &b {polluted: true}\nparties:\n  <<: *b'],
    ['nothing but zeros', '\0'.repeat(10_000)],
    ['half a character', 'potluck: 1\nname: \ud800'],
    [
      'an amount that no number holds',
      `potluck: 1\nid: n\nname: N\nparties: {a: {size: ${'9'.repeat(5_000)}}}`,
    ],
    ['many mistakes', `potluck: 1\n${Array.from({ length: 8_000 }, (_, at) => `k${at}: 1`).join('\n')}`],
  ];
  test.each(bombs)('%s: told as mistakes', async (_, text) => {
    const checked = await post('/api/check', { text });
    expect(checked.status).toBe(200);
    const { problems } = (await checked.json()) as { problems: { severity: string }[] };
    expect(problems.some((one) => one.severity === 'error')).toBe(true);
    expect(problems.length).toBeLessThanOrEqual(1_001);
    const brought = await post('/api/communities/import', text, 'application/yaml');
    expect([400, 422]).toContain(brought.status);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(JSON.stringify(problems)).not.toMatch(/root:.*:0:0:/);
  });

  test('more than a request may hold is not read', async () => {
    const answer = await post('/api/communities/import', 'x'.repeat(7 * 1024 * 1024), 'application/yaml');
    expect(answer.status).toBe(413);
  });

  test('a body that is no JSON, or of another kind, is refused in words', async () => {
    expect((await post('/api/check', '{"text": ')).status).toBe(400);
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])
      expect([type, (await post('/api/check', 'text=1', type)).status]).toEqual([type, 415]);
    expect((await post('/api/check', { text: 'potluck: 1', __proto__: { a: 1 }, more: 1 })).status).toBe(400);
  });
});

test('no mistake of ours was met on the way', () => {
  expect(troubles).toEqual([]);
});
