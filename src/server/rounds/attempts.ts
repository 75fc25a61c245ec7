/** Counts what was tried in vain from one address, so that short codes cannot be guessed. Keeps it in memory, and briefly. */

/** So many in vain within `WINDOW` (milliseconds). */
export const MOST_ATTEMPTS = 30;
export const WINDOW = 10 * 60_000;
/** Addresses that are remembered at most. */
const MOST_ADDRESSES = 10_000;

export class Attempts {
  readonly #now: () => number;
  readonly #failed = new Map<string, { count: number; until: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Seconds to wait; 0 where another attempt may be made. */
  wait(address: string): number {
    const failed = this.#failed.get(address);
    if (failed === undefined || failed.count < MOST_ATTEMPTS) return 0;
    return Math.max(0, Math.ceil((failed.until - this.#now()) / 1000));
  }

  /** It was in vain. */
  fail(address: string): void {
    const now = this.#now();
    const failed = this.#failed.get(address);
    if (failed !== undefined && failed.until > now) {
      failed.count += 1;
      return;
    }
    if (this.#failed.size >= MOST_ADDRESSES) this.#failed.clear();
    this.#failed.set(address, { count: 1, until: now + WINDOW });
  }
}
