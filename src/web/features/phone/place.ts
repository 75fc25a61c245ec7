/**
 * The place of this phone in a round, kept in this browser so that who drops out comes back to it: the seat, and while
 * people write the keys of one's own notes. The keys and the words are forgotten as soon as the notes are gathered.
 */
import type { Choice } from './round-line';

/** A note as this phone knows it. */
export interface OwnNote {
  readonly key: string;
  readonly text: string;
  /** As the server has it; null while it has none. */
  readonly kept: string | null;
}

export interface Place {
  readonly round: string;
  /** The round's id, to ask after its end what it came to; not there in places of an older page. */
  readonly id?: string;
  /** Empty once the round is over. */
  readonly seat: string;
  readonly notes: readonly OwnNote[];
  /** What was chosen here last, and kept by the server. */
  readonly choice: Choice | null;
}

const keyOf = (round: string) => `potluck.round.${round}`;

export function readPlace(round: string): Place | null {
  try {
    const kept = localStorage.getItem(keyOf(round));
    return kept === null ? null : (JSON.parse(kept) as Place);
  } catch {
    return null;
  }
}

export function keepPlace(place: Place): void {
  try {
    localStorage.setItem(keyOf(place.round), JSON.stringify(place));
  } catch {
    // Storage is closed to us: the place lasts as long as the page.
  }
}

export function forgetPlace(round: string): void {
  try {
    localStorage.removeItem(keyOf(round));
  } catch {
    // Nothing was kept.
  }
}
