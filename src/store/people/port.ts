/**
 * What doors may ask about people: accounts, what they are to which community, sessions, links that work once, passkeys,
 * and how often something was tried. Tokens are made here and given out once; what is kept of them is a hash. It decides
 * nothing about who may do what: a door has worked that out before it asks.
 */
import type { PersonId } from '#store/port';

/** The house as a whole, where a community is asked for: whoever is steward of it is steward of every community. */
export const HOUSE = '*';

/** What somebody can be to a community. Nobody in particular is `public`, which is not kept. */
export const MEMBER_ROLES = ['steward', 'core', 'treasurer', 'member', 'partner', 'guest'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

export interface Account {
  readonly id: PersonId;
  /** In small letters. */
  readonly login: string;
  readonly name: string;
}

/** What somebody is to a community, or to the house (`*`). */
export interface Membership {
  readonly community: string;
  readonly role: MemberRole;
  /** The party of the file that they are or speak for; null: none. */
  readonly party: string | null;
  /** For a guest: the audience that the link was made for; null: the public. */
  readonly audience: string | null;
  /** When they said yes to being that party; null: they did not, or took it back. */
  readonly consentedAt: string | null;
  readonly since: string;
}

export interface Member extends Membership {
  readonly account: Account;
}

/** All that a request needs to know of who asks, from one question to the database. */
export interface Standing {
  /** Whose session the token is of; null: nobody's. */
  readonly account: Account | null;
  /** Of the session; null where there is none. */
  readonly session: string | null;
  readonly memberships: readonly Membership[];
  /** Communities that anybody may find. */
  readonly listed: readonly string[];
}

/** A session that was just opened. The token is known to nobody else and is not kept. */
export interface Opened {
  readonly account: PersonId;
  readonly token: string;
}

export interface SessionLine {
  readonly id: string;
  readonly at: string;
  readonly seen: string;
  /** The family of the browser; null where it did not say. */
  readonly where: string | null;
}

export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly password: string;
}

/** What an invitation offers. */
export interface Offer {
  /** `*`: the house. */
  readonly community: string;
  readonly role: MemberRole;
  readonly party: string | null;
  readonly audience: string | null;
}

export interface Invite extends Offer {
  readonly id: string;
  readonly note: string | null;
  readonly until: string;
  /** Who made it; null where nobody had an account yet. */
  readonly by: PersonId | null;
}

/** A link that was just made. The token is given out here and nowhere else. */
export interface MadeLink {
  readonly id: string;
  readonly token: string;
  readonly until: string;
}

export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly at: string;
  readonly used: string | null;
}

/** What is needed to check an answer of an authenticator. */
export interface PasskeyKey {
  readonly id: string;
  readonly account: PersonId;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
}

/** How much may be tried: so many at once, and one more after each `every` seconds. */
export interface Measure {
  readonly most: number;
  readonly every: number;
}

/** Why an invitation could not be used: it does not work (any more), the login is taken, or they belong already. */
export type NotUsed = 'absent' | 'taken' | 'already';

/** Who comes and goes. Logins are compared in small letters. */
export interface People {
  /** Whether there is an account, so that one has to sign in. Once true it stays so. */
  isShared(): Promise<boolean>;
  /** Who comes with this token (null: none), and what they are. Keeps the session alive. */
  standing(token: string | null): Promise<Standing>;

  /** The first account, steward of the house, and its session. Null where there is one already. */
  start(first: NewAccount, where: string | null): Promise<Opened | null>;
  /** The account of a login with that password; null where either is wrong, after the same work. */
  checkPassword(login: string, password: string): Promise<Account | null>;
  account(id: PersonId): Promise<Account | null>;
  rename(id: PersonId, name: string): Promise<void>;
  /** A new password; ends every session of the account but `keep` (a session's id), and ways back that were not used. */
  setPassword(id: PersonId, password: string, keep: string | null): Promise<void>;
  /** Deletes an account with all that hangs on it. `last`: it is the only steward of the house. */
  erase(id: PersonId): Promise<'done' | 'absent' | 'last'>;

  openSession(account: PersonId, where: string | null): Promise<Opened>;
  sessions(account: PersonId): Promise<readonly SessionLine[]>;
  /** False: no such session of this account. */
  endSession(account: PersonId, session: string): Promise<boolean>;

  /** Who belongs to a community (`*`: to the house), by name. */
  members(community: string): Promise<readonly Member[]>;
  membershipsOf(account: PersonId): Promise<readonly Membership[]>;
  /** Another role or party; consent is kept only for the same party. `last`: would leave the house without a steward. */
  setMembership(account: PersonId, offer: Offer): Promise<'done' | 'absent' | 'last'>;
  /** Links that they made there and nobody used stop working, as they do with another role. */
  removeMembership(account: PersonId, community: string): Promise<'done' | 'absent' | 'last'>;
  /** Says yes or no to being the party one was tied to. False: tied to none. */
  consent(account: PersonId, community: string, given: boolean): Promise<boolean>;

  invite(
    offer: Offer,
    by: PersonId | null,
    more: { readonly note: string | null; readonly days: number },
  ): Promise<MadeLink>;
  /** Invitations that still work, the newest first. */
  invites(community: string): Promise<readonly Invite[]>;
  /** False: no such invitation. */
  withdrawInvite(community: string, invite: string): Promise<boolean>;
  /** What a token offers; null where it does not work. */
  lookAtInvite(token: string): Promise<Invite | null>;
  /** Uses an invitation up: a new account, or another place for one that is there. Opens a session for a new one. */
  acceptInvite(
    token: string,
    who: { readonly account: PersonId } | { readonly fresh: NewAccount; readonly where: string | null },
    consents: boolean,
  ): Promise<
    { readonly invite: Invite; readonly opened: Opened | null; readonly account: PersonId } | NotUsed
  >;

  /** A link by which somebody comes back into their account. Earlier ones stop working. */
  recovery(account: PersonId, by: PersonId | null, hours: number): Promise<MadeLink>;
  /** Uses such a link up: a new password; every session and passkey from before ends. Null: it does not work. */
  recover(token: string, password: string, where: string | null): Promise<Opened | null>;

  passkeys(account: PersonId): Promise<readonly Passkey[]>;
  /** False: this one is known already. */
  addPasskey(key: PasskeyKey, name: string): Promise<boolean>;
  removePasskey(account: PersonId, id: string): Promise<boolean>;
  passkey(id: string): Promise<PasskeyKey | null>;
  /** False: the counter has not moved on, as with an authenticator that was copied. */
  usedPasskey(id: string, counter: number): Promise<boolean>;

  /** The account that an identity elsewhere belongs to. */
  identity(issuer: string, subject: string): Promise<PersonId | null>;
  /** False: it belongs to another account. */
  addIdentity(issuer: string, subject: string, account: PersonId): Promise<boolean>;

  /** Counts a try. Null: go on; else the seconds until the next one may be made. */
  attempt(bucket: string, measure: Measure): Promise<number | null>;
  /** Takes a try back that was in order. */
  forgive(bucket: string): Promise<void>;

  /** Whether anybody may find a community. */
  isListed(community: string): Promise<boolean>;
  /** False: no such community. */
  setListed(community: string, listed: boolean): Promise<boolean>;
}
