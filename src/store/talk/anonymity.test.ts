/**
 * What the database knows of notes, and what it no longer knows once they are released: looked at as its owner, who may
 * read every table, every row's transaction number and place, and what the planner remembers.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ORCHARD, orchardDiscloser } from '#store/contract/orchard';
import { withClient } from '#store/launcher/provision';
import type { RoundPlan, Talk } from '#store/talk/port';
import { hashOf } from '#store/talk/secrets';
import { type FreshStore, freshStore } from '#store/testing';

const AT = new Date('2026-11-22T18:00:00Z');
const secret = () => randomBytes(32).toString('base64url');
const PLAN: RoundPlan = {
  community: 'orchard',
  question: { community: 'The orchard', id: null, text: 'What is hard?', why: null, evidence: [] },
  way: 'consent',
  anonymous: true,
  k: 3,
  paraphrase: false,
  overDays: false,
  minutes: {},
  audience: 'members',
};

let fresh: FreshStore;
let talk: Talk;
beforeAll(async () => {
  fresh = await freshStore({ discloser: orchardDiscloser() });
  talk = fresh.store.talk;
  const made = await fresh.store.create({ changeId: randomUUID(), author: null, text: ORCHARD });
  expect(made.ok).toBe(true);
});
afterAll(() => fresh.close());

const asOwner = <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
  withClient(fresh.logins.owner, async (client) => (await client.query(sql, values)).rows as T[]);

interface Person {
  readonly seat: string;
  readonly keys: readonly string[];
}

/** So many people who have joined, written two notes each and said that they are done. */
async function writingRound(people: number, plan: Partial<RoundPlan> = {}) {
  const round = await talk.open({ ...PLAN, ...plan }, ['We go on.'], AT);
  const token = round.token ?? '';
  await talk.move(round.id, { from: 'read', to: 'write' }, AT);
  const all: Person[] = [];
  for (let at = 0; at < people; at += 1) {
    const person = { seat: secret(), keys: [secret(), secret()] };
    all.push(person);
    expect((await talk.join(round.id, person.seat)).ok).toBe(true);
    for (const [which, key] of person.keys.entries())
      expect((await talk.write(token, key, `note ${at}.${which}`)).ok).toBe(true);
    expect((await talk.done(person.seat)).ok).toBe(true);
  }
  return { id: round.id, token, people: all };
}

/** Every row of every table, as text. */
async function everything(): Promise<Map<string, string>> {
  const tables = await asOwner<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'potluck' order by 1",
  );
  expect(tables.length).toBeGreaterThan(10);
  const found = new Map<string, string>();
  for (const { name } of tables) {
    const rows = await asOwner<{ row: string }>(`select t::text as row from potluck."${name}" t`);
    found.set(name, rows.map(({ row }) => row).join('\n'));
  }
  return found;
}

/** The tables in which one of these stands, in any of the ways in which a hash is written. */
async function tablesWith(needles: readonly (string | Buffer)[]): Promise<string[]> {
  const written = needles.flatMap((one) =>
    typeof one === 'string'
      ? [one]
      : [one.toString('hex'), one.toString('base64'), one.toString('base64url')],
  );
  const all = await everything();
  return [...all].filter(([, text]) => written.some((one) => text.includes(one))).map(([name]) => name);
}

describe('what is kept', () => {
  test('of a note: its words, its round and the hash of its own key; of no small act a time, an address or a person', async () => {
    const columns = await asOwner<{ name: string; columns: string }>(`
      select table_name as name, string_agg(column_name || ' ' || data_type, ', ' order by column_name) as columns
      from information_schema.columns where table_schema = 'potluck' and table_name like 'round\\_%'
      group by 1 order by 1`);
    expect(columns).toEqual([
      { name: 'round_choice', columns: 'choice json, key bytea, round uuid' },
      { name: 'round_note', columns: 'body text, key bytea, round uuid' },
      { name: 'round_receipt', columns: 'receipt bytea, round uuid' },
      { name: 'round_seat', columns: 'round uuid, seat bytea' },
      { name: 'round_shown', columns: 'body text, id uuid, place integer, round uuid' },
    ]);
  });

  test('a place, a receipt and a note share nothing but their round, and no secret is kept as it is', async () => {
    const { people } = await writingRound(3);
    const secrets = people.flatMap(({ seat, keys }) => [seat, ...keys]);
    expect(await tablesWith(secrets)).toEqual([]);
    expect(await tablesWith(people.map(({ seat }) => hashOf('seat', seat)))).toEqual(['round_seat']);
    expect(await tablesWith(people.map(({ seat }) => hashOf('receipt', seat)))).toEqual(['round_receipt']);
    const ofKeys = people.flatMap(({ keys }) => keys.map((key) => hashOf('note', key)));
    expect(await tablesWith(ofKeys)).toEqual(['round_note']);
  });

  test('other words for a note leave one note', async () => {
    const { token, people, id } = await writingRound(3);
    const key = people[0]?.keys[0] ?? '';
    await talk.write(token, key, 'other words');
    expect((await talk.round(id))?.notes).toBe(6);
    expect(await talk.mine(token, [key])).toEqual([{ key, body: 'other words' }]);
  });
});

