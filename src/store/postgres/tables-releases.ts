/** The table of releases as Kysely sees it. A promise about `migrations/004-releases.sql`. */
import type { ColumnType, Generated } from 'kysely';
import type { Told } from '#core/audience/protect/released-figures';
import type { Frozen, ReleasedWhat } from '#core/released-page';
import type { MadeOf } from '#store/releases/port';

export interface ReleaseTable {
  id: Generated<string>;
  community: string;
  audience: string;
  what: ReleasedWhat;
  basket: string | null;
  version: number;
  as_of: string;
  at: ColumnType<string, Date | string, never>;
  person: string | null;
  token_hash: Buffer;
  withdrawn_at: ColumnType<string | null, Date | null, Date | null>;
  forms: ColumnType<Frozen | null, string | null, string | null>;
  made_of: ColumnType<MadeOf | null, string | null, string | null>;
  figures: ColumnType<Told, string, string>;
}

/** To be joined to `Tables`. */
export interface ReleaseTables {
  release: ReleaseTable;
}
