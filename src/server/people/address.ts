/**
 * From where a request comes, as far as it can be known: the other end of the connection, or, where an operator says that
 * a proxy of theirs stands before Potluck, what that proxy wrote last. Nothing else that a request says of itself counts.
 */
import { isIP } from 'node:net';
import type { Context } from 'hono';

/** The address by which tries are counted: a whole IPv4 address, the network (/64) of an IPv6 one. */
export function addressOf(context: Context, trustsProxy: boolean): string {
  const near = connectedFrom(context) ?? 'unknown';
  if (!trustsProxy) return countedAs(near);
  // What stands further left was written by whoever asked.
  const last = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  return countedAs(isIP(last) > 0 ? last : near);
}

/** Whether the other end of the connection is this machine; true also where there is no connection, as in a test. */
export function isFromHere(context: Context): boolean {
  const near = connectedFrom(context);
  return near === null || /^(?:127\.|::1$|::ffff:127\.)/.test(near);
}

function connectedFrom(context: Context): string | null {
  const env = context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return env?.incoming?.socket?.remoteAddress ?? null;
}

/** One household has a whole /64 of IPv6 addresses to try from. */
function countedAs(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '');
  if (isIP(plain) !== 6) return plain;
  const [head = '', tail = ''] = plain.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const gap = plain.includes('::')
    ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
    : [];
  const groups = [...left, ...gap, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(':')}::/64`;
}

/** The family of a browser, for somebody to know their own sessions by; null where it does not say. */
export function browserOf(context: Context): string | null {
  const agent = context.req.header('user-agent') ?? '';
  const families: readonly (readonly [RegExp, string])[] = [
    [/\bEdgA?\//, 'Edge'],
    [/\bOPR\/|\bOpera\b/, 'Opera'],
    [/\bSamsungBrowser\//, 'Samsung Internet'],
    [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
    [/\bChrom(?:e|ium)\/|\bCriOS\//, 'Chrome'],
    [/\bSafari\//, 'Safari'],
  ];
  return families.find(([pattern]) => pattern.test(agent))?.[1] ?? null;
}
