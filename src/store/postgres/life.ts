/**
 * The life of a community as a whole: off the shelf, back on it, gone for good; people forgotten; disclosed anew when
 * the rules have changed. Taking off is soft, because it is one click, and closes every audience's view at once;
 * deleting is a second act of its own, and leaves nothing.
 */
import type { Db, Tx } from '#store/postgres/connect';
import { askedFor, writeDisclosures, writeHistory } from '#store/postgres/disclosures';
import type { Writer } from '#store/postgres/write';

export async function remove({ db }: Writer, community: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('community')
      .set({ removed_at: new Date() })
      .where('id', '=', community)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    await tx.deleteFrom('projection').where('community', '=', community).execute();
    return numUpdatedRows > 0n;
  });
}

export async function removed({
  db,
}: Writer): Promise<readonly { readonly id: string; readonly removedAt: string }[]> {
  const rows = await db
    .selectFrom('community')
    .select(['id', 'removed_at'])
    .where('removed_at', 'is not', null)
    .orderBy('removed_at', 'desc')
    .execute();
  return rows.map(({ id, removed_at }) => ({ id, removedAt: removed_at ?? '' }));
}

export async function bringBack(writer: Writer, community: string): Promise<boolean> {
  return writer.db.transaction().execute(async (tx) => {
    const row = await tx
      .updateTable('community')
      .set({ removed_at: null })
      .where('id', '=', community)
      .where('removed_at', 'is not', null)
      .returning('id')
      .executeTakeFirst();
    if (row === undefined) return false;
    if (!(await discloseAnew(tx, writer, community)))
      throw new Error(`the text of ${community} can no longer be disclosed`);
    return true;
  });
}

export async function purge({ db }: Writer, community: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('community').where('id', '=', community).executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function erasePerson(
  { db }: Writer,
  person: string,
): Promise<{ readonly names: number; readonly notes: number }> {
  return db.transaction().execute(async (tx) => {
    const at = new Date();
    const names = await tx
      .updateTable('person')
      .set({ name: null, erased_at: at })
      .where('id', '=', person)
      .where('erased_at', 'is', null)
      .executeTakeFirst();
    const notes = await tx
      .updateTable('note')
      .set({ body: null, erased_at: at })
      .where('person', '=', person)
      .where('erased_at', 'is', null)
      .executeTakeFirst();
    await tx.deleteFrom('feed').where('person', '=', person).execute();
    return { names: Number(names.numUpdatedRows), notes: Number(notes.numUpdatedRows) };
  });
}

/**
 * Discloses every community anew that was disclosed by other rules than the present ones. One whose text the present
 * rules no longer accept stays as it was, and is tried again next time. Gives how many were disclosed.
 */
export async function catchUp(writer: Writer): Promise<number> {
  const behind = await writer.db
    .selectFrom('community')
    .select('id')
    .where('removed_at', 'is', null)
    .where('disclosed_by', '!=', writer.discloser.edition)
    .execute();
  let count = 0;
  for (const { id } of behind) {
    if (await writer.db.transaction().execute((tx) => discloseAnew(tx, writer, id))) count += 1;
  }
  return count;
}

/** Works out anew what everyone may see of the present text. False where the text has problems. */
export async function discloseAnew(
  tx: Tx,
  { discloser }: Pick<Writer, 'discloser'>,
  community: string,
): Promise<boolean> {
  const now = await present(tx, community);
  if (now === null) return false;
  const disclosed = discloser.disclose(now.body, await askedFor(tx, community));
  if (!disclosed.ok) return false;
  await writeDisclosures(
    tx,
    { id: community, version: now.version, at: now.changed_at, text: now.body },
    disclosed.disclosures,
  );
  await writeHistory(tx, community, 1);
  await tx
    .updateTable('community')
    .set({ disclosed_by: discloser.edition })
    .where('id', '=', community)
    .execute();
  return true;
}

/** Works out what an audience that nobody asked for before may see; false where the community knows no such audience. */
export async function discloseAlsoFor(
  { db, discloser }: Writer,
  community: string,
  audience: string,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const now = await present(tx, community);
    if (now === null) return false;
    const also = [...(await askedFor(tx, community)), audience];
    const disclosed = discloser.disclose(now.body, also);
    if (!disclosed.ok || !disclosed.disclosures.some((one) => one.audience === audience)) return false;
    // Of the moment of asking: the time of the last change might be that of one which is hidden from this audience.
    await writeDisclosures(
      tx,
      { id: community, version: now.version, at: new Date(), text: now.body },
      disclosed.disclosures,
    );
    return true;
  });
}

async function present(tx: Tx, community: string) {
  const row = await tx
    .selectFrom('community')
    .innerJoin('revision', (join) =>
      join
        .onRef('revision.community', '=', 'community.id')
        .onRef('revision.version', '=', 'community.version'),
    )
    .select(['community.version', 'community.changed_at', 'revision.body'])
    .where('community.id', '=', community)
    .where('community.removed_at', 'is', null)
    .forUpdate('community')
    .executeTakeFirst();
  return row ?? null;
}

/** The audiences for which something was disclosed, sorted. */
export async function audiences({ db }: Writer, community: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('projection')
    .select('audience')
    .where('community', '=', community)
    .where('kind', '=', 'view')
    .execute();
  return rows.map((row) => row.audience).sort();
}

/** The text as it was at a version. */
export async function textAt(db: Db, community: string, version: number) {
  return db
    .selectFrom('revision')
    .innerJoin('community', 'community.id', 'revision.community')
    .select('revision.body')
    .where('revision.community', '=', community)
    .where('revision.version', '=', version)
    .where('community.removed_at', 'is', null)
    .executeTakeFirst();
}
