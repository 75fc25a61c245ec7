/** The way to another provider and back (OpenID Connect). It leads to pages of this Potluck only. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { message } from '#core/words/message';
import { type Desk, mustBeSignedIn } from '#server/people/desk';
import type { Elsewhere } from '#server/people/elsewhere';
import { Refusal } from '#server/problem';
import { refusal, router } from '#server/route';

/** What is refused here. */
const SAYS = {
  noProvider: message('refused.no-provider', 'No other provider is set up here.'),
} as const;

const tags = ['People'];
const BACK = '/api/sign-in/oidc/back';
/** Where a browser is sent, by what came of it. */
const PAGES = {
  done: '/',
  linked: '/settings?oidc=linked',
  unknown: '/sign-in?oidc=unknown',
  failed: '/sign-in?oidc=failed',
} as const;
const redirects = (description: string) => ({ 303: { description } }) as const;

const begin = createRoute({
  method: 'get',
  path: '/api/sign-in/oidc',
  tags,
  summary: 'Sign in by way of the provider that the operator has named',
  description: 'With `link=1` the provider is linked to the account that is signed in.',
  request: { query: z.object({ link: z.literal('1').optional() }) },
  responses: {
    ...redirects('To the provider.'),
    401: refusal('Nobody is signed in.'),
    404: refusal('No provider is named.'),
    429: refusal('Tried too often.'),
  } as const,
});

const back = createRoute({
  method: 'get',
  path: BACK,
  tags,
  summary: 'Where the provider sends the browser back to',
  responses: {
    ...redirects('Into Potluck, signed in; or to the page for signing in.'),
    404: refusal('No provider is named.'),
  } as const,
});

/** The routes of another provider. */
export function elsewhereRoutes(desk: Desk, elsewhere: Elsewhere | null) {
  const { people } = desk;
  const cookie = desk.isSecure ? '__Host-potluck-oidc' : 'potluck-oidc';
  const originOf = (context: Context) => desk.site?.origin ?? new URL(context.req.url).origin;
  const named = (): Elsewhere => {
    if (elsewhere === null) throw new Refusal(404, 'not-found', SAYS.noProvider());
    return elsewhere;
  };
  return router()
    .openapi(begin, async (context) => {
      const provider = named();
      await desk.mayTry(context, 'elsewhere');
      const linkTo =
        context.req.valid('query').link === undefined ? null : mustBeSignedIn(context).account.id;
      const begun = await provider.begin(`${originOf(context)}${BACK}`, linkTo).catch(() => null);
      if (begun === null) return context.redirect(PAGES.failed, 303);
      setCookie(context, cookie, begun.keeps, {
        httpOnly: true,
        secure: desk.isSecure,
        sameSite: 'Lax',
        path: '/',
        maxAge: 600,
      });
      return context.redirect(begun.to.href, 303);
    })
    .openapi(back, async (context) => {
      const provider = named();
      const kept = getCookie(context, cookie);
      deleteCookie(context, cookie, { path: '/', secure: desk.isSecure });
      const { pathname, search } = new URL(context.req.url);
      const identity = await provider
        .end(new URL(`${pathname}${search}`, originOf(context)), kept)
        .catch(() => null);
      if (identity === null) return context.redirect(PAGES.failed, 303);
      const { issuer, subject, linkTo } = identity;
      if (linkTo !== null) {
        // Whoever is signed in by now must be the one who asked.
        const same = context.get('standing')?.account?.id === linkTo;
        const linked = same && (await people.addIdentity(issuer, subject, linkTo));
        return context.redirect(linked ? PAGES.linked : PAGES.failed, 303);
      }
      const account = await people.identity(issuer, subject);
      if (account === null) {
        await desk.note('sign-in-failed', null, { how: 'oidc' });
        return context.redirect(PAGES.unknown, 303);
      }
      await desk.signIn(context, account);
      return context.redirect(PAGES.done, 303);
    });
}