describe('after the release', () => {
  test('all notes were written at one moment, under new ids; keys and receipts are gone, their number stays', async () => {
    const { id, people, token } = await writingRound(5);
    const outcome = await talk.move(id, { from: 'write', to: 'gather' }, AT);
    expect(outcome.ok).toBe(true);
    const rows = await asOwner<{ xmin: string; cmin: string; body: string }>(
      'select xmin::text, cmin::text, body from potluck.round_shown where round = $1',
      [id],
    );
    expect(rows.map((row) => row.body).sort()).toEqual(
      [0, 1, 2, 3, 4].flatMap((at) => [`note ${at}.0`, `note ${at}.1`]),
    );
    expect(new Set(rows.map((row) => `${row.xmin} ${row.cmin}`)).size).toBe(1);
    const gone = people.flatMap(({ seat, keys }) => [
      hashOf('receipt', seat),
      ...keys.map((key) => hashOf('note', key)),
    ]);
    expect(await tablesWith(gone)).toEqual([]);
    expect(await talk.mine(token, people[0]?.keys ?? [])).toEqual([]);
    expect(outcome.ok && outcome.round).toMatchObject({ written: 5, notes: 10, gathered: 'released' });
  });

  test('neither their places in the file nor their numbers follow the order of writing', async () => {
    // Ten people in order: that chance alone puts twenty notes into the order of writing happens once in 10^18 times.
    const { id } = await writingRound(10);
    await talk.move(id, { from: 'write', to: 'gather' }, AT);
    const orders = await Promise.all(
      ['ctid', 'place', 'id'].map(async (by) => {
        const rows = await asOwner<{ body: string }>(
          `select body from potluck.round_shown where round = $1 order by ${by}`,
          [id],
        );
        return rows.map((row) => row.body);
      }),
    );
    const written = Array.from({ length: 20 }, (_, at) => `note ${Math.floor(at / 2)}.${at % 2}`);
    for (const order of orders) {
      expect([...order].sort()).toEqual([...written].sort());
      expect(order).not.toEqual(written);
      expect(order).not.toEqual([...written].reverse());
    }
  });

  test('the files of the tables hold nothing of it any more', async () => {
    for (const round of await talk.rounds('orchard'))
      if (round.phase !== 'closed') await talk.move(round.id, { from: round.phase, to: 'closed' }, AT);
    const { id, people } = await writingRound(4);
    await talk.move(id, { from: 'write', to: 'gather' }, AT);
    for (const [from, to] of [
      ['gather', 'clarify'],
      ['clarify', 'discuss'],
      ['discuss', 'decide'],
    ] as const)
      await talk.move(id, { from, to }, AT);
    for (const { seat } of people) expect((await talk.choose(seat, { objection: 'why not' })).ok).toBe(true);
    await talk.move(id, { from: 'decide', to: 'record' }, AT);
    const choices = people.map(({ seat }) => hashOf('choice', seat));
    expect(await tablesWith(choices)).toEqual([]);
    await talk.move(id, { from: 'record', to: 'closed' }, AT);
    expect(await tablesWith(people.map(({ seat }) => hashOf('seat', seat)))).toEqual([]);
    await talk.sweep();
    const sizes = await asOwner<{ name: string; bytes: number }>(`
      select name, pg_relation_size('potluck.' || name)::int as bytes
      from unnest(array['round_note', 'round_receipt', 'round_choice', 'round_seat']) name`);
    expect(sizes.map(({ bytes }) => bytes)).toEqual([0, 0, 0, 0]);
  });

  test('the planner takes no samples of words, keys and places, so that it remembers none that were deleted', async () => {
    const sampled = await asOwner<{ name: string }>(`
      select c.relname || '.' || a.attname as name
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'potluck' and c.relname like 'round\\_%' and c.relkind = 'r' and a.attnum > 0
        and a.attstattarget is distinct from 0
      order by 1`);
    expect(sampled.map(({ name }) => name)).toEqual([
      'round_choice.round',
      'round_note.round',
      'round_receipt.round',
      'round_seat.round',
      'round_shown.place',
      'round_shown.round',
    ]);
  });

  test('a table in use is swept later, and nobody waits for it', async () => {
    await withClient(fresh.logins.owner, async (client) => {
      await client.query('begin; lock table potluck.round_note in access share mode');
      await expect(talk.sweep()).rejects.toThrow(/lock timeout/);
      await client.query('rollback');
    });
    await talk.sweep();
  });
});

