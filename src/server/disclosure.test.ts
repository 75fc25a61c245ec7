/** A word that stands only in what is hidden must come out of no door: every reading route, every audience. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GARDEN } from '#cli/testing';
import { formats } from '#core/export/formats';
import { createApp } from '#server/app';
import { type FreshStore, freshStore } from '#store/testing';

/** In an id, names, notes, words of every kind and a comment: for the core alone. */
const SECRETS = GARDEN.replace(
  'kinds:',
  'sources:\n  canary-minutes: {title: Canary minutes, url: "https://example.org/canary"}\nkinds:',
)
  .replace('planning:', 'canary-planning: # canary comment\n   ')
  .replace(
    'form: gift, see: core}',
    'form: gift, see: core, note: Canary note, strings: Canary strings, because: canary-minutes}',
  )
  .replace(
    'parties:',
    'parties:\n  canary-party: {name: Canary person, type: person, in: core, inside: true, see: core}',
  )
  .concat(
    '  open-gift: {from: canary-party, to: open-day, amount: 2 h/month}\n',
    'accounts:\n  canary-debt: {who: core, towards: street, about: Canary debt, size: M, see: core}\n',
    'decisions:\n  canary-decision: {text: Canary decision, state: open, review-on: 2026-03-20, see: core}\n',
    'history:\n  - {id: canary-event, on: 2019, text: Canary event, changes: [core], see: core}\n',
    'worth:\n  - {id: canary-worth, about: open-day, text: Canary worth, see: core}\n',
    'scheme:\n  id: ours\n  version: 2\n  blocks: {legs: {name: Legs}}\n  revised:\n',
    '    - {on: 2020, op: merge, of: [b7, b9], into: [legs], why: As Canary person wished, decision: canary-decision}\n',
  );
const CANARY = /canary/i;

let fresh: FreshStore;
let app: ReturnType<typeof createApp>;
let routes: string[];
const read = async (path: string) => {
  const response = await app.request(`http://127.0.0.1${path}`);
  return {
    status: response.status,
    text: `${await textOf(response)}\n${JSON.stringify([...response.headers])}`,
  };
};

/** All of an answer; of a stream that goes on, what it says first. */
async function textOf(response: Response): Promise<string> {
  if (response.headers.get('content-type')?.startsWith('text/event-stream') !== true) return response.text();
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const first = await reader.read();
  await reader.cancel();
  return new TextDecoder().decode(first.value);
}

beforeAll(async () => {
  fresh = await freshStore();
  app = createApp({ store: fresh.store, today: () => 20_000, version: '0' });
  const created = await app.request('http://127.0.0.1/api/communities', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ changeId: randomUUID(), text: SECRETS }),
  });
  expect(created.status, await created.clone().text()).toBe(201);
  const described = await app.request('http://127.0.0.1/api/openapi.json');
  const { paths } = (await described.json()) as {
    paths: Record<string, { get?: { parameters?: { name: string }[] } }>;
  };
  routes = Object.entries(paths)
    .filter(([, methods]) => methods.get?.parameters?.some((one) => one.name === 'audience'))
    .map(([path]) => path.replace('{id}', 'garden'))
    .flatMap((path) =>
      path.includes('{format}') ? formats.map((format) => path.replace('{format}', format.id)) : [path],
    );
  routes.push('/embed/garden');
});

afterAll(() => fresh.close());

describe('hidden words', () => {
  test('there are routes to look at, and stewards do read the word on most of them', async () => {
    expect(routes.length).toBeGreaterThanOrEqual(7 + formats.length);
    const told = await Promise.all(routes.map(async (path) => CANARY.test((await read(path)).text)));
    expect(told.filter((one) => one).length).toBeGreaterThanOrEqual(5);
  });

  test.each([
    'members',
    'public',
    'peers',
    'treasurer',
    'person:gardeners',
    'partner:street',
    'nobody',
    'person:canary',
  ])('%s', async (audience) => {
    const told: string[] = [];
    for (const path of routes) {
      const forms = path.endsWith('/agenda') ? ['&format=md', '&format=ics'] : [];
      for (const day of ['', '&as-of=2009', '&as-of=2019', ...forms]) {
        // A run of few draws tells the same words as one of many.
        const few = path.endsWith('/simulate') ? '&runs=10' : '';
        const { status, text } = await read(`${path}?audience=${encodeURIComponent(audience)}${day}${few}`);
        expect([200, 400, 404]).toContain(status);
        if (CANARY.test(text.replaceAll(audience, '')))
          told.push(`${path}${day}: ${/.{0,60}canary.{0,30}/i.exec(text)?.[0]}`);
      }
    }
    expect(told).toEqual([]);
  });
});
