/**
 * What is turned away before any route is asked: foreign host names (a page elsewhere that points its own name at this
 * machine), requests that another site makes a browser send, and bodies of a kind that a plain form could send.
 */
import type { MiddlewareHandler } from 'hono';
import { message } from '#core/words/message';
import { carriesSession } from '#server/people/cookies';
import { Refusal } from '#server/problem';

/** What is refused here. */
const SAYS = {
  otherName: message(
    'refused.other-name',
    'Potluck answers only under the names it was started with, such as 127.0.0.1.',
  ),
  otherSite: message(
    'refused.other-site',
    'Another site asked for this. Potluck answers only its own pages.',
  ),
  otherMedia: message(
    'refused.other-media',
    'Send application/json, or application/yaml where a community file is taken.',
  ),
} as const;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The name in a Host header, without the port, in small letters. */
function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}

/** Lets only requests for these host names through; in single-user mode the names of this machine's loopback. */
export function hostGuard(names: readonly string[] = []): MiddlewareHandler {
  const known = new Set([...LOOPBACK, ...names.map((name) => name.toLowerCase())]);
  return async (context, next) => {
    const host = context.req.header('host') ?? new URL(context.req.url).host;
    if (!known.has(hostName(host))) {
      throw new Refusal(421, 'bad-host', SAYS.otherName());
    }
    await next();
  };
}

/** Where another provider sends a person back to: a page elsewhere leads here, and the answer proves itself. */
const FROM_ELSEWHERE = '/api/sign-in/oidc/back';

/**
 * Turns away what another site asks through somebody's browser. Programs without a browser send neither header; they may
 * write without a session, or say themselves where they belong.
 *
 * @param home The host of the site under which Potluck is reached, where a proxy may ask under another name.
 */
export function originGuard(home: string | null = null): MiddlewareHandler {
  return async (context, next) => {
    const { method } = context.req;
    const site = context.req.header('sec-fetch-site');
    const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
    const origin = context.req.header('origin');
    const host = context.req.header('host') ?? new URL(context.req.url).host;
    const from = origin === undefined ? null : originHost(origin);
    const elsewhere = origin !== undefined && from !== host.toLowerCase() && (home === null || from !== home);
    const api = context.req.path.startsWith('/api/') && context.req.path !== FROM_ELSEWHERE;
    const unsaid = site === undefined && origin === undefined;
    const asSomebody = !SAFE.has(method) && unsaid && carriesSession(context.req.header('cookie'));
    if ((foreign && api) || (elsewhere && (api || !SAFE.has(method))) || asSomebody) {
      throw new Refusal(403, 'other-site', SAYS.otherSite());
    }
    if (
      !SAFE.has(method) &&
      hasBody(context.req.raw, isConnected(context.env)) &&
      !takesMedia(context.req.header('content-type') ?? '')
    ) {
      throw new Refusal(415, 'wrong-media', SAYS.otherMedia());
    }
    await next();
  };
}

function originHost(origin: string): string | null {
  try {
    return new URL(origin).host.toLowerCase();
  } catch {
    return null;
  }
}

/**
 * Whether a body comes along. Over a connection it is announced, by its length or in pieces; there the request always has a
 * stream, empty or not. Without a connection only the request itself can tell.
 */
function hasBody(request: Request, connected: boolean): boolean {
  const length = request.headers.get('content-length');
  if (length !== null) return length !== '0';
  return request.headers.has('transfer-encoding') || (!connected && request.body !== null);
}

/** Whether the request came over a connection of Node, which the adapter hands along. */
const isConnected = (env: unknown): boolean => typeof env === 'object' && env !== null && 'incoming' in env;

function takesMedia(type: string): boolean {
  const plain = type.split(';')[0]?.trim().toLowerCase() ?? '';
  return ['application/json', 'application/yaml', 'application/x-yaml', 'text/yaml'].includes(plain);
}
