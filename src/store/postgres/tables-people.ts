/** The tables of people as Kysely sees them. Promises about `migrations/002-people.sql`. */
import type { ColumnType, Generated } from 'kysely';
import type { MemberRole } from '#store/people/port';

/** Read as ISO 8601 text, written as that or as a `Date`. */
type Moment = ColumnType<string, Date | string, Date | string>;
type MomentOrNull = ColumnType<string | null, Date | string | null, Date | string | null>;

export interface AccountTable {
  id: string;
  login: string;
  name: string;
  password: string | null;
  created_at: Moment;
}

export interface MembershipTable {
  id: Generated<string>;
  account: string;
  /** Null: the house. */
  community: string | null;
  role: MemberRole;
  party: string | null;
  audience: string | null;
  consented_at: MomentOrNull;
  since: Moment;
}

export interface SessionTable {
  id: Generated<string>;
  account: string;
  token: Buffer;
  created_at: Moment;
  seen_at: Moment;
  until: Moment;
  place: string | null;
}

export interface PasskeyTable {
  id: string;
  account: string;
  name: string;
  public_key: Buffer;
  counter: number;
  transports: string[];
  created_at: Moment;
  used_at: MomentOrNull;
}

export interface IdentityTable {
  issuer: string;
  subject: string;
  account: string;
  created_at: Moment;
}

export interface InviteTable {
  id: Generated<string>;
  token: Buffer;
  kind: 'invite' | 'recovery';
  community: string | null;
  role: MemberRole | null;
  party: string | null;
  audience: string | null;
  note: string | null;
  made_by: string | null;
  account: string | null;
  made_at: Moment;
  until: Moment;
  used_at: MomentOrNull;
}

export interface AttemptTable {
  bucket: Buffer;
  level: number;
  at: Moment;
}

export interface ListingTable {
  community: string;
  listed: boolean;
  since: Moment;
}

export interface SettingTable {
  name: string;
  value: ColumnType<unknown, string, string>;
  since: Moment;
}

export interface PeopleTables {
  account: AccountTable;
  membership: MembershipTable;
  session: SessionTable;
  passkey: PasskeyTable;
  identity: IdentityTable;
  invite: InviteTable;
  attempt: AttemptTable;
  listing: ListingTable;
  setting: SettingTable;
}
