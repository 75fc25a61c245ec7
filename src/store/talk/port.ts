/**
 * What the rest of Potluck may ask of a place where rounds are kept. Secrets come in as the phones hold them and are kept
 * as hashes only. It answers with what a round is and how many take part, and has no answer to who: nobody could ask.
 */
import type { Choice, Option } from '#core/talk/choice';
import type { Move, Phase, Way } from '#core/talk/round';
import type { Result } from '#core/talk/tally';

/** What a round asks, as it stood when the round was opened. */
export interface RoundQuestion {
  /** What the community is called there. */
  readonly community: string;
  /** Of the bank, with what it is about (`Q18.town`); null for a question of one's own. */
  readonly id: string | null;
  readonly text: string;
  readonly why: string | null;
  readonly evidence: readonly { readonly id: string; readonly text: string }[];
}

/** Minutes meant for a phase; a phase that is not there has no limit. */
export type RoundMinutes = Readonly<Partial<Record<'write' | 'clarify' | 'discuss' | 'decide', number>>>;

/** What was decided, or that it was not now. */
export interface RoundRecord {
  readonly outcome: 'decided' | 'not-now';
  readonly text: string;
  readonly reasons: string | null;
  /** Ids of parties, or words. */
  readonly who: readonly string[];
  /** Those of `who` that all in the round may be told; left out: none. */
  readonly told?: readonly string[];
  /** `2026-12-31`; null where nobody looks again. */
  readonly review: string | null;
  /** Who may see it in the community's file. */
  readonly audience: string;
  /** The day on which it was recorded. */
  readonly on: string;
}

/** What never changes of a round. */
export interface RoundPlan {
  readonly community: string;
  readonly question: RoundQuestion;
  readonly way: Way;
  readonly anonymous: boolean;
  /** At least 3 where anonymous, else 1. */
  readonly k: number;
  /** Notes are reworded by the facilitator before all see them. */
  readonly paraphrase: boolean;
  readonly overDays: boolean;
  readonly minutes: RoundMinutes;
  readonly audience: string;
}

export interface Round extends RoundPlan {
  readonly id: string;
  /** Moves with whatever all who take part may see. */
  readonly version: number;
  readonly phase: Phase;
  readonly options: readonly Option[];
  /** ISO 8601; null where no time runs. */
  readonly timerUntil: string | null;
  /** How one comes in; null once it is closed. */
  readonly token: string | null;
  readonly code: string | null;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly result: Result | null;
  readonly record: RoundRecord | null;
  readonly decision: string | null;
  readonly keptVersion: number | null;
  /** How many have a place; how many are done writing; how many notes and answers there are. */
  readonly joined: number;
  readonly written: number;
  readonly notes: number;
  readonly chosen: number;
  /** What became of the notes; null before they are gathered. */
  readonly gathered: 'released' | 'destroyed' | null;
  /** What was released, in an order of chance; empty before. */
  readonly shown: readonly Option[];
}

/** Nothing was changed, and why. */
export interface RoundRefused {
  readonly ok: false;
  readonly why:
    | 'absent'
    | 'moved'
    | 'wrong-phase'
    | 'too-few'
    | 'no-options'
    | 'too-many'
    | 'no-such-note'
    | 'no-such-option'
    | 'other-way'
    | 'no-reason'
    | 'too-long'
    | 'too-many-dots'
    | 'off-the-scale';
  /** As it stands; null where there is none. */
  readonly round: Round | null;
}

export type RoundOutcome = { readonly ok: true; readonly round: Round } | RoundRefused;

/** Whether a small act of a phone was done. */
export type Done = { readonly ok: true; readonly round: string } | RoundRefused;

export interface Talk {
  /** Opens a round in its first phase, with a token and a code of its own. */
  open(plan: RoundPlan, options: readonly string[], at: Date): Promise<Round>;
  /** Those of a community, newest first. */
  rounds(community: string): Promise<readonly Round[]>;
  round(id: string): Promise<Round | null>;
  /** The open round of a token. */
  roundOf(token: string): Promise<Round | null>;
  /** The same by a token or a short code, as somebody typed it. A code can be guessed: whoever asks counts the attempts. */
  roundOfWord(word: string): Promise<Round | null>;

  /** Moves a round on. Notes are released, receipts and answers deleted, where that comes with it. */
  move(round: string, move: Move, at: Date): Promise<RoundOutcome>;
  /** New words for released notes; empty words take a note away. The earlier words are not kept. */
  reword(round: string, notes: readonly Option[]): Promise<RoundOutcome>;
  offer(round: string, options: readonly string[]): Promise<RoundOutcome>;
  setTimer(round: string, until: Date | null): Promise<RoundOutcome>;
  record(round: string, record: RoundRecord): Promise<RoundOutcome>;
  /** Remembers that the record stands in the community's file. */
  kept(round: string, decision: string, version: number): Promise<void>;

  /** Takes a place; the same secret takes the same place. */
  join(round: string, seat: string): Promise<Done>;
  /** The round of a place, and whether it said that it is done and has answered. Null: no such place any more. */
  seat(
    seat: string,
  ): Promise<{ readonly round: Round; readonly written: boolean; readonly chosen: boolean } | null>;
  done(seat: string): Promise<Done>;
  choose(seat: string, choice: Choice): Promise<Done>;

  /** Writes a note under a key that its phone made, or gives it other words. No place comes along. */
  write(token: string, key: string, body: string): Promise<Done>;
  unwrite(token: string, key: string): Promise<Done>;
  /** The unreleased notes of these keys. */
  mine(token: string, keys: readonly string[]): Promise<readonly { key: string; body: string }[]>;

  /** Clears away what deleted rows left behind in the files of the database. Waits for what is under way. */
  sweep(): Promise<void>;
}
