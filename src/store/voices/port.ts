/**
 * What is kept beside the file of a community: secret calendar addresses, voices that wait to be taken in, pulses, and
 * what is hard to talk about. Whatever is said without a name is kept without a person, a time and an order.
 */
import type { PersonId } from '#store/port';

/** A secret address that a calendar reads. The secret is kept only as its SHA-256. */
export interface Feed {
  readonly id: string;
  readonly community: string;
  readonly person: PersonId;
  /** The audience for which it was made. */
  readonly audience: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
}

/** An entry as it is about to be sent: which one, on which day, and the SHA-256 of all that it says. */
export interface Sending {
  readonly uid: string;
  /** `2026-12-31`. */
  readonly day: string;
  readonly print: Buffer;
}

/** An entry as it was told so far. */
export interface Sent {
  readonly uid: string;
  readonly day: string;
  /** Counts up from 0 with every change, so that a calendar takes it over. */
  readonly sequence: number;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly changedAt: string;
  /** It was told before, lies ahead and is no more. */
  readonly cancelled: boolean;
}

export type VoiceSort = 'worth' | 'concern' | 'dispute';

/** What somebody said of a thing, until a steward takes it into the file. */
export interface WaitingVoice {
  readonly id: string;
  readonly sort: VoiceSort;
  /** The thing it is about; null: the whole community. */
  readonly about: string | null;
  /** The circle that it comes from; null where naming it would name somebody. */
  readonly circle: string | null;
  readonly text: string;
  /** Null unless somebody wished to be named. */
  readonly name: string | null;
}

/** Ways of answering a pulse, from least to most. */
export const PULSE_STEPS = 5;

export interface Pulse {
  readonly id: string;
  readonly community: string;
  /** The party that is asked. */
  readonly circle: string;
  readonly circleName: string;
  readonly sort: 'energy' | 'worth';
  /** For `worth`: the thing that it is about. */
  readonly about: string | null;
  readonly question: string;
  readonly audience: string;
  /** Answers below which nothing is told. */
  readonly least: number;
  /** `2026-12-01`. */
  readonly begunOn: string;
  readonly closedOn: string | null;
  /** How many chose each of the five steps. For the rule that makes a band of them, and never for a screen. */
  readonly counts: readonly number[];
}

export interface Voices {
  /** Makes a calendar address. `token`: the SHA-256 of its secret. */
  makeFeed(feed: {
    readonly community: string;
    readonly person: PersonId;
    readonly audience: string;
    readonly token: Buffer;
  }): Promise<Feed>;
  /** The addresses of a person for a community, oldest first. */
  feedsOf(community: string, person: PersonId): Promise<readonly Feed[]>;
  /** Null: no such address, or it was withdrawn, or its community was removed. */
  feedBy(token: Buffer): Promise<Feed | null>;
  /** Withdraws an address for good. False: no such address of that person. */
  withdrawFeed(community: string, person: PersonId, id: string): Promise<boolean>;
  /**
   * Notes what a calendar is told now and says how each entry is to be told: new ones with 0, changed ones with one
   * more, and those that fell away and lie on or after `from` (`2026-12-01`) as cancelled.
   */
  noteSent(feed: string, entries: readonly Sending[], from: string): Promise<readonly Sent[]>;

  /** Keeps a voice until a steward looks at it. Keeps no time and no order. */
  leaveVoice(community: string, voice: Omit<WaitingVoice, 'id'>): Promise<void>;
  /** Voices that wait, in an order that says nothing. */
  waitingVoices(community: string): Promise<readonly WaitingVoice[]>;
  /** Forgets a voice that was taken in or set aside. False: no such voice. */
  dropVoice(community: string, id: string): Promise<boolean>;

  /** Begins a pulse. `token`: the SHA-256 of the secret in its link. */
  beginPulse(pulse: Omit<Pulse, 'id' | 'closedOn' | 'counts'> & { readonly token: Buffer }): Promise<Pulse>;
  /** Newest day first. */
  pulses(community: string): Promise<readonly Pulse[]>;
  /** Null: no such pulse, or its community was removed. */
  pulseBy(token: Buffer): Promise<Pulse | null>;
  /** Gives out a seat (its SHA-256). False: closed, or more seats than a community has people for. */
  takeSeat(pulse: string, seat: Buffer): Promise<boolean>;
  /** Whether a seat has answered; null: no such seat. */
  seatAnswered(pulse: string, seat: Buffer): Promise<boolean | null>;
  /** Counts an answer, 0 to 4, once for each seat. Nothing ties the answer to the seat. */
  answerPulse(pulse: string, seat: Buffer, step: number): Promise<'kept' | 'again' | 'closed' | 'no-seat'>;
  /** Closes a pulse; its seats are forgotten. False: no such pulse, or closed before. */
  closePulse(community: string, id: string, on: string): Promise<boolean>;
  /** Forgets a pulse. False: no such pulse. */
  dropPulse(community: string, id: string): Promise<boolean>;

  /** One more finds this topic hard to talk about. */
  markHard(community: string, topic: string): Promise<void>;
  /** Topics that at least so many marked, sorted by their names. How many it were is told to nobody. */
  hardTopics(community: string, least: number): Promise<readonly string[]>;
}
