/**
 * Erasing a person on PostgreSQL. History and the log are closed to every login but the owner's, which is used here for one
 * transaction and for nothing else: so that what serves requests still cannot rewrite the past.
 */
import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import {
  type Erased,
  type EraseRequest,
  EraseTrouble,
  type Erasings,
  type Refreeze,
} from '#store/erasing/port';
import { sweep } from '#store/erasing/sweep';
import { type Without, withoutPerson } from '#store/erasing/without';
import type { Login } from '#store/launcher/logins';
import { withClient } from '#store/launcher/provision';
import type { Discloser } from '#store/port';
import { connect, reaching, type Tx } from '#store/postgres/connect';
import { askedFor, writeDisclosures, writeHistory } from '#store/postgres/disclosures';

export function postgresErasing(owner: Login, discloser: Discloser): Erasings {
  return {
    erase: (request, refreeze) =>
      reaching(async () => {
        const db = connect(owner, 1);
        try {
          return await db.transaction().execute((tx) => eraseIn(tx, discloser, request, refreeze));
        } finally {
          await db.destroy();
          await clear(owner);
        }
      }),
  };
}

/** Tables that hold what people say. */
const REWRITTEN = [
  ...['revision', 'projection', 'edition', 'note', 'person', 'release', 'log'],
  ...['round', 'round_shown', 'round_note', 'round_choice', 'voice', 'pulse', 'hard_topic'],
];

/** What an update leaves behind lies in its file until the table is written anew. One that is in use is left for later. */
async function clear(owner: Login): Promise<void> {
  await withClient(owner, async (client) => {
    await client.query("set lock_timeout = '2s'");
    for (const table of REWRITTEN)
      await client.query(`vacuum (full) potluck.${table}`).catch(() => undefined);
  }).catch(() => undefined);
}

