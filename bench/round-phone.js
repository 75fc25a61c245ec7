/** A simulated phone in a round: it joins, listens, writes, drops out and comes back, as a browser would. */
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const secret = () => randomBytes(32).toString('base64url');

/** Asks until the server answers; a line that is down is tried again. Gives status and body. */
export async function ask(site, method, path, body, headers = {}) {
  for (;;) {
    try {
      const response = await fetch(`${site}${path}`, {
        method,
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(20_000),
      });
      const text = await response.text();
      if (response.status !== 503)
        return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : null };
    } catch {
      // Down just now.
    }
    await pause(200);
  }
}

/** Reads a stream of events until it ends; gives each to `take` with the moment of its arrival. */
export async function listen(site, path, headers, signal, take) {
  const response = await fetch(`${site}${path}`, { headers, signal });
  if (response.status !== 200) throw new Error(`the stream answers ${response.status}`);
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of response.body) {
    const at = performance.now();
    text += decoder.decode(part, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = Object.fromEntries(
        block
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
      );
      if (fields.event !== undefined) take(fields, JSON.parse(fields.data), at);
    }
  }
}

export class Phone {
  /** What the server acknowledged: words by key. */
  acknowledged = new Map();
  /** Phases it was told of, each once. */
  phases = [];
  drops = 0;
  #site;
  #heard;
  #last = null;
  #line = null;
  #ended = false;

  /** `heard(version, at)` is called for each state that comes over a line that was open before it. */
  constructor(site, heard) {
    this.#site = site;
    this.#heard = heard;
  }

  async join(token) {
    const { status, body } = await ask(this.#site, 'POST', '/api/rounds/join', { token });
    if (status !== 200) throw new Error(`joining answers ${status}`);
    this.seat = body.seat;
    this.token = body.round;
    void this.#follow();
  }

  /** Keeps a line open, and opens another where it breaks. */
  async #follow() {
    while (!this.#ended) {
      const line = new AbortController();
      this.#line = line;
      try {
        const { status, body } = await ask(
          this.#site,
          'POST',
          '/api/rounds/ticket',
          {},
          { 'x-round': this.token },
        );
        // It closed while this phone was away: that is how it learns of the end.
        if (status === 404) {
          this.phases.push('closed');
          return;
        }
        if (status !== 200) throw new Error(`a ticket answers ${status}`);
        let first = true;
        const headers = this.#last === null ? {} : { 'last-event-id': this.#last };
        await listen(
          this.#site,
          `/api/rounds/events?ticket=${body.ticket}`,
          headers,
          line.signal,
          (fields, data, at) => {
            if (fields.event !== 'state') return;
            this.#last = fields.id;
            if (data.phase !== this.phases.at(-1)) this.phases.push(data.phase);
            // What is told on coming back is not how long it took to be told.
            if (!first) this.#heard(data.version, at);
            first = false;
            if (data.phase === 'closed') this.#ended = true;
          },
        );
      } catch {
        // Broken: again.
      }
      if (!this.#ended) await pause(50 + Math.random() * 200);
    }
  }

  drop() {
    this.drops += 1;
    this.#line?.abort();
  }

  /** Writes a note, or gives one that is there other words. */
  async write(text, key = secret()) {
    const path = `/api/rounds/notes/${key}`;
    const { status } = await ask(this.#site, 'PUT', path, { text }, { 'x-round': this.token });
    if (status === 204) this.acknowledged.set(key, text);
    return { status, key };
  }

  async done() {
    return ask(this.#site, 'POST', '/api/rounds/written', {}, { 'x-seat': this.seat });
  }

  async choose(choice) {
    return ask(this.#site, 'POST', '/api/rounds/choice', choice, { 'x-seat': this.seat });
  }

  leave() {
    this.#ended = true;
    this.#line?.abort();
  }
}
