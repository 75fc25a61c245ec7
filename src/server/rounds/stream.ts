/** The stream by which a phone or a facilitator's screen follows a round: the whole state when it moves, counts between. */
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { RoundHub, Standing } from '#server/rounds/hub';
import { type Telling, telling } from '#server/still';

/** A line that says nothing, so that what stands between keeps the stream open; milliseconds. */
const BREATH = 25_000;
/** A stream ends after this and the browser opens it anew; milliseconds. */
const LONGEST = 15 * 60_000;

/**
 * Follows a round. `seen`: the version that was told before the stream broke off; where it is still the present one the
 * state is not told again. `listening`: asks meanwhile whether they may still be told.
 */
export function followRound(
  context: Context,
  hub: RoundHub,
  round: string,
  whom: 'phone' | 'facilitator',
  seen: number | null,
  listening: (end: () => void) => Telling = telling,
): Response {
  return streamSSE(context, async (stream) => {
    let resolve = (): void => undefined;
    const ended = new Promise<void>((done) => {
      resolve = done;
    });
    const { tell: say, stop: hush } = listening(resolve);
    let version = seen;
    let counts = '';
    const tell = (standing: Standing) => {
      const { round: now } = standing;
      if (version === null || now.version !== version) {
        version = now.version;
        counts = standing.counts(whom);
        const told = { event: 'state', id: String(now.version), data: standing.state(whom) };
        say(() => stream.writeSSE(told));
      } else if (counts !== standing.counts(whom)) {
        counts = standing.counts(whom);
        const told = { event: 'counts', data: counts };
        say(() => stream.writeSSE(told));
      }
    };
    stream.onAbort(resolve);
    const stop = hub.follow(round, (told) => {
      if (told === 'end') resolve();
      else if (told === 'gone') say(() => stream.writeSSE({ event: 'gone', data: '{}' }).then(resolve));
      else tell(told);
    });
    const breath = setInterval(() => void stream.write(':\n\n').catch(resolve), BREATH);
    const longest = setTimeout(resolve, LONGEST);
    // A stream that nobody ends does not keep a server from ending.
    breath.unref();
    longest.unref();
    try {
      // Followed first and read then, so that nothing falls between.
      const now = await hub.standing(round);
      if (now === null) await stream.writeSSE({ event: 'gone', data: '{}' });
      else {
        tell(now);
        await ended;
      }
    } finally {
      stop();
      hush();
      clearInterval(breath);
      clearTimeout(longest);
    }
  });
}

/** The version that a browser says it has been told: after a break by a header, at first by a parameter. */
export function seenVersion(context: Context): number | null {
  const said = context.req.header('last-event-id') ?? context.req.query('after') ?? '';
  return /^\d{1,9}$/.test(said) ? Number(said) : null;
}
