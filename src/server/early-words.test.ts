/**
 * What the server says before, and without, the application: in the first language of the browser, in English as it was, and
 * from nowhere but here. The words expected are read from `locale/` in this file.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '#server/app';
import type { Carried } from '#server/caller';
import { starting } from '#server/early-words';
import { pagesOf } from '#server/pages';

const LANGUAGES = ['es', 'fr', 'nl', 'pt', 'sw'];
const root = join(import.meta.dirname, '..', '..');

function words(language: string, id: string): string {
  const path = join(root, 'locale', language, 'refusals.json');
  return JSON.parse(readFileSync(path, 'utf8'))[id].is;
}

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

/** Whatever a page would fetch, or lead to, elsewhere. */
const ELSEWHERE = /(?:src|href|url\()\s*=?\s*["']?(?:https?:)?\/\//;

describe('while it starts', () => {
  test.each(LANGUAGES)('a browser gets a page in %s that asks again by itself', async (language) => {
    const { headers, body } = await starting({
      accept: BROWSER,
      'accept-language': `de, ${language}-ZZ;q=0.8`,
    });
    expect(body).toContain(`<html lang="${language}" dir="ltr">`);
    expect(body).toContain(`<p role="status">${words(language, 'refused.starting')}</p>`);
    expect(body).not.toContain('is starting');
    expect(body).not.toMatch(ELSEWHERE);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      refresh: '1',
      'retry-after': '1',
    });
  });

  test('a program gets the line that it always got', async () => {
    const { headers, body } = await starting({ accept: '*/*' });
    expect(body).toBe('Potluck is starting.\n');
    expect(headers).toMatchObject({ 'content-type': 'text/plain; charset=utf-8', refresh: '1' });
    expect((await starting({ 'accept-language': 'xx' })).body).toBe('Potluck is starting.\n');
    expect((await starting({ accept: BROWSER, 'accept-language': 'en-GB' })).body).toContain(
      '<html lang="en" dir="ltr">',
    );
  });
});

describe('where no script may run', () => {
  const source = (name: string) => readFileSync(join(root, 'src', 'web', name), 'utf8');
  const noscript = (html: string) =>
    (/<noscript>([\s\S]*?)<\/noscript>/.exec(html)?.[1] ?? '').replace(/<\/?p>/g, '').trim();
  let folder: string;
  let app: Hono<Carried>;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'potluck-early-'));
    for (const name of ['index.html', 't.html']) writeFileSync(join(folder, name), source(name));
    const shell = { title: 'Garden · Potluck', where: '', room: '<p>Here</p>', data: [] };
    const pages = pagesOf(folder, async (context) =>
      context.req.path === '/c/garden' ? { ...shell, language: context.req.query('speaks') ?? 'en' } : null,
    );
    if (pages === null) throw new Error('no pages');
    app = new Hono<Carried>().use(pages);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const asked = async (path: string, language: string) => {
    const answer = await app.request(path, { headers: { 'accept-language': language } });
    return {
      html: await answer.text(),
      etag: answer.headers.get('etag'),
      keeps: answer.headers.get('cache-control'),
    };
  };

  test.each(LANGUAGES)(
    'a room, a room without a first sight, and a phone in a round, in %s',
    async (language) => {
      const says = words(language, 'refused.no-script').replace(
        '{command}',
        `<code>npx potluck --help --lang ${language}</code>`,
      );
      for (const path of ['/c/nobody', `/c/garden?speaks=${language}`]) {
        const { html, keeps } = await asked(path, language);
        expect(noscript(html), path).toBe(says);
        expect(html).toContain(`<html lang="${language}"`);
        expect(keeps).toBe('private, no-cache');
      }
      const phone = await asked('/t', language);
      expect(noscript(phone.html)).toBe(words(language, 'refused.no-script-round'));
      expect(phone.html).toContain(`<html lang="${language}"`);
      expect(phone.etag).not.toBe((await asked('/t', 'en')).etag);
    },
  );

  test('in English as it was built', async () => {
    expect((await asked('/c/nobody', 'en')).html).toBe(source('index.html'));
    expect((await asked('/t', 'de')).html).toBe(source('t.html'));
  });

  test('the English of the pages is the English that is translated', () => {
    const english = JSON.parse(readFileSync(join(root, 'locale', 'en', 'refusals.json'), 'utf8'));
    const command = '<code>npx potluck --help</code>';
    expect(noscript(source('index.html'))).toBe(english['refused.no-script'].replace('{command}', command));
    expect(noscript(source('t.html'))).toBe(english['refused.no-script-round']);
  });
});

describe('around the guides', () => {
  const app = createApp({ store: {} as never, today: () => 0, version: '0', docs: join(root, 'docs') });
  const html = async (path: string, language: string) =>
    (await app.request(`http://127.0.0.1${path}`, { headers: { 'accept-language': language } })).text();
  const ENGLISH =
    />(?:Skip to the text|How it works|All pages|Search|Begin here|Guide|The cases|Why|Reference|Why it is built so|There is no such page\.)<|"Search the titles"|"All pages"|Titles with/g;

  test.each(LANGUAGES)('head, list, search and what is not found, in %s', async (language) => {
    const says = (id: string) => words(language, id);
    const start = await html('/docs', language);
    // The guide is in English, what stands around it is not.
    expect(start).toContain('<html lang="en"');
    expect(start).toMatch(
      new RegExp(`<header class="top" lang="${language}">[^]*<nav id="contents" lang="${language}" `),
    );
    expect(start).toContain('<main id="text" tabindex="-1" lang="en">');
    for (const id of ['english', 'skip', 'home', 'all', 'search', 'part.start', 'part.decisions'])
      expect(start, id).toContain(`>${says(`docs.${id}`)}<`);
    expect(start).toContain(`placeholder="${says('docs.seek')}"`);
    const missing = await html('/docs/nothing', language);
    expect(missing).toContain(
      `<main id="text" tabindex="-1" lang="${language}">\n<h1>${says('docs.missing-title')}</h1>`,
    );
    expect(missing).toContain(`<p>${says('docs.moved')}</p>`);
    expect(missing).toContain(`<html lang="${language}"`);
    const found = await html('/docs?q=zzz', language);
    expect(found).toContain(
      `<h1>${says('docs.found').replace('{words}', 'zzz')}</h1>\n<p>${says('docs.none')}</p>`,
    );
    // Titles of the guides stay as the guides are, and say so.
    for (const page of [missing, found])
      for (const [english] of page.replace(/<ul lang="en">[\s\S]*?<\/ul>/g, '').matchAll(ENGLISH))
        expect(english).toBe(`>${says('docs.part.guide')}<`);
  });

  test('in English nothing of it is said to be in another language', async () => {
    const start = await html('/docs', 'en');
    expect(start).toContain('<html lang="en"');
    expect(start).not.toContain('written in English');
    expect(start).not.toContain('<ul lang');
    expect([...start.matchAll(ENGLISH)].length).toBeGreaterThan(10);
  });
});
