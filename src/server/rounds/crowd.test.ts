/** Sixty phones at once: no note is lost, every phone is told every phase in order, and answers are all counted. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GARDEN } from '#cli/testing';
import { PHASES } from '#core/talk/round';
import { createApp } from '#server/app';
import { ask, Follower, Leader, Phone } from '#server/rounds/testing';
import { type FreshStore, freshStore } from '#store/testing';

const PHONES = 60;
const LONG = { timeout: 60_000, interval: 50 };

/** A phone has come once it was told where the round stands. */
const haveCome = (ones: readonly Follower[]) =>
  expect.poll(() => ones.every((one) => one.phases.length > 0), LONG).toBe(true);

let fresh: FreshStore;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  fresh = await freshStore();
  app = createApp({ store: fresh.store, today: () => 20_000, version: '0' });
  const made = await ask(app, 'POST', '/api/communities', { changeId: randomUUID(), text: GARDEN });
  expect(made.status, made.text).toBe(201);
});
afterAll(() => fresh.close());

test('sixty phones write, change, drop out, come back and answer', { timeout: 240_000 }, async () => {
  const leader = await Leader.open(app, 'garden', {
    text: 'Where do we meet?',
    way: 'score',
    options: ['Hall', 'Barn'],
  });
  const phones = await Promise.all(Array.from({ length: PHONES }, () => Phone.join(app, leader.token)));
  const followers = await Promise.all(phones.map((phone) => Follower.ofPhone(phone)));
  await haveCome(followers);
  await leader.moveTo('write');
  const written = await Promise.all(
    phones.map(async (phone, who) => {
      const key = `${'a key of its own '.replaceAll(' ', '-')}${who}-of-sixty`;
      const first = await phone.write(`${who} begins`, key);
      const second = await phone.write(`${who} ends`, key);
      const done = await phone.done();
      expect([first.status, second.status, done.status]).toEqual([204, 204, 204]);
      return `${who} ends`;
    }),
  );
  // Every third drops out before the notes are shown, and comes back after.
  const dropping = followers.filter((_, at) => at % 3 === 0);
  await Promise.all(dropping.map((one) => one.stop()));
  const gathered = await leader.move('write', 'gather');
  const notes: { text: string }[] = gathered.body.notes.notes;
  expect(notes.map((one) => one.text).sort()).toEqual(written.sort());
  const back = await Promise.all(
    phones.filter((_, at) => at % 3 === 0).map((phone) => Follower.ofPhone(phone)),
  );
  await haveCome(back);
  await leader.moveTo('decide');
  await Promise.all(phones.map((phone, who) => phone.choose({ scores: { o1: 1 + (who % 5), o2: 3 } })));
  await leader.moveTo('closed');
  const staying = followers.filter((_, at) => at % 3 !== 0);
  await expect
    .poll(() => [...staying, ...back].every((one) => one.phases.at(-1) === 'closed'), LONG)
    .toBe(true);
  for (const one of staying) expect(one.phases).toEqual(PHASES);
  for (const one of back) expect(one.phases).toEqual(PHASES.slice(2));
  for (const one of [...staying, ...back]) expect(one.state.notes.notes).toEqual(notes);
  // Twelve each of 1 to 5: the middle is 3, the quartiles 2 and 4. All give the barn 3, and differ less.
  const [first, second] = staying[0]?.state.result.options ?? [];
  expect(first).toMatchObject({ id: 'o2', median: 3, low: 3, high: 3, answers: PHONES, rank: 1 });
  expect(second).toMatchObject({ id: 'o1', median: 3, low: 2, high: 4, answers: PHONES, rank: 2 });
  await Promise.all([...staying, ...back].map((one) => one.stop()));
});
