/** What is kept beside the file, against PostgreSQL: addresses, voices, pulses, hard topics; and what is not kept at all. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '#store/launcher/provision';
import { type FreshStore, freshStore } from '#store/testing';
import type { Voices } from '#store/voices/port';

let fresh: FreshStore;
let voices: Voices;
const print = (words: string) => createHash('sha256').update(words).digest();

beforeAll(async () => {
  fresh = await freshStore();
  ({ voices } = fresh.store);
  for (const id of ['orchard', 'mill']) {
    const saved = await fresh.store.create({
      changeId: randomUUID(),
      author: null,
      text: `potluck: 1\nid: ${id}\nname: ${id}\n`,
    });
    expect(saved.ok).toBe(true);
  }
});

afterAll(() => fresh.close());

describe('a calendar address', () => {
  const token = randomBytes(32);
  let id = '';

  test('is found by its hash alone, and belongs to one person', async () => {
    const made = await voices.makeFeed({ community: 'orchard', person: 'p1', audience: 'members', token });
    id = made.id;
    expect(await voices.feedBy(token)).toEqual(made);
    expect(await voices.feedBy(randomBytes(32))).toBeNull();
    expect((await voices.feedsOf('orchard', 'p1')).map((one) => one.id)).toEqual([id]);
    expect(await voices.feedsOf('orchard', 'p2')).toEqual([]);
    expect(await voices.feedsOf('mill', 'p1')).toEqual([]);
  });

  test('an entry counts up when it changes, not when it is asked for again', async () => {
    const grant = { uid: 'renewals.grant', day: '2026-12-31', print: print('ends') };
    const trial = { uid: 'trial.seeds', day: '2026-12-10', print: print('look') };
    const first = await voices.noteSent(id, [grant, trial], '2026-12-01');
    expect(first.map((one) => [one.uid, one.sequence, one.cancelled])).toEqual([
      ['renewals.grant', 0, false],
      ['trial.seeds', 0, false],
    ]);
    expect(await voices.noteSent(id, [grant, trial], '2026-12-01')).toEqual(first);
    const later = { ...grant, day: '2027-01-15', print: print('ends later') };
    const second = await voices.noteSent(id, [later, trial], '2026-12-01');
    expect(second.map((one) => [one.uid, one.day, one.sequence])).toEqual([
      ['renewals.grant', '2027-01-15', 1],
      ['trial.seeds', '2026-12-10', 0],
    ]);
    expect((second[0]?.changedAt ?? '') >= (first[0]?.changedAt ?? '~')).toBe(true);
    expect(second[0]?.madeAt).toBe(first[0]?.madeAt);
  });

  test('what fell away is told as cancelled while it lies ahead, then no more; it may come back', async () => {
    const later = { uid: 'renewals.grant', day: '2027-01-15', print: print('ends later') };
    const gone = await voices.noteSent(id, [later], '2026-12-01');
    expect(gone.find((one) => one.uid === 'trial.seeds')).toMatchObject({ cancelled: true, sequence: 1 });
    expect(await voices.noteSent(id, [later], '2026-12-01')).toEqual(gone);
    const back = { uid: 'trial.seeds', day: '2026-12-10', print: print('look') };
    const again = await voices.noteSent(id, [later, back], '2026-12-01');
    expect(again.find((one) => one.uid === 'trial.seeds')).toMatchObject({ cancelled: false, sequence: 2 });
    await voices.noteSent(id, [later], '2026-12-01');
    const over = await voices.noteSent(id, [later], '2026-12-11');
    expect(over.map((one) => one.uid)).toEqual(['renewals.grant']);
  });

  test('only its person withdraws it, and then it is gone; erasing a person takes theirs along', async () => {
    expect(await voices.withdrawFeed('orchard', 'p2', id)).toBe(false);
    expect(await voices.withdrawFeed('mill', 'p1', id)).toBe(false);
    expect(await voices.withdrawFeed('orchard', 'p1', id)).toBe(true);
    expect(await voices.withdrawFeed('orchard', 'p1', id)).toBe(false);
    expect(await voices.feedBy(token)).toBeNull();
    await voices.makeFeed({ community: 'orchard', person: 'p3', audience: 'core', token });
    await fresh.store.erasePerson('p3');
    expect(await voices.feedBy(token)).toBeNull();
  });
});

describe('a voice', () => {
  test('waits until it is taken in or set aside', async () => {
    const voice = {
      sort: 'concern' as const,
      about: 'kitty',
      circle: 'core',
      text: 'Who counts it?',
      name: null,
    };
    await voices.leaveVoice('orchard', voice);
    const [kept] = await voices.waitingVoices('orchard');
    expect(kept).toEqual({ ...voice, id: kept?.id });
    expect(await voices.waitingVoices('mill')).toEqual([]);
    expect(await voices.dropVoice('mill', kept?.id ?? '')).toBe(false);
    expect(await voices.dropVoice('orchard', kept?.id ?? '')).toBe(true);
    expect(await voices.waitingVoices('orchard')).toEqual([]);
  });
});

describe('a pulse', () => {
  const begin = (token: Buffer) =>
    voices.beginPulse({
      community: 'orchard',
      circle: 'core',
      circleName: 'the core',
      sort: 'energy',
      about: null,
      question: 'How much energy is there?',
      audience: 'members',
      least: 3,
      begunOn: '2026-12-01',
      token,
    });

  test('counts one answer for each seat, and ties none to its seat', async () => {
    const token = randomBytes(32);
    const pulse = await begin(token);
    const [one, two] = [randomBytes(32), randomBytes(32)];
    expect(await voices.takeSeat(pulse.id, one)).toBe(true);
    expect(await voices.takeSeat(pulse.id, two)).toBe(true);
    expect(await voices.seatAnswered(pulse.id, one)).toBe(false);
    expect(await voices.answerPulse(pulse.id, one, 4)).toBe('kept');
    expect(await voices.answerPulse(pulse.id, one, 0)).toBe('again');
    expect(await voices.answerPulse(pulse.id, two, 4)).toBe('kept');
    expect(await voices.answerPulse(pulse.id, randomBytes(32), 0)).toBe('no-seat');
    expect(await voices.seatAnswered(pulse.id, one)).toBe(true);
    expect((await voices.pulseBy(token))?.counts).toEqual([0, 0, 0, 0, 2]);
    expect(await voices.closePulse('mill', pulse.id, '2026-12-02')).toBe(false);
    expect(await voices.closePulse('orchard', pulse.id, '2026-12-02')).toBe(true);
    expect(await voices.closePulse('orchard', pulse.id, '2026-12-03')).toBe(false);
    expect(await voices.answerPulse(pulse.id, two, 0)).toBe('closed');
    expect(await voices.takeSeat(pulse.id, randomBytes(32))).toBe(false);
    expect(await voices.seatAnswered(pulse.id, one)).toBeNull();
    expect((await voices.pulses('orchard')).map((each) => [each.id, each.closedOn])).toEqual([
      [pulse.id, '2026-12-02'],
    ]);
    expect(await voices.dropPulse('orchard', pulse.id)).toBe(true);
    expect(await voices.pulseBy(token)).toBeNull();
  });

  test('two answers at once of one seat count once', async () => {
    const token = randomBytes(32);
    const pulse = await begin(token);
    const seat = randomBytes(32);
    await voices.takeSeat(pulse.id, seat);
    const said = await Promise.all([1, 2, 3].map((step) => voices.answerPulse(pulse.id, seat, step)));
    expect(said.filter((one) => one === 'kept').length).toBe(1);
    const counts = (await voices.pulseBy(token))?.counts ?? [];
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(1);
  });
});

describe('what is hard to talk about', () => {
  test('is told from the least number on, and never before', async () => {
    await voices.markHard('orchard', 'kitty');
    await voices.markHard('orchard', 'kitty');
    await voices.markHard('orchard', 'pay');
    expect(await voices.hardTopics('orchard', 3)).toEqual([]);
    await voices.markHard('orchard', 'kitty');
    expect(await voices.hardTopics('orchard', 3)).toEqual(['kitty']);
    expect(await voices.hardTopics('orchard', 5)).toEqual([]);
    expect(await voices.hardTopics('mill', 1)).toEqual([]);
  });
});

test('no table of what is said without a name has a column for a person or a moment', async () => {
  const columns = await withClient(fresh.logins.owner, async (client) => {
    const { rows } = await client.query(
      `select table_name as table, column_name as column, data_type as type from information_schema.columns
       where table_schema = 'potluck' and table_name in ('voice', 'pulse_seat', 'hard_topic')`,
    );
    return rows as { table: string; column: string; type: string }[];
  });
  expect(columns.length).toBe(13);
  for (const { column, type } of columns) {
    expect(type).not.toMatch(/timestamp|date|serial|inet/);
    expect(column).not.toMatch(/person|account|author|address|_at$/);
  }
});
