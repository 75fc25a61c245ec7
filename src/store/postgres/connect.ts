/**
 * Connections: pools of them, how values are read, and what a lost server is called. Knows the driver; asks nothing.
 */
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Login } from '#store/launcher/logins';
import { codeOf, messageOf } from '#store/launcher/trouble';
import { StoreUnavailable } from '#store/port';
import type { Tables } from '#store/postgres/tables';

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

/** An integer that JavaScript can hold; a larger one is a mistake of ours. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`the integer ${text} is too large to be exact`);
  return value;
}

/** Days stay text (a time zone would move them), moments become ISO 8601, sums stay exact. */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: safeInteger,
  [DATE]: (text) => text,
  [TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
};

/** The driver's own parsers, but for those above. `numeric` stays text, as in the driver. */
export const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' ? PARSERS[oid] : undefined) ??
    pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};

/** A pool of at most so many connections under one login. Connects when it is first asked something. */
export function connect(login: Login, most: number): Db {
  const pool = new pg.Pool({
    ...login,
    max: most,
    idleTimeoutMillis: 30_000,
    application_name: 'potluck',
    types,
  });
  pool.on('error', () => {
    // An idle connection broke; the next query opens another or says that it cannot.
  });
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }).withSchema('potluck');
}

/** Does something with the database, and calls a lost connection by its name. */
export async function reaching<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!isLost(error)) throw error;
    throw new StoreUnavailable(`The database cannot be reached: ${messageOf(error)}`, { cause: error });
  }
}

function isLost(error: unknown): boolean {
  const code = codeOf(error);
  return (
    /^(08|57P|53300)/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'].includes(code) ||
    /Connection terminated|connection ended|driver has already been destroyed|after calling end on the pool|Client has encountered a connection error/i.test(
      messageOf(error),
    )
  );
}
