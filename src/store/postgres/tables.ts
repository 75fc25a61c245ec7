/** The tables as Kysely sees them. Promises about `migrations/*.sql`, which the contract suite holds them to. */
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Operation } from '#core/file/operations';
import type { RevisionKind } from '#store/port';
import type { LogTables } from '#store/postgres/tables-log';
import type { PeopleTables } from '#store/postgres/tables-people';
import type { ReleaseTables } from '#store/postgres/tables-releases';
import type { TalkTables } from '#store/postgres/tables-talk';
import type { VoiceTables } from '#store/postgres/tables-voices';

/** Read as ISO 8601 text, written as that or as a `Date`. */
type Moment = ColumnType<string, Date | string, Date | string>;
type MomentOrNull = ColumnType<string | null, Date | string | null, Date | string | null>;

export interface CommunityTable {
  id: string;
  version: number;
  created_at: Moment;
  changed_at: Moment;
  removed_at: MomentOrNull;
  disclosed_by: Generated<string>;
}

export interface PersonTable {
  community: string;
  id: string;
  name: string | null;
  erased_at: MomentOrNull;
}

export interface NoteTable {
  id: Generated<string>;
  /** Null where it says why something was done that concerns the whole house. */
  community: string | null;
  person: string | null;
  body: string | null;
  erased_at: MomentOrNull;
}

export interface RevisionTable {
  community: string;
  version: number;
  change_id: string;
  request: Buffer;
  kind: RevisionKind;
  at: Moment;
  person: string | null;
  note: string | null;
  operations: JSONColumnType<readonly Operation[] | null, string | null, string | null>;
  touched: string[] | null;
  restored: number | null;
  body: string;
}

export interface EditionTable {
  community: string;
  audience: string;
  number: number;
  fingerprint: Buffer;
}

export type ProjectionKind = 'summary' | 'view' | 'text' | 'revision';

export interface ProjectionTable {
  community: string;
  audience: string;
  kind: ProjectionKind;
  version: number;
  at: Moment;
  /** JSON; its shape follows from `kind`. */
  body: ColumnType<unknown, string, string>;
}

export interface Tables extends LogTables, PeopleTables, ReleaseTables, TalkTables, VoiceTables {
  community: CommunityTable;
  person: PersonTable;
  note: NoteTable;
  revision: RevisionTable;
  edition: EditionTable;
  projection: ProjectionTable;
}
