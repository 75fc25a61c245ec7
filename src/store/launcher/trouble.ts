/**
 * What can keep a database from starting, told so that a person can mend it. Holds the error and no decisions.
 */

export type TroubleCode =
  /** There is no database program for this machine. */
  | 'no-binary'
  /** The folder cannot be used: permissions, another owner, no room. */
  | 'folder'
  /** The server did not start. */
  | 'start'
  /** `DATABASE_URL` leads nowhere, or to a server that will not do. */
  | 'url'
  /** The folder or database was made by a newer Potluck. */
  | 'newer';

/** Says what is the matter and what to do about it, in whole sentences. */
export class DatabaseTrouble extends Error {
  override readonly name = 'DatabaseTrouble';
  readonly code: TroubleCode;

  constructor(code: TroubleCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** The advice where the server that comes along cannot run. */
export const ASK_FOR_URL =
  'Install PostgreSQL 15 or newer and set DATABASE_URL, for example DATABASE_URL=postgres://user:password@localhost:5432/potluck.';

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The system's code of an error (`EACCES`, `ENOENT`), or the five characters of PostgreSQL; empty where there is none. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
