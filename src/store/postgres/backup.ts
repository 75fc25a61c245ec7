/**
 * The whole store as lines of JSON, and back: the road to another server or another major version. It carries texts,
 * history, names and notes, rounds that are over, releases (whose addresses go on working), the log, and people: accounts, what they are where, the hashes of their passwords,
 * their passkeys. What was disclosed is worked out anew on arrival. It carries no session, no link, no password, no key.
 */
import { sql } from 'kysely';
import type { Tx } from '#store/postgres/connect';
import { discloseAnew } from '#store/postgres/life';
import type { Writer } from '#store/postgres/write';

const FORMAT = 1;
/** Rows that are read at once. */
const PAGE = 200;

type Row = Record<string, unknown>;
const KEPT = [
  'community',
  'person',
  'note',
  'revision',
  'round',
  'round_shown',
  'release',
  'log',
  'account',
  'membership',
  'passkey',
  'identity',
  'listing',
  'setting',
] as const;
type Kept = (typeof KEPT)[number];

const ORDER: Readonly<Record<Kept, string>> = {
  community: 'id',
  person: 'community, id',
  note: 'community, id',
  revision: 'community, version',
  round: 'id',
  round_shown: 'round, place',
  release: 'id',
  log: 'id',
  account: 'id',
  membership: 'id',
  passkey: 'id',
  identity: 'issuer, subject',
  listing: 'community',
  setting: 'name',
};

/** What of a table is carried; all of it where nothing is said. A round is carried once it is over: then nobody's place,
 * answer or unread note hangs on it. */
const ONLY: Readonly<Partial<Record<Kept, string>>> = {
  round: "phase = 'closed'",
  round_shown: "round in (select id from potluck.round where phase = 'closed')",
};

export async function* exportAll({ db }: Writer): AsyncIterable<string> {
  // One transaction from the first line to the last, so that all of it is of one moment.
  const tx = await db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute();
  try {
    yield JSON.stringify({ potluck: 'store', format: FORMAT, at: new Date().toISOString() });
    for (const table of KEPT) {
      for (let from = 0; ; from += PAGE) {
        const { rows } = await sql<{ line: Row }>`
          select to_json(t) as line from ${sql.table(`potluck.${table}`)} t
          where ${sql.raw(ONLY[table] ?? 'true')}
          order by ${sql.raw(ORDER[table])} limit ${PAGE} offset ${from}`.execute(tx);
        for (const { line } of rows) yield JSON.stringify({ [table]: line });
        if (rows.length < PAGE) break;
      }
    }
    yield JSON.stringify({ end: true });
  } finally {
    await tx.rollback().execute();
  }
}

export async function importAll(
  { db, discloser }: Writer,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<{ readonly communities: number; readonly revisions: number }> {
  return db.transaction().execute(async (tx) => {
    const communities: Row[] = [];
    let revisions = 0;
    let number = 0;
    let ended = false;
    for await (const line of lines) {
      number += 1;
      if (line.trim() === '') continue;
      const [what, row] = readLine(line, number);
      if (number === 1) {
        checkHeading(what, row);
        continue;
      }
      if (what === 'end') ended = true;
      else await insert(tx, what, row, number);
      if (what === 'community') communities.push(row);
      if (what === 'revision') revisions += 1;
    }
    if (!ended)
      throw new Error('This export is not complete: its last line is missing. Nothing was imported.');
    for (const { id, removed_at } of communities) {
      if (removed_at !== null) continue;
      if (!(await discloseAnew(tx, { discloser }, String(id)))) {
        throw new Error(`The text of ${id} has problems, so nothing was imported.`);
      }
    }
    return { communities: communities.length, revisions };
  });
}

function readLine(line: string, number: number): readonly [string, Row] {
  try {
    const all = JSON.parse(line) as Row;
    if ('potluck' in all) return ['potluck', all];
    const [what, row] = Object.entries(all)[0] ?? [];
    if (what !== undefined && row !== undefined) return [what, row as Row];
  } catch {
    // Told below.
  }
  throw new Error(`Line ${number} is not a line of a Potluck export. Nothing was imported.`);
}

function checkHeading(what: string, row: Row): void {
  if (what !== 'potluck' || row['potluck'] !== 'store')
    throw new Error('This is not an export of a Potluck store. Nothing was imported.');
  if (row['format'] !== FORMAT)
    throw new Error(`This export has the format ${String(row['format'])}; this Potluck reads ${FORMAT}.`);
}

async function insert(tx: Tx, what: string, row: Row, number: number): Promise<void> {
  if (!KEPT.includes(what as Kept))
    throw new Error(`Line ${number} holds ${what}, which this Potluck does not know. Nothing was imported.`);
  if (what === 'community') {
    const { rows } = await sql`select 1 from potluck.community where id = ${row['id']}`.execute(tx);
    if (rows.length > 0)
      throw new Error(`There already is a community ${String(row['id'])}. Nothing was imported.`);
  }
  if (what === 'account') {
    const { rows } =
      await sql`select 1 from potluck.account where id = ${row['id']} or login = ${row['login']}`.execute(tx);
    if (rows.length > 0)
      throw new Error(`There already is an account ${String(row['login'])}. Nothing was imported.`);
  }
  if (what === 'log') {
    // Lines get numbers of this house; two houses may both have said the same of one day.
    await sql`insert into potluck.log (at, community, act, person, about, note, once)
      select at, community, act, person, about, note, once
      from json_populate_record(null::potluck.log, ${JSON.stringify(row)}::json) on conflict do nothing`.execute(
      tx,
    );
    return;
  }
  const table = sql.table(`potluck.${what}`);
  // What holds for this house already stays as it is.
  const orLeft = what === 'setting' ? sql`on conflict do nothing` : sql``;
  await sql`insert into ${table} select * from json_populate_record(null::${table}, ${JSON.stringify(row)}::json) ${orLeft}`.execute(
    tx,
  );
}
