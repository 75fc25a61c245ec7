/**
 * What a phone asks of the server in a round. Never sends cookies: who is signed in here has nothing to do with it. A note
 * goes without the seat, so that no request joins the two.
 */
import { languageTag, t } from '../../shared/words';
import type { RoundState } from '../talk/round-types';

/** What the server refused. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The line is down: nothing was refused, and it is tried again. */
export class Down extends Error {}

export interface Joined {
  readonly seat: string;
  /** The long token, also where a short code was typed. */
  readonly round: string;
  readonly state: RoundState;
}

/** What one phone said of itself, beside the state that is the same for all. */
export type Me = RoundState & { readonly seat: { readonly written: boolean; readonly chosen: boolean } };

export type Choice =
  | { readonly consent: true }
  | { readonly aside: true }
  | { readonly objection: string }
  | { readonly dots: Readonly<Record<string, number>> }
  | { readonly scores: Readonly<Record<string, number>> };

interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly round?: string;
  readonly seat?: string;
  /** Goes on although the page is left. */
  readonly parting?: boolean;
}

async function call(path: string, { method = 'POST', body, round, seat, parting = false }: Call) {
  // What the server refuses is said in the reader's language. In no address: those are kept in logs.
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': languageTag() };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (round !== undefined) headers['x-round'] = round;
  if (seat !== undefined) headers['x-seat'] = seat;
  let response: Response;
  try {
    response = await fetch(`/api/rounds${path}`, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      credentials: 'omit',
      keepalive: parting,
    });
  } catch {
    throw new Down();
  }
  if (response.ok) return response;
  if (response.status >= 502 && response.status <= 504) throw new Down();
  const said = (await response.json().catch(() => ({}))) as { type?: string; detail?: string };
  throw new Refused(
    response.status,
    said.type?.split(':').at(-1) ?? 'failed',
    said.detail ?? t('error.ours', 'Something went wrong on our side. What was kept is still kept.'),
  );
}

const json = async <T>(path: string, asked: Call): Promise<T> => (await call(path, asked)).json();
const noteAt = (key: string) => `/notes/${encodeURIComponent(key)}`;

export const line = {
  join: (token: string) => json<Joined>('/join', { body: { token } }),
  me: (round: string, seat: string) => json<Me>('/me', { method: 'GET', round, seat }),
  over: (id: string) => json<RoundState>(`/over/${encodeURIComponent(id)}`, { method: 'GET' }),
  ticket: async (round: string) => (await json<{ ticket: string }>('/ticket', { body: {}, round })).ticket,
  note: (round: string, key: string, text: string, parting = false) =>
    call(noteAt(key), { method: 'PUT', body: { text }, round, parting }),
  dropNote: (round: string, key: string) => call(noteAt(key), { method: 'DELETE', round }),
  written: (round: string, seat: string) => call('/written', { body: {}, round, seat }),
  choose: (round: string, seat: string, choice: Choice) => call('/choice', { body: choice, round, seat }),
};

/** A secret that this phone makes: 32 bytes of chance, as text. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
