/** What a screen asks the server about people: accounts, ways in, sessions, places in a community, invitations. */
import { json, of, tell } from '../api';
import type { Me, Role } from '../me';

/** Me as it crosses; where there is an account, nobody runs Potluck alone. */
export type Said = Omit<Me, 'alone'>;

/** As the rest of the page knows it. */
export const asMe = (said: Said): Me => ({ ...said, alone: false });

/** Somebody with a place in a community. Moments are ISO 8601. */
export interface Person {
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly party: string | null;
  /** For a guest: what their link was made for. */
  readonly audience: string | null;
  readonly consentedAt: string | null;
  readonly since: string;
}

/** An invitation that was not used yet. Its link is known only to whom it was given. */
export interface Invite {
  readonly id: string;
  readonly role: Role;
  readonly party: string | null;
  readonly audience: string | null;
  readonly note: string | null;
  readonly until: string;
  readonly by: string | null;
}

export interface People {
  readonly people: readonly Person[];
  readonly invites: readonly Invite[];
  readonly listed: boolean;
}

/** A link that is shown once. */
export interface Link {
  readonly link: string;
  readonly until: string;
  /** Whether it was also sent by mail. */
  readonly mailed?: boolean;
}

/** What is asked for in an invitation. */
export interface InviteAsked {
  readonly role: Role;
  readonly party?: string;
  readonly audience?: string;
  readonly days: number;
  readonly note?: string;
  /** Where the link is sent too, if letters can be sent from here. It is not kept. */
  readonly email?: string;
  /** Why it is done although those would meet who were to stay apart. */
  readonly despite?: string;
}

/** What an invitation says to whoever opens it. */
export interface Invited {
  /** By its name; null: the house, which is every community here. */
  readonly community: string | null;
  readonly role: Role;
  /** By its name. */
  readonly party: string | null;
  readonly until: string;
}

export interface Session {
  readonly id: string;
  readonly current: boolean;
  readonly at: string;
  readonly seen: string;
  /** The family of the browser, in words. */
  readonly where: string | null;
}

export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly at?: string;
}

const person = (community: string, account: string) =>
  `${of(community)}/people/${encodeURIComponent(account)}`;
const post = <T>(path: string, body: unknown) => json<T>(path, { method: 'POST', body });

/** Where a community is asked for: this Potluck as a whole. Its stewards are stewards of every community. */
export const HOUSE = '*';

/** What this Potluck offers beside passwords. */
export interface About {
  /** Whether another provider lets in. */
  readonly oidc?: boolean;
  /** Whether letters can be sent. */
  readonly mail?: boolean;
}

export const aboutQuery = { queryKey: ['about'], queryFn: () => json<About>('/about') };

export const peopleApi = {
  startToken: () => tell('/people/start-token', { method: 'POST' }),
  start: (asked: { token: string; name: string; login: string; password: string }) =>
    post<Said>('/people/start', asked),
  signIn: (login: string, password: string) => post<Said>('/sign-in', { login, password }),
  signOut: () => tell('/sign-out', { method: 'POST' }),
  passkeySignInOptions: () => post<never>('/sign-in/passkey/options', {}),
  passkeySignIn: (response: unknown) => post<Said>('/sign-in/passkey', { response }),
  passkeyOptions: () => post<never>('/passkeys/options', {}),
  addPasskey: (name: string, response: unknown) =>
    tell('/passkeys', { method: 'POST', body: { name, response } }),
  passkeys: async () => listOf<Passkey>(await json('/passkeys'), 'passkeys'),
  removePasskey: (id: string) => tell(`/passkeys/${encodeURIComponent(id)}`, { method: 'DELETE' }),
  sessions: async () => listOf<Session>(await json('/sessions'), 'sessions'),
  endSession: (id: string) => tell(`/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' }),
  changeMe: (change: { name?: string; password?: { old: string; new: string } }) =>
    tell('/me', { method: 'PUT', body: change }),
  erase: (account: string) => tell(`/people/${encodeURIComponent(account)}`, { method: 'DELETE' }),

  people: (community: string) => json<People>(`${of(community)}/people`),
  changePerson: (
    community: string,
    account: string,
    place: { role: Role; party: string | null; audience: string | null },
  ) => tell(person(community, account), { method: 'PUT', body: place }),
  removePerson: (community: string, account: string) =>
    tell(person(community, account), { method: 'DELETE' }),
  recoverLink: (community: string, account: string) =>
    post<Link>(`${person(community, account)}/recover`, {}),
  invite: (community: string, asked: InviteAsked) =>
    post<Link & { readonly id: string }>(`${of(community)}/invites`, asked),
  withdraw: (community: string, invite: string) =>
    tell(`${of(community)}/invites/${encodeURIComponent(invite)}`, { method: 'DELETE' }),
  list: (community: string, listed: boolean, reason: string) =>
    tell(`${of(community)}/listed`, { method: 'PUT', body: { listed, reason } }),
  /** Says yes or no to being the party that one was tied to. */
  tie: (community: string, consent: boolean) =>
    tell(`${of(community)}/tie`, { method: 'PUT', body: { consent } }),
  /** Agrees, or not, that the figures of one's own party are shown where few give. */
  consent: (community: string, given: boolean) =>
    tell(`${of(community)}/consent`, { method: 'PUT', body: { given } }),

  look: (token: string) => post<Invited>('/invites/look', { token }),
  accept: (asked: { token: string; name?: string; login?: string; password?: string; consent?: boolean }) =>
    post<Said>('/invites/accept', asked),
  recover: (token: string, password: string) =>
    tell('/recover', { method: 'POST', body: { token, password } }),
};

/** A list that crosses by itself or under its name. */
function listOf<T>(
  answer: readonly T[] | Readonly<Record<string, readonly T[]>>,
  name: string,
): readonly T[] {
  return Array.isArray(answer) ? answer : ((answer as Readonly<Record<string, readonly T[]>>)[name] ?? []);
}
