/**
 * What phones do in a round: take a place, write, say that they are done, answer. Each act looks at the phase while the
 * round is held still, so that nothing comes in after it was gathered. A note comes without a place; none is asked for.
 */
import { sql } from 'kysely';
import { type Choice, MOST_CHARACTERS, whyNot } from '#core/talk/choice';
import { type Act, may } from '#core/talk/round';
import type { Db, Tx } from '#store/postgres/connect';
import type { Done, Round, RoundRefused } from '#store/talk/port';
import { findRound, readRound } from '#store/talk/rounds';
import { hashOf } from '#store/talk/secrets';

/** Places in one round at most: a meeting, not a stadium. */
export const MOST_SEATS = 500;
/** Notes at most, for each place: what a room can read. */
export const NOTES_A_SEAT = 20;

type Held = { readonly ok: true; readonly round: Round } | RoundRefused;

const refused = (why: RoundRefused['why'], round: Round | null = null): RoundRefused => ({
  ok: false,
  why,
  round,
});

/** The round, held in its phase until the transaction ends, where a participant may do this now. */
async function held(tx: Tx, id: string | null, act: Act): Promise<Held> {
  if (id === null) return refused('absent');
  await sql`select 1 from potluck.round where id = ${id} for share`.execute(tx);
  const round = await readRound(tx, id);
  if (round === null) return refused('absent');
  return may('participant', act, round.phase) ? { ok: true, round } : refused('wrong-phase', round);
}

export async function join(db: Db, round: string, seat: string): Promise<Done> {
  return db.transaction().execute(async (tx) => {
    const there = await held(tx, round, 'join');
    if (!there.ok) return there;
    if (there.round.joined >= MOST_SEATS) return refused('too-many', there.round);
    await tx
      .insertInto('round_seat')
      .values({ seat: hashOf('seat', seat), round })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return { ok: true, round };
  });
}

async function roundOfSeat(db: Db | Tx, seat: string): Promise<string | null> {
  const row = await db
    .selectFrom('round_seat')
    .select('round')
    .where('seat', '=', hashOf('seat', seat))
    .executeTakeFirst();
  return row?.round ?? null;
}

export async function seat(db: Db, secret: string) {
  const id = await roundOfSeat(db, secret);
  const round = id === null ? null : await readRound(db, id);
  if (round === null) return null;
  const written = await db
    .selectFrom('round_receipt')
    .select('round')
    .where('receipt', '=', hashOf('receipt', secret))
    .executeTakeFirst();
  const chosen = await db
    .selectFrom('round_choice')
    .select('round')
    .where('key', '=', hashOf('choice', secret))
    .executeTakeFirst();
  return { round, written: written !== undefined, chosen: chosen !== undefined };
}

export async function done(db: Db, secret: string): Promise<Done> {
  return db.transaction().execute(async (tx) => {
    const there = await held(tx, await roundOfSeat(tx, secret), 'say-done');
    if (!there.ok) return there;
    const round = there.round.id;
    await tx
      .insertInto('round_receipt')
      .values({ receipt: hashOf('receipt', secret), round })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return { ok: true, round };
  });
}

export async function choose(db: Db, secret: string, choice: Choice): Promise<Done> {
  return db.transaction().execute(async (tx) => {
    const there = await held(tx, await roundOfSeat(tx, secret), 'choose');
    if (!there.ok) return there;
    const why = whyNot(there.round.way, there.round.options, choice);
    if (why !== null) return refused(why, there.round);
    const round = there.round.id;
    const kept = withoutNul(JSON.stringify(choice));
    await tx
      .insertInto('round_choice')
      .values({ key: hashOf('choice', secret), round, choice: kept })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ choice: kept }))
      .execute();
    return { ok: true, round };
  });
}

export async function write(db: Db, token: string, key: string, body: string): Promise<Done> {
  return db.transaction().execute(async (tx) => {
    const there = await held(tx, await findRound(tx, token), 'write');
    if (!there.ok) return there;
    if (body.length > MOST_CHARACTERS) return refused('too-long', there.round);
    const { id, joined, notes } = there.round;
    if (notes >= Math.max(3, joined) * NOTES_A_SEAT) return refused('too-many', there.round);
    const text = body.replaceAll('\0', '');
    await tx
      .insertInto('round_note')
      .values({ key: hashOf('note', key), round: id, body: text })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet({ body: text }).where('round_note.round', '=', id),
      )
      .execute();
    return { ok: true, round: id };
  });
}

export async function unwrite(db: Db, token: string, key: string): Promise<Done> {
  return db.transaction().execute(async (tx) => {
    const there = await held(tx, await findRound(tx, token), 'write');
    if (!there.ok) return there;
    await tx
      .deleteFrom('round_note')
      .where('key', '=', hashOf('note', key))
      .where('round', '=', there.round.id)
      .execute();
    return { ok: true, round: there.round.id };
  });
}

export async function mine(db: Db, token: string, keys: readonly string[]) {
  const round = await findRound(db, token);
  if (round === null || keys.length === 0) return [];
  const byHash = new Map(keys.map((key) => [hashOf('note', key).toString('hex'), key]));
  const rows = await db
    .selectFrom('round_note')
    .select(['key', 'body'])
    .where('round', '=', round)
    .where(
      'key',
      'in',
      keys.map((key) => hashOf('note', key)),
    )
    .execute();
  const bodies = new Map(rows.map((row) => [byHash.get(row.key.toString('hex')), row.body]));
  // In the order of the question, which is the phone's own.
  return keys.flatMap((key) => {
    const body = bodies.get(key);
    return body === undefined ? [] : [{ key, body }];
  });
}

/** JSON writes this character as an escape, which PostgreSQL takes in `json` but can never read as text. */
const withoutNul = (json: string): string => json.replaceAll('\\u0000', '');
