/** The tables of rounds as Kysely sees them. Promises about `migrations/005-talk.sql`. */
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Choice, Option } from '#core/talk/choice';
import type { Phase, Way } from '#core/talk/round';
import type { Result } from '#core/talk/tally';
import type { RoundMinutes, RoundQuestion, RoundRecord } from '#store/talk/port';

type MomentOrNull = ColumnType<string | null, Date | string | null, Date | string | null>;

export interface RoundTable {
  id: Generated<string>;
  community: string;
  version: Generated<number>;
  question: JSONColumnType<RoundQuestion>;
  way: Way;
  anonymous: boolean;
  k: number;
  paraphrase: boolean;
  over_days: boolean;
  minutes: JSONColumnType<RoundMinutes>;
  audience: string;
  phase: Generated<Phase>;
  options: JSONColumnType<readonly Option[]>;
  timer_until: MomentOrNull;
  token: string | null;
  code: string | null;
  opened_at: ColumnType<string, Date | string, never>;
  closed_at: MomentOrNull;
  joined: number | null;
  written: number | null;
  notes: 'released' | 'destroyed' | null;
  result: JSONColumnType<Result | null, string | null, string | null>;
  record: JSONColumnType<RoundRecord | null, string | null, string | null>;
  decision: string | null;
  kept_version: number | null;
}

export interface RoundSeatTable {
  seat: Buffer;
  round: string;
}

export interface RoundReceiptTable {
  receipt: Buffer;
  round: string;
}

export interface RoundNoteTable {
  key: Buffer;
  round: string;
  body: string;
}

export interface RoundShownTable {
  id: Generated<string>;
  round: string;
  place: number;
  body: string;
}

export interface RoundChoiceTable {
  key: Buffer;
  round: string;
  choice: JSONColumnType<Choice>;
}

export interface TalkTables {
  round: RoundTable;
  round_seat: RoundSeatTable;
  round_receipt: RoundReceiptTable;
  round_note: RoundNoteTable;
  round_shown: RoundShownTable;
  round_choice: RoundChoiceTable;
}
