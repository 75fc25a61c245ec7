/**
 * Released pages, for whoever has the address: frozen bytes, without a script, under a policy of their own. What was taken
 * back says so calmly (410). No search engine keeps them.
 */

import type { Context } from 'hono';
import { Hono } from 'hono';
import { type Frozen, insteadOf } from '#core/released-page';
import type { Carried } from '#server/caller';
import { hashOf, STYLE } from '#server/releasing';
import type { Store } from '#store/port';

const policy = (frames: string, style = "'self'") =>
  `default-src 'none'; style-src ${style}; font-src 'self' data:; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors ${frames}`;
const ALONE = policy("'none'");
const FRAMED = policy('*');
/** A drawing that stands alone brings its typefaces with it. */
const DRAWN = policy("'none'", "'unsafe-inline'");

const HTML = 'text/html; charset=utf-8';

/** Each form: where it stands below the address, what it is, and what it may do. */
const FORMS: readonly {
  readonly path: string;
  readonly form: keyof Frozen;
  readonly type: string;
  readonly policy: string;
}[] = [
  { path: '', form: 'page', type: HTML, policy: ALONE },
  { path: '/embed', form: 'embed', type: HTML, policy: FRAMED },
  { path: '/picture.svg', form: 'svg', type: 'image/svg+xml; charset=utf-8', policy: DRAWN },
  { path: '/table.csv', form: 'csv', type: 'text/csv; charset=utf-8', policy: ALONE },
];

const isSecret = (token: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(token);

/** The addresses of releases. */
export function releasedRoutes(store: Store) {
  const routes = new Hono<Carried>();
  const instead = (context: Context, what: 'withdrawn' | 'absent', framing: string) =>
    context.body(insteadOf(what, STYLE), what === 'withdrawn' ? 410 : 404, {
      'content-type': HTML,
      'content-security-policy': framing,
      'x-robots-tag': 'noindex, nofollow',
    });
  for (const { path, form, type, policy: allowed } of FORMS)
    routes.get(`/r/:token${path}`, async (context) => {
      const framing = form === 'embed' ? FRAMED : ALONE;
      const token = context.req.param('token') ?? '';
      const found = isSecret(token) ? await store.releases.at(hashOf(token)) : null;
      if (found === null || found === 'withdrawn') return instead(context, found ?? 'absent', framing);
      const body = found.forms[form];
      if (body === null) return instead(context, 'absent', framing);
      return context.body(body, 200, {
        'content-type': type,
        'content-security-policy': allowed,
        'x-robots-tag': 'noindex, nofollow',
        // What is released may be shown on the pages of others.
        ...(form === 'svg' || form === 'csv' ? { 'cross-origin-resource-policy': 'cross-origin' } : {}),
        ...(form === 'csv' ? { 'content-disposition': 'attachment; filename="table.csv"' } : {}),
      });
    });
  return routes;
}
