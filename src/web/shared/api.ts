/**
 * The one way to the server. Typed calls, and errors as sentences with a mend. What crosses here was disclosed by the
 * server; this file makes the browser's View out of it, and nothing else does.
 */
import type { Finding } from '#core/analyses/finding';
import type { View, ViewJson } from '#core/audience/view';
import type { CompareReport } from '#core/compare/report';
import type { Operation } from '#core/file/operations';
import type { PlainFile } from '#core/file/plain';
import type { Problem } from '#core/file/problem';
import type { ShelfNote } from '#core/model/shelf-note';
import type { Question } from '#core/questions/define';
import type { Message } from '#core/words/message';
import type { Sight } from '../features/openness/sights';
import { arrived } from './arrived';
import { audienceName, eyesNow } from './eyes';
import { spokenNow } from './language';
import type { Me } from './me';
import { t, told } from './words';

export type { Operation };

/** A community as the shelf lists it. */
export interface Listed {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly about: string | null;
  readonly note: ShelfNote;
}

/** A change that names the version its writer saw. The id is made here, so that sending twice counts once. */
export interface Change {
  readonly changeId: string;
  readonly version: number;
  readonly message: string;
  readonly operations: readonly Operation[];
}

export interface Revision {
  readonly version: number;
  readonly kind: 'create' | 'import' | 'change' | 'text' | 'restore' | 'rename';
  readonly at: string;
  readonly author: { readonly id: string; readonly name: string | null } | null;
  readonly message: string | null;
  readonly touched: readonly string[] | null;
  readonly restored: number | null;
}

export interface Saved {
  readonly community: string;
  readonly version: number;
  readonly text: string;
  readonly warnings: readonly Problem[];
}

export interface Sentence {
  readonly text: string;
  readonly evidence: readonly string[];
  readonly message: Message;
}

/** A question as it crosses: what the contract names, and what it may name beside. */
export type Asked = Pick<
  Question,
  'id' | 'text' | 'block' | 'why' | 'evidence' | 'tender' | 'state' | 'message'
> &
  Partial<Pick<Question, 'about' | 'followUps' | 'whyMessage'>>;

export interface Explanation {
  readonly id: string;
  readonly title: string;
  readonly asks: string;
  readonly formula: string;
  readonly symbols: Readonly<Record<string, string>>;
  readonly unit: string;
  readonly readAs: string;
  readonly blindTo: string;
  readonly dataPoor?: string;
  readonly sources: readonly string[];
}

/** A thing that names another: it goes too where it cannot stand without it. */
export interface Mention {
  readonly by: string | null;
  readonly needed: boolean;
}

/** What the server refused, as a person may read it. */
export class Refusal extends Error {
  readonly status: number;
  /** The end of its `type`: `stale`, `taken`, `invalid`, `not-found` … */
  readonly code: string;
  /** Mistakes in a file, where that is the reason. */
  readonly problems: readonly Problem[];
  /** What others changed meanwhile, where that is the reason. */
  readonly since: readonly Revision[];
  /** Who names a thing that was to be removed, where that is the reason. */
  readonly named: readonly Mention[];
  /** Who would meet that was to stay apart, each as a sentence, where that is the reason. */
  readonly breaches: readonly string[];
  /** Seconds after which it may be tried again, where that is the reason. */
  readonly waitSeconds: number | null;
  /** What would be given away, each as a sentence, where that is the reason. */
  readonly gives: readonly string[];

  constructor(
    status: number,
    code: string,
    message: string,
    problems: readonly Problem[] = [],
    since: readonly Revision[] = [],
    named: readonly Mention[] = [],
    breaches: readonly string[] = [],
    waitSeconds: number | null = null,
    gives: readonly string[] = [],
  ) {
    super(message);
    this.gives = gives;
    this.waitSeconds = waitSeconds;
    this.status = status;
    this.code = code;
    this.problems = problems;
    this.since = since;
    this.named = named;
    this.breaches = breaches;
  }
}

/** The server could not be reached: nothing was refused, and trying again may help. */
export class Unreachable extends Error {
  constructor() {
    super(t('error.unreachable', 'Potluck does not answer. Is it still running?'));
  }
}

export interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string | undefined>>;
}

/** What is about the person and not about a community. */
const PERSONAL = /^\/(?:about|me|sign-|sessions|passkeys|people|invites|recover)/;

