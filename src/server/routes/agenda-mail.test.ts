/** The agenda by mail, against a mail server that runs in this test; and what is said where none is named. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '#server/app';
import { type FreshStore, freshStore } from '#store/testing';

const FILE = join(import.meta.dirname, '..', '..', '..', 'cases', 'allotment-school', 'community.yaml');
const letters: string[] = [];
let fresh: FreshStore;

/** Takes every letter, each with who it is for at its head. */
const server = createServer((socket) => {
  let letter: string | null = null;
  let to = '';
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('error', () => undefined);
  socket.write('220 here\r\n');
  socket.on('data', (part: string) => {
    rest += part;
    const lines = rest.split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (letter !== null && line !== '.') letter += `${line}\n`;
      else if (letter !== null) {
        letters.push(letter);
        letter = null;
        socket.write('250 taken\r\n');
      } else if (line === 'DATA') {
        letter = `${to}\n`;
        socket.write('354 go on\r\n');
      } else {
        if (line.startsWith('RCPT')) to = line;
        socket.write(line === 'QUIT' ? '221 bye\r\n' : '250 well\r\n');
      }
    }
  });
});

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  fresh = await freshStore();
  const text = readFileSync(FILE, 'utf8');
  await fresh.store.create({ changeId: randomUUID(), author: null, text });
});

afterAll(async () => {
  server.close();
  await fresh.close();
});

async function send(body: unknown, mail = true) {
  const url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const app = createApp({
    store: fresh.store,
    today: () => 20_000,
    version: '0',
    ...(mail ? { mail: { url, from: 'potluck@garden.example' } } : {}),
  });
  const response = await app.request('http://127.0.0.1/api/communities/allotment-school/agenda/mail', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

test('each gets a letter of their own, as members may read it', async () => {
  const to = ['bo@garden.example', 'cy@garden.example', 'bo@garden.example'];
  expect(await send({ to, month: '2026-12' })).toMatchObject({ status: 200, body: { sent: 2, failed: 0 } });
  expect(letters.length).toBe(2);
  const [one = '', other = ''] = letters;
  expect(one).toContain('RCPT TO:<bo@garden.example>');
  expect(one).not.toContain('cy@');
  expect(other).toContain('RCPT TO:<cy@garden.example>');
  expect(one).toContain('Subject: The allotment school: what to talk about in December 2026');
  expect(one).not.toMatch(/key holder|grant/i);
});

test('where no mail server is named, that is said; an address that carries two is refused', async () => {
  expect(await send({ to: ['bo@garden.example'] }, false)).toMatchObject({
    status: 409,
    body: { type: 'urn:potluck:no-mail' },
  });
  expect((await send({ to: ['a@b.example, c@d.example'] })).status).toBe(400);
});
