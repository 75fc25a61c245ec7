/** The log keeps its lines: read in pages, kept once where asked, and altered by no login whatever road it takes. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ORCHARD, orchardDiscloser, orchardNamed } from '#store/contract/orchard';
import { withClient } from '#store/launcher/provision';
import type { LogEntry } from '#store/log/port';
import { type FreshStore, freshStore } from '#store/testing';

let fresh: FreshStore;
beforeEach(async () => {
  fresh = await freshStore({ discloser: orchardDiscloser() });
}, 60_000);
afterEach(() => fresh.close());

const ask = () => ({ changeId: randomUUID(), author: { id: 'p1', name: 'Ana' } });
const plant = () => fresh.store.create({ ...ask(), text: ORCHARD });
const shown = { community: 'orchard', act: 'seen-restricted', person: 'p1', about: {} } as const;

async function everything(community: string | null): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  for await (const entry of fresh.store.log.all(community)) entries.push(entry);
  return entries;
}

describe('the log', () => {
  test('keeps what it is told, with the name that a person has in the community', async () => {
    await plant();
    const { log } = fresh.store;
    await log.append({
      community: 'orchard',
      act: 'openness-changed',
      person: 'p1',
      about: { audience: 'members', level: 'total' },
      reason: ' they asked ',
    });
    await log.append({ community: null, act: 'sign-in-failed', person: null, about: { times: 3 } });
    expect(await log.read('orchard')).toEqual([
      {
        id: expect.any(Number),
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        community: 'orchard',
        act: 'openness-changed',
        person: { id: 'p1', name: 'Ana' },
        about: { audience: 'members', level: 'total' },
        reason: 'they asked',
      },
    ]);
    expect(await log.read(null)).toMatchObject([
      { community: null, act: 'sign-in-failed', person: null, about: { times: 3 }, reason: null },
    ]);
    expect(await log.read('nowhere')).toEqual([]);
  });

  test('is read in pages, newest first, and as a whole, oldest first', async () => {
    const { log } = fresh.store;
    for (const n of [1, 2, 3]) await log.append({ ...shown, about: { n } });
    const [newest, next] = await log.read('orchard', { limit: 2 });
    expect([newest?.about, next?.about]).toEqual([{ n: 3 }, { n: 2 }]);
    expect((await log.read('orchard', { before: next?.id ?? 0 })).map((one) => one.about)).toEqual([
      { n: 1 },
    ]);
    expect((await everything('orchard')).map((one) => one.about)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  test('keeps once what is said once a day, and its reason with it', async () => {
    const { log } = fresh.store;
    await plant();
    for (const reason of ['first', 'second']) await log.append({ ...shown, once: '2026-11-22', reason });
    await log.append({ ...shown, once: '2026-11-23' });
    await log.append({ ...shown, person: 'p2', once: '2026-11-22' });
    expect((await log.read('orchard')).map((one) => one.reason)).toEqual([null, null, 'first']);
    const notes = await withClient(fresh.logins.owner, (client) =>
      client.query("select body from potluck.note where body in ('first', 'second')"),
    );
    expect(notes.rows).toEqual([{ body: 'first' }]);
  });

  test('goes with a new address; a deleted community leaves its lines to the house', async () => {
    const { log, ...store } = fresh.store;
    await plant();
    await log.append({ ...shown, once: '2026-11-22' });
    await store.rename('orchard', { ...ask(), version: 1, to: 'grove' });
    expect(await log.read('orchard')).toEqual([]);
    expect(await log.read('grove')).toHaveLength(1);
    await store.purge('grove');
    await store.create({ ...ask(), text: orchardNamed('grove') });
    expect(await log.read('grove')).toEqual([]);
    expect(await log.read(null)).toMatchObject([{ about: { deleted: 'grove' } }]);
  });

  test('forgets the reason of a person who is forgotten, and keeps the line', async () => {
    await plant();
    await fresh.store.log.append({ ...shown, reason: 'a secret of mine' });
    await fresh.store.erasePerson('p1');
    expect(await fresh.store.log.read('orchard')).toMatchObject([
      { act: 'seen-restricted', person: { id: 'p1', name: null }, reason: null },
    ]);
  });
});

test('goes with everything to another store, its lines in their order', async () => {
  await plant();
  for (const n of [1, 2]) await fresh.store.log.append({ ...shown, about: { n }, reason: `why ${n}` });
  const lines: string[] = [];
  for await (const line of fresh.store.exportAll()) lines.push(line);
  const other = await freshStore({ discloser: orchardDiscloser() });
  try {
    await other.store.log.append({ ...shown, community: 'elsewhere', about: { n: 0 } });
    await other.store.importAll(lines);
    expect((await other.store.log.read('orchard')).map((one) => [one.about, one.reason])).toEqual([
      [{ n: 2 }, 'why 2'],
      [{ n: 1 }, 'why 1'],
    ]);
  } finally {
    await other.close();
  }
});

describe('in the database', () => {
  const DENIED = '42501';
  const outcome = (login: 'app' | 'discloser', statement: string) =>
    withClient(fresh.logins[login], async (client) =>
      client.query(statement).then(
        () => 'done',
        (error: { code: string }) => error.code,
      ),
    );

  test('no login may alter or delete a line', async () => {
    await plant();
    await fresh.store.log.append(shown);
    for (const statement of [
      "update potluck.log set person = 'another'",
      'delete from potluck.log',
      'truncate potluck.log',
      'drop table potluck.log',
      'alter table potluck.log disable row level security',
      'drop trigger log_follows_delete on potluck.community',
      "insert into potluck.log (id, at, act) select id, now(), 'erased' from potluck.log on conflict (id) do update set act = 'erased'",
    ]) {
      for (const login of ['app', 'discloser'] as const)
        expect(await outcome(login, statement), `${login}: ${statement}`).toBe(DENIED);
    }
    // Taking the community away does not take its log.
    expect(await outcome('discloser', 'delete from potluck.community')).toBe('done');
    expect(await fresh.store.log.read(null)).toMatchObject([
      { act: 'seen-restricted', person: { id: 'p1' }, about: { deleted: 'orchard' } },
    ]);
  });

  test('the serving login neither reads nor adds', async () => {
    expect(await outcome('app', 'select * from potluck.log')).toBe(DENIED);
    expect(await outcome('app', "insert into potluck.log (at, act) values (now(), 'erased')")).toBe(DENIED);
    expect(await outcome('discloser', "insert into potluck.log (at, act) values (now(), 'erased')")).toBe(
      'done',
    );
  });
});
