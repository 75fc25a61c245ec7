/** The tables of `006-voices.sql` as Kysely sees them. */
import type { ColumnType, Generated } from 'kysely';

type Moment = ColumnType<string, Date | string | undefined, Date | string>;

export interface FeedTable {
  id: Generated<string>;
  community: string;
  person: string;
  audience: string;
  token: Buffer;
  made_at: Moment;
}

export interface FeedEntryTable {
  feed: string;
  uid: string;
  day: string;
  print: Buffer;
  number: Generated<number>;
  made_at: Moment;
  changed_at: Moment;
  cancelled: Generated<boolean>;
}

export interface VoiceTable {
  id: Generated<string>;
  community: string;
  sort: 'worth' | 'concern' | 'dispute';
  about: string | null;
  circle: string | null;
  body: string;
  name: string | null;
}

export interface PulseTable {
  id: Generated<string>;
  community: string;
  circle: string;
  circle_name: string;
  sort: 'energy' | 'worth';
  about: string | null;
  question: string;
  audience: string;
  least: number;
  token: Buffer;
  begun_on: string;
  closed_on: string | null;
  counts: Generated<number[]>;
}

export interface PulseSeatTable {
  pulse: string;
  seat: Buffer;
  answered: Generated<boolean>;
}

export interface HardTopicTable {
  community: string;
  topic: string;
  marks: Generated<number>;
}

export interface VoiceTables {
  feed: FeedTable;
  feed_entry: FeedEntryTable;
  voice: VoiceTable;
  pulse: PulseTable;
  pulse_seat: PulseSeatTable;
  hard_topic: HardTopicTable;
}
