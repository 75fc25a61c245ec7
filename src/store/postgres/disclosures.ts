/**
 * Writes what each audience may see. Runs under the disclosing login, inside the transaction of a change, so that no
 * reader ever sees a text and a disclosure that do not belong together. It decides nothing about who may see what.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { ShelfNote } from '#core/model/shelf-note';
import { type Disclosure, STEWARDS } from '#store/port';
import type { Tx } from '#store/postgres/connect';

/** The body of a `summary`. */
export interface SummaryBody {
  readonly name: string;
  readonly about: string | null;
  readonly asOf: string | null;
  readonly note: ShelfNote;
}

/** A community as it is now. */
export interface Present {
  readonly id: string;
  readonly version: number;
  readonly at: Date | string;
  readonly text: string;
}

/**
 * Replaces what every audience sees of a community. Of an audience for which nothing has changed nothing is touched,
 * its count included; an audience that is no longer among them sees nothing any more.
 */
export async function writeDisclosures(
  tx: Tx,
  community: Present,
  disclosures: readonly Disclosure[],
): Promise<void> {
  if (!disclosures.some((one) => one.audience === STEWARDS))
    throw new Error('nothing was disclosed to stewards');
  const audiences = disclosures.map((one) => one.audience);
  await tx
    .deleteFrom('projection')
    .where('community', '=', community.id)
    .where('audience', 'not in', audiences)
    .execute();
  const before = await tx
    .selectFrom('edition')
    .select(['audience', 'number', 'fingerprint'])
    .where('community', '=', community.id)
    .execute();
  const shown = await shownAudiences(tx, community.id);
  for (const one of disclosures) {
    const last = before.find((edition) => edition.audience === one.audience);
    const fingerprint = fingerprintOf(one);
    const same = last?.fingerprint.equals(fingerprint) === true && shown.has(one.audience);
    const forStewards = one.audience === STEWARDS;
    if (same && (!forStewards || last.number === community.version)) continue;
    const number = forStewards ? community.version : (last?.number ?? 0) + 1;
    await writeOne(tx, { ...community, version: number }, one, fingerprint);
  }
}

async function shownAudiences(tx: Tx, community: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('projection')
    .select('audience')
    .where('community', '=', community)
    .where('kind', '=', 'view')
    .execute();
  return new Set(rows.map((row) => row.audience));
}

async function writeOne(
  tx: Tx,
  community: Present,
  disclosure: Disclosure,
  fingerprint: Buffer,
): Promise<void> {
  const { audience, name, about, asOf, note } = disclosure;
  const key = { community: community.id, audience };
  await tx
    .insertInto('edition')
    .values({ ...key, number: community.version, fingerprint })
    .onConflict((conflict) =>
      conflict.columns(['community', 'audience']).doUpdateSet({ number: community.version, fingerprint }),
    )
    .execute();
  await tx
    .deleteFrom('projection')
    .where('community', '=', community.id)
    .where('audience', '=', audience)
    .where('kind', 'in', ['summary', 'view', 'text'])
    .execute();
  const summary: SummaryBody = { name, about, asOf, note };
  const row = { ...key, version: community.version, at: community.at };
  await tx
    .insertInto('projection')
    .values([
      { ...row, kind: 'summary' as const, body: JSON.stringify(summary) },
      { ...row, kind: 'view' as const, body: JSON.stringify(disclosure.view) },
      ...(audience === STEWARDS
        ? [{ ...row, kind: 'text' as const, body: JSON.stringify(community.text) }]
        : []),
    ])
    .execute();
}

/** The day that a view is seen from is not part of it: it may be no more than the day of writing. */
function fingerprintOf({ view, name, about, asOf, note }: Disclosure): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([{ ...view, day: null }, name, about, asOf, note]))
    .digest();
}

/** Discloses history to stewards: all of it, or from one version on. Names and notes stay where they can be erased. */
export async function writeHistory(tx: Tx, community: string, from: number): Promise<void> {
  await sql`
    insert into potluck.projection (community, audience, kind, version, at, body)
    select community, ${STEWARDS}, 'revision', version, at, json_build_object(
      'changeId', change_id, 'kind', kind, 'person', person, 'note', note,
      'operations', operations, 'touched', touched, 'restored', restored)
    from potluck.revision
    where community = ${community} and version >= ${from}
    on conflict do nothing`.execute(tx);
}

/** The audiences that have a view by name only because somebody asked: they are kept up with the others. */
export async function askedFor(tx: Tx, community: string): Promise<string[]> {
  const rows = await tx.selectFrom('edition').select('audience').where('community', '=', community).execute();
  return rows.map((row) => row.audience);
}
