/**
 * The same as non-interference, with people who have signed in: what a member, and a partner, may not know changes no byte
 * that their browser gets at any door that is read, nor on a page that was released to them, nor in their calendar.
 */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser, type House, letIn, openHouse, startAs, Terminal } from '#server/people/testing';
import { withClient } from '#store/launcher/provision';
import { type Answer, bytesOf, knocksAt, mark } from '#test/security/doors';
import { someWorlds } from '#test/security/some-secrets';

const terminal = new Terminal();
let house: House;
let steward: Browser;

beforeAll(async () => {
  house = await openHouse(terminal, { docs: 'docs' });
  steward = new Browser(house.app);
  await startAs(steward, terminal);
}, 60_000);
afterAll(() => house.close());

/** Writes a text over what is kept; the next release stands beside none. */
async function keep(text: string): Promise<void> {
  const { store, logins } = house;
  const seen = await store.text('plot', 'stewards');
  const request = { changeId: randomUUID(), author: null, text };
  const outcome =
    seen === null
      ? await store.create(request)
      : await store.saveText('plot', { ...request, version: seen.version });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome).slice(0, 600));
  await withClient(logins.owner, (client) => client.query('delete from potluck.release'));
}

async function answerOf(browser: Browser, path: string): Promise<Answer> {
  const response = await browser.get(path);
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).sort();
  return { status: response.status, headers: headers.join('\n'), bytes: await bytesOf(response) };
}

/** All that the browser can read: every door, a page released just now, the calendar. */
async function read(browser: Browser, audience: string, calendar: string): Promise<Map<string, Answer>> {
  const told = new Map<string, Answer>();
  for (const { method, path } of knocksAt(house.app, 'plot', 'qstranger', true))
    if (method === 'GET') told.set(path, await answerOf(browser, path));
  const made = await steward.post('/api/communities/plot/releases', {
    ...{ audience, what: 'page', withhold: true, despite: 'To try it' },
  });
  expect(made.status, await made.clone().text()).toBe(201);
  const { link } = (await made.json()) as { link: string };
  for (const form of ['', '/embed', '/picture.svg', '/table.csv'])
    told.set(`/r/…${form}`, await answerOf(browser, `${link}${form}`));
  told.set('/feed/…', await answerOf(browser, calendar));
  return told;
}

test.each([
  ['members', { role: 'member' }],
  ['partner:town', { role: 'partner', party: 'town' }],
] as const)(
  '%s',
  async (audience, offer) => {
    const [world] = fc.sample(
      someWorlds.filter((one) => one.audience === audience),
      { numRuns: 1, seed: 5 },
    );
    if (world === undefined) throw new Error('no world');
    await keep(world.texts[0]);
    const who = { name: 'Bo', login: `bo-${offer.role}`, password: 'plums and cherries' };
    const invited = { ...offer, despite: 'To try it' };
    const browser = await letIn(steward, house.app, invited, who, 'plot');
    const fed = await browser.post('/api/communities/plot/feeds', {});
    expect(fed.status, await fed.clone().text()).toBe(201);
    const { address } = (await fed.json()) as { address: string };

    // Once before anything is compared: a calendar numbers what it was told for the first time.
    await read(browser, audience, address);
    const before = await read(browser, audience, address);
    await keep(world.texts[1]);
    const after = await read(browser, audience, address);
    const differ = [...before].filter(([path, answer]) => mark(answer) !== mark(after.get(path) ?? answer));
    const told = differ.map(([path, one]) => {
      const [a, b] = [one, after.get(path)].map((it) => `${it?.headers}\n${it?.bytes.toString('utf8')}`);
      let at = 0;
      while (a?.[at] === b?.[at] && at < (a?.length ?? 0)) at += 1;
      return `${path}\n  ${a?.slice(Math.max(0, at - 120), at + 120)}\n  ${b?.slice(Math.max(0, at - 120), at + 120)}`;
    });
    expect(told).toEqual([]);
    expect(after.size).toBe(before.size);
    for (const [path, { headers, bytes }] of [...before, ...after]) {
      const all = `${headers}\n${bytes.toString('latin1')}`.toLowerCase();
      for (const word of world.words)
        expect(all.includes(word) ? `${path}: ${all.slice(all.indexOf(word) - 80)}` : '').toBe('');
    }
    // It is not kept from telling by telling nothing, and by nobody being let in.
    const given = [...before].filter(([, one]) => one.status === 200 && one.bytes.length > 200);
    expect(given.length).toBeGreaterThan(20);
    const paths = given.map(([path]) => path);
    expect(paths).toEqual(expect.arrayContaining(['/api/communities/plot/view', '/r/…', '/feed/…']));
  },
  240_000,
);
