/** Releases: frozen, withdrawn, readdressed; set beside those before them; made by stewards alone and read by whoever has the address. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '#server/app';
import { type Caller, LOCAL } from '#server/caller';
import { type FreshStore, freshStore } from '#store/testing';

const people = (hours: readonly number[]) => hours.map((_, at) => `p${at + 1}`);
const plot = (hours: readonly number[], more = '') => `potluck: 1
id: plot
name: The plot <b>
as-of: 2026-03-01
see: core
parties:
  town: {name: Town council, type: organisation, see: public}
  shop: {name: The shop, type: organisation, see: public}
  ring: {name: The ring, type: circle, inside: true, see: public}
${people(hours)
  .map((id) => `  ${id}: {name: Canary ${id}, type: person, inside: true, in: ring}`)
  .join('\n')}
activities:
  fair: {name: "=The fair", price: free, for: {ring: 1}, see: public}
flows:
  grant: {from: town, to: fair, amount: 1200 EUR/year, form: grant, until: 2026-12-31, see: public}
${people(hours)
  .map((id, at) => `  work-${id}: {from: ${id}, to: fair, amount: ${hours[at]} h/month}`)
  .join('\n')}
baskets:
  school: {name: School garden, sponsor: town, includes: [fair], income: [grant], ends: 2026-12-31}
openness:
  members: {hours: aggregate}
  public: {hours: aggregate}
${more}`;
const SIX = [40, 50, 60, 45, 55, 50];

let fresh: FreshStore;
let app: ReturnType<typeof createApp>;
let caller: Caller = LOCAL;

const MEMBER: Caller = {
  account: 'm',
  author: { id: 'm', name: 'Mia' },
  sights: [{ community: 'plot', audience: 'members' }],
  audienceFor: (_, wanted) => (wanted === undefined || wanted === 'members' ? 'members' : null),
  mayWrite: () => false,
  roleIn: () => 'member',
};

const at = (path: string) => `http://127.0.0.1${path}`;
const ask = (path: string, method = 'GET', body?: unknown) =>
  app.request(at(path), {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
const RELEASES = '/api/communities/plot/releases';
const make = (body: unknown) => ask(RELEASES, 'POST', body);

async function write(text: string): Promise<void> {
  const now = await fresh.store.text('plot', 'stewards');
  const outcome = await fresh.store.saveText('plot', {
    changeId: randomUUID(),
    author: null,
    version: now?.version ?? 0,
    text,
  });
  expect(outcome.ok, JSON.stringify(outcome)).toBe(true);
}

beforeAll(async () => {
  fresh = await freshStore();
  app = createApp({ store: fresh.store, today: () => 20_600, version: '0', caller: () => caller });
}, 60_000);
afterAll(() => fresh.close());

beforeEach(async () => {
  caller = LOCAL;
  await fresh.store.purge('plot');
  const outcome = await fresh.store.create({ changeId: randomUUID(), author: null, text: plot(SIX) });
  expect(outcome.ok, JSON.stringify(outcome)).toBe(true);
});

async function released(body: unknown): Promise<{ id: string; link: string }> {
  const answer = await make(body);
  expect(answer.status, await answer.clone().text()).toBe(201);
  return (await answer.json()) as { id: string; link: string };
}

describe('a release', () => {
  test('is frozen: it stays while the community moves on', async () => {
    const { link } = await released({ audience: 'members', what: 'page', reason: 'for the meeting' });
    expect(link).toMatch(/^\/r\/[A-Za-z0-9_-]{43}$/);
    const first = await (await ask(link)).text();
    expect(first).toContain('300 h/month');
    expect(first).toContain('The plot &lt;b&gt;');
    expect(first).not.toMatch(/canary|work-p|<script/i);
    await write(plot([1, 2, 3, 4, 5, 6]));
    expect(await (await ask(link)).text()).toBe(first);
    expect(await fresh.store.log.read('plot')).toMatchObject([
      {
        act: 'released',
        reason: 'for the meeting',
        about: { what: 'page', audience: 'members', version: 1 },
      },
    ]);
  });

  test('says in which language it was written, whatever the one who reads it speaks', async () => {
    const english = await released({ audience: 'members', what: 'page' });
    const answer = await ask('/api/communities/plot/releases?lang=es', 'POST', {
      audience: 'members',
      what: 'page',
    });
    const { link } = (await answer.json()) as { link: string };
    for (const form of ['', '/embed', '?lang=fr'])
      expect(await (await ask(`${link}${form}`)).text()).toMatch(/^<!doctype html>\n<html lang="es"/);
    expect(await (await ask(`${english.link}?lang=es`)).text()).toContain('<html lang="en"');
    const gone = await (await ask(`/r/${'x'.repeat(43)}?lang=es`)).text();
    expect(gone).toContain('<html lang="es"');
    expect((await ask('/api/communities/plot/erase?lang=fr', 'POST', { party: 'p1' })).status).toBe(200);
    const anew = await (await ask(link)).text();
    expect(anew).toContain('<html lang="es"');
    expect(anew).not.toContain('Released on');
  });

  test('has a page, a page to embed, a drawing and a table, each under a policy of its own', async () => {
    const { link } = await released({ audience: 'members', what: 'page' });
    const page = await ask(link);
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'.*frame-ancestors 'none'$/,
    );
    expect(page.headers.get('content-security-policy')).not.toContain('script-src');
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
    expect(page.headers.get('cache-control')).toBe('no-store');
    const embed = await ask(`${link}/embed`);
    expect(embed.headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(embed.headers.get('x-frame-options')).toBeNull();
    const svg = await ask(`${link}/picture.svg`);
    expect(svg.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(await svg.text()).toMatch(/^<svg /);
    const csv = await (await ask(`${link}/table.csv`)).text();
    expect(csv).toContain("'=The fair");
    expect(csv).not.toMatch(/canary/i);
  });

  test('a picture has no table, and a table no picture', async () => {
    const picture = await released({ audience: 'public', what: 'picture' });
    const table = await released({ audience: 'public', what: 'table' });
    expect((await ask(`${picture.link}/table.csv`)).status).toBe(404);
    expect((await ask(`${table.link}/picture.svg`)).status).toBe(404);
    expect(await (await ask(table.link)).text()).not.toContain('<figure');
  });

  test('can be given another address, and taken back', async () => {
    const { id, link } = await released({ audience: 'members', what: 'page' });
    const { link: next } = (await (await ask(`${RELEASES}/${id}/address`, 'POST')).json()) as {
      link: string;
    };
    expect((await ask(link)).status).toBe(404);
    expect((await ask(next)).status).toBe(200);
    expect((await ask(`${RELEASES}/${id}`, 'DELETE', { reason: 'a mistake' })).status).toBe(200);
    const gone = await ask(next);
    expect(gone.status).toBe(410);
    expect(await gone.text()).toContain('This page was taken back');
    expect((await ask(`${next}/embed`)).headers.get('content-security-policy')).toContain(
      'frame-ancestors *',
    );
    expect((await ask(`${RELEASES}/${id}`, 'DELETE')).status).toBe(404);
    const { releases } = (await (await ask(RELEASES)).json()) as { releases: { withdrawnAt: string }[] };
    expect(releases).toMatchObject([{ id, withdrawnAt: expect.any(String) }]);
    expect(await fresh.store.log.read('plot')).toMatchObject([
      { act: 'release-withdrawn', about: { release: id }, reason: 'a mistake' },
      { act: 'released' },
    ]);
  });

  test('closes with its community', async () => {
    const { link } = await released({ audience: 'members', what: 'page' });
    await fresh.store.remove('plot');
    expect((await ask(link)).status).toBe(410);
    await fresh.store.bringBack('plot');
    expect((await ask(link)).status).toBe(200);
  });

  test('goes with everything to another store, and its address goes on working', async () => {
    const { link } = await released({ audience: 'members', what: 'page' });
    const page = await (await ask(link)).text();
    const lines: string[] = [];
    for await (const line of fresh.store.exportAll()) lines.push(line);
    expect(lines.join('\n')).not.toContain(link.slice(3));
    const other = await freshStore();
    try {
      await other.store.importAll(lines);
      const there = createApp({ store: other.store, today: () => 20_600, version: '0' });
      expect(await (await there.request(at(link))).text()).toBe(page);
    } finally {
      await other.close();
    }
  });

  test('an address that nobody gave says so, whatever it looks like', async () => {
    for (const token of ['x', 'A'.repeat(43), '..%2f..', `${'A'.repeat(43)}'--`])
      expect((await ask(`/r/${token}`)).status, token).toBe(404);
  });

  test('no audience of stewards, no audience that there is not, no basket that may not be known', async () => {
    expect((await make({ audience: 'stewards', what: 'page' })).status).toBe(422);
    expect((await make({ audience: 'nobody', what: 'page' })).status).toBe(400);
    expect((await make({ audience: 'public', what: 'sponsor', of: 'school' })).status).toBe(404);
    expect((await make({ audience: 'partner:town', what: 'sponsor', of: 'nothing' })).status).toBe(404);
  });
});

describe('a sponsor’s page', () => {
  test('tells its full cost in every kind, the rest as a total, and nobody’s gift', async () => {
    const { link } = await released({ audience: 'partner:town', what: 'sponsor', of: 'school' });
    const text = await (await ask(link)).text();
    expect(text).toContain('<h1>School garden</h1>');
    expect(text).toContain('1200 EUR/year');
    expect(text).toContain('300 h a month');
    expect(text).toContain('Everyone else together');
    expect(text).not.toMatch(/canary|work-p/i);
    const csv = await (await ask(`${link}/table.csv`)).text();
    expect(csv).toContain('cost,Hours,Everyone else together,300,h,,');
  });
});

describe('a “what if”', () => {
  const run = { scenarios: ['open-move'], runs: 40, seed: 3, levers: { joins: 2 } };

  test('is run on what its readers may know, with the numbers that they would get, and frozen', async () => {
    const { link } = await released({ audience: 'members', what: 'what-if', run });
    const page = await (await ask(link)).text();
    expect(page).toContain('<h1>A move to an open place</h1>');
    expect(page).toContain('What the described assumptions imply; not a forecast.');
    expect(page).toContain('Drawn 40 times, over 60 months, with the seed 3.');
    expect(page).toContain('People who join: 2 times what it is');
    for (const part of ['What changes', 'What is assumed', 'rule of thumb']) expect(page).toContain(part);
    expect(page).not.toMatch(/canary|work-p|<script|style=|NaN|undefined/i);
    const body = { scenario: 'open-move', runs: 40, seed: 3, levers: { joins: 2 } };
    const answer = await ask('/api/communities/plot/simulate?audience=members', 'POST', body);
    const simulated = (await answer.json()) as {
      names: Record<string, string>;
      at: Record<string, Record<string, number>>;
      fans: Record<string, { p50: number[] }>;
    };
    const rows = (await (await ask(`${link}/table.csv`)).text())
      .split('\r\n')
      .map((row) => row.split(','))
      .filter(([scenario, , , month]) => scenario === 'A move to an open place' && month === '60');
    const keys = Object.keys(simulated.names);
    expect(keys.length).toBeGreaterThan(3);
    expect(rows.map((row) => [Number(row[4]), Number(row[7])])).toEqual(
      keys.map((key) => [simulated.at['60']?.[key], simulated.fans[key]?.p50[60]]),
    );
    await write(plot([1, 2, 3, 4, 5, 6]));
    expect(await (await ask(link)).text()).toBe(page);
    expect(await fresh.store.log.read('plot')).toMatchObject([
      { act: 'released', about: { what: 'what-if' } },
    ]);
  });

  test('can be put into another page, has its charts as a drawing, and can be taken back', async () => {
    const { id, link } = await released({ audience: 'public', what: 'what-if', run: { ...run, levers: {} } });
    const embed = await ask(`${link}/embed`);
    expect(embed.headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(await (await ask(`${link}/picture.svg`)).text()).toMatch(/^<svg .*not a forecast/);
    await ask(`${RELEASES}/${id}`, 'DELETE');
    expect((await ask(link)).status).toBe(410);
  });

  test('of a scenario that its readers may not know is refused', async () => {
    await write(plot(SIX, 'scenarios:\n  secret: {name: Canary, changes: [{at: 0 months, end: grant}]}\n'));
    const body = { what: 'what-if', run: { scenarios: ['secret'], runs: 0 } };
    expect((await make({ ...body, audience: 'public' })).status).toBe(404);
    expect((await make({ ...body, audience: 'core' })).status).toBe(201);
  });
});

describe('beside what was released before', () => {
  test('a second page that would tell one gift is refused, and may go out without those figures', async () => {
    await released({ audience: 'members', what: 'page' });
    await write(plot([...SIX, 70]));
    const refused = await make({ audience: 'members', what: 'page' });
    expect(refused.status).toBe(409);
    const problem = (await refused.json()) as {
      type: string;
      gives: { id: string; says: { text: string } }[];
    };
    expect(problem.type).toBe('urn:potluck:gives-away');
    expect(problem.gives.map((one) => one.says.text)).toContain(
      'The ring to =The fair: It would give another figure away.',
    );
    const { link } = await released({ audience: 'members', what: 'page', withhold: true });
    const text = await (await ask(link)).text();
    expect(text).not.toMatch(/370 h/);
    expect(text).toContain('not shown here');
  });

  test('withdrawing makes nobody forget', async () => {
    const { id } = await released({ audience: 'members', what: 'page' });
    await ask(`${RELEASES}/${id}`, 'DELETE');
    await write(plot([...SIX, 70]));
    expect((await make({ audience: 'public', what: 'table' })).status).toBe(409);
  });

  test('a sponsor’s page of another month is set beside the first', async () => {
    await released({ audience: 'partner:town', what: 'sponsor', of: 'school' });
    await write(plot([...SIX, 70]));
    const body = { audience: 'partner:town', what: 'sponsor', of: 'school' };
    expect((await make(body)).status).toBe(409);
    const { link } = await released({ ...body, withhold: true });
    expect(await (await ask(link)).text()).not.toMatch(/370 h/);
  });
});

describe('walls', () => {
  test('a page that would bring together those apart goes out only with a reason, which is logged', async () => {
    await write(plot(SIX, 'walls:\n  - {id: w1, between: [town, shop]}\n'));
    const body = { audience: 'partner:shop', what: 'page' };
    const refused = await make(body);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      type: 'urn:potluck:wall',
      breaches: [{ between: ['shop', 'town'] }],
    });
    await released({ ...body, despite: 'Both know of each other.' });
    expect((await fresh.store.log.read('plot'))[0]).toMatchObject({
      act: 'wall-overridden',
      reason: 'Both know of each other.',
      about: { by: 'release', breaches: 1 },
    });
  });
});

describe('a member', () => {
  test('neither makes nor lists nor withdraws; to them it looks absent', async () => {
    const { id, link } = await released({ audience: 'members', what: 'page' });
    caller = MEMBER;
    expect((await make({ audience: 'public', what: 'page' })).status).toBe(404);
    expect((await ask(RELEASES)).status).toBe(404);
    expect((await ask(`${RELEASES}/${id}`, 'DELETE')).status).toBe(404);
    expect((await ask(`${RELEASES}/${id}/address`, 'POST')).status).toBe(404);
    expect((await ask(link)).status).toBe(200);
  });
});
