/**
 * How much a request may bring along. What announces its length is refused by that; what comes in pieces is counted while
 * it comes, so that nobody fills the memory. A body that ends before it is whole is the asker's mistake, not ours.
 */
import type { MiddlewareHandler } from 'hono';
import { message } from '#core/words/message';
import { Refusal } from '#server/problem';

/** What is refused here. */
const SAYS = {
  endedEarly: message('refused.ended-early', 'The request ended before all of it had come.'),
} as const;

/** Lets at most so many bytes through. @param refuse Thrown for more. */
export function boundedBody(most: number, refuse: () => never): MiddlewareHandler {
  return async (context, next) => {
    const { raw } = context.req;
    const length = raw.headers.get('content-length');
    const inPieces = raw.headers.has('transfer-encoding');
    if (length !== null && !inPieces) {
      if (!/^\d+$/.test(length) || Number(length) > most) refuse();
      return next();
    }
    // Over a connection what is not announced does not come; elsewhere, as in a test, only the request itself can tell.
    const connected = typeof context.env === 'object' && context.env !== null && 'incoming' in context.env;
    if ((connected && !inPieces) || raw.body === null) return next();
    const body = await readAtMost(raw.body, most, refuse);
    context.req.raw = new Request(raw.url, { method: raw.method, headers: new Headers(raw.headers), body });
    return next();
  };
}

async function readAtMost(
  stream: ReadableStream<Uint8Array>,
  most: number,
  refuse: () => never,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Refusal(400, 'bad-request', SAYS.endedEarly());
    });
    if (done) break;
    size += value.length;
    if (size > most) {
      void reader.cancel().catch(() => undefined);
      refuse();
    }
    parts.push(value);
  }
  return new Uint8Array(Buffer.concat(parts));
}
