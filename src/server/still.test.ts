/** An open stream ends with the session that it was opened in, and with what its owner was to the community. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BO, Browser, type House, letIn, openHouse, startAs, Terminal } from '#server/people/testing';

const terminal = new Terminal();
let house: House;
let steward: Browser;

beforeAll(async () => {
  house = await openHouse(terminal);
  steward = new Browser(house.app);
  await startAs(steward, terminal);
}, 60_000);
afterAll(() => house.close());

/** A stream as it is read; `next` gives null when it has ended. */
async function listen(browser: Browser, path: string) {
  const response = await browser.get(path);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const next = async () => {
    const { value, done } = await reader.read();
    return done ? null : new TextDecoder().decode(value);
  };
  return { next, stop: () => reader.cancel() };
}

const change = async (about: string) => {
  const { version } = (await steward.json('/api/communities/garden/view')) as { version: number };
  const answer = await steward.post('/api/communities/garden/operations', {
    ...{ changeId: crypto.randomUUID(), version },
    operations: [{ op: 'set', path: ['about'], value: about }],
  });
  expect(answer.status, await answer.text()).toBe(200);
};

describe('a stream', () => {
  test('goes on for whoever stays, and ends untold for whoever is removed', async () => {
    const bo = await letIn(steward, house.app, { role: 'member' }, BO);
    const { account } = (await bo.json('/api/me')) as { account: { id: string } };
    const heard = await listen(bo, '/api/communities/garden/events');
    const stays = await listen(steward, '/api/communities/garden/events');
    expect(await heard.next()).toMatch(/^event: version/);
    expect(await stays.next()).toMatch(/^event: version/);
    await change('A garden.');
    expect(await heard.next()).toMatch(/^event: version/);
    expect(await stays.next()).toMatch(/^event: version/);
    const gone = await steward.send('DELETE', `/api/communities/garden/people/${account.id}`);
    expect(gone.status).toBeLessThan(300);
    await change('Another garden.');
    expect(await heard.next()).toBeNull();
    expect(await stays.next()).toMatch(/^event: version/);
    await stays.stop();
  });

  test('ends by itself soon after its session was ended, where nothing happens; a facilitator’s too', async () => {
    const cy = await letIn(
      steward,
      house.app,
      { role: 'core' },
      { name: 'Cy', login: 'cy', password: 'quinces and figs' },
    );
    const opened = await cy.post('/api/communities/garden/rounds', { text: 'What next?', way: 'consent' });
    const { id } = (await opened.json()) as { id: string };
    const heard = await listen(cy, '/api/communities/garden/events');
    const led = await listen(cy, `/api/communities/garden/rounds/${id}/events`);
    expect(await heard.next()).toMatch(/^event: version/);
    expect(await led.next()).toMatch(/^event: state/);
    expect((await cy.post('/api/sign-out')).status).toBe(204);
    expect(await heard.next()).toBeNull();
    expect(await led.next()).toBeNull();
  }, 60_000);
});
