/** The agenda over HTTP: as data, Markdown and calendar; of a meeting; and how a mistaken request is told. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '#server/app';
import { type FreshStore, freshStore } from '#store/testing';

const FILE = join(import.meta.dirname, '..', '..', '..', 'cases', 'allotment-school', 'community.yaml');
const BASE = 'http://127.0.0.1/api/communities';

let fresh: FreshStore;
let app: ReturnType<typeof createApp>;
const read = (path: string) => app.request(`${BASE}/allotment-school/${path}`);

beforeAll(async () => {
  fresh = await freshStore();
  app = createApp({ store: fresh.store, today: () => 20_000, version: '0' });
  const created = await app.request(BASE, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ changeId: randomUUID(), text: readFileSync(FILE, 'utf8') }),
  });
  expect(created.status).toBe(201);
});

afterAll(() => fresh.close());

describe('the agenda', () => {
  test('of a month as data', async () => {
    const response = await read('agenda?month=2026-12');
    expect(response.status).toBe(200);
    const body = (await response.json()) as { month: string; items: { id: string; date: string | null }[] };
    expect(body.month).toBe('2026-12');
    expect(body.items.find((one) => one.id === 'renewals.town-grant')?.date).toBe('2026-12-31');
  });

  test('as Markdown and as calendar', async () => {
    const markdown = await read('agenda?month=2026-12&format=md');
    expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(await markdown.text()).toContain('# The allotment school: what to talk about in December 2026');
    const calendar = await read('agenda?month=2026-12&format=ics');
    expect(calendar.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await calendar.text()).toContain('UID:renewals.town-grant@allotment-school.potluck\r\n');
  });

  test('members are not told what the core alone may see', async () => {
    const text = await (await read('agenda?month=2026-12&audience=members')).text();
    expect(text).toContain('renewals.school-garden');
    expect(text).not.toMatch(/key-holder|town-grant|"topic":"(?:keys|runway)"/);
  });

  test('of a meeting, as long as asked', async () => {
    const response = await read('meeting?minutes=60');
    const body = (await response.json()) as {
      minutes: number;
      items: { minutes: number; money: boolean; sort: string }[];
    };
    expect(body.items.reduce((sum, one) => sum + one.minutes, 0)).toBe(60);
    expect(body.items[0]?.money).toBe(false);
    expect(body.items.filter((one) => one.sort === 'question').length).toBe(5);
    expect(body.items.at(-1)?.sort).toBe('decision');
  });

  test.each(['agenda?month=2026-13', 'agenda?format=pdf', 'meeting?minutes=5'])(
    '%s is refused',
    async (path) => {
      expect((await read(path)).status).toBe(400);
    },
  );
});