describe('what cannot be done', () => {
  test('nobody opens an anonymous round, lowers its threshold or changes its way afterwards', async () => {
    const { id } = await writingRound(1);
    await withClient(fresh.logins.discloser, async (client) => {
      for (const change of ['anonymous = false', 'k = 1', "way = 'dots'", "question = '{}'"])
        await expect(client.query(`update potluck.round set ${change} where id = $1`, [id])).rejects.toThrow(
          /permission denied/,
        );
      await expect(
        client.query(
          `insert into potluck.round (community, question, way, anonymous, k, paraphrase, over_days, minutes, audience, options, opened_at)
           values ('orchard', '{}', 'dots', true, 2, false, false, '{}', 'members', '[]', now())`,
        ),
      ).rejects.toThrow(/check constraint/);
    });
  });

  test('the serving login sees no table of rounds', async () => {
    await withClient(fresh.logins.app, async (client) => {
      const tables = ['round', 'round_seat', 'round_receipt', 'round_note', 'round_shown', 'round_choice'];
      for (const table of tables)
        await expect(client.query(`select * from potluck.${table}`), table).rejects.toThrow(
          /permission denied/,
        );
    });
  });

  test('notes that are too few are destroyed, never released', async () => {
    const { id } = await writingRound(2);
    expect(await talk.move(id, { from: 'write', to: 'gather' }, AT)).toMatchObject({
      ok: false,
      why: 'too-few',
    });
    const outcome = await talk.move(id, { from: 'write', to: 'gather', without: true }, AT);
    expect(outcome).toMatchObject({
      ok: true,
      round: { gathered: 'destroyed', shown: [], notes: 0, written: 2 },
    });
    const rows = await asOwner('select 1 from potluck.round_note where round = $1', [id]);
    expect(rows).toEqual([]);
  });
});

describe('what is not lost', () => {
  test('a note that was acknowledged is among the released ones, however close to the release it came', async () => {
    const { id, token } = await writingRound(3);
    const keys = Array.from({ length: 24 }, secret);
    const writing = keys.map((key, at) => talk.write(token, key, `late ${at}`));
    const moving = talk.move(id, { from: 'write', to: 'gather' }, AT);
    const answers = await Promise.all(writing);
    const outcome = await moving;
    const acknowledged = answers.flatMap((one, at) => (one.ok ? [`late ${at}`] : []));
    for (const one of answers) if (!one.ok) expect(one.why).toBe('wrong-phase');
    const shown = outcome.ok ? outcome.round.shown.map((one) => one.text) : [];
    expect(shown.filter((text) => text.startsWith('late')).sort()).toEqual(acknowledged.sort());
    expect(shown).toHaveLength(6 + acknowledged.length);
  });

  test('an export carries rounds that are over, and of others not a word', async () => {
    const { id } = await writingRound(3);
    const lines: string[] = [];
    for await (const line of fresh.store.exportAll()) lines.push(line);
    expect(lines.filter((line) => line.includes(id))).toEqual([]);
    expect(lines.join('\n')).not.toMatch(/round_note|round_seat|round_receipt|round_choice/);
  });

  test('a round that is over comes along to another server, with what was released', async () => {
    const { id } = await writingRound(3);
    await talk.move(id, { from: 'write', to: 'gather' }, AT);
    await talk.move(id, { from: 'gather', to: 'closed' }, AT);
    const before = await talk.round(id);
    expect(before).toMatchObject({ phase: 'closed', joined: 3, written: 3, notes: 6 });
    const lines: string[] = [];
    for await (const line of fresh.store.exportAll()) lines.push(line);
    const other = await freshStore({ discloser: orchardDiscloser() });
    try {
      await other.store.importAll(lines);
      expect(await other.store.talk.round(id)).toEqual(before);
    } finally {
      await other.close();
    }
  });
});
