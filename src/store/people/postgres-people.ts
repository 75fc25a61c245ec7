/** People on PostgreSQL, under the disclosing login: joins what the files beside it do. Holds no SQL itself. */

import type { People } from '#store/people/port';
import * as accounts from '#store/people/postgres-accounts';
import * as attempts from '#store/people/postgres-attempts';
import * as invites from '#store/people/postgres-invites';
import * as members from '#store/people/postgres-members';
import * as passkeys from '#store/people/postgres-passkeys';
import * as sessions from '#store/people/postgres-sessions';
import { type Db, reaching } from '#store/postgres/connect';

type Asked = readonly unknown[];

/** People over an open connection of the disclosing login. */
export function postgresPeople(db: Db): People {
  const over =
    <A extends Asked, T>(act: (db: Db, ...asked: A) => Promise<T>) =>
    (...asked: A): Promise<T> =>
      reaching(() => act(db, ...asked));
  return {
    isShared: over(accounts.isShared),
    standing: over(sessions.standing),
    start: over(accounts.start),
    checkPassword: over(accounts.checkPassword),
    account: over(accounts.account),
    rename: over(accounts.rename),
    setPassword: over(accounts.setPassword),
    erase: over(accounts.erase),
    openSession: over(sessions.openSession),
    sessions: over(sessions.sessions),
    endSession: over(sessions.endSession),
    members: over(members.members),
    membershipsOf: over(members.membershipsOf),
    setMembership: over(members.setMembership),
    removeMembership: over(members.removeMembership),
    consent: over(members.consent),
    invite: over(invites.invite),
    invites: over(invites.invites),
    withdrawInvite: over(invites.withdrawInvite),
    lookAtInvite: over(invites.lookAtInvite),
    acceptInvite: over(invites.acceptInvite),
    recovery: over(invites.recovery),
    recover: over(invites.recover),
    passkeys: over(passkeys.passkeys),
    addPasskey: over(passkeys.addPasskey),
    removePasskey: over(passkeys.removePasskey),
    passkey: over(passkeys.passkey),
    usedPasskey: over(passkeys.usedPasskey),
    identity: over(accounts.identity),
    addIdentity: over(accounts.addIdentity),
    attempt: over(attempts.attempt),
    forgive: over(attempts.forgive),
    isListed: over(members.isListed),
    setListed: over(members.setListed),
  };
}