async function call(path: string, { method = 'GET', body, query = {} }: Call = {}): Promise<Response> {
  const { language } = spokenNow();
  // Who one is does not depend on through whose eyes one looks.
  const eyes = PERSONAL.test(path) ? null : eyesNow();
  if (eyes !== null) barred(eyes, method, path);
  // What the server says comes in the reader's language, and as those may have it through whose eyes one looks.
  const asked = {
    ...query,
    ...(eyes === null || query['audience'] !== undefined ? {} : { audience: eyes }),
    ...(language === 'en' ? {} : { lang: language }),
  };
  const pairs = Object.entries(asked).filter(
    (pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '',
  );
  const url = `/api${path}${pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''}`;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(url, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
  } catch {
    throw new Unreachable();
  }
  if (!response.ok) throw await refusal(response);
  return response;
}

/** Through another's eyes nothing can be changed, and what only stewards have is not there. */
function barred(eyes: string, method: string, path: string): void {
  const isReading = method === 'GET' || /^\/(?:check|data|communities\/[^/]+\/preview)$/.test(path);
  if (!isReading)
    throw new Refusal(
      403,
      'eyes',
      t(
        'eyes.no-change',
        'You look through the eyes of {audience}. Use your own again to change something.',
        {
          audience: audienceName(eyes),
        },
      ),
    );
  if (eyes !== 'stewards' && /\/revisions(?:\/|$)/.test(path))
    throw new Refusal(
      404,
      'eyes',
      t('eyes.no-history', 'Only stewards have the history. Use your own eyes again to see it.'),
    );
}

/** A refusal as it crosses, after RFC 9457. */
interface Said {
  readonly type?: string;
  readonly detail?: string;
  readonly problems?: readonly Problem[];
  readonly since?: readonly Revision[];
  readonly refusals?: readonly { readonly named?: readonly Mention[] }[];
  readonly retryAfter?: number;
  readonly breaches?: readonly { readonly says: string | Message }[];
  readonly gives?: readonly { readonly says: Message }[];
}

async function refusal(response: Response): Promise<Error> {
  if (response.status >= 502 && response.status <= 504) return new Unreachable();
  let said: Said = {};
  try {
    said = (await response.json()) as Said;
  } catch {
    // Not JSON: the status is all we know.
  }
  return new Refusal(
    response.status,
    said.type?.split(':').at(-1) ?? 'failed',
    said.detail ?? t('error.ours', 'Something went wrong on our side. What was kept is still kept.'),
    said.problems,
    said.since,
    said.refusals?.flatMap((one) => one.named ?? []),
    said.breaches?.map(({ says }) => (typeof says === 'string' ? says : told(says))),
    secondsOf(response.headers.get('retry-after') ?? said.retryAfter),
    [...new Set(said.gives?.map(({ says }) => told(says)))],
  );
}

function secondsOf(wait: string | number | undefined): number | null {
  const seconds = Number(wait ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : null;
}

/** Asks for nothing back: what was told was done. */
export const tell = async (path: string, asked: Call): Promise<void> => void (await call(path, asked));

/** Asks the server at a path below `/api`; refuses with words for a person. */
export const json = async <T>(path: string, asked?: Call): Promise<T> =>
  (await call(path, asked)).json() as Promise<T>;
/** The path of a community. */
export const of = (id: string) => `/communities/${encodeURIComponent(id)}`;

/** A community as it arrives, with the version that changes must name. */
export interface Seen {
  readonly view: View;
  readonly version: number;
}

/** Who asks: where Potluck runs for one person alone, that one, without an account. */
async function me(): Promise<Me> {
  const said = await json<Omit<Me, 'alone'>>('/me');
  return { ...said, alone: said.account === null && said.house };
}

export const api = {
  me,
  list: async () => (await json<{ communities: Listed[] }>('/communities')).communities,
  create: (text: string, changeId: string) =>
    json<Saved>('/communities', { method: 'POST', body: { changeId, text } }),
  /** `audience`: through whose eyes; left out, through one's own. */
  view: async (id: string, audience?: string): Promise<Seen> => {
    const seen = await json<{ version: number; view: ViewJson }>(`${of(id)}/view`, { query: { audience } });
    return { view: arrived(seen.view), version: seen.version };
  },
  /** Those through whose eyes it can be looked at. */
  openness: async (id: string, on: string) =>
    (await json<{ audiences: Sight[] }>(`${of(id)}/openness`, { query: { 'as-of': on } })).audiences,
  audiences: async (id: string) => (await json<{ audiences: string[] }>(`${of(id)}/audiences`)).audiences,
  /** `since`: for `change`, the earlier day. */
  findings: async (id: string, on: string, analyses: readonly string[], since?: string) =>
    (
      await json<{ findings: Finding[] }>(`${of(id)}/findings`, {
        query: { 'as-of': on, ids: analyses.join(','), since },
      })
    ).findings,
  questions: async (id: string, on: string) =>
    (await json<{ questions: Asked[] }>(`${of(id)}/questions`, { query: { 'as-of': on } })).questions,
  story: async (id: string, on: string) =>
    (await json<{ sentences: Sentence[] }>(`${of(id)}/story`, { query: { 'as-of': on } })).sentences,
  /** `communities` and `as-of` with commas between, one day for each. */
  compare: (query: { readonly communities: string; readonly 'as-of': string; readonly pick: string }) =>
    // Whom one could look at is sought on the whole shelf: the likeliest seldom stands side by side already.
    json<CompareReport>('/compare', { query: { ...query, among: 'shelf' } }),
  explain: (analysis: string) => json<Explanation>(`/explain/${encodeURIComponent(analysis)}`),
  change: (id: string, change: Change) =>
    json<Saved>(`${of(id)}/operations`, { method: 'POST', body: change }),
  text: (id: string) => json<{ version: number; text: string }>(of(id)),
  /** What the text means: what the browser works with. */
  data: (id: string) => json<{ version: number } & PlainFile>(`${of(id)}/data`),
  /** What a text means that comes from elsewhere. */
  dataOf: (text: string) => json<PlainFile>('/data', { method: 'POST', body: { text } }),
  saveText: (id: string, save: { changeId: string; version: number; text: string; message: string | null }) =>
    json<Saved>(of(id), { method: 'PUT', body: save }),
  /** Newest first. */
  revisions: async (id: string) => (await json<{ revisions: Revision[] }>(`${of(id)}/revisions`)).revisions,
  textAt: (id: string, version: number) =>
    json<{ revision: Revision; text: string }>(`${of(id)}/revisions/${version}`),
  restore: (id: string, restore: { changeId: string; version: number; to: number; message: string | null }) =>
    json<Saved>(`${of(id)}/restore`, { method: 'POST', body: restore }),
  /** Where the file can be fetched as it is. */
  fileAddress: (id: string) => `/api${of(id)}/export`,
};

/** An id that this browser makes for a change. */
export function newChangeId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  // Addresses without TLS other than this machine's own have no randomUUID.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
