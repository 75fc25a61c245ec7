/** Bodies over a real connection: in pieces, without a length, too large, cut off. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { serve as listen } from '@hono/node-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GARDEN } from '#cli/testing';
import { createApp, MOST_BYTES } from '#server/app';
import { type FreshStore, freshStore } from '#store/testing';

let fresh: FreshStore;
let port: number;
let listening: ReturnType<typeof listen>;
const reported: unknown[] = [];

beforeAll(async () => {
  fresh = await freshStore();
  const app = createApp({
    store: fresh.store,
    today: () => 0,
    version: '0.0.0',
    report: (error) => reported.push(error),
  });
  listening = listen({ fetch: app.fetch, hostname: '127.0.0.1', port: 0, overrideGlobalObjects: false });
  await once(listening, 'listening');
  port = (listening.address() as AddressInfo).port;
});
afterAll(async () => {
  listening.close();
  await fresh.close();
});

/** Writes these pieces to the server and gives what it answers until it closes. */
async function raw(pieces: readonly string[], end: 'wait' | 'cut' = 'wait'): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  let answer = '';
  socket.setEncoding('utf8');
  socket.on('data', (part: string) => {
    answer += part;
  });
  socket.on('error', () => undefined);
  const closed = once(socket, 'close');
  for (const piece of pieces) socket.write(piece);
  if (end === 'cut') socket.destroy();
  await closed;
  return answer;
}

const head = (path: string, more: readonly string[] = []) =>
  [`POST ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, 'Connection: close', ...more, '', ''].join('\r\n');
const JSON_IN_PIECES = ['Content-Type: application/json', 'Transfer-Encoding: chunked'];
const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

test('what comes in pieces is read as what comes whole', async () => {
  const body = JSON.stringify({ text: GARDEN });
  const answer = await raw([
    head('/api/check', JSON_IN_PIECES),
    chunk(body.slice(0, 40)),
    chunk(body.slice(40)),
    '0\r\n\r\n',
  ]);
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
});

test('what brings nothing along needs no length', async () => {
  expect(await raw([head('/api/people/start-token')])).toMatch(/^HTTP\/1\.1 204 /);
});

test('too much is refused by its announced length, before any of it has come', async () => {
  const answer = await raw([
    head('/api/check', ['Content-Type: application/json', `Content-Length: ${MOST_BYTES + 1}`]),
  ]);
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
});

test('too much in pieces is refused while it comes', async () => {
  const piece = chunk('x'.repeat(1024 * 1024));
  const answer = await raw([
    head('/api/check', JSON_IN_PIECES),
    ...Array<string>(8).fill(piece),
    '0\r\n\r\n',
  ]);
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
});

test('what is cut off is nobody’s trouble but the asker’s', async () => {
  await raw([head('/api/check', JSON_IN_PIECES), chunk('{"text": "potl')], 'cut');
  const well = await fetch(`http://127.0.0.1:${port}/healthz`);
  expect(well.status).toBe(200);
  expect(reported).toEqual([]);
});
