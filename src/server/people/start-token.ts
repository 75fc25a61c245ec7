/**
 * The token by which whoever runs Potluck shows that they do: told on the server's own terminal, good once and for ten
 * minutes. Kept as a hash, in memory only; a new one puts the last one out of use.
 */
import { createHash, randomInt, timingSafeEqual } from 'node:crypto';

/** How long it is good for, in minutes. */
export const START_MINUTES = 10;
/** Wrong ones after which it is good no longer. */
const MOST_WRONG = 20;
/** Letters that are not mistaken for each other when they are typed over. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 5;
const PER_GROUP = 4;

export class StartToken {
  readonly #now: () => number;
  #hash: Buffer | null = null;
  #until = 0;
  #wrong = 0;

  /** @param now Milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** A new one, such as `k3pq-9xwa-…`: twenty letters, 99 bits. */
  make(): string {
    const letters = Array.from({ length: GROUPS * PER_GROUP }, () => LETTERS[randomInt(LETTERS.length)]);
    const token = letters.join('');
    this.#hash = hashOf(token);
    this.#until = this.#now() + START_MINUTES * 60_000;
    this.#wrong = 0;
    return (token.match(/.{4}/g) ?? []).join('-');
  }

  /** Whether this is it. Does not use it up. */
  is(typed: string): boolean {
    if (this.#hash === null || this.#now() >= this.#until) return false;
    const plain = typed.toLowerCase().replace(/[\s-]/g, '');
    if (timingSafeEqual(hashOf(plain), this.#hash)) return true;
    this.#wrong += 1;
    if (this.#wrong >= MOST_WRONG) this.use();
    return false;
  }

  /** From now on it is good no longer. */
  use(): void {
    this.#hash = null;
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
