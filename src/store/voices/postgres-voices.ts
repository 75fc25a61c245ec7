/** Voices, pulses and hard topics in PostgreSQL. Whatever is said without a name is stored without time and order. */
import { sql } from 'kysely';
import type { Db } from '#store/postgres/connect';
import type { Pulse, Voices } from '#store/voices/port';
import { postgresFeeds } from '#store/voices/postgres-feeds';

/** Seats of one pulse: a link that is handed round cannot fill the database. */
const MOST_SEATS = 1000;

const PULSE = [
  'pulse.id',
  'pulse.community',
  'circle',
  'circle_name as circleName',
  'sort',
  'about',
  'question',
  'audience',
  'least',
  'begun_on as begunOn',
  'closed_on as closedOn',
  'counts',
] as const;

/** All of it over the disclosing login; the serving login has no right to any of these tables. */
export function postgresVoices(db: Db): Voices {
  return { ...postgresFeeds(db), ...waiting(db), ...pulses(db), ...seats(db), ...hard(db) };
}

function waiting(db: Db): Pick<Voices, 'leaveVoice' | 'waitingVoices' | 'dropVoice'> {
  return {
    leaveVoice: async (community, { sort, about, circle, text, name }) => {
      await db.insertInto('voice').values({ community, sort, about, circle, body: text, name }).execute();
    },
    // By an id made of chance: the order of writing is nowhere.
    waitingVoices: (community) =>
      db
        .selectFrom('voice')
        .select(['id', 'sort', 'about', 'circle', 'body as text', 'name'])
        .where('community', '=', community)
        .orderBy('id')
        .execute(),
    dropVoice: async (community, id) => {
      const gone = await db
        .deleteFrom('voice')
        .where('community', '=', community)
        .where(sql<string>`id::text`, '=', id)
        .executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },
  };
}

function pulses(db: Db): Pick<Voices, 'beginPulse' | 'pulses' | 'pulseBy' | 'closePulse' | 'dropPulse'> {
  return {
    beginPulse: async ({ circleName, begunOn, ...pulse }): Promise<Pulse> =>
      db
        .insertInto('pulse')
        .values({ ...pulse, circle_name: circleName, begun_on: begunOn, closed_on: null })
        .returning([...PULSE])
        .executeTakeFirstOrThrow(),
    pulses: (community) =>
      db
        .selectFrom('pulse')
        .select([...PULSE])
        .where('community', '=', community)
        .orderBy('begun_on', 'desc')
        .orderBy('id')
        .execute(),
    pulseBy: async (token) =>
      (await db
        .selectFrom('pulse')
        .innerJoin('community', 'community.id', 'pulse.community')
        .select([...PULSE])
        .where('token', '=', token)
        .where('community.removed_at', 'is', null)
        .executeTakeFirst()) ?? null,
    closePulse: (community, id, on) =>
      db.transaction().execute(async (tx) => {
        const closed = await tx
          .updateTable('pulse')
          .set({ closed_on: on })
          .where('community', '=', community)
          .where(sql<string>`id::text`, '=', id)
          .where('closed_on', 'is', null)
          .executeTakeFirst();
        if (closed.numUpdatedRows === 0n) return false;
        await tx.deleteFrom('pulse_seat').where('pulse', '=', id).execute();
        return true;
      }),
    dropPulse: async (community, id) => {
      const gone = await db
        .deleteFrom('pulse')
        .where('community', '=', community)
        .where(sql<string>`id::text`, '=', id)
        .executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },
  };
}

function seats(db: Db): Pick<Voices, 'takeSeat' | 'seatAnswered' | 'answerPulse'> {
  return {
    takeSeat: (pulse, seat) =>
      db.transaction().execute(async (tx) => {
        const open = await tx
          .selectFrom('pulse')
          .select('closed_on')
          .where('id', '=', pulse)
          .forUpdate()
          .executeTakeFirst();
        if (open === undefined || open.closed_on !== null) return false;
        const { taken } = await tx
          .selectFrom('pulse_seat')
          .select(({ fn }) => fn.countAll<number>().as('taken'))
          .where('pulse', '=', pulse)
          .executeTakeFirstOrThrow();
        if (taken >= MOST_SEATS) return false;
        await tx.insertInto('pulse_seat').values({ pulse, seat }).execute();
        return true;
      }),
    seatAnswered: async (pulse, seat) =>
      (
        await db
          .selectFrom('pulse_seat')
          .select('answered')
          .where('pulse', '=', pulse)
          .where('seat', '=', seat)
          .executeTakeFirst()
      )?.answered ?? null,
    answerPulse: (pulse, seat, step) =>
      db.transaction().execute(async (tx) => {
        const open = await tx
          .selectFrom('pulse')
          .select('closed_on')
          .where('id', '=', pulse)
          .forUpdate()
          .executeTakeFirst();
        if (open === undefined || open.closed_on !== null) return 'closed';
        const held = await tx
          .selectFrom('pulse_seat')
          .select('answered')
          .where('pulse', '=', pulse)
          .where('seat', '=', seat)
          .executeTakeFirst();
        if (held === undefined) return 'no-seat';
        if (held.answered) return 'again';
        await tx
          .updateTable('pulse_seat')
          .set({ answered: true })
          .where('pulse', '=', pulse)
          .where('seat', '=', seat)
          .execute();
        const at = sql.lit(step + 1);
        await sql`update potluck.pulse set counts[${at}] = counts[${at}] + 1 where id = ${pulse}`.execute(tx);
        return 'kept';
      }),
  };
}

function hard(db: Db): Pick<Voices, 'markHard' | 'hardTopics'> {
  return {
    markHard: async (community, topic) => {
      await db
        .insertInto('hard_topic')
        .values({ community, topic, marks: 1 })
        .onConflict((conflict) =>
          conflict.columns(['community', 'topic']).doUpdateSet({ marks: sql<number>`hard_topic.marks + 1` }),
        )
        .execute();
    },
    hardTopics: async (community, least) => {
      const rows = await db
        .selectFrom('hard_topic')
        .select('topic')
        .where('community', '=', community)
        .where('marks', '>=', least)
        .orderBy('topic')
        .execute();
      return rows.map((one) => one.topic);
    },
  };
}
