/**
 * Every door of the server, taken from the routes themselves, and how to knock at each. A route that nobody wrote down
 * here is told by `strangers`, so that none is forgotten when it is added.
 */
import { createHash } from 'node:crypto';
import { formats } from '#core/export/formats';
import type { createApp } from '#server/app';

export type App = ReturnType<typeof createApp>;

/** One knock: the path with its query, and a body where there is one. */
export interface Knock {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** What came back, whole: status, headers, bytes. */
export interface Answer {
  readonly status: number;
  readonly headers: string;
  readonly bytes: Buffer;
}

const CHANGE = '00000000-0000-4000-8000-000000000001';
const at =
  (method: string) =>
  (path: string, body?: unknown): Knock =>
    body === undefined ? { method, path } : { method, path, body };
const [get, post, put, del] = [at('GET'), at('POST'), at('PUT'), at('DELETE')];

/** For each route of one community (`C` stands for its address) what to ask; `W` is a word that must not be known there. */
const OF_COMMUNITY: Readonly<Record<string, (C: string, W: string) => readonly Knock[]>> = {
  'GET ': (C) => [get(C), get(`${C}?audience=stewards`), get(`${C}?audience=nobody`)],
  'GET /data': (C) => [
    get(`${C}/data`),
    get(`${C}/data?audience=stewards`),
    get(`${C}/data?audience=nobody`),
  ],
  'GET /export': (C) => [get(`${C}/export`)],
  'GET /audiences': (C) => [get(`${C}/audiences`)],
  'GET /revisions': (C) => [get(`${C}/revisions`), get(`${C}/revisions?before=3`)],
  'GET /revisions/:version': (C) => [get(`${C}/revisions/1`), get(`${C}/revisions/999`)],
  'GET /events': (C) => [get(`${C}/events`)],
  'GET /view': (C) => [get(`${C}/view`), get(`${C}/view?as-of=2019-02`), get(`${C}/view?as-of=never`)],
  'GET /findings': (C) => [
    get(`${C}/findings`),
    get(`${C}/findings?as-of=2024-12&ids=change&since=2018`),
    get(`${C}/findings?ids=contact,openness,nothing`),
  ],
  'GET /questions': (C) => [get(`${C}/questions`), get(`${C}/questions?as-of=2025`)],
  'GET /story': (C) => [get(`${C}/story`), get(`${C}/story?as-of=2019`)],
  'GET /picture.svg': (C) => [get(`${C}/picture.svg`), get(`${C}/picture.svg?as-of=2019`)],
  'GET /agenda': (C) => [
    get(`${C}/agenda`),
    get(`${C}/agenda?format=md&month=2026-03`),
    get(`${C}/agenda?format=ics&month=2026-04`),
  ],
  'GET /meeting': (C) => [get(`${C}/meeting`), get(`${C}/meeting?minutes=40&lately=Q75`)],
  'GET /openness': (C) => [get(`${C}/openness`)],
  'POST /walls/check': (C) => [
    post(`${C}/walls/check`, { act: 'round', audiences: ['members', 'partner:town'] }),
  ],
  'GET /simulate': (C, W) => [
    get(`${C}/simulate?runs=10&months=12`),
    get(`${C}/simulate?runs=10&months=6&scenario=s1`),
    get(`${C}/simulate?runs=10&scenario=${W}-0`),
  ],
  'POST /simulate': (C) => [
    post(`${C}/simulate`, { runs: 10, months: 6, levers: { joins: 1.5 }, values: {} }),
  ],
  'GET /export/:format': (C) => formats.map((one) => get(`${C}/export/${one.id}`)),
  'PUT ': (C) => [put(C, { changeId: CHANGE, version: 1, text: 'potluck: 1' })],
  'DELETE ': (C) => [del(C)],
  'POST /operations': (C, W) => [
    post(`${C}/operations`, {
      changeId: CHANGE,
      version: 1,
      operations: [{ op: 'remove', path: ['parties', `${W}-0`] }],
    }),
  ],
  'POST /preview': (C, W) => [
    post(`${C}/preview`, { operations: [{ op: 'remove', path: ['parties', `${W}-0`] }] }),
  ],
  'POST /restore': (C) => [post(`${C}/restore`, { changeId: CHANGE, version: 1, to: 1 })],
  'POST /rename': (C) => [post(`${C}/rename`, { changeId: CHANGE, version: 1, to: 'elsewhere' })],
};

/** Every other route. */
const OTHERS: Readonly<Record<string, (id: string, W: string) => readonly Knock[]>> = {
  'GET /healthz': () => [get('/healthz')],
  'GET /api/about': () => [get('/api/about')],
  'GET /api/communities': () => [get('/api/communities')],
  'POST /api/communities': () => [post('/api/communities', { changeId: CHANGE, text: 'potluck: 1' })],
  'POST /api/communities/import': () => [post('/api/communities/import', {})],
  'GET /api/rounds/events': (_, W) => [get(`/api/rounds/events?ticket=${W}`)],
  'GET /api/removed': () => [get('/api/removed')],
  'POST /api/removed/:id/bring-back': (id) => [post(`/api/removed/${id}/bring-back`, {})],
  'DELETE /api/removed/:id': (id) => [del(`/api/removed/${id}`)],
  'GET /api/compare': (id) => [
    get(`/api/compare?communities=${id}&as-of=2019,2026`),
    get(`/api/compare?communities=${id},other&pick=robust&among=shelf`),
    get(`/api/compare?communities=${id},nowhere`),
  ],
  'POST /api/compare': (id) => [post('/api/compare', { communities: [{ id }, { id, asOf: '2024' }] })],
  'GET /api/exports': () => [get('/api/exports')],
  'GET /paper.css': () => [get('/paper.css')],
  'GET /embed/:community': (id) => [get(`/embed/${id}`), get(`/embed/${id}?as-of=2019`)],
  'GET /docs/docs.css': () => [get('/docs/docs.css')],
  'GET /docs': (_, W) => [get('/docs'), get(`/docs?q=${W}`)],
  'GET /docs/*': (_, W) => [get(`/docs/${W}`)],
  'GET /api/explain': () => [get('/api/explain')],
  'GET /api/explain/:id': (_, W) => [get(`/api/explain/${W}`)],
  'POST /api/check': () => [post('/api/check', { text: 'potluck: 1' })],
  'POST /api/data': () => [post('/api/data', { text: 'potluck: 1' })],
  'GET /api/openapi.json': () => [get('/api/openapi.json')],
};

/** Pages of the application, which no route names. */
const PAGES = ['', '/picture', '/openness', '/questions', '/words', '/nowhere'];

/** `METHOD /path`, each once, as the application has them. */
export function routesOf(app: App): string[] {
  const all = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  return [...new Set(all)];
}

const ONE = /^([A-Z]+) \/api\/communities\/:(?:id|community)(\/.*)?$/;
const withinCommunity = (route: string): string | null => {
  const found = ONE.exec(route);
  return found === null ? null : `${found[1]} ${found[2] ?? ''}`;
};

/** Rooms of a community in which something is written: whoever may not, is turned away whatever they send. */
const WRITTEN_IN =
  /^(?:POST|PUT|PATCH|DELETE) \/(?:agenda|rounds|releases|people|invites|listed|consent|erase|voices|pulses|hard|decisions|trials|feeds|minutes|log|tie)\b/;

/** What is sent elsewhere says nothing of a community: accounts, sessions, and what is said in a round one has a seat in. */
const ELSEWHERE =
  /^(?:POST|PUT|PATCH|DELETE) \/api\/(?:people|sign-in|sign-out|passkeys|sessions|me|invites|recover|rounds|removed|pulses)\b/;

/** How to knock where nobody said how: with a word for what is not known there. */
function plainKnock(route: string, id: string, W: string): Knock {
  const [method = 'GET', pattern = '/'] = route.split(' ');
  const path = pattern
    .replace(/^\/api\/communities\/:(?:id|community)/, `/api/communities/${id}`)
    .replace(':round', CHANGE)
    .replaceAll(/:\w+(?:\{[^}]*\})?|\*/g, W);
  return method === 'GET' ? get(path) : { method, path, body: {} };
}

