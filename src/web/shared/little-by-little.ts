/** Work of a page done a little at a time, so that it answers meanwhile whoever touches it. */
import type { Steps } from '#core/picture/steps';

/** So long at a stretch, in milliseconds: well within a frame, also where the machine is four times as slow. */
const STRETCH = 6;

const waiting: (() => void)[] = [];
const channel = new MessageChannel();
channel.port1.onmessage = () => waiting.shift()?.();

/** Does something after whatever else waits: clicks, keys, drawing. Gives what calls it off. */
export function afterwards(act: () => void): () => void {
  let wanted = true;
  waiting.push(() => wanted && act());
  channel.port2.postMessage(null);
  return () => {
    wanted = false;
  };
}

/** Takes all steps, a stretch at a time, and tells what was made, or what went wrong. Gives what ends it early. */
export function littleByLittle<T>(
  steps: Steps<T>,
  done: (made: T) => void,
  failed: (error: unknown) => void,
): () => void {
  let on = true;
  const go = () => {
    if (!on) return;
    const until = performance.now() + STRETCH;
    try {
      do {
        const step = steps.next();
        if (step.done === true) {
          done(step.value);
          return;
        }
      } while (performance.now() < until);
    } catch (error) {
      failed(error);
      return;
    }
    afterwards(go);
  };
  afterwards(go);
  return () => {
    on = false;
  };
}
