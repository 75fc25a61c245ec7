/**
 * What facilitators do with a round: open it, move it on, reword, offer options, set a time, record. Moving on is where
 * anonymity is made: notes are written anew in an order of chance under new ids, and what could be laid beside them goes.
 */
import { sql } from 'kysely';
import type { Choice, Option } from '#core/talk/choice';
import { type Act, leastOf, type Move, may, move as moveOn, OPTIONS } from '#core/talk/round';
import { shuffled } from '#core/talk/shuffle';
import { tally } from '#core/talk/tally';
import type { Db, Tx } from '#store/postgres/connect';
import type { Round, RoundOutcome, RoundPlan, RoundRecord, RoundRefused } from '#store/talk/port';
import { readRound } from '#store/talk/rounds';
import { newCode, newSecret, trueChance } from '#store/talk/secrets';

/** What became free for sweeping. */
export type Swept = 'round_note' | 'round_receipt' | 'round_choice' | 'round_seat' | 'round_shown';

const refused = (why: RoundRefused['why'], round: Round | null = null): RoundRefused => ({
  ok: false,
  why,
  round,
});

const asOptions = (texts: readonly string[]): readonly Option[] =>
  texts.map((text, at) => ({ id: `o${at + 1}`, text }));

export async function open(db: Db, plan: RoundPlan, options: readonly string[], at: Date): Promise<Round> {
  for (let tries = 0; tries < 8; tries += 1) {
    const row = await db
      .insertInto('round')
      .values({
        community: plan.community,
        question: JSON.stringify(plan.question),
        way: plan.way,
        anonymous: plan.anonymous,
        k: plan.k,
        paraphrase: plan.paraphrase,
        over_days: plan.overDays,
        minutes: JSON.stringify(plan.minutes),
        audience: plan.audience,
        options: JSON.stringify(asOptions(options)),
        token: newSecret(),
        code: newCode(),
        opened_at: at,
      })
      // Another open round has the code.
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (row === undefined) continue;
    const round = await readRound(db, row.id);
    if (round !== null) return round;
  }
  throw new Error('no code is free for another round');
}

/** Holds the round alone, and lets through what a facilitator may do in its phase. */
async function alone(tx: Tx, id: string, act?: Act): Promise<RoundOutcome> {
  await sql`select 1 from potluck.round where id = ${id} for update`.execute(tx);
  const round = await readRound(tx, id);
  if (round === null) return refused('absent');
  if (act !== undefined && !may('facilitator', act, round.phase)) return refused('wrong-phase', round);
  return { ok: true, round };
}

export async function move(
  db: Db,
  id: string,
  wanted: Move,
  at: Date,
): Promise<{ readonly outcome: RoundOutcome; readonly swept: readonly Swept[] }> {
  return db.transaction().execute(async (tx) => {
    const swept: Swept[] = [];
    const there = await alone(tx, id);
    if (!there.ok) return { outcome: there, swept };
    const { round } = there;
    const moved = moveOn({ ...round, options: round.options.length }, wanted);
    if (!moved.ok) return { outcome: refused(moved.why, round), swept };
    if (moved.notes !== 'kept') {
      if (moved.notes === 'released') await release(tx, round);
      await tx.deleteFrom('round_note').where('round', '=', id).execute();
      await tx.deleteFrom('round_receipt').where('round', '=', id).execute();
      await tx
        .updateTable('round')
        .set({ notes: moved.notes, written: round.written })
        .where('id', '=', id)
        .execute();
      swept.push('round_note', 'round_receipt');
    }
    if (round.phase === 'decide') {
      if (moved.to === 'record') await count(tx, round);
      await tx.deleteFrom('round_choice').where('round', '=', id).execute();
      swept.push('round_choice');
    }
    if (moved.to === 'closed') {
      await close(tx, round, at);
      swept.push('round_seat', 'round_shown');
    }
    const limit = round.overDays ? undefined : round.minutes[moved.to as keyof Round['minutes']];
    const until = limit === undefined ? null : new Date(at.getTime() + limit * 60_000);
    await set(tx, id, { phase: moved.to, timer_until: until });
    return { outcome: await now(tx, id), swept };
  });
}