function knocksOf(route: string, id: string, W: string): readonly Knock[] {
  const within = withinCommunity(route);
  const said = within === null ? OTHERS[route]?.(id, W) : OF_COMMUNITY[within]?.(`/api/communities/${id}`, W);
  if (said !== undefined) return said;
  return ELSEWHERE.test(route) ? [] : [plainKnock(route, id, W)];
}

/** Routes at which this test does not know how to knock: what answers that it was asked wrongly tells nothing. */
export async function strangers(app: App, id: string): Promise<string[]> {
  const found: string[] = [];
  for (const route of routesOf(app)) {
    const within = withinCommunity(route);
    const isSaid = within === null ? route in OTHERS : within in OF_COMMUNITY;
    if (isSaid || ELSEWHERE.test(route) || WRITTEN_IN.test(within ?? '')) continue;
    const { method } = plainKnock(route, id, 'qabsentee');
    const answer = method === 'GET' ? await knock(app, plainKnock(route, id, 'qabsentee')) : null;
    if (answer === null || answer.status === 400 || answer.status >= 500) found.push(route);
  }
  return found;
}

/** Whether a knock takes the server long: images and many runs. */
const isSlow = ({ path }: Knock) => /export\/(?:png|xmile)|simulate/.test(path);

/** Everything there is to ask about a community; `quick` leaves out what takes long. */
export function knocksAt(app: App, id: string, stranger: string, quick: boolean): Knock[] {
  const known = routesOf(app).flatMap((route) => knocksOf(route, id, stranger));
  const pages = PAGES.map((page) => get(`/c/${id}${page}`));
  const all = [...known, ...pages, get(`/c/${stranger}`), get('/')];
  return quick ? all.filter((one) => !isSlow(one)) : all;
}

/** Knocks, and takes down the whole answer; of a stream that goes on, what it says first. */
export async function knock(app: App, { method, path, body }: Knock): Promise<Answer> {
  const response = await app.request(`http://127.0.0.1${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).sort();
  return { status: response.status, headers: headers.join('\n'), bytes: await bytesOf(response) };
}

/** All bytes of an answer; of a stream that goes on, what it says first. */
export async function bytesOf(response: Response): Promise<Buffer> {
  if (response.headers.get('content-type')?.startsWith('text/event-stream') !== true)
    return Buffer.from(await response.arrayBuffer());
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const first = await reader.read();
  await reader.cancel();
  return Buffer.from(first.value ?? new Uint8Array());
}

/** An answer in one line, to be held beside another. */
export function mark({ status, headers, bytes }: Answer): string {
  const hash = createHash('sha256').update(headers).update('\0').update(bytes).digest('base64url');
  return `${status} ${bytes.length} ${hash}`;
}
