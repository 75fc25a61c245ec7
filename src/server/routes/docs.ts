/** The documentation at `/docs`, read from its folder when it is first asked for. Plain pages; they work without a script. */
import { Hono } from 'hono';
import type { Carried } from '#server/caller';
import { DOCS_STYLE, docHtml, foundHtml, missingHtml } from '#server/docs/page';
import { type DocShelf, docShelf } from '#server/docs/shelf';

const HTML = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' } as const;

/** The routes of the documentation in a folder. */
export function docsRoutes(folder: string) {
  let read: DocShelf | null = null;
  const shelf = (): DocShelf => (read ??= docShelf(folder));
  const routes = new Hono<Carried>();
  routes.get('/docs/docs.css', (context) =>
    context.body(DOCS_STYLE, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' }),
  );
  routes.get('/docs', (context) => {
    const asked = context.req.query('q')?.trim().slice(0, 100) ?? '';
    const first = shelf().pages.get('');
    if (asked !== '') return context.body(foundHtml(shelf(), asked), 200, HTML);
    return first === undefined
      ? context.body(missingHtml(shelf()), 404, HTML)
      : context.body(docHtml(shelf(), first), 200, HTML);
  });
  routes.get('/docs/*', (context) => {
    const path = decoded(context.req.path.slice('/docs/'.length)).replace(/\/$/, '').replace(/\.md$/, '');
    if (path === '' || path === 'start') return context.redirect('/docs', 301);
    const page = shelf().pages.get(path);
    if (page !== undefined) return context.body(docHtml(shelf(), page), 200, HTML);
    const file = shelf().files.get(path);
    if (file === undefined) return context.body(missingHtml(shelf()), 404, HTML);
    return context.body(new Uint8Array(file.body), 200, {
      'content-type': file.type,
      'cache-control': 'no-cache',
    });
  });
  return routes;
}

/** An address as it is meant; one that cannot be read stays as it was written, and nothing is found there. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
