/** Live events: who is told, and that nobody learns of a change that is hidden from them. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GARDEN } from '#cli/testing';
import { createApp } from '#server/app';
import { Live } from '#server/live';
import { type FreshStore, freshStore } from '#store/testing';

let fresh: FreshStore;
let app: ReturnType<typeof createApp>;
let version = 0;

const post = async (path: string, body: unknown) => {
  const answer = await app.request(`http://127.0.0.1/api/communities${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as { version: number };
};
const change = async (operations: unknown) => {
  ({ version } = await post('/garden/operations', { changeId: randomUUID(), version, operations }));
};

/** The versions that an audience is told, in order; the last one is waited for. */
class Heard {
  readonly versions: (number | null | 'end')[] = [];
  readonly #stop: () => void;

  constructor(live: Live, audience: string) {
    this.#stop = live.watch('garden', audience, (told) => void this.versions.push(told));
  }

  async until(count: number): Promise<void> {
    await expect.poll(() => this.versions.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(count);
  }

  stop(): void {
    this.#stop();
  }
}

beforeAll(async () => {
  fresh = await freshStore();
  app = createApp({ store: fresh.store, today: () => 20_000, version: '0', live: new Live(fresh.store, 10) });
  ({ version } = await post('', { changeId: randomUUID(), text: GARDEN }));
});
afterAll(() => fresh.close());

describe('who is told', () => {
  test('everybody who may see the change; a hidden one moves nothing for those who may not', async () => {
    const live = new Live(fresh.store, 10);
    const stewards = new Heard(live, 'stewards');
    const members = new Heard(live, 'members');
    await stewards.until(1);
    await members.until(1);
    // For the core alone, and then for everyone: members hear once.
    await change([
      {
        op: 'put',
        id: 'hush',
        section: 'decisions',
        value: { text: 'Hush', state: 'open', see: ['stewards'] },
      },
    ]);
    await stewards.until(2);
    await change([{ op: 'set', path: ['about'], value: 'A garden for all.' }]);
    await stewards.until(3);
    await members.until(2);
    expect(stewards.versions).toEqual([1, 2, 3]);
    expect(members.versions).toEqual([1, 2]);
    live.close();
    expect(stewards.versions.at(-1)).toBe('end');
    stewards.stop();
    members.stop();
    expect(live.size).toBe(0);
  });

  test('over the stream, as server-sent events with a version and nothing else', async () => {
    const answer = await app.request('http://127.0.0.1/api/communities/garden/events');
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    const first = new TextDecoder().decode((await reader.read()).value);
    expect(first).toBe(`event: version\ndata: {"version":${version}}\n\n`);
    await change([{ op: 'set', path: ['about'], value: 'A garden.' }]);
    const second = new TextDecoder().decode((await reader.read()).value);
    expect(second).toBe(`event: version\ndata: {"version":${version}}\n\n`);
    await reader.cancel();
  });

  test('a community that is not there looks like one that is not shown', async () => {
    for (const path of ['nothing/events', 'garden/events?audience=nobody']) {
      expect((await app.request(`http://127.0.0.1/api/communities/${path}`)).status).toBe(404);
    }
  });
});
