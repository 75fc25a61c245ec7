/** A person is erased for real: no word of them is left in any table of the database, and what they gave is still there. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '#server/app';
import { type Caller, LOCAL } from '#server/caller';
import { withClient } from '#store/launcher/provision';
import { type FreshStore, freshStore } from '#store/testing';

const CANARY = /canary|kanarie|tweety/i;

/** The person in ids, names, notes, comments, references, keys and audiences. */
const TEXT = `potluck: 1
id: plot # canary comment
name: The plot of Canary Tweety
about: {en: Begun by Tweety., nl: Begonnen door Kanarie.}
as-of: 2026-03-01
see: members
parties:
  ring: {name: The ring, type: circle, inside: true, see: public}
  canary: {name: {en: Canary Tweety, nl: Kanarie}, type: person, inside: true, in: ring, note: Canary plays the flute, consent: yes}
  wren: {name: Wren, type: person, inside: true, in: ring}
activities:
  fair: {price: free, for: {ring: 1}, see: public, note: Asked of Canary first}
flows:
  work-canary: {from: canary, to: fair, amount: 5 h/month, see: [members, "person:canary"], note: With Tweety's own tools}
  thanks: {from: fair, to: canary, amount: 1 h/month}
  work-wren: {from: wren, to: fair, amount: 7 h/month}
decisions:
  d1: {text: Canary keeps the keys, state: open}
  d2: {text: The keys move, by: [canary], about: [work-canary], objections: Tweety would miss them, options: [Kanarie, Wren], note: Taken on by Canary Tweety., on: 2026-02-01, state: decided, see: [members, "person:canary"]}
history:
  - {id: h1, on: 2019-09, text: Tweety left the keys., changes: [canary]}
`;

