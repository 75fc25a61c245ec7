/** Communities side by side over HTTP: what the command line answers, and nothing that an audience may not see. */
import { describe, expect, test } from 'vitest';
import { call, GARDEN } from '#cli/testing';
import { disclose } from '#core/audience/disclose';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { dayOf } from '#core/model/dates';
import { createApp } from '#server/app';
import { LOCAL } from '#server/caller';
import { compareSchema } from '#server/schemas/compare';

const texts: Readonly<Record<string, string>> = {
  garden: GARDEN,
  choir: GARDEN.replace('id: garden', 'id: choir'),
};
const today = () => dayOf(2026, 11, 22) ?? 0;

/** A shelf of two; only what a comparison asks of a store. */
const store = {
  view: async (id: string, audience: string) => {
    const { community } = resolve(parse(texts[id] ?? ''));
    if (community === null || texts[id] === undefined) return null;
    return { body: disclose(community, { audience, day: today() }).toJSON(), version: 1, at: '' };
  },
} as never;
const app = createApp({ store, today, version: '0', caller: () => LOCAL });
const ask = (query: string) => app.request(`http://127.0.0.1/api/compare?${query}`);

describe('/api/compare', () => {
  test('answers as the command line does', async () => {
    const response = await ask('communities=garden,choir&as-of=2026');
    expect(response.status).toBe(200);
    const answer = await response.json();
    const files = { 'garden.yaml': texts['garden'] ?? '', 'choir.yaml': texts['choir'] ?? '' };
    const { out } = await call(['compare', 'garden.yaml', 'choir.yaml', '--as-of', '2026', '--json'], files);
    expect(answer).toEqual(JSON.parse(out));
    expect(compareSchema.safeParse(answer).error?.issues ?? []).toEqual([]);
  });

  test('a body may be sent instead, with a day for each', async () => {
    const body = { communities: [{ id: 'garden', asOf: '2025' }, { id: 'garden' }], pick: ['robust'] };
    const response = await app.request('http://127.0.0.1/api/compare', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
    const answer = compareSchema.parse(await response.json());
    expect(answer.communities.map((one) => one.asOf)).toEqual(['2025-07-01', '2026-03-01']);
    expect(answer.roleModels).toHaveLength(2);
    expect(answer.change).not.toBeNull();
  });

  test('through the eyes of the public', async () => {
    const text = await (await ask('communities=garden,choir&audience=public')).text();
    expect(text).not.toContain('planning');
    expect(await (await ask('communities=garden,choir')).text()).toContain('planning');
  });

  test.each([
    ['communities=garden', 400, '2 to 6 can stand side by side'],
    ['communities=garden,choir&as-of=2024,2025,2026', 400, '2 communities and 3 days'],
    ['communities=garden,nowhere', 404, 'no community nowhere'],
    ['communities=garden,choir&as-of=soon', 400, 'soon is no date'],
    ['communities=garden,choir&pick=robst', 400, 'Did you mean robust?'],
    ['communities=garden,Ch%C3%B6r', 400, 'no id of a community'],
  ])('%s: %i', async (query, status, says) => {
    const response = await ask(query);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect((await response.json()).detail).toContain(says);
  });
});