/** Writes all notes anew: all at one moment, in an order of chance, under ids that are new. */
async function release(tx: Tx, round: Round): Promise<void> {
  const rows = await tx.selectFrom('round_note').select('body').where('round', '=', round.id).execute();
  const bodies = shuffled(
    rows.map((row) => row.body),
    trueChance,
  );
  await tx
    .insertInto('round_shown')
    .values(bodies.map((body, place) => ({ round: round.id, place, body })))
    .execute();
}

async function count(tx: Tx, round: Round): Promise<void> {
  const rows = await tx.selectFrom('round_choice').select('choice').where('round', '=', round.id).execute();
  const choices = rows.map((row): Choice => row.choice);
  const result = tally(round.way, round.options, choices, leastOf(round), trueChance);
  await set(tx, round.id, { result: JSON.stringify(result) });
}

async function close(tx: Tx, round: Round, at: Date): Promise<void> {
  await tx.deleteFrom('round_seat').where('round', '=', round.id).execute();
  await tx
    .updateTable('round')
    // The phase goes with it: a closed round has the moment of its closing, and no other has.
    .set({ phase: 'closed', joined: round.joined, token: null, code: null, closed_at: at })
    .where('id', '=', round.id)
    .execute();
}

/** Changes what all may see, and counts that it changed. */
async function set(
  tx: Tx,
  id: string,
  values: Partial<{
    phase: Round['phase'];
    timer_until: Date | null;
    options: string;
    result: string;
    record: string;
  }>,
): Promise<void> {
  await tx
    .updateTable('round')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

async function now(tx: Tx, id: string): Promise<RoundOutcome> {
  const round = await readRound(tx, id);
  return round === null ? refused('absent') : { ok: true, round };
}

export async function reword(db: Db, id: string, notes: readonly Option[]): Promise<RoundOutcome> {
  return db.transaction().execute(async (tx) => {
    const there = await alone(tx, id, 'reword');
    if (!there.ok) return there;
    const known = new Set(there.round.shown.map((one) => one.id));
    if (notes.some((one) => !known.has(one.id))) return refused('no-such-note', there.round);
    for (const { id: note, text } of notes) {
      const body = text.replaceAll('\0', '').trim();
      if (body === '') await tx.deleteFrom('round_shown').where('id', '=', note).execute();
      else await tx.updateTable('round_shown').set({ body }).where('id', '=', note).execute();
    }
    await set(tx, id, {});
    return now(tx, id);
  });
}

export async function offer(db: Db, id: string, options: readonly string[]): Promise<RoundOutcome> {
  return db.transaction().execute(async (tx) => {
    const there = await alone(tx, id, 'offer-options');
    if (!there.ok) return there;
    if (options.length > OPTIONS[there.round.way].most) return refused('no-options', there.round);
    await set(tx, id, { options: JSON.stringify(asOptions(options)) });
    return now(tx, id);
  });
}

export async function setTimer(db: Db, id: string, until: Date | null): Promise<RoundOutcome> {
  return db.transaction().execute(async (tx) => {
    const there = await alone(tx, id, 'set-timer');
    if (!there.ok) return there;
    await set(tx, id, { timer_until: until });
    return now(tx, id);
  });
}

export async function record(db: Db, id: string, record: RoundRecord): Promise<RoundOutcome> {
  return db.transaction().execute(async (tx) => {
    const there = await alone(tx, id, 'record');
    if (!there.ok) return there;
    await set(tx, id, { record: JSON.stringify(record) });
    return now(tx, id);
  });
}

export async function kept(db: Db, id: string, decision: string, version: number): Promise<void> {
  await db
    .updateTable('round')
    .set((eb) => ({ decision, kept_version: version, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
