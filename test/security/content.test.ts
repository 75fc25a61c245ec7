/**
 * Words of a community stay words: in pages, pictures, Markdown, tables and calendars. And nothing is fetched, whatever
 * addresses stand in the file: a server that waits for a call gets none.
 */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { XMLValidator } from 'fast-xml-parser';
import ical from 'ical.js';
import MarkdownIt from 'markdown-it';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { createApp } from '#server/app';
import { type FreshStore, freshStore } from '#store/testing';
import { type Answer, type App, type Knock, knock, knocksAt } from '#test/security/doors';
import { dangersIn, HOSTILE, hostileFile } from '#test/security/hostile-file';

let fresh: FreshStore;
let app: App;
let canary: Server;
const called: string[] = [];
const answers: { readonly asked: Knock; readonly answer: Answer; readonly type: string }[] = [];

beforeAll(async () => {
  canary = createServer((request, response) => {
    called.push(`${request.method} ${request.url}`);
    response.end();
  });
  await new Promise<void>((listening) => {
    canary.listen(0, '127.0.0.1', listening);
  });
  const url = `http://127.0.0.1:${(canary.address() as AddressInfo).port}/told`;
  fresh = await freshStore();
  app = createApp({ store: fresh.store, today: () => 20_513, version: '0', docs: 'docs' });
  const outcome = await fresh.store.create({ changeId: randomUUID(), author: null, text: hostileFile(url) });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome).slice(0, 900));
  for (const asked of knocksAt(app, 'plot', 'nowhere', false)) {
    // As the steward, who has every hostile word; nothing is changed here.
    if (asked.method !== 'GET') continue;
    const answer = await knock(app, asked);
    const type = /^content-type: ([^;\n]+)/m.exec(answer.headers)?.[1] ?? '';
    answers.push({ asked, answer, type });
  }
}, 180_000);

afterAll(async () => {
  canary.close();
  await fresh.close();
});

const of = (type: RegExp) => answers.filter((one) => one.answer.status === 200 && type.test(one.type));
const textOf = (path: string): string =>
  answers
    .find((one) => one.asked.path === path && one.answer.status === 200)
    ?.answer.bytes.toString('utf8') ?? '';

describe('a community that attacks whoever shows it', () => {
  test('is shown: nothing broke, and its words are there', () => {
    expect(answers.filter(({ answer }) => answer.status >= 500).map(({ asked }) => asked.path)).toEqual([]);
    expect(textOf('/api/communities/plot/view')).toContain('onerror');
    expect(of(/html/).length).toBeGreaterThan(3);
    expect(of(/svg/).length).toBeGreaterThan(2);
  });

  test('runs nothing in pages and pictures, loads nothing, and leads nowhere of itself', () => {
    for (const { asked, answer } of of(/html|svg/)) {
      expect([asked.path, dangersIn(answer.bytes.toString('utf8'))]).toEqual([asked.path, []]);
    }
    // What this test looks for is found where it is.
    expect(dangersIn(`<p>${HOSTILE}</p>`).length).toBeGreaterThan(2);
  });

  test('makes no picture that is not well-formed', () => {
    for (const { asked, answer } of of(/svg/))
      expect([asked.path, XMLValidator.validate(answer.bytes.toString('utf8'))]).toEqual([asked.path, true]);
  });

  test('stays words in Markdown, even where HTML is allowed', () => {
    const text = textOf('/api/communities/plot/export/markdown');
    expect(text).toContain('onerror');
    const html = new MarkdownIt({ html: true, linkify: false }).render(text);
    expect(dangersIn(html)).toEqual([]);
    expect(html).not.toMatch(/<(?:img|script|svg)\b|<a [^>]*(?:javascript|evil)/i);
    const agenda = textOf('/api/communities/plot/agenda?format=md&month=2026-03');
    expect(new MarkdownIt({ html: true }).render(agenda)).not.toMatch(/<(?:img|script|svg)\b|<a [^>]*evil/i);
  });

  test('becomes no formula in a table', () => {
    const { data } = Papa.parse<string[]>(textOf('/api/communities/plot/export/csv'));
    const cells = data.flat();
    expect(cells.some((cell) => cell.includes('HYPERLINK'))).toBe(true);
    expect(cells.filter((cell) => /^\s*[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  test('invites nobody by a calendar', () => {
    const text = textOf('/api/communities/plot/agenda?format=ics&month=2026-04');
    const calendar = new ical.Component(ical.parse(text));
    for (const event of calendar.getAllSubcomponents('vevent'))
      for (const property of ['attendee', 'attach', 'organizer'])
        expect(event.getAllProperties(property)).toEqual([]);
    expect(text.startsWith('BEGIN:VCALENDAR')).toBe(true);
  });

  test('clicks nothing in a diagram, and brings no setting into it', () => {
    const text = textOf('/api/communities/plot/export/mermaid');
    expect(text).not.toMatch(/^\s*click\b/m);
    expect(text).not.toMatch(/%%\{/);
  });

  test('comes back from YAML and JSON as the same words', () => {
    const again = resolve(parse(textOf('/api/communities/plot/export'))).community;
    expect(again?.about).toBe(HOSTILE);
  });

  test('puts nothing into headers', () => {
    for (const { answer } of answers) {
      expect(answer.headers).not.toMatch(/evil/i);
      expect(answer.headers).toMatch(/^x-content-type-options: nosniff$/m);
    }
  });

  test('lets only the page that is made for it stand in a frame of another site', () => {
    for (const { asked, answer } of answers) {
      const isFramed = /frame-ancestors \*/.test(answer.headers);
      expect([
        asked.path,
        isFramed && !/^\/(?:embed\/[\w-]+|r\/[\w-]+\/embed)(?:$|\?)/.test(asked.path),
      ]).toEqual([asked.path, false]);
      if (isFramed)
        expect(answer.headers).toMatch(/content-security-policy: default-src 'none';(?!.*script-src)/);
    }
  });

  test('makes nobody call anybody: no address of the file was fetched', () => {
    expect(answers.length).toBeGreaterThan(40);
    expect(called).toEqual([]);
  });
});
