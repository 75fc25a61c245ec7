/**
 * Writing: one transaction of the disclosing login reads the text, makes the next one, checks it, and writes the
 * revision and what every audience may see of it; or does nothing and says why. A change is applied to the version it
 * was made for and to no other.
 */
import { createHash } from 'node:crypto';
import type { Operation } from '#core/file/operations';
import type {
  ChangeRequest,
  Discloser,
  Outcome,
  Preview,
  Refused,
  Request,
  Revision,
  RevisionKind,
} from '#store/port';
import type { Db, Tx } from '#store/postgres/connect';
import { askedFor, writeDisclosures, writeHistory } from '#store/postgres/disclosures';
import { withPeople } from '#store/postgres/read';

/** The disclosing login and the rules by which it discloses. */
export interface Writer {
  readonly db: Db;
  readonly discloser: Discloser;
}

/** What somebody wants the next version to be. */
type Wanted =
  | { readonly kind: 'change'; readonly operations: readonly Operation[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'restore'; readonly to: number }
  | { readonly kind: 'rename'; readonly to: string };

/** The next text, and what history says of how it came about. */
interface Next {
  readonly ok: true;
  readonly text: string;
  readonly operations: readonly Operation[] | null;
  readonly touched: readonly string[] | null;
  readonly restored: number | null;
}

/** A new community from a text. */
export async function create(
  writer: Writer,
  request: Request & { readonly text: string; readonly kind?: 'create' | 'import' },
): Promise<Outcome> {
  const kind = request.kind ?? 'create';
  const disclosed = writer.discloser.disclose(request.text, []);
  if (!disclosed.ok) return { ok: false, why: 'invalid', problems: disclosed.problems };
  const { id } = disclosed;
  const asked = hashOf({ kind, text: request.text });
  return writer.db.transaction().execute(async (tx) => {
    const at = new Date();
    const made = await tx
      .insertInto('community')
      .values({ id, version: 1, created_at: at, changed_at: at, removed_at: null })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (made === undefined) {
      const there = await lock(tx, id);
      const before = await answered(tx, writer, id, request.changeId, asked);
      return before ?? { ok: false, why: 'taken', id, removed: there?.removed_at != null };
    }
    const next: Next = { ok: true, text: request.text, operations: null, touched: null, restored: null };
    return keep(tx, writer, { id, version: 1, kind, at, asked }, next, request);
  });
}

/** The next version of a community. */
export async function change(
  writer: Writer,
  community: string,
  request: ChangeRequest,
  wanted: Wanted,
): Promise<Outcome> {
  const asked = hashOf({ version: request.version, ...wanted });
  return writer.db.transaction().execute(async (tx) => {
    const now = await lock(tx, community);
    if (now === undefined || now.removed_at !== null) {
      // Sent again after the answer to a rename was lost: the community has another id by now.
      const elsewhere = await renamedBy(tx, request.changeId, asked);
      const before =
        elsewhere === null ? null : await answered(tx, writer, elsewhere, request.changeId, asked);
      return before ?? { ok: false, why: 'absent' };
    }
    const before = await answered(tx, writer, community, request.changeId, asked);
    if (before !== null) return before;
    if (now.version !== request.version) return stale(tx, community, now.version, request.version);
    const next = await make(tx, writer, { community, version: now.version }, wanted);
    if (!next.ok) return next;
    const revision = { id: community, version: now.version + 1, kind: wanted.kind, at: new Date(), asked };
    return keep(tx, writer, revision, next, request);
  });
}

/** What `change` would answer to operations. */
export async function preview(
  writer: Writer,
  community: string,
  request: { readonly version?: number; readonly operations: readonly Operation[] },
): Promise<Preview> {
  return writer.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const now = await tx
        .selectFrom('community')
        .select(['version', 'removed_at'])
        .where('id', '=', community)
        .executeTakeFirst();
      if (now === undefined || now.removed_at !== null) return { ok: false, why: 'absent' };
      const version = request.version ?? now.version;
      if (version !== now.version) return stale(tx, community, now.version, version);
      const next = await make(
        tx,
        writer,
        { community, version },
        { kind: 'change', operations: request.operations },
      );
      if (!next.ok) return next;
      const disclosed = writer.discloser.disclose(next.text, []);
      if (!disclosed.ok) return { ok: false, why: 'invalid', problems: disclosed.problems };
      return { ok: true, version: now.version, text: next.text, warnings: disclosed.warnings };
    });
}

/** The community's row, held until the transaction ends, so that changes come one after the other. */
async function lock(tx: Tx, community: string) {
  return tx
    .selectFrom('community')
    .select(['version', 'removed_at'])
    .where('id', '=', community)
    .forUpdate()
    .executeTakeFirst();
}

/** The answer that this very request was given before; null where it is new. */
async function answered(
  tx: Tx,
  { discloser }: Writer,
  community: string,
  changeId: string,
  asked: Buffer,
): Promise<Outcome | null> {
  const row = await tx
    .selectFrom('revision')
    .select(['version', 'at', 'body', 'request'])
    .where('community', '=', community)
    .where('change_id', '=', changeId)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (!row.request.equals(asked)) return { ok: false, why: 'reused' };
  const disclosed = discloser.disclose(row.body, []);
  const warnings = disclosed.ok ? disclosed.warnings : disclosed.problems;
  return { ok: true, community, version: row.version, at: row.at, text: row.body, warnings, repeated: true };
}

