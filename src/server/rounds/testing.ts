/** Phones and facilitators for tests: they ask the application as a browser would, without a port. For tests only. */
import { randomBytes } from 'node:crypto';
import type { createApp } from '#server/app';

type App = ReturnType<typeof createApp>;

// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever comes
export type Answer = { readonly status: number; readonly body: any; readonly text: string };

export async function ask(
  app: App,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await app.request(`http://127.0.0.1${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, body: isJson ? JSON.parse(text) : null, text };
}

/** A facilitator of one round. */
export class Leader {
  readonly app: App;
  readonly community: string;
  readonly id: string;
  readonly token: string;
  readonly code: string;

  private constructor(app: App, community: string, id: string, link: string, code: string) {
    this.app = app;
    this.community = community;
    this.id = id;
    this.token = link.replace('/t#', '');
    this.code = code;
  }

  static async open(app: App, community: string, body: object): Promise<Leader> {
    const { status, body: told, text } = await ask(app, 'POST', `/api/communities/${community}/rounds`, body);
    if (status !== 201) throw new Error(text);
    return new Leader(app, community, told.id, told.link, told.code);
  }

  do(method: string, end = '', body?: unknown): Promise<Answer> {
    return ask(this.app, method, `/api/communities/${this.community}/rounds/${this.id}${end}`, body);
  }

  state(): Promise<Answer> {
    return this.do('GET');
  }

  async move(from: string, to: string, more: object = {}): Promise<Answer> {
    return this.do('POST', '/phase', { from, to, ...more });
  }

  /** Through all phases up to one. */
  async moveTo(to: string): Promise<void> {
    const order = ['read', 'write', 'gather', 'clarify', 'discuss', 'decide', 'record', 'closed'];
    const { body } = await this.state();
    for (let at = order.indexOf(body.phase); at < order.indexOf(to); at += 1) {
      const moved = await this.move(order[at] ?? '', order[at + 1] ?? '');
      if (moved.status !== 200) throw new Error(moved.text);
    }
  }
}

/** A phone that has joined. */
export class Phone {
  readonly app: App;
  readonly seat: string;
  readonly token: string;
  readonly keys: string[] = [];

  private constructor(app: App, seat: string, token: string) {
    this.app = app;
    this.seat = seat;
    this.token = token;
  }

  static async join(app: App, token: string): Promise<Phone> {
    const { status, body, text } = await ask(app, 'POST', '/api/rounds/join', { token });
    if (status !== 200) throw new Error(text);
    return new Phone(app, body.seat, body.round);
  }

  me(): Promise<Answer> {
    return ask(this.app, 'GET', '/api/rounds/me', undefined, { 'x-seat': this.seat });
  }

  async write(text: string, key = randomBytes(32).toString('base64url')): Promise<Answer> {
    if (!this.keys.includes(key)) this.keys.push(key);
    return ask(this.app, 'PUT', `/api/rounds/notes/${key}`, { text }, { 'x-round': this.token });
  }

  done(): Promise<Answer> {
    return ask(this.app, 'POST', '/api/rounds/written', {}, { 'x-seat': this.seat });
  }

  choose(choice: object): Promise<Answer> {
    return ask(this.app, 'POST', '/api/rounds/choice', choice, { 'x-seat': this.seat });
  }
}

export interface Heard {
  readonly event: string;
  readonly id: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever comes
  readonly data: any;
}

/** Listens to a stream of events, until it is let go. */
export class Follower {
  readonly heard: Heard[] = [];
  readonly status: number;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  /** Fulfilled when the stream has ended. */
  readonly ended: Promise<void>;

  private constructor(status: number, reader: ReadableStreamDefaultReader<Uint8Array>) {
    this.status = status;
    this.#reader = reader;
    this.ended = this.#listen();
  }

  static async open(
    app: App,
    path: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Follower> {
    const response = await app.request(`http://127.0.0.1${path}`, { headers });
    const body = response.body as ReadableStream<Uint8Array>;
    return new Follower(response.status, body.getReader());
  }

  /** As a phone: with a ticket of its own. */
  static async ofPhone(phone: Phone, more: { readonly after?: string } = {}): Promise<Follower> {
    const { body } = await ask(phone.app, 'POST', '/api/rounds/ticket', {}, { 'x-round': phone.token });
    const headers = more.after === undefined ? {} : { 'last-event-id': more.after };
    return Follower.open(phone.app, `/api/rounds/events?ticket=${body.ticket}`, headers);
  }

  /** The phases that it was told of, in order, each once. */
  get phases(): readonly string[] {
    const told = this.heard.filter((one) => one.event === 'state').map((one): string => one.data.phase);
    return told.filter((one, at) => one !== told[at - 1]);
  }

  /** The last whole state. */
  get state() {
    return this.heard.findLast((one) => one.event === 'state')?.data;
  }

  async stop(): Promise<void> {
    await this.#reader.cancel().catch(() => undefined);
    await this.ended;
  }

  async #listen(): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    for (;;) {
      const { done, value } = await this.#reader.read().catch(() => ({ done: true, value: undefined }));
      if (done) return;
      text += decoder.decode(value, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) this.#take(block);
    }
  }

  #take(block: string): void {
    const fields = new Map(
      block
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
    );
    const event = fields.get('event');
    if (event === undefined) return;
    this.heard.push({ event, id: fields.get('id') ?? null, data: JSON.parse(fields.get('data') ?? 'null') });
  }
}
