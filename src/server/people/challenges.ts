/** What an authenticator is asked to sign: chance, good once and for a few minutes, for one purpose. Kept in memory only. */
import { randomBytes } from 'node:crypto';

/** How long one may take to touch a key; milliseconds. */
const GOOD_FOR = 5 * 60_000;
/** No more than so many wait at once; the oldest give way. */
const MOST = 10_000;

interface Waiting {
  readonly what: string;
  readonly until: number;
}

export class Challenges {
  readonly #now: () => number;
  readonly #waiting = new Map<string, Waiting>();

  /** @param now Milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** A new one, as bytes. @param what Its purpose: `sign-in`, or `add` and an account. */
  make(what: string): Uint8Array<ArrayBuffer> {
    const challenge = new Uint8Array(randomBytes(32));
    for (const oldest of this.#waiting.keys()) {
      const tooOld = (this.#waiting.get(oldest)?.until ?? 0) <= this.#now();
      if (!tooOld && this.#waiting.size < MOST) break;
      this.#waiting.delete(oldest);
    }
    this.#waiting.set(nameOf(challenge), { what, until: this.#now() + GOOD_FOR });
    return challenge;
  }

  /** Whether this was asked for that purpose and still holds. Uses it up. */
  take(challenge: string, what: string): boolean {
    const waiting = this.#waiting.get(challenge);
    this.#waiting.delete(challenge);
    return waiting !== undefined && waiting.what === what && this.#now() < waiting.until;
  }
}

const nameOf = (challenge: Uint8Array): string => Buffer.from(challenge).toString('base64url');
