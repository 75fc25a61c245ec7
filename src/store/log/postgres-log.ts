/** The log on PostgreSQL, over the disclosing login, which may add lines and read them and do nothing else with them. */
import { randomUUID } from 'node:crypto';
import type { Log, LogEntry, LogLine, LogPage } from '#store/log/port';
import { type Db, reaching } from '#store/postgres/connect';

const DEFAULT_PAGE = 50;
const LONGEST_PAGE = 500;

export function postgresLog(db: Db): Log {
  return {
    append: (line) => reaching(() => append(db, line)),
    read: (community, page = {}) => reaching(() => read(db, community, page)),
    all: (community) => all(db, community),
  };
}

/** PostgreSQL holds every character but this one. */
const withoutNul = (text: string): string => text.replaceAll('\0', '');

async function append(db: Db, { community, act, person, about, reason, once }: LogLine): Promise<void> {
  const said = withoutNul(reason ?? '').trim();
  const note = said === '' ? null : randomUUID();
  await db.transaction().execute(async (tx) => {
    const added = await tx
      .insertInto('log')
      .values({
        at: new Date(),
        community,
        act,
        person,
        about: JSON.stringify(about, (_, one) => (typeof one === 'string' ? withoutNul(one) : one)),
        note,
        once: once ?? null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (added === undefined || note === null) return;
    await tx
      .insertInto('note')
      .values({ id: note, community, person, body: said, erased_at: null })
      .execute();
  });
}

async function read(
  db: Db,
  community: string | null,
  { before, limit = DEFAULT_PAGE }: LogPage,
): Promise<readonly LogEntry[]> {
  const rows = await lines(db, community)
    .$if(before !== undefined, (query) => query.where('log.id', '<', before ?? 0))
    .orderBy('log.id', 'desc')
    .limit(Math.max(0, Math.min(limit, LONGEST_PAGE)))
    .execute();
  return rows.map(entryOf);
}

async function* all(db: Db, community: string | null): AsyncIterable<LogEntry> {
  for (let after = 0; ; ) {
    const from = after;
    const rows = await reaching(() =>
      lines(db, community).where('log.id', '>', from).orderBy('log.id').limit(LONGEST_PAGE).execute(),
    );
    yield* rows.map(entryOf);
    after = rows.at(-1)?.id ?? after;
    if (rows.length < LONGEST_PAGE) return;
  }
}

function lines(db: Db, community: string | null) {
  return db
    .selectFrom('log')
    .leftJoin('person', (join) =>
      join.onRef('person.community', '=', 'log.community').onRef('person.id', '=', 'log.person'),
    )
    .leftJoin('note', 'note.id', 'log.note')
    .select(['log.id', 'log.at', 'log.community', 'log.act', 'log.person', 'log.about'])
    .select(['person.name', 'note.body'])
    .where('log.community', community === null ? 'is' : '=', community);
}

type Line = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number];

const entryOf = ({ id, at, community, act, person, about, name, body }: Line): LogEntry => ({
  id,
  at,
  community,
  act,
  person: person === null ? null : { id: person, name },
  about,
  reason: body,
});
