/**
 * Serves the web application from a folder that a build made. Only files found there at the start are served, so no path
 * can lead out of it. Every other address that a person opens is answered with the page itself.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';
import type { Carried } from '#server/caller';
import { withoutScript } from '#server/early-words';
import { roomFiles } from '#server/room-files';
import { type Shell, withShell } from '#server/shell';
import { languageOfBrowser } from '#server/speech';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const PACKABLE = new Set(['.html', '.js', '.css', '.svg', '.json']);
const HASHED = /-[A-Za-z0-9_-]{8}\.(?:js|css|svg|png)$/;

interface Page {
  readonly body: Buffer;
  readonly type: string;
  readonly etag: string;
  readonly keeps: string;
  packed: Promise<Buffer> | null;
  /** Packed by the build, with Brotli: a tenth smaller than gzip. Null where it was not. */
  readonly small: Buffer | null;
  readonly packable: boolean;
}

/**
 * The pages of a folder; null where nothing was built there. `shell` gives what the page of the application shows before
 * any script has run.
 */
export function pagesOf(
  folder: string,
  shell: (context: Context<Carried>) => Promise<Shell | null> = async () => null,
): MiddlewareHandler<Carried> | null {
  const pages = new Map<string, Page>();
  const visit = (under: string) => {
    for (const entry of readdirSync(join(folder, under), { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name.endsWith('.br')) continue;
      const path = posix.join(under, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) pages.set(`/${path}`, pageOf(join(folder, path), path));
    }
  };
  try {
    visit('');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const home = pages.get('/index.html');
  if (home === undefined) return null;
  // Who takes part in a round by link gets a page of their own, without rooms.
  const phone = pages.get('/t.html') ?? home;
  const early = roomFiles(folder);
  return async (context, next) => {
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD') return next();
    const path = context.req.path;
    const page = pages.get(path);
    const language = () => languageOfBrowser(context.req.header('accept-language'));
    if (path === '/t') return answer(context, await spoken(phone, 'phone', language()));
    if (page !== undefined && path !== '/index.html') return answer(context, page);
    if (path.startsWith('/api/') || path === '/healthz' || extname(path) !== '')
      return path === '/index.html' ? answer(context, home) : next();
    const first = await shell(context);
    const bare = await spoken(home, 'rooms', first?.language ?? language());
    return answer(context, first === null ? bare : shown(bare, first, early(path)));
  };
}

/** The page of the application for one reader: kept by nobody but them. */
function shown(home: Page, shell: Shell, links: string): Page {
  const html = withShell(home.body.toString('utf8'), shell).replace(
    '</head>',
    () =>
      `${links}${shell.data.map((path) => `<link rel="preload" as="fetch" crossorigin href="${path}">`).join('')}</head>`,
  );
  const body = Buffer.from(html);
  return { ...home, body, etag: tagOf(body), keeps: 'private, no-cache', packed: null, small: null };
}

/** Pages as they are without a script, by language. */
const inLanguages = new WeakMap<Page, Map<string, Promise<Page>>>();

/** A page with what it says without a script in the language of the browser. */
function spoken(page: Page, which: 'rooms' | 'phone', language: string): Promise<Page> | Page {
  if (language === 'en') return page;
  const known = inLanguages.get(page) ?? new Map<string, Promise<Page>>();
  inLanguages.set(page, known);
  const made = known.get(language) ?? inLanguage(page, which, language);
  known.set(language, made);
  return made;
}

async function inLanguage(page: Page, which: 'rooms' | 'phone', language: string): Promise<Page> {
  const body = Buffer.from(await withoutScript(page.body.toString('utf8'), language, which));
  return { ...page, body, etag: tagOf(body), keeps: 'private, no-cache', packed: null, small: null };
}

const tagOf = (body: Buffer) => `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;

function pageOf(file: string, path: string): Page {
  const body = readFileSync(file);
  const extension = extname(path);
  return {
    body,
    type: TYPES[extension] ?? 'application/octet-stream',
    etag: tagOf(body),
    keeps: HASHED.test(path)
      ? 'public, max-age=31536000, immutable'
      : extension === '.woff2'
        ? 'public, max-age=86400'
        : 'no-cache',
    packed: null,
    small: existsSync(`${file}.br`) ? readFileSync(`${file}.br`) : null,
    packable: PACKABLE.has(extension) && body.length > 1024,
  };
}

async function answer(context: Context, page: Page): Promise<Response> {
  const headers: Record<string, string> = {
    'content-type': page.type,
    etag: page.etag,
    'cache-control': page.keeps,
  };
  if (page.packable) headers['vary'] = 'accept-encoding';
  if (context.req.header('if-none-match') === page.etag) return context.body(null, 304, headers);
  const takes = context.req.header('accept-encoding') ?? '';
  if (page.small !== null && /\bbr\b/.test(takes))
    return context.body(new Uint8Array(page.small), 200, { ...headers, 'content-encoding': 'br' });
  if (page.packable && /\bgzip\b/.test(takes)) {
    page.packed ??= promisify(gzip)(page.body, { level: 9 });
    return context.body(new Uint8Array(await page.packed), 200, { ...headers, 'content-encoding': 'gzip' });
  }
  return context.body(new Uint8Array(page.body), 200, headers);
}
