/** Pages as they travel: packed by the build where it packed them. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { Carried } from '#server/caller';
import { pagesOf } from '#server/pages';

test('what the build packed goes out as it lies there, to those who take it, under the same tag', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'potluck-pages-'));
  writeFileSync(join(folder, 'index.html'), '<html></html>');
  writeFileSync(join(folder, 'a.js'), 'let a = 1;'.repeat(200));
  writeFileSync(join(folder, 'a.js.br'), brotliCompressSync('let a = 1;'.repeat(200)));
  const pages = pagesOf(folder);
  if (pages === null) throw new Error('no pages');
  const app = new Hono<Carried>().use(pages);
  const plain = await app.request('/a.js');
  const small = await app.request('/a.js', { headers: { 'accept-encoding': 'gzip, deflate, br' } });
  expect(small.headers.get('content-encoding')).toBe('br');
  expect(brotliDecompressSync(Buffer.from(await small.arrayBuffer())).toString()).toBe(await plain.text());
  expect(small.headers.get('etag')).toBe(plain.headers.get('etag'));
  expect((await app.request('/a.js.br')).status, 'is no page of its own').toBe(404);
});
