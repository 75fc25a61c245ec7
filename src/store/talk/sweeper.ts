/**
 * Clears away what deleted notes, places and answers leave behind: a deleted row of PostgreSQL lies in its file, with the
 * number of the transaction that wrote it, until the table is written anew. Only the owner may do that. It runs beside
 * the requests, one table after the other, and comes again where a table was in use.
 */
import type { Login } from '#store/launcher/logins';
import { withClient } from '#store/launcher/provision';
import type { Swept } from '#store/talk/facilitate';

const ALL: readonly Swept[] = ['round_note', 'round_receipt', 'round_choice', 'round_seat', 'round_shown'];
/** A table in use is left for later after so long, so that nobody waits behind the sweeping. */
const PATIENCE = '500ms';
/** And tried again after so many milliseconds. */
const AGAIN = 5_000;

export interface Sweeper {
  /** To be swept soon. */
  later(tables: readonly Swept[]): void;
  /** Sweeps all tables now. */
  now(): Promise<void>;
  /** Waits for what is under way, and begins nothing more. */
  end(): Promise<void>;
}

export function sweeper(owner: Login): Sweeper {
  const due = new Set<Swept>();
  let under: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  const sweep = async () => {
    if (due.size === 0) return;
    await withClient(owner, async (client) => {
      await client.query(`set lock_timeout = '${PATIENCE}'`);
      for (const table of [...due]) {
        due.delete(table);
        await client.query(`vacuum (full) potluck.${table}`).catch((error: unknown) => {
          due.add(table);
          throw error;
        });
      }
    });
  };
  /** One sweeping after the other; what failed is due again. */
  const next = (): Promise<void> => {
    const swept = under.then(sweep);
    under = swept.catch(() => {
      if (ended || timer !== undefined) return;
      timer = setTimeout(() => {
        timer = undefined;
        void next().catch(() => undefined);
      }, AGAIN);
      timer.unref();
    });
    return swept;
  };
  return {
    later: (tables) => {
      for (const table of tables) due.add(table);
      if (tables.length > 0 && !ended) void next().catch(() => undefined);
    },
    now: () => {
      for (const table of ALL) due.add(table);
      return next();
    },
    end: async () => {
      ended = true;
      clearTimeout(timer);
      await under;
    },
  };
}
