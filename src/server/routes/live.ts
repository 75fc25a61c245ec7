/** The stream by which an open page learns that its community has changed. It carries a version, and never what changed. */
import { createRoute, z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { audienceOfRequest } from '#server/caller';
import type { Live } from '#server/live';
import { Refusal } from '#server/problem';
import { REFUSED } from '#server/refused';
import { communityParam, reading, router, seenQuery } from '#server/route';
import { tellingWhileAllowed } from '#server/still';
import type { Store } from '#store/port';

/** A line that says nothing, so that what stands between keeps the stream open; milliseconds. */
const BREATH = 25_000;
/** A stream ends after this and the browser opens it anew, so that nobody listens for ever with old rights; milliseconds. */
const LONGEST = 15 * 60_000;

const events = createRoute({
  method: 'get',
  path: '/api/communities/{id}/events',
  tags: ['Communities'],
  summary: 'Server-sent events: the version that this audience has, whenever it changes',
  description:
    'Events `version` with `{"version": 12}`, and `gone` where the audience has nothing of it any more.',
  request: { params: communityParam, query: seenQuery.pick({ audience: true }) },
  responses: {
    ...reading(z.object({ version: z.int() }), 'The stream.'),
    200: { description: 'The stream.', content: { 'text/event-stream': { schema: z.string() } } },
  },
});

/** The route of live events. */
export function liveRoutes(store: Store, live: Live) {
  return router().openapi(events, async (context) => {
    const { id } = context.req.valid('param');
    const audience = audienceOfRequest(context, id, context.req.valid('query').audience);
    const lines = await store.list([{ community: id, audience }]);
    if (!lines.some((line) => line.id === id))
      throw new Refusal(404, 'not-found', REFUSED.noCommunityFor({ community: id, audience }));
    return streamSSE(context, async (stream) => {
      const end = deferred();
      const telling = tellingWhileAllowed(
        context,
        (caller) => caller.audienceFor(id, audience) === audience,
        end.resolve,
      );
      const stop = live.watch(id, audience, (version) => {
        if (version === 'end') end.resolve();
        else telling.tell(() => stream.writeSSE(eventOf(version)));
      });
      stream.onAbort(() => end.resolve());
      const breath = setInterval(() => void stream.write(':\n\n').catch(end.resolve), BREATH);
      const longest = setTimeout(() => end.resolve(), LONGEST);
      // A stream that nobody ends does not keep a server from ending.
      breath.unref();
      longest.unref();
      await end.promise;
      stop();
      telling.stop();
      clearInterval(breath);
      clearTimeout(longest);
    }) as never;
  });
}

function eventOf(version: number | null) {
  return version === null
    ? { event: 'gone', data: '{}' }
    : { event: 'version', data: JSON.stringify({ version }) };
}

/** A promise with its key beside it. */
function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
