/** Browsers for tests: each keeps its cookies and asks one application without a port. For tests only. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { GARDEN } from '#cli/testing';
import { dayOf } from '#core/model/dates';
import { type AppOptions, createApp } from '#server/app';
import { type FreshStore, freshStore } from '#store/testing';

/** The garden with a person in it and a town beside it. */
export const WITH_ROSA = GARDEN.replace(
  'activities:',
  '  rosa: {name: Rosa, type: person, in: gardeners, inside: true}\n  town: {name: The town, type: organisation}\nactivities:',
);

export interface House extends FreshStore {
  readonly app: App;
}

/** An application with two communities, `garden` and `orchard`, and nobody in it. Its end fails where it had a mistake to report. */
export async function openHouse(terminal: Terminal, options: Partial<AppOptions> = {}): Promise<House> {
  const fresh = await freshStore();
  const reported: unknown[] = [];
  const app = createApp({
    store: fresh.store,
    today: () => dayOf(2026, 11, 22) ?? 0,
    version: '0.0.0',
    announce: terminal.announce,
    report: (error) => reported.push(error),
    ...options,
  });
  for (const id of ['garden', 'orchard'])
    await fresh.store.create({
      changeId: randomUUID(),
      author: null,
      text: WITH_ROSA.replace('id: garden', `id: ${id}`),
    });
  return {
    ...fresh,
    app,
    close: async () => {
      await fresh.close();
      expect(reported).toEqual([]);
    },
  };
}

export const HOME = 'http://127.0.0.1:4321';

type App = ReturnType<typeof createApp>;

/** A browser at `home`. What it sends says where it comes from, as browsers do. */
export class Browser {
  readonly #app: App;
  readonly #home: string;
  readonly cookies = new Map<string, string>();

  constructor(app: App, home = HOME) {
    this.#app = app;
    this.#home = home;
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string | null> = {},
  ): Promise<Response> {
    const all: Record<string, string | null> = {
      'sec-fetch-site': 'same-origin',
      'user-agent': 'Mozilla/5.0 Firefox/140.0',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(this.cookies.size === 0
        ? {}
        : { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
      ...headers,
    };
    const kept = Object.entries(all).filter((one): one is [string, string] => one[1] !== null);
    const response = await this.#app.request(`${this.#home}${path}`, {
      method,
      headers: Object.fromEntries(kept),
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0/i.test(line)) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  get(path: string, headers: Record<string, string | null> = {}): Promise<Response> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body?: unknown, headers: Record<string, string | null> = {}): Promise<Response> {
    return this.send('POST', path, body, headers);
  }

  async json(path: string) {
    return (await this.get(path)).json();
  }
}

/** What a terminal was told, and the start token in it. */
export class Terminal {
  readonly lines: string[] = [];
  readonly announce = (line: string): void => void this.lines.push(line);

  get token(): string {
    return /^ {4}([a-z0-9-]{24})$/m.exec(this.lines.at(-1) ?? '')?.[1] ?? '';
  }
}

export const ANA = { name: 'Ana', login: 'ana', password: 'pears and apples' };
export const BO = { name: 'Bo', login: 'bo@garden', password: 'plums and cherries' };

/** Makes the first account in a browser. */
export async function startAs(browser: Browser, terminal: Terminal, first = ANA): Promise<void> {
  await browser.post('/api/people/start-token');
  const made = await browser.post('/api/people/start', { token: terminal.token, ...first });
  if (made.status !== 201) throw new Error(await made.text());
}

/** Invites somebody and lets them come in by the link; gives their browser. */
export async function letIn(
  steward: Browser,
  app: App,
  offer: { role: string; party?: string; audience?: string },
  who: { name: string; login: string; password: string },
  community = 'garden',
): Promise<Browser> {
  const made = await steward.post(`/api/communities/${community}/invites`, offer);
  if (made.status !== 201) throw new Error(await made.text());
  const token = tokenOf(await made.json());
  const browser = new Browser(app);
  const joined = await browser.post('/api/invites/accept', { token, ...who, consent: true });
  if (joined.status !== 200) throw new Error(await joined.text());
  return browser;
}

/** What stands after # in a link. */
export const tokenOf = ({ link }: { link: string }): string => link.slice(link.indexOf('#') + 1);
