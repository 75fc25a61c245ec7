/** Links by mail, against a small mail server that runs in this test; and nothing where none is named. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invitation, mailFrom, post, wayBack } from '#server/people/mail';
import { Browser, HOME, type House, letIn, openHouse, startAs, Terminal } from '#server/people/testing';

/** A mail server that takes every letter but those to `nobody@`. */
class MailServer {
  readonly letters: { from: string; to: string; data: string }[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer((socket) => {
      let letter = { from: '', to: '', data: '' };
      let inData = false;
      let rest = '';
      const say = (line: string) => void socket.write(`${line}\r\n`);
      say('220 here');
      socket.setEncoding('utf8');
      socket.on('error', () => undefined);
      socket.on('data', (part: string) => {
        rest += part;
        const lines = rest.split('\r\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          if (inData) {
            if (line !== '.') letter.data += `${line}\n`;
            else {
              inData = false;
              this.letters.push(letter);
              letter = { from: '', to: '', data: '' };
              say('250 taken');
            }
          } else if (/^(?:EHLO|HELO)/i.test(line)) say('250 here');
          else if (/^MAIL FROM:/i.test(line)) {
            letter.from = line.slice(10);
            say('250 well');
          } else if (/^RCPT TO:/i.test(line)) {
            letter.to = line.slice(8);
            say(/nobody@/.test(line) ? '550 no such person as nobody@garden.example' : '250 well');
          } else if (/^DATA/i.test(line)) {
            inData = true;
            say('354 go on');
          } else if (/^QUIT/i.test(line)) {
            say('221 bye');
            socket.end();
          } else say('250 well');
        }
      });
    });
  }

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `smtp://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
  }
}

const server = new MailServer();
let house: House;
let ana: Browser;
const reported: unknown[] = [];

beforeAll(async () => {
  const url = await server.listen();
  const terminal = new Terminal();
  house = await openHouse(terminal, {
    mail: { url, from: 'Potluck <potluck@garden.example>' },
    report: (error) => reported.push(error),
  });
  ana = new Browser(house.app);
  await startAs(ana, terminal);
});
afterAll(async () => {
  server.close();
  await house.close();
});

/** A letter as it reads: its quoted-printable undone. */
const read = (data: string) =>
  data
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

describe('a link by mail', () => {
  test('goes to the address that was given, whole, and is told here all the same', async () => {
    const made = await ana.post('/api/communities/garden/invites', {
      role: 'member',
      email: 'bo@garden.example',
    });
    const body = await made.json();
    expect(body).toMatchObject({ mailed: true });
    expect(server.letters).toHaveLength(1);
    const [letter] = server.letters;
    expect(letter?.to).toContain('bo@garden.example');
    expect(letter?.from).toContain('potluck@garden.example');
    const text = read(letter?.data ?? '');
    expect(text).toContain('Subject: You are invited to The garden on Potluck');
    expect(text).toContain(`${HOME}${body.link}`);
    expect(text).toContain(body.until.slice(0, 10));
    expect((await ana.json('/api/about')).mail).toBe(true);
  });

  test('brings a way back too', async () => {
    await letIn(
      ana,
      house.app,
      { role: 'member' },
      { name: 'Bo', login: 'bo', password: 'plums and cherries' },
    );
    const { people } = await ana.json('/api/communities/garden/people');
    const made = await ana.post(`/api/communities/garden/people/${people[0].account}/recover`, {
      email: 'bo@garden.example',
    });
    const { link, mailed } = await made.json();
    expect(mailed).toBe(true);
    expect(read(server.letters.at(-1)?.data ?? '')).toContain(`${HOME}${link}`);
  });

  test('goes nowhere unless an address was given', async () => {
    const before = server.letters.length;
    expect(
      await (await ana.post('/api/communities/garden/invites', { role: 'member' })).json(),
    ).toMatchObject({ mailed: false });
    expect(server.letters).toHaveLength(before);
  });

  test('that is not taken leaves the link as it is, and nobody’s address in what is reported', async () => {
    const made = await ana.post('/api/communities/garden/invites', {
      role: 'member',
      email: 'nobody@garden.example',
    });
    expect(made.status).toBe(201);
    const { link, mailed } = await made.json();
    expect(mailed).toBe(false);
    expect(link).toMatch(/^\/join#/);
    expect(reported).toHaveLength(1);
    expect(String((reported[0] as Error).stack)).not.toContain('nobody@');
    expect(String(reported[0])).toContain('EENVELOPE');
  });

  test('takes no address that carries more than one', async () => {
    for (const email of ['a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example', 'nothing'])
      expect(
        (await ana.post('/api/communities/garden/invites', { role: 'member', email })).status,
        email,
      ).toBe(400);
  });
});

test('words of a community cannot add a line to the head of a letter', async () => {
  const url = `smtp://127.0.0.1:1`;
  const letter = invitation(
    'bo@garden.example',
    'Garden\r\nBcc: evil@example.org',
    'https://x/join#t',
    '2026-12-01T00:00:00Z',
  );
  const before = server.letters.length;
  // What nodemailer makes of it: one line.
  const { createTransport } = await import('nodemailer');
  const written = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    from: 'a@b.example',
    ...letter,
  });
  const head = String((written as unknown as { message: Buffer }).message).split('\r\n\r\n')[0] ?? '';
  expect(head.split('\r\n').some((line) => /^bcc:/i.test(line))).toBe(false);
  // A server that is not there: told as false, with a code.
  const told: Error[] = [];
  expect(await post({ url, from: 'a@b.example' }, letter, (error) => told.push(error))).toBe(false);
  expect(told).toHaveLength(1);
  expect(server.letters).toHaveLength(before);
  expect(wayBack('a@b.example', 'https://x/recover#t', '2026-12-01T00:00:00Z').text).toContain('2026-12-01');
});

test('without a server named, none is used', () => {
  expect(mailFrom({})).toBeNull();
  expect(mailFrom({ POTLUCK_SMTP_URL: 'smtps://mail.example', POTLUCK_MAIL_FROM: 'a@b.example' })).toEqual({
    url: 'smtps://mail.example',
    from: 'a@b.example',
  });
  expect(() => mailFrom({ POTLUCK_SMTP_URL: 'smtps://mail.example' })).toThrow('POTLUCK_MAIL_FROM');
  expect(() => mailFrom({ POTLUCK_SMTP_URL: 'https://mail.example', POTLUCK_MAIL_FROM: 'a' })).toThrow(
    'smtps://',
  );
});
