/**
 * What the rest of Potluck may ask of a place where communities are kept. Doors know this file and nothing of SQL.
 * It says what is asked and what is answered; it keeps nothing, and it decides nothing about who may ask: a door has
 * already worked out which audience it serves. `openStore` of `#store/open` gives the one implementation.
 *
 * A community is a text (the community file) with a version. Every change is a revision: numbered from 1, with its
 * author, time and note. Reading goes through what was disclosed to an audience; only writing touches the text.
 */
import type { ViewJson } from '#core/audience/view';
import type { Applied, Operation, Refusal } from '#core/file/operations';
import type { Problem } from '#core/file/problem';
import type { ShelfNote } from '#core/model/shelf-note';
import type { Erasings } from '#store/erasing/port';
import type { Log } from '#store/log/port';
import type { People } from '#store/people/port';
import type { Releases } from '#store/releases/port';
import type { Talk } from '#store/talk/port';
import type { Voices } from '#store/voices/port';

/** Named by the door, kept as it is: an account, or `local` where one person runs Potluck alone. */
export type PersonId = string;

/** Who did something. The name lives in a row that can be erased; history keeps only the id. */
export interface Author {
  readonly id: PersonId;
  readonly name: string | null;
}

/** The right to see one community (or `*`: every one) as an audience sees it. */
export interface Sight {
  readonly community: string;
  readonly audience: string;
}

/** The audience that may see the text itself, all its revisions, and who wrote them. */
export const STEWARDS = 'stewards';

/** What every writing request carries. */
export interface Request {
  /** A UUID made by the client. The same request sent twice counts once and is answered the same. */
  readonly changeId: string;
  /** Null where nobody is known. */
  readonly author: Author | null;
  /** Why, in the author's words; can be erased later. Null or empty where nothing was said. */
  readonly message?: string | null;
}

/** A request to alter a community that exists. */
export interface ChangeRequest extends Request {
  /** The version that the client saw. Where the community has moved on, the request is refused as `stale`. */
  readonly version: number;
}

export type RevisionKind = 'create' | 'import' | 'change' | 'text' | 'restore' | 'rename';

/** One step in the history of a community, without its text. */
export interface Revision {
  /** From 1. */
  readonly version: number;
  readonly changeId: string;
  readonly kind: RevisionKind;
  /** ISO 8601, UTC, to the millisecond. */
  readonly at: string;
  /** Null where nobody was named. A name that was erased is null; the id stays. */
  readonly author: Author | null;
  /** Null where nothing was said or where it was erased. */
  readonly message: string | null;
  /** What was asked, for `change`; null where the whole text was given. */
  readonly operations: readonly Operation[] | null;
  /** Ids that the operations named, sorted; null where the whole text was given, so that any may have changed. */
  readonly touched: readonly string[] | null;
  /** The version that was brought back, for `restore`. */
  readonly restored: number | null;
}

/** A line on the shelf, as one audience may see it. */
export interface CommunitySummary {
  readonly id: string;
  /** The audience that this line is for. */
  readonly audience: string;
  /** See `Seen.version`. */
  readonly version: number;
  readonly name: string;
  readonly about: string | null;
  /** As written; null where the file does not say. */
  readonly asOf: string | null;
  /** What it says of its place on the shelf, as far as this audience may know. */
  readonly note: ShelfNote;
  /** When that which this audience may see last changed. */
  readonly changedAt: string;
}

/** Something an audience may see, with its version. */
export interface Seen<T> {
  /**
   * For stewards the version of the community, under which a change is asked for. For every other audience a count of
   * its own, which moves only when something that it may see has moved: so that nobody can count hidden changes.
   */
  readonly version: number;
  readonly at: string;
  readonly body: T;
}

/** The change is kept. */
export interface Saved {
  readonly ok: true;
  /** The id of the community after the change. */
  readonly community: string;
  /** The new version. */
  readonly version: number;
  readonly at: string;
  /** The text at that version. */
  readonly text: string;
  /** Problems that do not hinder (severity `warning`). */
  readonly warnings: readonly Problem[];
  /** The same request had been answered before; nothing was done a second time. */
  readonly repeated: boolean;
}

/** Nothing was changed, and why. */
export type Refused =
  /** No such community. */
  | { readonly ok: false; readonly why: 'absent' }
  /** The community has moved on: its present version, and what changed since the one that was named, oldest first. */
  | {
      readonly ok: false;
      readonly why: 'stale';
      readonly version: number;
      readonly since: readonly Revision[];
    }
  /** The operations cannot be done: nothing of that id, an id that is taken, a removal that would break others. */
  | { readonly ok: false; readonly why: 'impossible'; readonly refusals: readonly Refusal[] }
  /** The text, or the text that the operations make, has problems. Includes warnings. */
  | { readonly ok: false; readonly why: 'invalid'; readonly problems: readonly Problem[] }
  /** The id is taken; `removed`: by a community that was removed and can be brought back or purged. */
  | { readonly ok: false; readonly why: 'taken'; readonly id: string; readonly removed: boolean }
  /** This `changeId` was used before for something else. */
  | { readonly ok: false; readonly why: 'reused' }
  /** There is no such version to bring back. */
  | { readonly ok: false; readonly why: 'no-such-version' };

export type Outcome = Saved | Refused;

/** What would happen, without doing it. */
export type Preview =
  | {
      readonly ok: true;
      readonly version: number;
      readonly text: string;
      readonly warnings: readonly Problem[];
    }
  | Refused;

export interface RevisionPage {
  /** Only revisions before this version. */
  readonly before?: number;
  /** At most so many (default 50, at most 500). */
  readonly limit?: number;
}

