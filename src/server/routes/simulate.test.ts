/** Simulation over HTTP: the numbers of the command line, bounded, and only of what an audience may know. */
import { describe, expect, test } from 'vitest';
import { call } from '#cli/testing';
import { disclose } from '#core/audience/disclose';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { dayOf } from '#core/model/dates';
import { createApp } from '#server/app';
import { LOCAL } from '#server/caller';
import { simulateSchema } from '#server/schemas/simulate';
import { caseText } from '../../../test/shelf';

const text = caseText('allotment-school');
const today = () => dayOf(2026, 3, 1) ?? 0;
const store = {
  view: async (id: string, audience: string) => {
    const { community } = resolve(parse(text));
    if (community === null || id !== 'allotment-school') return null;
    return { body: disclose(community, { audience, day: today() }).toJSON(), version: 1, at: '' };
  },
} as never;
const app = createApp({ store, today, version: '0', caller: () => LOCAL });
const path = 'http://127.0.0.1/api/communities/allotment-school/simulate';
const ask = (query: string) => app.request(`${path}?${query}`);
const post = (body: unknown) =>
  app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('/api/communities/{id}/simulate', () => {
  test('answers as the command line does', async () => {
    const response = await ask('scenario=town-leaves&runs=20&months=24&seed=7');
    expect(response.status).toBe(200);
    const words = [
      'simulate',
      'a.yaml',
      '--scenario',
      'town-leaves',
      '--runs',
      '20',
      '--months',
      '24',
      '--seed',
      '7',
      '--json',
    ];
    const { out, code } = await call(words, { 'a.yaml': text });
    expect(code).toBe(0);
    const answer = await response.json();
    expect(answer).toEqual(JSON.parse(out));
    expect(simulateSchema.safeParse(answer).error?.issues ?? []).toEqual([]);
    expect(answer.at['0'].kitty).toBe(1200);
    expect(Object.keys(answer.at)).toHaveLength(25);
    expect(answer.fans.kitty.p50).toHaveLength(25);
  });

  test('a body edits assumptions and moves levers', async () => {
    const plain = simulateSchema.parse(await (await post({ runs: 0, months: 12 })).json());
    const moved = simulateSchema.parse(
      await (await post({ runs: 0, months: 12, levers: { joins: 2 } })).json(),
    );
    expect(moved.at['12']?.['P']).toBeGreaterThan(plain.at['12']?.['P'] ?? 0);
    const edited = simulateSchema.parse(
      await (await post({ runs: 0, months: 1, values: { flow_town_grant: 200 } })).json(),
    );
    expect(edited.assumptions.find((one) => one.id === 'flow_town_grant')).toMatchObject({
      value: 200,
      source: 'edited here',
    });
  });

  test('several stand beside each other and the baseline', async () => {
    const answer = simulateSchema.parse(
      await (await ask('scenario=town-leaves,open-move&runs=5&months=12')).json(),
    );
    expect(answer.compared.map((one) => one.scenario?.id ?? null)).toEqual([
      null,
      'town-leaves',
      'open-move',
    ]);
  });

  test('each of several says what stretches, what gives way, what tips it and which guess matters', async () => {
    const answer = simulateSchema.parse(
      await (await ask('scenario=open-move,doubling-joins&runs=5&months=60')).json(),
    );
    const [base, ...others] = answer.compared;
    expect([base?.grows, base?.shrinks, base?.changes]).toEqual([[], [], []]);
    for (const one of others) {
      expect(one.grows.length + one.shrinks.length, one.scenario?.id).toBeGreaterThan(0);
      expect(one.changes.length).toBeGreaterThan(0);
      expect(one.sensitivity.length).toBeGreaterThan(10);
      expect(one.says.length).toBeGreaterThan(1);
    }
    // The first beside the others says what it says alone.
    expect(others[0]?.tipping).toEqual(answer.tipping);
    expect(others[0]?.says).toEqual(answer.says);
    expect(others[1]?.says).not.toEqual(answer.says);
  });

  test('how far a guess can go, as the command line tells it', async () => {
    const response = await ask('scenario=open-move&runs=0&tip=mj,town-grant');
    const { out, code } = await call(
      ['simulate', 'a.yaml', '--scenario', 'open-move', '--runs', '0', '--tip', 'mj,town-grant', '--json'],
      { 'a.yaml': text },
    );
    expect(code).toBe(0);
    const answer = await response.json();
    expect(answer).toEqual(JSON.parse(out));
    const { tips } = simulateSchema.parse(answer);
    expect(tips.map((one) => one.id)).toEqual(['mj', 'by_town_grant']);
    const asked = await (await post({ scenario: 'open-move', runs: 0, tip: ['mj'] })).json();
    expect(asked.tips).toEqual(answer.tips.slice(0, 1));
  });

  test('the public gets no name that it may not know', async () => {
    const told = await (await ask('runs=0&months=12&audience=public')).text();
    for (const hidden of ['Ana', 'ana-', 'kitty', 'town-grant']) expect(told).not.toContain(hidden);
    expect(await (await ask('runs=0&months=12')).text()).toContain('town-grant');
  });

  test.each([
    ['runs=1000000', 400],
    ['months=100000', 400],
    ['scenario=nothing', 400],
    ['scenario=a,b,c,d,e', 400],
    ['tip=nothing', 400],
    ['tip=town-grant&audience=public', 400],
    ['tip=a,b,c,d,e,f,g,h,i,j,k', 400],
  ])('%s is refused', async (query, status) => {
    expect((await ask(query)).status).toBe(status);
  });
});
