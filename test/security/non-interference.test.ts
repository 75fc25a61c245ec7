/**
 * Two communities that differ only in what an audience may not know give it the same bytes at every door, and no hidden
 * word comes out of any. The one is written over the other, so that versions, tags and times would tell of hidden changes too.
 * POTLUCK_CASES says how many pairs are tried.
 */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GARDEN } from '#cli/testing';
import { createApp } from '#server/app';
import { type Caller, LOCAL } from '#server/caller';
import { type FreshStore, freshStore } from '#store/testing';
import { type Answer, type App, knock, knocksAt, mark, routesOf, strangers } from '#test/security/doors';
import { BLIND } from '#test/security/secret-file';
import { someWorlds } from '#test/security/some-secrets';

const MORE = process.env['POTLUCK_CASES'];
const CASES = Number(MORE ?? 10);

let fresh: FreshStore;
let app: App;
let caller: Caller = LOCAL;

/** Somebody who has this audience and no other. */
const only = (audience: string): Caller => ({
  account: null,
  author: null,
  sights: ['plot', 'other'].map((community) => ({ community, audience })),
  audienceFor: (_, wanted) => (wanted === undefined || wanted === audience ? audience : null),
  mayWrite: () => false,
  roleIn: () => 'public',
});

beforeAll(async () => {
  fresh = await freshStore();
  app = createApp({
    store: fresh.store,
    today: () => 20_513,
    version: '0',
    docs: 'docs',
    caller: () => caller,
  });
  await keep('other', GARDEN.replace('id: garden', 'id: other'));
});
afterAll(() => fresh.close());

/** Writes a text over what is kept, as the steward would. */
async function keep(id: string, text: string): Promise<void> {
  const { store } = fresh;
  const seen = await store.text(id, 'stewards');
  const request = { changeId: randomUUID(), author: null, text };
  const outcome =
    seen === null
      ? await store.create(request)
      : await store.saveText(id, { ...request, version: seen.version });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome).slice(0, 600));
}

interface Told {
  readonly marks: readonly string[];
  readonly answers: readonly Answer[];
}

async function ask(audience: string, stranger: string, quick: boolean): Promise<Told> {
  caller = only(audience);
  const answers: Answer[] = [];
  const marks: string[] = [];
  for (const one of knocksAt(app, 'plot', stranger, quick)) {
    const answer = await knock(app, one);
    answers.push(answer);
    marks.push(`${one.method} ${one.path}: ${mark(answer)}`);
  }
  caller = LOCAL;
  return { marks, answers };
}

/** Where the two differ, to read. */
function differences(one: Told, other: Told): string[] {
  return one.marks.flatMap((line, at) => {
    if (line === other.marks[at]) return [];
    const text = (told: Told) => `${told.answers[at]?.headers}\n${told.answers[at]?.bytes.toString('utf8')}`;
    const [a, b] = [text(one), text(other)];
    let first = 0;
    while (first < a.length && a[first] === b[first]) first += 1;
    const around = (whole: string) => whole.slice(Math.max(0, first - 120), first + 120);
    return [`${line.split(': ')[0]}\n  ${around(a)}\n  ${around(b)}`];
  });
}

test('every route of the server is known to this test', async () => {
  expect(await strangers(app, 'other'), 'say in test/security/doors.ts how to ask these').toEqual([]);
  expect(routesOf(app).length).toBeGreaterThan(40);
});

test('what an audience may not know changes no byte that it gets, at any door', async () => {
  let told = 0;
  let tried = 0;
  await fc.assert(
    fc.asyncProperty(someWorlds, async ({ audience, texts, words }) => {
      tried += 1;
      const quick = tried % 4 !== 1;
      await keep('plot', texts[0]);
      const before = await ask(audience, 'qstranger', quick);
      await keep('plot', texts[1]);
      const after = await ask(audience, 'qstranger', quick);
      expect(differences(before, after)).toEqual([]);
      for (const { headers, bytes } of [...before.answers, ...after.answers]) {
        const all = `${headers}\n${bytes.toString('latin1')}`.toLowerCase();
        for (const word of words)
          expect(all.includes(word) ? all.slice(all.indexOf(word) - 80) : '').toBe('');
      }
      told += before.answers.filter((one) => one.status === 200 && one.bytes.length > 200).length;
    }),
    // The same pairs every time; others where more are asked for.
    { numRuns: CASES, endOnFailure: true, ...(MORE === undefined ? { seed: 20261122 } : {}) },
  );
  // It is not kept from telling by telling nothing.
  expect(told).toBeGreaterThan(15 * tried);
}, 600_000);

test.each(BLIND)(
  'asked for by name, what is hidden from %s looks like what was never there',
  async (audience) => {
    const text = (
      await fc.sample(someWorlds, { numRuns: 1, seed: 7 })
    )[0] as typeof someWorlds extends fc.Arbitrary<infer T> ? T : never;
    await keep('plot', text.texts[0]);
    const word = text.words[0];
    const plainly = (told: Told, name: string) =>
      told.answers.map(({ status, headers, bytes }) =>
        `${status} ${headers} ${bytes.toString('latin1')}`
          .replaceAll(name, 'NAME')
          .replace(/content-length: \d+/, ''),
      );
    const there = await ask(audience, word, true);
    const absent = await ask(audience, 'qabsentee', true);
    expect(plainly(there, word)).toEqual(plainly(absent, 'qabsentee'));
  },
);
