/**
 * What may be asked of the log: what was shown to whom, and what changed in who may see. Lines are added and read; nothing
 * here alters one, nor could the database's logins. Names never stand in it, only ids; and never who wrote an anonymous
 * note.
 */
import type { Author, PersonId } from '#store/port';

/** Everything that is logged. */
export const LOG_ACTS = [
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'session-revoked',
  'invited',
  'invite-used',
  'invite-withdrawn',
  'role-changed',
  'person-removed',
  'recovered',
  'seen-restricted',
  'exported-restricted',
  'openness-changed',
  'released',
  'release-withdrawn',
  'wall-overridden',
  'consent-given',
  'consent-withdrawn',
  'erased',
  'listed',
  'unlisted',
  'round-opened',
  'round-closed',
  'feed-made',
  'feed-withdrawn',
  'pulse-begun',
  'pulse-closed',
] as const;
export type LogAct = (typeof LOG_ACTS)[number];

/** What an act was about: ids, numbers, words of the file such as a level; never a name, never what somebody wrote. */
export type LogAbout = Readonly<Record<string, string | number | null>>;

/** A line to be added. */
export interface LogLine {
  /** Null for what concerns the whole house: signing in, for example. */
  readonly community: string | null;
  readonly act: LogAct;
  /** Who did it; null where nobody is known. */
  readonly person: PersonId | null;
  readonly about: LogAbout;
  /** Why, in their words; can be erased later. */
  readonly reason?: string | null;
  /**
   * Of lines with the same community, act, person and `once`, only the first is kept: `2026-11-22` for what is said once
   * a day.
   */
  readonly once?: string;
}

/** A line that was added. */
export interface LogEntry {
  /** Rises with time; gaps mean nothing. */
  readonly id: number;
  /** ISO 8601, UTC, to the millisecond. */
  readonly at: string;
  readonly community: string | null;
  readonly act: LogAct;
  /** Null where nobody is known. The name is null where none is kept for the community, or it was erased. */
  readonly person: Author | null;
  readonly about: LogAbout;
  /** Null where nothing was said or where it was erased. */
  readonly reason: string | null;
}

export interface LogPage {
  /** Only lines before this id. */
  readonly before?: number;
  /** At most so many (default 50, at most 500). */
  readonly limit?: number;
}

export interface Log {
  append(line: LogLine): Promise<void>;
  /** Newest first. For stewards of the community only; null: what concerns the whole house, for its keepers only. */
  read(community: string | null, page?: LogPage): Promise<readonly LogEntry[]>;
  /** Everything, oldest first. For the same people. */
  all(community: string | null): AsyncIterable<LogEntry>;
}