/** Where communities are kept. Every method may throw `StoreUnavailable` when the database cannot be reached. */
export interface Store {
  /** What was shown to whom, and what changed in who may see. */
  readonly log: Log;
  /** Who comes and goes: accounts, sessions, invitations. */
  readonly people: People;
  /** Rounds: conversations in order, and what was decided in them. */
  readonly talk: Talk;
  /** Pages that were frozen for an audience. */
  readonly releases: Releases;
  /** Takes a person of the file out of everything that is kept of a community. */
  readonly erasing: Erasings;

  /** Whether the database answers. */
  ping(): Promise<boolean>;

  /** What lies on the shelf under these rights, by name; a community seen under several rights has a line for each. */
  list(sights: readonly Sight[]): Promise<readonly CommunitySummary[]>;
  /**
   * What an audience may know. Null: no such community, or nothing of it for this audience; the two look the same.
   * A view that is bound to a party (`partner:town`) is worked out when it is first asked for. `day` of the view is the
   * description's own where it has one, else the day of writing: a door supplies today, by `View.from(body).at(day)`.
   */
  view(community: string, audience: string): Promise<Seen<ViewJson> | null>;
  /** The file as an audience may have it; for stewards the text itself. Null as in `view`. */
  text(community: string, audience: string): Promise<Seen<string> | null>;
  /** The audiences that a community has something for, sorted. For stewards only. */
  audiences(community: string): Promise<readonly string[]>;

  /** History, newest first. For stewards only. Empty where there is no such community. */
  revisions(community: string, page?: RevisionPage): Promise<readonly Revision[]>;
  /** The text as it was at a version. For stewards only. Null where there is no such version. */
  textAt(
    community: string,
    version: number,
  ): Promise<{ readonly revision: Revision; readonly text: string } | null>;

  /** A new community from a text; its id is the `id` of the text. */
  create(request: Request & { readonly text: string; readonly kind?: 'create' | 'import' }): Promise<Outcome>;
  /** Operations by id, all or none. */
  change(
    community: string,
    request: ChangeRequest & { readonly operations: readonly Operation[] },
  ): Promise<Outcome>;
  /** What `change` would answer, without changing anything: what a removal would break, for example. */
  preview(
    community: string,
    request: { readonly version?: number; readonly operations: readonly Operation[] },
  ): Promise<Preview>;
  /** The whole text anew. For stewards only. A text with another `id` gives the community that id: see `Saved.community`. */
  saveText(community: string, request: ChangeRequest & { readonly text: string }): Promise<Outcome>;
  /** Brings back the text of an earlier version, as a new revision. */
  restore(community: string, request: ChangeRequest & { readonly to: number }): Promise<Outcome>;
  /** Gives the community another id (its address). Its name is changed by an operation `set`. */
  rename(community: string, request: ChangeRequest & { readonly to: string }): Promise<Outcome>;

  /** Takes a community off every shelf at once; its history is kept until `purge`. False: no such community. */
  remove(community: string): Promise<boolean>;
  /** Communities that were removed and can be brought back. For stewards only. */
  removed(): Promise<readonly { readonly id: string; readonly removedAt: string }[]>;
  /** Undoes `remove`. False: no such removed community. */
  bringBack(community: string): Promise<boolean>;
  /** Deletes a community, removed or not, with its whole history, for good. False: no such community. */
  purge(community: string): Promise<boolean>;

  /**
   * Forgets who a person is: their names and all notes they wrote, in every community and every revision. Revisions stay,
   * by an author without a name. The texts of communities are not searched. Gives how many names and notes were erased.
   */
  erasePerson(person: PersonId): Promise<{ readonly names: number; readonly notes: number }>;

  /** Everything that is kept, as lines of JSON, the first being a heading. The road to another server. */
  exportAll(): AsyncIterable<string>;
  /** Reads what `exportAll` wrote, all or nothing. Throws where an id is taken or a line is not as it should be. */
  importAll(
    lines: AsyncIterable<string> | Iterable<string>,
  ): Promise<{ readonly communities: number; readonly revisions: number }>;

  /** Calendar addresses, voices, pulses, and what is hard to talk about. */
  readonly voices: Voices;

  /** Waits for what is under way and lets go of the database. */
  close(): Promise<void>;
}

/** The database cannot be reached (any more). A door answers 503, or says so and ends. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** What is written for one audience. */
export interface Disclosure {
  readonly audience: string;
  readonly view: ViewJson;
  readonly name: string;
  readonly about: string | null;
  readonly asOf: string | null;
  readonly note: ShelfNote;
}

/**
 * What the store needs of core: it knows no YAML and no rule about who may see what. `#store/discloser` joins it to
 * core; tests may give a simpler one. Pure and synchronous: it runs inside a transaction.
 */
export interface Discloser {
  /**
   * Names the rules by which this one discloses; a store that finds something disclosed by other rules discloses it
   * anew when it is opened.
   */
  readonly edition: string;
  /** The file as an audience may have it, written from what was disclosed to it. Stewards have the text itself. */
  print(view: ViewJson): string;
  /** Applies operations to a text, as `applyOperations` of `#core/file/operations` does. */
  apply(text: string, operations: readonly Operation[]): Applied;
  /**
   * Checks a text and says what each audience may see of it: every audience of the community but those bound to one
   * party, and of `alsoFor` those that it knows. Stewards must be among them.
   */
  disclose(
    text: string,
    alsoFor: readonly string[],
  ):
    | {
        readonly ok: true;
        readonly id: string;
        readonly disclosures: readonly Disclosure[];
        readonly warnings: readonly Problem[];
      }
    | { readonly ok: false; readonly problems: readonly Problem[] };
}