async function renamedBy(tx: Tx, changeId: string, asked: Buffer): Promise<string | null> {
  const row = await tx
    .selectFrom('revision')
    .select('community')
    .where('change_id', '=', changeId)
    .where('request', '=', asked)
    .executeTakeFirst();
  return row?.community ?? null;
}

async function stale(tx: Tx, community: string, version: number, seen: number): Promise<Refused> {
  return { ok: false, why: 'stale', version, since: await revisionsSince(tx, community, seen) };
}

/** Straight from history, oldest first. */
async function revisionsSince(tx: Tx, community: string, version: number): Promise<readonly Revision[]> {
  const rows = await tx
    .selectFrom('revision')
    .select([
      'version',
      'change_id as changeId',
      'kind',
      'at',
      'person',
      'note',
      'operations',
      'touched',
      'restored',
    ])
    .where('community', '=', community)
    .where('version', '>', version)
    .orderBy('version')
    .execute();
  return withPeople(tx, community, rows);
}

async function make(
  tx: Tx,
  { discloser }: Writer,
  from: { readonly community: string; readonly version: number },
  wanted: Wanted,
): Promise<Next | Refused> {
  const { community } = from;
  const whole = { ok: true, operations: null, touched: null, restored: null } as const;
  if (wanted.kind === 'text') return { ...whole, text: wanted.text };
  if (wanted.kind === 'restore') {
    const text = await bodyAt(tx, community, wanted.to);
    if (text === null) return { ok: false, why: 'no-such-version' };
    // What is brought back keeps the address that the community has by now.
    const disclosed = discloser.disclose(text, []);
    const moved =
      disclosed.ok && disclosed.id !== community ? discloser.apply(text, [setId(community)]) : null;
    return { ...whole, text: moved?.ok ? moved.text : text, restored: wanted.to };
  }
  const operations = wanted.kind === 'rename' ? [setId(wanted.to)] : wanted.operations;
  const applied = discloser.apply((await bodyAt(tx, community, from.version)) ?? '', operations);
  if (!applied.ok) return { ok: false, why: 'impossible', refusals: applied.refusals };
  return { ok: true, text: applied.text, operations, touched: applied.touched, restored: null };
}

const setId = (id: string): Operation => ({ op: 'set', path: ['id'], value: id });

async function bodyAt(tx: Tx, community: string, version: number): Promise<string | null> {
  const row = await tx
    .selectFrom('revision')
    .select('body')
    .where('community', '=', community)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.body ?? null;
}

/** A revision about to be written. `id` is the community's id before it. */
interface Keeping {
  readonly id: string;
  readonly version: number;
  readonly kind: RevisionKind;
  readonly at: Date;
  readonly asked: Buffer;
}

/** Checks the next text and writes it with all that hangs on it. */
async function keep(
  tx: Tx,
  writer: Writer,
  revision: Keeping,
  next: Next,
  request: Request,
): Promise<Outcome> {
  const { version, at } = revision;
  const disclosed = writer.discloser.disclose(next.text, await askedFor(tx, revision.id));
  if (!disclosed.ok) return { ok: false, why: 'invalid', problems: disclosed.problems };
  const { id } = disclosed;
  if (id !== revision.id) {
    const taken = await tx
      .selectFrom('community')
      .select('removed_at')
      .where('id', '=', id)
      .executeTakeFirst();
    if (taken !== undefined) return { ok: false, why: 'taken', id, removed: taken.removed_at !== null };
  }
  await tx
    .updateTable('community')
    .set({ id, version, changed_at: at, disclosed_by: writer.discloser.edition })
    .where('id', '=', revision.id)
    .execute();
  const { person, note } = await writePerson(tx, id, request);
  await tx
    .insertInto('revision')
    .values({
      community: id,
      version,
      change_id: request.changeId,
      request: revision.asked,
      kind: revision.kind,
      at,
      person,
      note,
      operations: next.operations === null ? null : JSON.stringify(next.operations),
      touched: next.touched === null ? null : [...next.touched],
      restored: next.restored,
      body: next.text,
    })
    .execute();
  await writeDisclosures(tx, { id, version, at, text: next.text }, disclosed.disclosures);
  await writeHistory(tx, id, version);
  return {
    ok: true,
    community: id,
    version,
    at: at.toISOString(),
    text: next.text,
    warnings: disclosed.warnings,
    repeated: false,
  };
}

/** PostgreSQL holds every character but this one. */
const withoutNul = (text: string): string => text.replaceAll('\0', '');

/** Keeps the author's present name and what they said, each in a row that can be erased. */
async function writePerson(
  tx: Tx,
  community: string,
  { author, message }: Request,
): Promise<{ person: string | null; note: string | null }> {
  const person = author?.id ?? null;
  const name = author?.name == null ? null : withoutNul(author.name);
  if (author !== null) {
    await tx
      .insertInto('person')
      .values({ community, id: author.id, name, erased_at: null })
      .onConflict((conflict) => conflict.columns(['community', 'id']).doUpdateSet({ name, erased_at: null }))
      .execute();
  }
  const said = withoutNul(message ?? '').trim();
  if (said === '') return { person, note: null };
  const { id } = await tx
    .insertInto('note')
    .values({ community, person, body: said, erased_at: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { person, note: id };
}

function hashOf(asked: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(asked)).digest();
}
