/** The table of the log as Kysely sees it: lines can be added and read. A promise about `migrations/003-log.sql`. */
import type { ColumnType, Generated } from 'kysely';
import type { LogAbout, LogAct } from '#store/log/port';

export interface LogTable {
  id: Generated<number>;
  at: ColumnType<string, Date | string, never>;
  community: ColumnType<string | null, string | null, never>;
  act: ColumnType<LogAct, LogAct, never>;
  person: ColumnType<string | null, string | null, never>;
  about: ColumnType<LogAbout, string, never>;
  note: ColumnType<string | null, string | null, never>;
  once: ColumnType<string | null, string | null, never>;
}

/** To be joined to `Tables`. */
export interface LogTables {
  log: LogTable;
}
