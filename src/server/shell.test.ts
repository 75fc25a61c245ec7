/** The page as it comes, before any script: who asks sees names they may see, in their language, and no markup of others. */
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GARDEN } from '#cli/testing';
import { dayOf } from '#core/model/dates';
import { createApp } from '#server/app';
import { LOCAL } from '#server/caller';
import { type FreshStore, freshStore } from '#store/testing';

const HTML =
  '<!doctype html><html lang="en" dir="ltr"><head><title>Potluck</title></head><body><header><!--where--></header><!--room--></body></html>';

let fresh: FreshStore;
let folder: string;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  fresh = await freshStore();
  folder = await mkdtemp(join(tmpdir(), 'potluck-shell-'));
  await writeFile(join(folder, 'index.html'), HTML);
  await mkdir(join(folder, '.vite'));
  const manifest = {
    'index.html': { file: 'assets/index.js', imports: ['words'] },
    words: { file: 'assets/words.js' },
    'features/free/index.ts': {
      file: 'assets/free.js',
      imports: ['words', 'tube'],
      css: ['assets/free.css'],
    },
    tube: { file: 'assets/tube.js', imports: ['features/free/index.ts'] },
  };
  await writeFile(join(folder, '.vite', 'manifest.json'), JSON.stringify(manifest));
  const caller = {
    ...LOCAL,
    audienceFor: (_: string, wanted: string | undefined) =>
      wanted === 'nobody' ? null : (wanted ?? 'stewards'),
  };
  const today = () => dayOf(2026, 11, 22) ?? 0;
  app = createApp({ store: fresh.store, today, version: '0.0.0', pages: folder, caller: () => caller });
  for (const text of [
    GARDEN,
    GARDEN.replace('id: garden', 'id: odd').replace('The garden', 'Us & <b>them</b>'),
  ])
    await fresh.store.create({ changeId: randomUUID(), author: null, text });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await fresh.close();
});

const page = async (path: string, headers: Record<string, string> = {}) => {
  const response = await app.request(`http://127.0.0.1:4321${path}`, { headers });
  return { html: await response.text(), keeps: response.headers.get('cache-control') };
};

test('the shelf names what stands on it', async () => {
  const { html, keeps } = await page('/');
  expect(html).toContain('<a href="/c/garden">The garden</a>');
  expect(html).toContain('Everyone brings something. Who carries what?');
  expect(keeps).toBe('private, no-cache');
});

test('a room names its community in the title, in the head and in the room', async () => {
  const { html } = await page('/c/garden/free?on=2026');
  expect(html).toContain('<title>The garden · Potluck</title>');
  expect(html.match(/The garden/g)).toHaveLength(3);
});

test('words of a file are words, never markup', async () => {
  const { html } = await page('/c/odd');
  expect(html).toContain('Us &amp; &lt;b&gt;them&lt;/b&gt;');
  expect(html).not.toContain('<b>them');
});

test('a community that is not there, or not for one, leaves the page bare', async () => {
  for (const path of ['/c/nobody', '/c/garden?eyes=nobody', '/c/%E0%A4%A'])
    expect((await page(path)).html, path).toContain('<!--room-->');
});

test('in the first language of the browser that is spoken here', async () => {
  const { html } = await page('/', { 'accept-language': 'de-CH,es;q=0.8,en;q=0.5' });
  expect(html).toContain('<html lang="es"');
  expect(html).not.toContain('Everyone brings something');
});

test('what a room needs beside the page is asked for at once, and nothing twice', async () => {
  const links = (html: string) =>
    [...html.matchAll(/<link rel="(\w+)"[^>]* href="([^"]+)"/g)].map((one) => one.slice(1));
  expect(links((await page('/c/garden/free')).html)).toEqual([
    ['modulepreload', '/assets/free.js'],
    ['preload', '/assets/free.css'],
    ['modulepreload', '/assets/tube.js'],
    ['preload', '/api/communities/garden/view'],
    ['preload', '/api/me'],
  ]);
  const me = ['preload', '/api/me'];
  const data = [['preload', '/api/communities/garden/view'], me];
  expect(links((await page('/c/garden/canvas')).html)).toEqual(data);
  expect(links((await page('/')).html)).toEqual([me]);
  // Through other eyes, or in another language, the page asks for something else.
  expect(links((await page('/c/garden/canvas?eyes=members')).html)).toEqual([]);
  expect(links((await page('/c/garden/canvas', { 'accept-language': 'es' })).html)).toEqual([]);
});

test.each(['/settings', '/sign-in', '/join', '/recover'])(
  '%s has a first sight that names nobody and no community',
  async (path) => {
    const { html, keeps } = await page(path);
    expect(html).toContain('Laying the table…');
    expect(html).not.toContain('The garden');
    expect(keeps).toBe('private, no-cache');
  },
);

test('answers are packed for those who can unpack them', async () => {
  const asked = (headers: Record<string, string>) =>
    app.request('http://127.0.0.1:4321/api/communities/garden/view', { headers });
  const packed = await asked({ 'accept-encoding': 'gzip' });
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  const open = new Response(packed.body?.pipeThrough(new DecompressionStream('gzip')));
  const plain = await asked({});
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(packed.headers.get('etag')).toBe(plain.headers.get('etag'));
  expect(await open.json()).toEqual(await plain.json());
});
