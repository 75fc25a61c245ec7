/**
 * What may be asked of the releases: pages, pictures, tables, sponsors' pages and runs that were frozen for an audience. They are
 * kept as bytes, found by the hash of the secret in their address, and can be withdrawn; what was told stays on record, so
 * that the next release can be set beside it. Knows nothing of what a page says.
 */
import type { ToldBefore } from '#core/audience/protect/released-figures';
import type { ViewJson } from '#core/audience/view';
import type { Frozen, ReleasedWhat } from '#core/released-page';
import type { RunAsked } from '#core/released-run';
import type { SponsorPage } from '#core/sponsor-page';
import type { Author, PersonId } from '#store/port';

/** A release without its content. */
export interface Release {
  readonly id: string;
  readonly community: string;
  readonly audience: string;
  readonly what: ReleasedWhat;
  /** Of which basket, for `sponsor`. */
  readonly basket: string | null;
  /** Of the community, when it was released. */
  readonly version: number;
  /** The day from which it is seen: `2026-03-01`. */
  readonly asOf: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: Author | null;
  readonly withdrawnAt: string | null;
}

/** What a frozen page was made of, so that it can be made anew without somebody who was erased. */
export interface MadeOf {
  readonly view: ViewJson;
  readonly sponsor: SponsorPage | null;
  /** For `what-if`: what was run. */
  readonly run?: RunAsked | null;
  /** The day of releasing, as a number. */
  readonly on: number;
  readonly whom: string;
  /** In which it was written; English where that was not kept. */
  readonly language?: string;
}

/** A release to be kept. */
export interface NewRelease {
  readonly community: string;
  readonly audience: string;
  readonly what: ReleasedWhat;
  readonly basket: string | null;
  readonly version: number;
  readonly asOf: string;
  readonly person: PersonId | null;
  /** SHA-256 of the secret in its address. */
  readonly tokenHash: Buffer;
  readonly forms: Frozen;
  readonly madeOf: MadeOf;
  readonly figures: Pick<ToldBefore, 'sums' | 'shown'>;
}

export interface Releases {
  /** Keeps a release and gives its id; null where there is no such community. */
  add(release: NewRelease): Promise<string | null>;
  /** Newest first, withdrawn ones included. For stewards only. */
  list(community: string): Promise<readonly Release[]>;
  /** What was ever told by releases, of withdrawn ones too. Holds who gave how much: for setting beside the next one only. */
  told(community: string): Promise<readonly ToldBefore[]>;
  /**
   * What stands at an address: `withdrawn` where it was taken back, or its community taken off the shelf; null where nothing
   * ever was.
   */
  at(
    tokenHash: Buffer,
  ): Promise<{ readonly what: ReleasedWhat; readonly forms: Frozen } | 'withdrawn' | null>;
  /** Gives a release that is not withdrawn another address; the former one leads nowhere. False: no such release. */
  readdress(community: string, id: string, tokenHash: Buffer): Promise<boolean>;
  /** Takes a release back and deletes what it showed. False: no such release, or withdrawn before. */
  withdraw(community: string, id: string): Promise<boolean>;
}