let fresh: FreshStore;
let app: ReturnType<typeof createApp>;
let caller: Caller = LOCAL;
const ask = (path: string, method = 'GET', body?: unknown) =>
  app.request(`http://127.0.0.1${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });

/** Every row of every table, as the owner reads them; bytes as letters too. */
async function dump(): Promise<{ readonly tables: number; readonly lines: readonly string[] }> {
  return withClient(fresh.logins.owner, async (client) => {
    const { rows: tables } = await client.query(
      "select tablename from pg_tables where schemaname = 'potluck'",
    );
    const lines: string[] = [];
    for (const { tablename } of tables) {
      const { rows } = await client.query(`select to_jsonb(t)::text as line from potluck.${tablename} t`);
      for (const { line } of rows as { line: string }[]) {
        const bytes = [...line.matchAll(/"\\\\x([0-9a-f]+)"/g)].map(([, hex = '']) =>
          Buffer.from(hex, 'hex').toString('latin1'),
        );
        lines.push(`${tablename} ${line} ${bytes.join(' ')}`);
      }
    }
    return { tables: tables.length, lines };
  });
}

const told = async () =>
  (await dump()).lines.filter((line) => CANARY.test(line)).map((line) => line.slice(0, 200));

async function create(text = TEXT): Promise<void> {
  const made = await fresh.store.create({
    changeId: randomUUID(),
    author: { id: 'p9', name: 'Canary Tweety' },
    message: 'Canary begins',
    text,
  });
  expect(made.ok, JSON.stringify(made)).toBe(true);
}

const change = async (operations: readonly unknown[], message: string) => {
  const version = (await fresh.store.text('plot', 'stewards'))?.version ?? 0;
  const outcome = await fresh.store.change('plot', {
    ...{ changeId: randomUUID(), author: { id: 'p1', name: 'Ana' }, version, message },
    operations: operations as never,
  });
  expect(outcome.ok, JSON.stringify(outcome)).toBe(true);
};

async function fill(): Promise<{ readonly page: string; readonly own: string }> {
  await create();
  await change(
    [{ op: 'patch', id: 'canary', value: { note: 'Canary, called Tweety' } }],
    'Tweety asked for it',
  );
  await change([{ op: 'rename', id: 'wren', to: 'wren-2' }], 'no one in particular');
  await change([{ op: 'patch', id: 'canary', value: { name: 'Old Kanarie' } }], 'another name');
  await change([{ op: 'patch', id: 'canary', value: { name: 'Canary Tweety' } }], 'the first name again');
  const { store } = fresh;
  expect(await store.view('plot', 'person:canary')).not.toBeNull();
  await store.log.append({
    ...{ community: 'plot', act: 'role-changed', person: 'p1' },
    about: { party: 'canary', audience: 'person:canary' },
    reason: 'Canary is one of us',
  });
  await store.people.start(
    { login: 'canary@example.org', name: 'Canary Tweety', password: 'a long password' },
    null,
  );
  const link = await store.people.invite(
    { community: 'plot', role: 'member', party: 'canary', audience: null },
    null,
    { note: 'For Canary', days: 14 },
  );
  const used = await store.people.acceptInvite(
    link.token,
    { fresh: { login: 'tweety', name: 'Tweety', password: 'another long one' }, where: null },
    true,
  );
  expect(typeof used).toBe('object');
  await store.people.invite({ community: 'plot', role: 'member', party: 'canary', audience: null }, null, {
    note: 'For Tweety again',
    days: 14,
  });
  const release = async (audience: string) => {
    const made = await ask('/api/communities/plot/releases', 'POST', {
      audience,
      what: 'page',
      reason: 'Canary asked',
    });
    expect(made.status, await made.clone().text()).toBe(201);
    return ((await made.json()) as { link: string }).link;
  };
  const page = await release('members');
  const own = await release('person:canary');
  await withClient(fresh.logins.owner, async (client) => {
    await client.query(
      "insert into potluck.voice (community, sort, about, body, name) values ('plot', 'worth', 'canary', 'Tweety helped me', 'Canary')",
    );
    await client.query("insert into potluck.hard_topic (community, topic) values ('plot', 'canary')");
    await client.query(
      `insert into potluck.pulse (community, circle, circle_name, sort, about, question, audience, least, token, begun_on)
      values ('plot', 'ring', 'Tweety and the ring', 'worth', 'canary', 'How is it with Canary?', 'person:canary', 3, decode(repeat('ab', 32), 'hex'), '2026-05-01')`,
    );
  });
  await talk();
  return { page, own };
}

/** A round that was led as far as its record, and one in which people still write: with the person in every word. */
async function talk(): Promise<void> {
  const evidence = [{ id: 'canary', text: 'Canary Tweety gives five hours' }];
  const question = { community: 'Canary’s plot', id: 'Q18.canary', text: 'May Tweety rest?', why: 'Canary' };
  const plan = {
    ...{ community: 'plot', question: { ...question, evidence }, way: 'consent' as const, anonymous: true },
    ...{ k: 3, paraphrase: false, overDays: false, minutes: {}, audience: 'person:canary' },
  };
  const { id } = await fresh.store.talk.open(plan, ['Kanarie goes on'], new Date());
  const open = await fresh.store.talk.open(plan, [], new Date());
  const record = {
    ...{
      outcome: 'decided',
      text: 'Tweety rests',
      reasons: 'Canary is tired',
      who: ['canary', 'Old Kanarie'],
    },
    ...{ review: null, audience: 'person:canary', on: '2026-05-01' },
  };
  const result = { way: 'consent', chosen: 3, reasons: ['Tweety would miss it'], options: [] };
  await withClient(fresh.logins.owner, async (client) => {
    await client.query('update potluck.round set record = $2, result = $3, decision = $4 where id = $1', [
      id,
      JSON.stringify(record),
      JSON.stringify(result),
      'canary-rests',
    ]);
    await client.query(
      "insert into potluck.round_shown (round, place, body) values ($1, 0, 'As Canary I am tired')",
      [id],
    );
    await client.query(
      "insert into potluck.round_note (key, round, body) values (decode(repeat('cd', 32), 'hex'), $1, 'I, Tweety')",
      [open.id],
    );
    await client.query(
      "insert into potluck.round_choice (key, round, choice) values (decode(repeat('ef', 32), 'hex'), $1, $2)",
      [open.id, JSON.stringify({ objection: 'Not without Kanarie' })],
    );
  });
}

beforeAll(async () => {
  fresh = await freshStore();
  app = createApp({ store: fresh.store, today: () => 20_600, version: '0', caller: () => caller });
}, 60_000);
afterAll(() => fresh.close());

describe('erasing a person', () => {
  test('leaves no word of them in any table, and what they gave', async () => {
    const { page, own } = await fill();
    expect(await (await ask(page)).text()).toMatch(CANARY);
    expect((await told()).length).toBeGreaterThan(15);
    caller = { ...LOCAL, author: { id: 'p1', name: 'Ana' } };
    const answer = await ask('/api/communities/plot/erase', 'POST', {
      party: 'canary',
      reason: 'Canary asked us to',
    });
    expect(answer.status, await answer.clone().text()).toBe(200);
    const body = (await answer.json()) as Record<string, unknown>;
    expect(body).toMatchObject({ as: 'someone', texts: 5, releases: 1, withdrawn: 1, accounts: 1 });
    expect(JSON.stringify(body)).not.toMatch(CANARY);

    const { tables, lines } = await dump();
    expect(tables).toBeGreaterThan(10);
    // The keeper of the house who happens to be called so is another person, in another place.
    const others = lines.filter((line) => !/^account .*canary@example/.test(line));
    expect(others.filter((line) => CANARY.test(line)).map((line) => line.slice(0, 300))).toEqual([]);

    const text = (await fresh.store.text('plot', 'stewards'))?.body ?? '';
    expect(text).toContain('work-someone: {from: someone, to: fair, amount: 5 h/month');
    const rounds = await fresh.store.talk.rounds('plot');
    expect(rounds.map((one) => one.record?.who ?? null)).toContainEqual(['someone', 'someone']);
    expect(rounds.map((one) => one.question.text)).toEqual(['May someone rest?', 'May someone rest?']);
    expect(rounds.map((one) => one.version)).toEqual([2, 2]);

    const frozen = await ask(page);
    expect(frozen.status).toBe(200);
    expect(await frozen.text()).toContain('5 h/month');
    expect((await ask(own)).status).toBe(410);
    expect(await fresh.store.textAt('plot', 1)).toMatchObject({ text: expect.stringContaining('someone') });
    expect((await fresh.store.log.read('plot'))[0]).toMatchObject({
      act: 'erased',
      person: { id: 'p1' },
      about: {},
      reason: 'someone asked us to',
    });
    for (const audience of ['stewards', 'members', 'public'])
      expect(JSON.stringify(await fresh.store.view('plot', audience))).not.toMatch(CANARY);
  });

  test('can be brought back as it was by nobody: earlier versions are without them too', async () => {
    const version = (await fresh.store.text('plot', 'stewards'))?.version ?? 0;
    const back = await fresh.store.restore('plot', { changeId: randomUUID(), author: null, version, to: 1 });
    expect(back.ok).toBe(true);
    expect((await fresh.store.text('plot', 'stewards'))?.body).not.toMatch(CANARY);
  });

  test('somebody unknown is not found, nor is a community by one who does not look after it', async () => {
    const before = (await dump()).lines.length;
    expect((await ask('/api/communities/plot/erase', 'POST', { party: 'canary' })).status).toBe(404);
    expect((await ask('/api/communities/nowhere/erase', 'POST', { party: 'wren' })).status).toBe(404);
    caller = { ...LOCAL, account: 'm', roleIn: () => 'member' };
    expect((await ask('/api/communities/plot/erase', 'POST', { party: 'wren-2' })).status).toBe(404);
    expect((await dump()).lines.length).toBe(before);
  });

  test('no login but the owner’s can do it by hand', async () => {
    await withClient(fresh.logins.discloser, async (client) => {
      for (const statement of [
        "update potluck.revision set body = ''",
        "update potluck.log set about = '{}'",
      ])
        await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
    });
  });
});

describe('a released “what if” of the person’s community', () => {
  const SCENARIO =
    'scenarios:\n  canary-rests: {name: Canary rests, see: public, changes: [{at: 6 months, end: work-canary, why: Tweety is tired.}]}\n';
  const run = {
    ...{ scenarios: ['canary-rests', 'doubling-joins'], runs: 20, seed: 3 },
    values: { flow_work_canary: 6 },
  };
  const forms = async (link: string) => ({
    page: await (await ask(link)).text(),
    csv: await (await ask(`${link}/table.csv`)).text(),
    svg: await (await ask(`${link}/picture.svg`)).text(),
  });

  test('is run anew without them: the same run, and no word of them in any form', async () => {
    caller = LOCAL;
    await fresh.store.purge('plot');
    await create(`${TEXT}${SCENARIO}`);
    const release = async (audience: string) => {
      const asked = { audience, what: 'what-if', reason: 'Canary asked', run };
      const made = await ask('/api/communities/plot/releases', 'POST', asked);
      expect(made.status, await made.clone().text()).toBe(201);
      return ((await made.json()) as { link: string }).link;
    };
    const [link, own] = [await release('members'), await release('person:canary')];
    const before = await forms(link);
    for (const form of Object.values(before)) expect(form).toMatch(CANARY);
    expect(before.page).toContain('edited here');

    const answer = await ask('/api/communities/plot/erase', 'POST', { party: 'canary' });
    expect(await answer.json()).toMatchObject({ releases: 1, withdrawn: 1 });
    const after = await forms(link);
    for (const form of Object.values(after)) expect(form).not.toMatch(CANARY);
    expect((await told()).filter((line) => line.startsWith('release '))).toEqual([]);
    for (const kept of ['someone rests', 'Twice as many join', 'edited here', 'with the seed 3'])
      expect(after.page).toContain(kept);
    // The run as described; draws begin from the names of what is drawn, and are others.
    const described = (csv: string) => csv.split('\r\n').map((row) => row.split(',').slice(0, 5));
    expect(described(after.csv)).toEqual(described(before.csv.replaceAll('Canary rests', 'someone rests')));
    expect(after.csv).not.toMatch(/NaN|,,/);
    expect((await ask(own)).status).toBe(410);
    expect((await ask(`${own}/table.csv`)).status).toBe(410);
  });
});
