/**
 * Tells those who follow a round that it stands differently. It reads the round once for all of them, and tells of places
 * and answers a little later than they come, many at a time: a count that rises by one at a known moment says who.
 */
import { countsOf, facilitatorState, phoneState } from '#server/rounds/state';
import type { Round, Talk } from '#store/talk/port';

/** How long counts are gathered before they are told, in milliseconds. */
export const COUNTS_EVERY = 400;

/** A round as it stands, ready to be sent: each text is made once, however many are told. */
export class Standing {
  readonly round: Round;
  readonly #now: number;
  readonly #said = new Map<'phone' | 'facilitator', string>();

  constructor(round: Round, now: number) {
    this.round = round;
    this.#now = now;
  }

  /** The whole state, as JSON. */
  state(whom: 'phone' | 'facilitator'): string {
    const said = this.#said.get(whom);
    if (said !== undefined) return said;
    const state =
      whom === 'phone' ? phoneState(this.round, this.#now) : facilitatorState(this.round, this.#now);
    const json = JSON.stringify(state);
    this.#said.set(whom, json);
    return json;
  }

  counts(whom: 'phone' | 'facilitator'): string {
    const counts = countsOf(this.round);
    return JSON.stringify(whom === 'phone' ? { joined: counts.joined } : counts);
  }
}

/** How it stands; `gone` where the round is no more; `end` when nothing more will be told. */
export type Told = (standing: Standing | 'gone' | 'end') => void;

interface Followed {
  readonly tell: Set<Told>;
  /** The last version told, so that an older reading never follows a newer one. */
  version: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export class RoundHub {
  readonly #talk: Talk;
  readonly #now: () => number;
  readonly #every: number;
  readonly #followed = new Map<string, Followed>();
  #closed = false;

  constructor(talk: Talk, now: () => number, every = COUNTS_EVERY) {
    this.#talk = talk;
    this.#now = now;
    this.#every = every;
  }

  /** Calls `tell` whenever the round stands differently. Gives what ends it. */
  follow(round: string, tell: Told): () => void {
    // Who comes while the server ends is sent away at once, to come to the next one.
    if (this.#closed) {
      tell('end');
      return () => undefined;
    }
    let followed = this.#followed.get(round);
    if (followed === undefined) {
      followed = { tell: new Set(), version: 0, timer: undefined };
      this.#followed.set(round, followed);
    }
    const here = followed;
    here.tell.add(tell);
    return () => {
      here.tell.delete(tell);
      if (here.tell.size > 0) return;
      clearTimeout(here.timer);
      this.#followed.delete(round);
    };
  }

  /** The round as it stands now, for somebody who begins to follow it. */
  async standing(round: string): Promise<Standing | null> {
    const found = await this.#talk.round(round);
    return found === null ? null : new Standing(found, this.#now());
  }

  /** All are told at once. */
  moved(round: Round): void {
    const followed = this.#followed.get(round.id);
    if (followed === undefined || round.version < followed.version) return;
    followed.version = round.version;
    const standing = new Standing(round, this.#now());
    for (const tell of [...followed.tell]) tell(standing);
  }

  /** Somebody joined, is done or has answered: all are told how many, soon. */
  counted(round: string): void {
    const followed = this.#followed.get(round);
    if (followed === undefined || followed.timer !== undefined) return;
    followed.timer = setTimeout(() => {
      followed.timer = undefined;
      void this.#look(round, followed);
    }, this.#every);
    followed.timer.unref?.();
  }

  /** Ends every stream: nothing more will be told. */
  close(): void {
    this.#closed = true;
    for (const { tell, timer } of this.#followed.values()) {
      clearTimeout(timer);
      for (const one of [...tell]) one('end');
    }
  }

  /** How many rounds are followed. */
  get size(): number {
    return this.#followed.size;
  }

  async #look(round: string, followed: Followed): Promise<void> {
    try {
      const found = await this.#talk.round(round);
      if (found !== null) this.moved(found);
      else for (const tell of [...followed.tell]) tell('gone');
    } catch {
      // The store does not answer just now: the next count tells.
    }
  }
}
