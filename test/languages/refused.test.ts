/**
 * What the server refuses is told in the language of who asks, and in English as before where none is asked for. The words
 * expected are read from `locale/` here, not through what is tested.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dayOf } from '#core/model/dates';
import { createApp } from '#server/app';
import { LOCAL } from '#server/caller';
import { nodesOf, sourcesUnder } from '#test/languages/words-of';

const LANGUAGES = ['es', 'fr', 'nl', 'pt', 'sw'];
const read = (language: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../locale', language, 'refusals.json'), 'utf8'));

const app = createApp({
  store: {
    log: { append: async () => undefined },
    view: async () => null,
    text: async () => null,
    talk: { seat: async () => null },
  } as never,
  today: () => dayOf(2026, 3, 1) ?? 0,
  version: '0',
  caller: () => LOCAL,
});

interface Asked {
  readonly path: string;
  /** Ids below `refused`. */
  readonly detail: string;
  readonly title: string;
  readonly english: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One of each: of a room, with a date, with numbers, of the door before all rooms, and where no room is. */
const CASES: readonly Asked[] = [
  {
    path: '/api/communities/nowhere/story?audience=members',
    detail: 'no-community-for',
    title: 'not-found',
    english: 'There is no community nowhere for the audience members.',
    params: { community: 'nowhere', audience: 'members' },
  },
  {
    path: '/api/communities/nowhere/data',
    detail: 'no-community-for',
    title: 'not-found',
    english: 'There is no community nowhere for the audience stewards.',
    params: { community: 'nowhere', audience: 'stewards' },
  },
  {
    path: '/api/compare?communities=alone',
    detail: 'side-by-side',
    title: 'bad-request',
    english: '2 to 6 can stand side by side: communities, or one community on several days.',
    params: { fewest: '2', most: '6' },
  },
  {
    path: '/api/compare?communities=a,b,c&as-of=2026,2025',
    detail: 'days-of-others',
    title: 'bad-request',
    english: '3 communities and 2 days: give one day for all, or one for each.',
    params: { communities: '3', days: '2' },
  },
  {
    path: '/api/about',
    headers: { host: 'elsewhere.example' },
    detail: 'other-name',
    title: 'bad-host',
    english: 'Potluck answers only under the names it was started with, such as 127.0.0.1.',
  },
  {
    path: '/api/nothing-here',
    detail: 'nothing-at',
    title: 'not-found',
    english: 'There is nothing at /api/nothing-here.',
    params: { path: '/api/nothing-here' },
  },
];

async function refused(path: string, headers: Readonly<Record<string, string>> = {}) {
  const answer = await app.request(`http://127.0.0.1${path}`, { headers });
  const { title, detail } = (await answer.json()) as { title: string; detail: string };
  return { title, detail };
}

/** A sentence with its parameters put in. */
const filled = (icu: string, params: Readonly<Record<string, string>> = {}) =>
  icu.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? `{${name}}`);

describe.each(CASES)('$path', ({ path, headers = {}, detail, title, english, params = {} }) => {
  test.each(LANGUAGES)('in %s', async (language) => {
    const says = read(language);
    const asked = `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
    const told = await refused(asked, headers);
    expect(told).toEqual({
      title: says[`refused.title.${title}`].is,
      detail: filled(says[`refused.${detail}`].is, params),
    });
    expect(told.detail).not.toBe(english);
  });

  test('in English, unless the address asks for another language', async () => {
    for (const theirs of [headers, { ...headers, 'accept-language': 'es' }])
      expect((await refused(path, theirs)).detail).toBe(english);
  });
});

test.each(LANGUAGES)('a phone in a round is refused in the language of its browser: %s', async (language) => {
  const says = read(language);
  expect(
    await refused('/api/rounds/me', { 'x-seat': 'none', 'accept-language': `${language}-ZZ,en;q=0.5` }),
  ).toEqual({
    title: says['refused.title.not-found'].is,
    detail: says['refused.round-over'].is,
  });
  expect((await refused('/api/rounds/me', { 'x-seat': 'none' })).detail).toBe(
    'There is no such round, or it is over. Ask for the link once more.',
  );
});

test.each(LANGUAGES)('what is wrong with single fields of a request, in %s', async (language) => {
  const says = (id: string) => read(language)[`refused.field.${id}`].is as string;
  const asked = async (path: string, body?: unknown) => {
    const answer = await app.request(`http://127.0.0.1${path}?lang=${language}`, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    expect(answer.status).toBe(400);
    return ((await answer.json()) as { errors: readonly { at: string; says: string }[] }).errors;
  };
  expect(await asked('/api/communities/NOT/story')).toEqual([{ at: 'id', says: says('other') }]);
  expect(await asked('/api/sign-in', { login: '', more: 1 })).toEqual([
    { at: 'login', says: filled(says('least'), { least: '1' }) },
    { at: 'password', says: says('missing') },
    { at: '', says: filled(says('strange'), { keys: 'more' }) },
  ]);
  const start = { token: 'x', name: 'Ana', login: 'ana maria', password: 'five small sparrows' };
  expect(await asked('/api/people/start', start)).toEqual([{ at: 'login', says: says('no-spaces') }]);
  expect(await asked('/api/communities/zzaz/revisions/x')).toEqual([{ at: 'version', says: says('whole') }]);
});

test('what somebody sent along stands in the sentence as it was sent', async () => {
  for (const sent of ['{path}', '\\u0041"', "it's '{'", '#']) {
    const path = `/api/communities/nowhere/story?audience=${encodeURIComponent(sent)}`;
    expect((await refused(path)).detail).toBe(`There is no community nowhere for the audience ${sent}.`);
  }
});

test('no refusal is put into words where it is thrown', () => {
  let found = 0;
  for (const path of sourcesUnder('src/server'))
    for (const node of nodesOf(path)) {
      const { type, callee } = node as { type: string; callee?: { name?: string } };
      if (type !== 'NewExpression' || callee?.name !== 'Refusal') continue;
      const [, , says] = node['arguments'] as [unknown, unknown, { readonly type: string }];
      expect(['Literal', 'TemplateLiteral', 'BinaryExpression'], path).not.toContain(says.type);
      found += 1;
    }
  expect(found).toBeGreaterThan(100);
});
