/**
 * What may be asked for when a person is to be erased from a community: from its text and every text it had, from notes,
 * releases, rounds and the log. What was given and done stays; who it was does not. Files that were taken along, and
 * backups, are out of reach.
 */
import type { Frozen, ReleasedWhat } from '#core/released-page';
import type { PersonId } from '#store/port';
import type { MadeOf } from '#store/releases/port';

export interface EraseRequest {
  readonly community: string;
  /** The party of the file that the person is. */
  readonly party: string;
  /** Who asks for it. */
  readonly person: PersonId | null;
  readonly reason: string | null;
}

/** Makes the forms of a release anew, without the person; null where that cannot be done. */
export type Refreeze = (
  release: { readonly what: ReleasedWhat; readonly audience: string },
  madeOf: MadeOf,
) => Frozen | null;

/** What was done. Says nothing of who it was. */
export interface Erased {
  /** What stands where the person stood. */
  readonly as: string;
  /** Texts that were changed, of the present and of the past. */
  readonly texts: number;
  /** Notes, names, answers and lines of the log that were changed. */
  readonly rows: number;
  /** Releases that were made anew, and that were taken back because they could not be. */
  readonly releases: number;
  readonly withdrawn: number;
  /** Accounts that were tied to the person. They are not any more; they themselves are left to whoever asked. */
  readonly accounts: readonly PersonId[];
}

export interface Erasings {
  /**
   * Erases a person. Null: no such community, or it never had such a party.
   *
   * @throws EraseTrouble where the text would not hold together without them. Nothing is changed then.
   */
  erase(request: EraseRequest, refreeze: Refreeze): Promise<Erased | null>;
}

/** The text would have problems without the person. */
export class EraseTrouble extends Error {
  override readonly name = 'EraseTrouble';
}
