/**
 * Tickets to follow a round: an event stream of a browser can carry no header. A ticket says which round and until when,
 * signed with a key of this process; it says nothing of the place from which it was asked for.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** How long a ticket lets somebody in, in milliseconds; a stream that has begun goes on. */
export const TICKET_LASTS = 2 * 3_600_000;

export class Tickets {
  readonly #key = randomBytes(32);
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  make(round: string): string {
    const says = `${round}.${this.#now() + TICKET_LASTS}`;
    return `${says}.${this.#sign(says)}`;
  }

  /** The round of a ticket that holds; else null. */
  read(ticket: string): string | null {
    const [round, until, signature, ...more] = ticket.split('.');
    if (round === undefined || until === undefined || signature === undefined || more.length > 0) return null;
    const right = Buffer.from(this.#sign(`${round}.${until}`));
    const given = Buffer.from(signature);
    if (right.length !== given.length || !timingSafeEqual(right, given)) return null;
    return Number(until) > this.#now() ? round : null;
  }

  #sign(says: string): string {
    return createHmac('sha256', this.#key).update(says).digest('base64url');
  }
}
