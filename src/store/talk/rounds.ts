/** Reads rounds as they stand, with how many take part and what was released. Reads no place, no receipt and no answer. */
import { sql } from 'kysely';
import type { Phase, Way } from '#core/talk/round';
import type { Db, Tx } from '#store/postgres/connect';
import type { Round } from '#store/talk/port';
import { codeOf } from '#store/talk/secrets';

interface Row {
  readonly id: string;
  readonly community: string;
  readonly version: number;
  readonly question: Round['question'];
  readonly way: Way;
  readonly anonymous: boolean;
  readonly k: number;
  readonly paraphrase: boolean;
  readonly over_days: boolean;
  readonly minutes: Round['minutes'];
  readonly audience: string;
  readonly phase: Phase;
  readonly options: Round['options'];
  readonly timer_until: string | null;
  readonly token: string | null;
  readonly code: string | null;
  readonly opened_at: string;
  readonly closed_at: string | null;
  readonly gathered: Round['gathered'];
  readonly result: Round['result'];
  readonly record: Round['record'];
  readonly decision: string | null;
  readonly kept_version: number | null;
  readonly joined: number;
  readonly written: number;
  readonly notes: number;
  readonly chosen: number;
  readonly shown: Round['shown'];
}

const COLUMNS = sql`
  r.id, r.community, r.version, r.question, r.way, r.anonymous, r.k, r.paraphrase, r.over_days, r.minutes, r.audience,
  r.phase, r.options, r.timer_until, r.token, r.code, r.opened_at, r.closed_at, r.notes as gathered, r.result, r.record,
  r.decision, r.kept_version,
  coalesce(r.joined, (select count(*) from potluck.round_seat s where s.round = r.id)) as joined,
  coalesce(r.written, (select count(*) from potluck.round_receipt t where t.round = r.id)) as written,
  case when r.notes is null then (select count(*) from potluck.round_note n where n.round = r.id)
    else (select count(*) from potluck.round_shown n where n.round = r.id) end as notes,
  case when r.result is null then (select count(*) from potluck.round_choice c where c.round = r.id)
    else coalesce((r.result ->> 'chosen')::bigint, 0) end as chosen,
  coalesce((select json_agg(json_build_object('id', n.id, 'text', n.body) order by n.place)
    from potluck.round_shown n where n.round = r.id), '[]'::json) as shown`;

/** Rounds of a community that was taken off the shelf are nowhere, until it is brought back. */
const FROM = sql`
  from potluck.round r join potluck.community k on k.id = r.community and k.removed_at is null`;

export async function readRound(db: Db | Tx, id: string): Promise<Round | null> {
  const { rows } = await sql<Row>`select ${COLUMNS} ${FROM} where r.id = ${id}`.execute(db);
  return rows[0] === undefined ? null : roundOf(rows[0]);
}

export async function readRounds(db: Db, community: string): Promise<readonly Round[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} ${FROM} where r.community = ${community}
    order by r.opened_at desc, r.id`.execute(db);
  return rows.map(roundOf);
}

/** The id of the open round to which a token belongs. */
export async function findRound(db: Db | Tx, token: string): Promise<string | null> {
  const row = await db.selectFrom('round').select('id').where('token', '=', token).executeTakeFirst();
  return row?.id ?? null;
}

/** The same by a short code as somebody typed it. Whoever asks counts what was tried in vain: a code can be guessed. */
export async function findByCode(db: Db, typed: string): Promise<string | null> {
  const code = codeOf(typed);
  if (code === null) return null;
  const row = await db.selectFrom('round').select('id').where('code', '=', code).executeTakeFirst();
  return row?.id ?? null;
}

function roundOf(row: Row): Round {
  const { over_days, timer_until, opened_at, closed_at, kept_version, ...rest } = row;
  return {
    ...rest,
    overDays: over_days,
    timerUntil: timer_until,
    openedAt: opened_at,
    closedAt: closed_at,
    keptVersion: kept_version,
  };
}
