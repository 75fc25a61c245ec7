/** Reading: everything here goes through what was disclosed, under the serving login and a signed right to see. */
import { sql } from 'kysely';
import type { ViewJson } from '#core/audience/view';
import type { Operation } from '#core/file/operations';
import {
  type CommunitySummary,
  type Revision,
  type RevisionKind,
  type RevisionPage,
  type Seen,
  type Sight,
  STEWARDS,
} from '#store/port';
import type { Db, Tx } from '#store/postgres/connect';
import type { SummaryBody } from '#store/postgres/disclosures';
import { seeing } from '#store/postgres/sight';
import type { ProjectionKind } from '#store/postgres/tables';

/** The serving login and the key by which it says what it may see. */
export interface Reader {
  readonly app: Db;
  readonly key: Buffer;
}

const DEFAULT_PAGE = 50;
const LONGEST_PAGE = 500;

export async function ping({ app }: Reader): Promise<void> {
  await sql`select 1`.execute(app);
}

export async function list(
  { app, key }: Reader,
  sights: readonly Sight[],
): Promise<readonly CommunitySummary[]> {
  if (sights.length === 0) return [];
  const rows = await seeing(app, key, sights, (tx) =>
    tx
      .selectFrom('projection')
      .select(['community', 'audience', 'version', 'at', 'body'])
      .where('kind', '=', 'summary')
      .where('audience', 'in', [...new Set(sights.map((sight) => sight.audience))])
      .execute(),
  );
  const lines = rows.map(({ community, audience, version, at, body }) => {
    const { name, about, asOf, note } = body as SummaryBody;
    return { id: community, audience, version, name, about, asOf, note, changedAt: at };
  });
  // Sorted here, for two servers need not agree on how names are ordered.
  return lines.sort((a, b) => order(a.name, b.name) || order(a.id, b.id) || order(a.audience, b.audience));
}

function order(a: string, b: string): number {
  const near = a.localeCompare(b, 'en');
  if (near !== 0) return near;
  return a < b ? -1 : a > b ? 1 : 0;
}

export const view = (reader: Reader, community: string, audience: string) =>
  latest<ViewJson>(reader, community, audience, 'view');

/** The text itself, which stewards alone may have. */
export const text = (reader: Reader, community: string) =>
  latest<string>(reader, community, STEWARDS, 'text');

async function latest<T>(
  { app, key }: Reader,
  community: string,
  audience: string,
  kind: ProjectionKind,
): Promise<Seen<T> | null> {
  const row = await seeing(app, key, [{ community, audience }], (tx) =>
    tx
      .selectFrom('projection')
      .select(['version', 'at', 'body'])
      .where('community', '=', community)
      .where('audience', '=', audience)
      .where('kind', '=', kind)
      .executeTakeFirst(),
  );
  return row === undefined ? null : { version: row.version, at: row.at, body: row.body as T };
}

export async function revisions(
  { app, key }: Reader,
  community: string,
  page: RevisionPage,
): Promise<readonly Revision[]> {
  return seeing(app, key, [{ community, audience: STEWARDS }], (tx) => readRevisions(tx, community, page));
}

/** For a transaction that may already see them. Newest first. */
export async function readRevisions(
  tx: Tx,
  community: string,
  { before, limit = DEFAULT_PAGE, after = 0 }: RevisionPage & { readonly after?: number },
): Promise<readonly Revision[]> {
  const rows = await tx
    .selectFrom('projection')
    .select(['version', 'at', 'body'])
    .where('community', '=', community)
    .where('audience', '=', STEWARDS)
    .where('kind', '=', 'revision')
    .where('version', '>', after)
    .$if(before !== undefined, (query) => query.where('version', '<', before ?? 0))
    .orderBy('version', 'desc')
    .limit(Math.max(0, Math.min(limit, LONGEST_PAGE)))
    .execute();
  return withPeople(
    tx,
    community,
    rows.map(({ version, at, body }) => ({
      version,
      at,
      ...(body as Pick<RawRevision, keyof RevisionBody>),
    })),
  );
}

interface RevisionBody {
  readonly changeId: string;
  readonly kind: RevisionKind;
  readonly person: string | null;
  readonly note: string | null;
  readonly operations: readonly Operation[] | null;
  readonly touched: readonly string[] | null;
  readonly restored: number | null;
}

/** A revision with the numbers of its names and notes. */
export interface RawRevision extends RevisionBody {
  readonly version: number;
  readonly at: string;
}

/** Puts names and notes in, where they have not been erased. */
export async function withPeople(
  tx: Tx,
  community: string,
  raw: readonly RawRevision[],
): Promise<readonly Revision[]> {
  const people = [...new Set(raw.flatMap((one) => one.person ?? []))];
  const notes = raw.flatMap((one) => one.note ?? []);
  const names = people.length
    ? await tx
        .selectFrom('person')
        .select(['id', 'name'])
        .where('community', '=', community)
        .where('id', 'in', people)
        .execute()
    : [];
  const bodies = notes.length
    ? await tx.selectFrom('note').select(['id', 'body']).where('id', 'in', notes).execute()
    : [];
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const bodyOf = new Map(bodies.map(({ id, body }) => [id, body]));
  return raw.map(({ version, changeId, kind, at, person, note, operations, touched, restored }) => ({
    version,
    changeId,
    kind,
    at,
    author: person === null ? null : { id: person, name: nameOf.get(person) ?? null },
    message: note === null ? null : (bodyOf.get(note) ?? null),
    operations,
    touched,
    restored,
  }));
}
