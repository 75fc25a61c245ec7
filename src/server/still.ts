/**
 * Whether somebody may still have what they are being told: asked again while a stream is open, so that a session that was
 * ended or a person who was removed hears nothing more.
 */
import type { Context } from 'hono';
import type { Caller, Carried } from '#server/caller';
import { StoreUnavailable } from '#store/port';

/** How often it is asked where nothing is told; milliseconds. */
const EVERY = 5_000;

/** Sends one after the other what may still be told. */
export interface Telling {
  /** Does it, unless they may not any more; what fails ends all. */
  readonly tell: (act: () => Promise<void>) => void;
  readonly stop: () => void;
}

/** Tells without asking. `end` is called when it fails. */
export function telling(end: () => void): Telling {
  return tellingWhile(null, end);
}

/**
 * Asks before each telling but the first, which the request itself was let in for, and every few seconds between. `end` is
 * called once they may not any more.
 */
export function tellingWhileAllowed(
  context: Context<Carried>,
  may: (caller: Caller) => boolean,
  end: () => void,
): Telling {
  const again = context.get('again');
  return tellingWhile(async () => {
    try {
      return may(await again());
    } catch (error) {
      // While the store does not answer nothing is told either.
      return error instanceof StoreUnavailable;
    }
  }, end);
}

function tellingWhile(ask: (() => Promise<boolean>) | null, end: () => void): Telling {
  let line = Promise.resolve();
  let isFirst = true;
  let isOver = false;
  const stop = () => {
    isOver = true;
    clearInterval(between);
  };
  const look = async (): Promise<boolean> => {
    if (isOver) return false;
    if (ask === null || (await ask())) return true;
    stop();
    end();
    return false;
  };
  const between = ask === null ? undefined : setInterval(() => void look(), EVERY);
  between?.unref();
  return {
    tell: (act) => {
      const first = isFirst;
      isFirst = false;
      line = line.then(async () => {
        if (first || (await look())) await act();
      });
      line = line.catch(() => {
        stop();
        end();
      });
    },
    stop,
  };
}