async function eraseIn(
  tx: Tx,
  discloser: Discloser,
  request: EraseRequest,
  refreeze: Refreeze,
): Promise<Erased | null> {
  const { community, party } = request;
  const now = await tx
    .selectFrom('community')
    .select('version')
    .where('id', '=', community)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (now === undefined) return null;
  const versions = await tx
    .selectFrom('revision')
    .select(['version', 'body', 'operations', 'touched'])
    .where('community', '=', community)
    .execute();
  const without = withoutPerson(versions, party);
  if (without === null) return null;
  let texts = 0;
  let present = '';
  for (const one of versions) {
    const body = without.text(one.body);
    const operations = without.json(one.operations);
    const touched = without.json(one.touched);
    if (one.version === now.version) present = body;
    if (
      JSON.stringify([body, operations, touched]) === JSON.stringify([one.body, one.operations, one.touched])
    )
      continue;
    if (body !== one.body) texts += 1;
    await tx
      .updateTable('revision')
      .set({
        body,
        touched: touched === null ? null : [...touched],
        operations: operations === null ? null : JSON.stringify(operations),
        // What was asked is not to be guessed from its hash either.
        request: hashOf('erased'),
      })
      .where('community', '=', community)
      .where('version', '=', one.version)
      .execute();
  }
  const accounts = await untie(tx, community, without);
  const released = await eraseReleases(tx, community, without, refreeze);
  const rows = await sweep(tx, community, without);
  // A phone that comes back to a round is told its words anew.
  await sql`update potluck.round set version = version + 1 where community = ${community}`.execute(tx);
  await writePresent(tx, discloser, request, { version: now.version + 1, text: present }, without);
  await writeLog(tx, request, without);
  return { as: without.as, texts, rows, ...released, accounts };
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** A version of its own, so that every open page learns of it, and what everybody may see of it. */
async function writePresent(
  tx: Tx,
  discloser: Discloser,
  { community, person }: EraseRequest,
  next: { readonly version: number; readonly text: string },
  without: Without,
): Promise<void> {
  const { version, text } = next;
  const bound = [...without.ids].flatMap((id) => [`person:${id}`, `partner:${id}`]);
  await tx.deleteFrom('edition').where('community', '=', community).where('audience', 'in', bound).execute();
  await tx.deleteFrom('projection').where('community', '=', community).execute();
  const disclosed = discloser.disclose(text, await askedFor(tx, community));
  if (!disclosed.ok)
    throw new EraseTrouble(disclosed.problems.map((one) => without.words(one.message.text)).join(' '));
  const at = new Date();
  await tx
    .updateTable('community')
    .set({ version, changed_at: at, disclosed_by: discloser.edition })
    .where('id', '=', community)
    .execute();
  await tx
    .insertInto('revision')
    .values({
      ...{ community, version, at, person, kind: 'change' as const, body: text },
      ...{ change_id: randomUUID(), request: hashOf('erased'), note: null, restored: null },
      operations: JSON.stringify([]),
      touched: [without.as],
    })
    .execute();
  await writeDisclosures(tx, { id: community, version, at, text }, disclosed.disclosures);
  await writeHistory(tx, community, 1);
}

/** Accounts and links that were theirs are nobody's any more. */
async function untie(tx: Tx, community: string, { ids }: Without): Promise<string[]> {
  const mine = [...ids];
  const tied = await tx
    .updateTable('membership')
    .set({ party: null, consented_at: null })
    .where('community', '=', community)
    .where('party', 'in', mine)
    .returning('account')
    .execute();
  await tx.deleteFrom('invite').where('community', '=', community).where('party', 'in', mine).execute();
  await sql`delete from potluck.feed where community = ${community} and audience = any (${mine.map((id) => `person:${id}`)})`.execute(
    tx,
  );
  return tied.map((one) => one.account);
}

async function eraseReleases(
  tx: Tx,
  community: string,
  without: Without,
  refreeze: Refreeze,
): Promise<{ releases: number; withdrawn: number }> {
  const rows = await tx
    .selectFrom('release')
    .select(['id', 'what', 'audience', 'basket', 'forms', 'made_of', 'figures'])
    .where('community', '=', community)
    .execute();
  let [releases, withdrawn] = [0, 0];
  for (const row of rows) {
    const { id, what, forms, made_of: madeOf, ...rest } = row;
    const next = without.json({ ...rest, madeOf });
    if (JSON.stringify(next) === JSON.stringify({ ...rest, madeOf }) && !isLeft(forms, without)) continue;
    const isTheirs = next.audience !== row.audience;
    const anew =
      next.madeOf === null || isTheirs ? null : refreeze({ what, audience: row.audience }, next.madeOf);
    const kept = isLeft(anew, without) ? null : anew;
    if (forms !== null && kept === null) withdrawn += 1;
    if (kept !== null) releases += 1;
    await tx
      .updateTable('release')
      .set({
        audience: next.audience,
        basket: next.basket,
        figures: JSON.stringify(next.figures),
        forms: kept === null ? null : JSON.stringify(kept),
        made_of: kept === null ? null : JSON.stringify(next.madeOf),
        ...(kept === null && forms !== null ? { withdrawn_at: new Date() } : {}),
      })
      .where('id', '=', id)
      .execute();
  }
  return { releases, withdrawn };
}

/** Whether something of the person still stands in the forms; typefaces are letters, not words. */
function isLeft(forms: object | null, without: Without): boolean {
  return Object.values(forms ?? {}).some((form) => {
    const words = typeof form === 'string' ? form.replace(/<style>[\s\S]*?<\/style>/g, '') : '';
    return without.words(words) !== words;
  });
}

/** That somebody was erased, by whom and why; not who it was. */
async function writeLog(
  tx: Tx,
  { community, person, reason }: EraseRequest,
  without: Without,
): Promise<void> {
  const said = without.words((reason ?? '').replaceAll('\0', '')).trim();
  const note = said === '' ? null : randomUUID();
  const line = { at: new Date(), community, person, act: 'erased' as const, about: '{}', note, once: null };
  await tx.insertInto('log').values(line).execute();
  if (note !== null)
    await tx
      .insertInto('note')
      .values({ id: note, community, person, body: said, erased_at: null })
      .execute();
}
