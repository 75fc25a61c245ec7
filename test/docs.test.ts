/** The documentation as it is served: every link leads somewhere, every page can be found, and words stay words. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createApp } from '#server/app';
import { seek } from '#server/docs/page';
import { anchorOf, docShelf, readPage } from '#server/docs/shelf';

const folder = join(import.meta.dirname, '..', 'docs');
const shelf = docShelf(folder);
const pages = [...shelf.pages.values()];
const app = createApp({ store: {} as never, today: () => 0, version: '0', docs: folder });
const ask = (path: string) => app.request(`http://127.0.0.1${path}`);

/** Every address that can be linked to. */
const addresses = new Set([
  ...pages.flatMap((page) => {
    const address = page.path === '' ? '/docs' : `/docs/${page.path}`;
    return [address, ...page.headings.map((heading) => `${address}#${heading.id}`)];
  }),
  ...[...shelf.files.keys()].map((file) => `/docs/${file}`),
]);

describe('links', () => {
  test('there are pages and links to look at', () => {
    expect(pages.length).toBeGreaterThan(25);
    expect(pages.flatMap((page) => page.links).length).toBeGreaterThan(10);
  });

  test.each(pages.map((page) => [page.path === '' ? 'start' : page.path, page] as const))('%s', (_, page) => {
    // What lies in the checkout beside the documentation is named, and not linked to here.
    expect(page.strays.filter((stray) => !existsSync(join(folder, stray)))).toEqual([]);
    expect(page.links.filter((link) => !addresses.has(link))).toEqual([]);
  });

  test('every page stands in the list', () => {
    const listed = shelf.parts.flatMap((part) => part.pages.map((page) => page.path));
    expect(listed.sort()).toEqual(pages.map((page) => page.path).sort());
  });

  test('every page has a title of its own', () => {
    const titles = pages.map((page) => page.title);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });
});

describe('reading', () => {
  const known = new Set(['guide/a.md', 'cases/README.md', 'start.md', 'look/x.png']);
  const read = (text: string) => readPage('guide/a.md', text, known);

  test('HTML stays words, and scripts are no links', () => {
    const { html, strays } = read('# A\n\n<script>alert(1)</script> [x](javascript:alert(1)) <b>');
    expect(html).not.toMatch(/<script|<b>|href="javascript/);
    expect(strays).toEqual([]);
  });

  test('links become addresses; what leads nowhere is told', () => {
    const { html, links, strays } = read(
      '[c](../cases/README.md) [d](../cases#to-do) [s](../start.md) [me](#here) [no](b.md)\n\n![p](../look/x.png)',
    );
    expect(links).toEqual([
      '/docs/cases',
      '/docs/cases#to-do',
      '/docs',
      '/docs/guide/a#here',
      '/docs/look/x.png',
    ]);
    expect(strays).toEqual(['guide/b.md']);
    expect(html).not.toContain('href="b.md"');
    expect(html).toContain('<span>no</span>');
  });

  test('two headings of one name get two anchors', () => {
    expect(read('# A\n\n## Same, it is\n\n## Same, it is').headings.map((one) => one.id)).toEqual([
      'a',
      'same-it-is',
      'same-it-is-1',
    ]);
    expect(anchorOf('Who may see (what)?')).toBe('who-may-see-what');
  });
});

describe('search', () => {
  test('finds pages and parts by their titles', () => {
    expect(seek(shelf, 'km4dev').map((hit) => hit.href)).toContain('/docs/cases/km4dev');
    expect(seek(shelf, 'api')[0]?.href).toBe('/docs/guide/api');
    expect(seek(shelf, 'zzz')).toEqual([]);
    expect(seek(shelf, '  ')).toEqual([]);
  });
});

describe('serving', () => {
  test('pages, the first page, files, and pages that are not there', async () => {
    expect(await (await ask('/docs')).text()).toContain('<nav id="contents"');
    expect((await ask('/docs/cases')).status).toBe(200);
    expect((await ask('/docs/guide/api.md')).status).toBe(200);
    expect((await ask('/docs/look/picture.png')).headers.get('content-type')).toBe('image/png');
    expect((await ask('/docs/../package.json')).status).toBe(404);
    expect((await ask('/docs/guide/%2e%2e/%2e%2e/package.json')).status).toBe(404);
    expect((await ask('/docs/nothing')).status).toBe(404);
  });

  test('what is searched for stays words', async () => {
    const text = await (await ask(`/docs?q=${encodeURIComponent('<script>alert(1)</script>"')}`)).text();
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});
