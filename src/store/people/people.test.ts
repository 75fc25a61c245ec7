/** People as they are kept: what comes in, what works once, what ends, and what is counted. On a real database. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ORCHARD, orchardDiscloser, orchardNamed } from '#store/contract/orchard';
import { withClient } from '#store/launcher/provision';
import type { Offer, People } from '#store/people/port';
import { type FreshStore, freshStore } from '#store/testing';

let fresh: FreshStore;
let people: People;
const ANA = { login: ' Ana@Orchard ', name: 'Ana', password: 'pears and apples' };
const BO = { login: 'bo', name: 'Bo', password: 'plums and cherries' };
const MEMBER: Offer = { community: 'orchard', role: 'member', party: 'ana', audience: null };
const PLAIN = { note: null, days: 14 };

const sql = (statement: string, values: unknown[] = []) =>
  withClient(fresh.logins.discloser, (client) => client.query(statement, values));
const accountOf = async (token: string) => (await people.standing(token)).account;

beforeAll(async () => {
  fresh = await freshStore({ discloser: orchardDiscloser() });
  people = fresh.store.people;
  await fresh.store.create({ changeId: randomUUID(), author: null, text: ORCHARD });
});
afterEach(async () => {
  await sql('delete from potluck.account');
  await sql('delete from potluck.setting');
  await sql('delete from potluck.attempt');
  await sql('delete from potluck.listing');
  await sql('delete from potluck.invite');
});
afterAll(() => fresh.close());

async function first(): Promise<{ id: string; token: string }> {
  const opened = await people.start(ANA, 'Firefox');
  if (opened === null) throw new Error('there was somebody already');
  return { id: opened.account, token: opened.token };
}

describe('the first account', () => {
  test('is steward of the house, turns sharing on, and there is no second first one', async () => {
    expect(await people.isShared()).toBe(false);
    const [one, two] = await Promise.all([people.start(ANA, null), people.start(BO, null)]);
    expect([one, two].filter((opened) => opened === null)).toHaveLength(1);
    expect(await people.isShared()).toBe(true);
    const standing = await people.standing((one ?? two)?.token ?? '');
    expect(standing.memberships).toMatchObject([{ community: '*', role: 'steward' }]);
    expect(await people.start(BO, null)).toBeNull();
  });

  test('comes in by its password, however the login is typed, and by no other', async () => {
    const { id } = await first();
    expect(await people.checkPassword('ana@orchard', 'pears and apples')).toEqual({
      id,
      login: 'ana@orchard',
      name: 'Ana',
    });
    expect(await people.checkPassword('ANA@ORCHARD ', 'pears and apples')).not.toBeNull();
    expect(await people.checkPassword('ana@orchard', 'Pears and apples')).toBeNull();
    expect(await people.checkPassword('nobody', 'pears and apples')).toBeNull();
  });

  test('cannot be erased while it is the only steward of the house', async () => {
    const { id } = await first();
    expect(await people.erase(id)).toBe('last');
    expect(await people.removeMembership(id, '*')).toBe('last');
    expect(await people.erase('nobody')).toBe('absent');
  });
});

describe('a session', () => {
  test('is found by its token alone, listed, and ended', async () => {
    const { id, token } = await first();
    const other = await people.openSession(id, 'Safari');
    expect(other.token).not.toBe(token);
    expect((await people.sessions(id)).map((one) => one.where).sort()).toEqual(['Firefox', 'Safari']);
    const { session } = await people.standing(other.token);
    expect(await people.endSession('somebody else', session ?? '')).toBe(false);
    expect(await people.endSession(id, session ?? '')).toBe(true);
    expect(await accountOf(other.token)).toBeNull();
    expect((await accountOf(token))?.id).toBe(id);
    expect(await people.standing(null)).toMatchObject({ account: null, memberships: [] });
    expect(await accountOf('x'.repeat(43))).toBeNull();
  });

  test('ends after thirty days without use, is kept alive by use, and never lives longer than a year', async () => {
    const { token } = await first();
    const left = async () => {
      const { rows } = await sql(
        'select extract(epoch from until - now()) / 86400 as days from potluck.session',
      );
      return Math.round(Number(rows[0].days));
    };
    expect(await left()).toBe(30);
    await sql(
      "update potluck.session set seen_at = now() - interval '2 days', until = now() + interval '28 days'",
    );
    expect(await accountOf(token)).not.toBeNull();
    expect(await left()).toBe(30);
    await sql(
      "update potluck.session set created_at = now() - interval '360 days', seen_at = now() - interval '2 days'",
    );
    expect(await accountOf(token)).not.toBeNull();
    expect(await left()).toBe(5);
    await sql("update potluck.session set until = now() - interval '1 second'");
    expect(await accountOf(token)).toBeNull();
  });

  test('a new password ends all others', async () => {
    const { id, token } = await first();
    const other = await people.openSession(id, null);
    const { session } = await people.standing(token);
    await people.setPassword(id, 'quinces and medlars', session);
    expect(await accountOf(token)).not.toBeNull();
    expect(await accountOf(other.token)).toBeNull();
    expect(await people.checkPassword('ana@orchard', 'pears and apples')).toBeNull();
    expect(await people.checkPassword('ana@orchard', 'quinces and medlars')).not.toBeNull();
  });
});

describe('an invitation', () => {
  test('says what it offers, works once, and makes a member', async () => {
    const { id } = await first();
    const { token, id: invite } = await people.invite(MEMBER, id, { note: 'for Bo', days: 14 });
    expect(await people.lookAtInvite(token)).toMatchObject({ ...MEMBER, id: invite, note: 'for Bo', by: id });
    expect(await people.invites('orchard')).toHaveLength(1);
    const done = await people.acceptInvite(token, { fresh: BO, where: null }, true);
    if (typeof done === 'string') throw new Error(done);
    const { memberships } = await people.standing(done.opened?.token ?? '');
    expect(memberships).toMatchObject([{ community: 'orchard', role: 'member', party: 'ana' }]);
    expect(memberships[0]?.consentedAt).not.toBeNull();
    expect(await people.lookAtInvite(token)).toBeNull();
    expect(await people.acceptInvite(token, { fresh: { ...BO, login: 'bo2' }, where: null }, true)).toBe(
      'absent',
    );
    expect(await people.invites('orchard')).toEqual([]);
    expect((await people.members('orchard')).map((one) => one.account.name)).toEqual(['Bo']);
  });

  test('used by two at once makes one member', async () => {
    const { id } = await first();
    const { token } = await people.invite(MEMBER, id, PLAIN);
    const tries = await Promise.all(
      ['bo', 'cy', 'di'].map((login) =>
        people.acceptInvite(token, { fresh: { ...BO, login }, where: null }, false),
      ),
    );
    expect(tries.filter((one) => one === 'absent')).toHaveLength(2);
    expect(await people.members('orchard')).toHaveLength(1);
    expect((await sql('select 1 from potluck.account')).rowCount).toBe(2);
  });

  test('is not used up by a login that is taken, nor by one who belongs already', async () => {
    const { id } = await first();
    const { token } = await people.invite(MEMBER, id, PLAIN);
    expect(
      await people.acceptInvite(token, { fresh: { ...BO, login: 'ANA@orchard' }, where: null }, false),
    ).toBe('taken');
    const done = await people.acceptInvite(token, { account: id }, false);
    expect(done).toMatchObject({ opened: null, account: id });
    const again = await people.invite({ ...MEMBER, role: 'guest' }, id, PLAIN);
    expect(await people.acceptInvite(again.token, { account: id }, false)).toBe('already');
    expect(await people.lookAtInvite(again.token)).not.toBeNull();
  });

  test('that ran out, was withdrawn, or leads to what was removed does not work', async () => {
    const { id } = await first();
    const old = await people.invite(MEMBER, id, PLAIN);
    await sql("update potluck.invite set until = now() - interval '1 second'");
    expect(await people.lookAtInvite(old.token)).toBeNull();
    expect(await people.acceptInvite(old.token, { account: id }, false)).toBe('absent');
    const gone = await people.invite(MEMBER, id, PLAIN);
    expect(await people.withdrawInvite('elsewhere', gone.id)).toBe(false);
    expect(await people.withdrawInvite('orchard', gone.id)).toBe(true);
    expect(await people.acceptInvite(gone.token, { account: id }, false)).toBe('absent');
    const closed = await people.invite(MEMBER, id, PLAIN);
    await fresh.store.remove('orchard');
    expect(await people.lookAtInvite(closed.token)).toBeNull();
    await fresh.store.bringBack('orchard');
  });
});

describe('a place in a community', () => {
  const joined = async (offer: Offer, login = 'bo') => {
    const { token } = await people.invite(offer, null, PLAIN);
    const done = await people.acceptInvite(token, { fresh: { ...BO, login }, where: null }, true);
    if (typeof done === 'string') throw new Error(done);
    return done.account;
  };

  test('changes; consent is to one party and can be taken back', async () => {
    await first();
    const bo = await joined(MEMBER);
    const now = async () => (await people.membershipsOf(bo))[0];
    expect(await people.setMembership(bo, { ...MEMBER, role: 'core' })).toBe('done');
    expect(await now()).toMatchObject({ role: 'core', consentedAt: expect.any(String) });
    expect(await people.consent(bo, 'orchard', false)).toBe(true);
    expect((await now())?.consentedAt).toBeNull();
    expect(await people.consent(bo, 'orchard', true)).toBe(true);
    await people.setMembership(bo, { ...MEMBER, party: 'lender' });
    expect(await now()).toMatchObject({ party: 'lender', consentedAt: null });
    expect(await people.setMembership('nobody', MEMBER)).toBe('absent');
    expect(await people.removeMembership(bo, 'orchard')).toBe('done');
    expect(await people.removeMembership(bo, 'orchard')).toBe('absent');
  });

  test('moves with the community and goes with it', async () => {
    await first();
    await fresh.store.create({ changeId: randomUUID(), author: null, text: orchardNamed('meadow') });
    const bo = await joined({ ...MEMBER, community: 'meadow' });
    await people.setListed('meadow', true);
    await fresh.store.rename('meadow', { changeId: randomUUID(), author: null, version: 1, to: 'heath' });
    expect(await people.membershipsOf(bo)).toMatchObject([{ community: 'heath' }]);
    expect(await people.isListed('heath')).toBe(true);
    await fresh.store.purge('heath');
    expect(await people.membershipsOf(bo)).toEqual([]);
  });

  test('who looks after it no more leaves no links behind that would still work', async () => {
    await first();
    const cy = await joined({ ...MEMBER, role: 'steward', party: null });
    const links = async () => {
      const invite = await people.invite({ ...MEMBER, role: 'steward', party: null }, cy, PLAIN);
      return [invite.token, (await people.recovery(cy, cy, 24)).token] as const;
    };
    for (const leave of [
      () => people.setMembership(cy, { ...MEMBER, role: 'member', party: null }),
      () => people.removeMembership(cy, 'orchard'),
    ]) {
      const [invite, back] = await links();
      expect(await people.lookAtInvite(invite)).not.toBeNull();
      expect(await leave()).toBe('done');
      expect(await people.lookAtInvite(invite)).toBeNull();
      expect(await people.recover(back, 'walnuts and hazels', null)).toBeNull();
    }
  });

  test('a second steward of the house lets the first one go', async () => {
    const { id, token } = await first();
    await joined({ community: '*', role: 'steward', party: null, audience: null });
    expect(await people.members('*')).toHaveLength(2);
    expect(await people.erase(id)).toBe('done');
    expect(await accountOf(token)).toBeNull();
    expect(await people.isShared()).toBe(true);
  });
});

test('a way back sets a new password once, ends all sessions and passkeys, and puts earlier ways out of use', async () => {
  const { id, token } = await first();
  const key = { id: 'key', account: id, publicKey: new Uint8Array([1]), counter: 0, transports: [] };
  expect(await people.addPasskey(key, 'phone')).toBe(true);
  const earlier = await people.recovery(id, null, 24);
  const link = await people.recovery(id, null, 24);
  expect(await people.recover(earlier.token, 'walnuts and hazels', null)).toBeNull();
  expect(await people.lookAtInvite(link.token)).toBeNull();
  const opened = await people.recover(link.token, 'walnuts and hazels', null);
  expect(await accountOf(token)).toBeNull();
  expect((await accountOf(opened?.token ?? ''))?.id).toBe(id);
  expect(await people.passkeys(id)).toEqual([]);
  expect(await people.recover(link.token, 'once more again', null)).toBeNull();
  expect(await people.checkPassword('ana@orchard', 'walnuts and hazels')).not.toBeNull();
});

test('a passkey is known once, counts on, and a copy of it is found out', async () => {
  const { id } = await first();
  const key = { id: 'key', account: id, publicKey: new Uint8Array([1, 2]), counter: 4, transports: ['usb'] };
  expect(await people.addPasskey(key, 'phone')).toBe(true);
  expect(await people.addPasskey(key, 'again')).toBe(false);
  expect(await people.passkey('key')).toEqual(key);
  expect(await people.usedPasskey('key', 5)).toBe(true);
  expect(await people.usedPasskey('key', 5)).toBe(false);
  expect(await people.passkeys(id)).toMatchObject([{ id: 'key', name: 'phone', used: expect.any(String) }]);
  expect(await people.removePasskey('somebody', 'key')).toBe(false);
  expect(await people.removePasskey(id, 'key')).toBe(true);
});

test('an identity elsewhere belongs to one account', async () => {
  const { id } = await first();
  expect(await people.identity('https://id.example', 'sub')).toBeNull();
  expect(await people.addIdentity('https://id.example', 'sub', id)).toBe(true);
  expect(await people.addIdentity('https://id.example', 'sub', id)).toBe(true);
  expect(await people.identity('https://id.example', 'sub')).toBe(id);
  expect(await people.identity('https://other.example', 'sub')).toBeNull();
});

describe('tries', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() }));
  afterEach(() => void vi.useRealTimers());
  const measure = { most: 3, every: 60 };

  test('fill a measure that time empties; many at once do not slip past', async () => {
    const at = Promise.all(Array.from({ length: 8 }, () => people.attempt('door', measure)));
    const waits = await at;
    expect(waits.filter((wait) => wait === null)).toHaveLength(3);
    for (const wait of waits.filter((one) => one !== null)) {
      expect(wait).toBe(60);
    }
    expect(await people.attempt('another door', measure)).toBeNull();
    // Two minutes later two more may be made.
    await sql("update potluck.attempt set at = at - interval '2 minutes'");
    expect(await people.attempt('door', measure)).toBeNull();
    expect(await people.attempt('door', measure)).toBeNull();
    expect(await people.attempt('door', measure)).not.toBeNull();
  });

  test('one that was in order is taken back; what is kept names nobody', async () => {
    for (let at = 0; at < 3; at += 1) await people.attempt('sign-in login ana', measure);
    await people.forgive('sign-in login ana');
    expect(await people.attempt('sign-in login ana', measure)).toBeNull();
    const { rows } = await sql('select encode(bucket, $1) as bucket from potluck.attempt', ['escape']);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('ana');
  });
});

test('what anybody may find is said of each community, and is unsaid by its removal', async () => {
  expect(await people.isListed('orchard')).toBe(false);
  expect(await people.setListed('nowhere', true)).toBe(false);
  expect(await people.setListed('orchard', true)).toBe(true);
  expect((await people.standing(null)).listed).toEqual(['orchard']);
  await fresh.store.remove('orchard');
  expect((await people.standing(null)).listed).toEqual([]);
  await fresh.store.bringBack('orchard');
  await people.setListed('orchard', false);
  expect((await people.standing(null)).listed).toEqual([]);
});

test('people move to another server: they come in as before; sessions and links stay behind', async () => {
  const { id, token } = await first();
  await people.addPasskey(
    { id: 'key', account: id, publicKey: new Uint8Array([1, 2]), counter: 3, transports: ['usb'] },
    'phone',
  );
  await people.addIdentity('https://id.example', 'sub', id);
  await people.setListed('orchard', true);
  const link = await people.invite(MEMBER, id, PLAIN);
  const lines: string[] = [];
  for await (const line of fresh.store.exportAll()) lines.push(line);
  const other = await freshStore({ discloser: orchardDiscloser() });
  try {
    await other.store.importAll(lines);
    const there = other.store.people;
    expect(await there.isShared()).toBe(true);
    expect(await there.checkPassword('ana@orchard', 'pears and apples')).toMatchObject({ id });
    expect(await there.membershipsOf(id)).toMatchObject([{ community: '*', role: 'steward' }]);
    expect(await there.passkey('key')).toMatchObject({
      account: id,
      counter: 3,
      publicKey: new Uint8Array([1, 2]),
    });
    expect(await there.identity('https://id.example', 'sub')).toBe(id);
    expect(await there.isListed('orchard')).toBe(true);
    expect((await there.standing(token)).account).toBeNull();
    expect(await there.lookAtInvite(link.token)).toBeNull();
    await other.store.purge('orchard');
    await expect(other.store.importAll(lines)).rejects.toThrow('There already is an account ana@orchard');
  } finally {
    await other.close();
  }
});
