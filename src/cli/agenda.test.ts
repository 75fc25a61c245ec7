/** `potluck agenda` in its three forms; what it gives a calendar is read back by another library. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { call } from '#cli/testing';

const path = 'cases/allotment-school/community.yaml';
const text = readFileSync(join(import.meta.dirname, '..', '..', path), 'utf8');
const files = { [path]: text };

function eventsOf(calendar: string) {
  const root = new ICAL.Component(ICAL.parse(calendar) as never);
  return root.getAllSubcomponents('vevent').map((one) => ({
    uid: String(one.getFirstPropertyValue('uid')),
    start: String(one.getFirstPropertyValue('dtstart')),
    end: String(one.getFirstPropertyValue('dtend')),
    type: one.getFirstProperty('dtstart')?.type,
    stamp: String(one.getFirstPropertyValue('dtstamp')),
    sequence: Number(one.getFirstPropertyValue('sequence')),
    summary: String(one.getFirstPropertyValue('summary')),
  }));
}

describe('potluck agenda', () => {
  test('as text: the items in their order, each with who carries it', async () => {
    const { code, out } = await call(['agenda', path, '--month', '2026-12'], files);
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe('The allotment school: what to talk about in December 2026');
    expect(out).toContain('whoever keeps the money, 5 minutes, by 2026-12-31');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('without a month it is that of the described day', async () => {
    const { out } = await call(['agenda', path, '--json'], files);
    expect(JSON.parse(out)).toMatchObject({ month: '2026-03', from: '2026-03-01', until: '2026-04-30' });
  });

  test('as Markdown: a heading for each leg', async () => {
    const { out } = await call(['agenda', path, '--month', '2026-12', '--format', 'md'], files);
    expect(out.match(/^## .*$/gm)).toEqual([
      '## How we are with each other',
      '## How we keep our order',
      '## What comes in and goes out',
    ]);
  });

  test('as calendar: whole days, stable ids, the same bytes again, lines of at most 75 bytes', async () => {
    const words = ['agenda', path, '--month', '2026-12', '--format', 'ics'];
    const { out } = await call(words, files);
    expect((await call(words, files)).out).toBe(out);
    const events = eventsOf(out);
    expect(events.map(({ uid, start, end, type }) => [uid, start, end, type])).toEqual([
      ['meeting-2026-12@allotment-school.potluck', '2026-12-01', '2026-12-02', 'date'],
      ['renewals.school-garden@allotment-school.potluck', '2026-12-31', '2027-01-01', 'date'],
      ['renewals.town-grant@allotment-school.potluck', '2026-12-31', '2027-01-01', 'date'],
    ]);
    expect(new Set(events.map((one) => one.stamp))).toEqual(new Set(['2026-03-01T00:00:00Z']));
    for (const line of out.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(out.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('a later description keeps the ids and has a higher sequence', async () => {
    const words = ['agenda', path, '--month', '2026-12', '--format', 'ics'];
    const before = eventsOf((await call(words, files)).out);
    const after = eventsOf((await call([...words, '--as-of', '2026-11-20'], files)).out);
    expect(after.map((one) => one.uid)).toEqual(before.map((one) => one.uid));
    expect(after[0]?.sequence).toBeGreaterThan(before[0]?.sequence ?? Number.POSITIVE_INFINITY);
  });

  test.each([
    ['--month', '2026-13', '--month takes a month such as 2026-12; 2026-13 is none.'],
    ['--format', 'pdf', '--format takes text, md or ics; pdf is none.'],
  ])('a wrong %s is told', async (option, value, says) => {
    const { code, err } = await call(['agenda', path, option, value], files);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });

  test('of one meeting: as long as asked, money never first, a decision or “not now” at the end', async () => {
    const { code, out } = await call(['agenda', path, '--meeting', '--minutes', '60'], files);
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe('The allotment school: an agenda of 60 minutes');
    const minutes = [...out.matchAll(/^ {4}(\d+) minutes?$/gm)].map((match) => Number(match[1]));
    expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(60);
    expect(out).toContain('To end with: “Two key holders from April” is open');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    const { meeting } = JSON.parse((await call(['agenda', path, '--meeting', '--json'], files)).out);
    expect(meeting.minutes).toBe(90);
    expect(meeting.items[0].money).toBe(false);
    expect(JSON.parse((await call(['agenda', path, '--json'], files)).out).meeting).toBeNull();
  });

  test('what the file says to a question counts: picked ones come in, “not now” stays out', async () => {
    const meeting = async (more: string) =>
      JSON.parse((await call(['agenda', path, '--meeting', '--json'], { [path]: text + more })).out).meeting;
    const ids = (made: { items: { id: string }[] }) => made.items.map((one) => one.id);
    const plain = await meeting('');
    const asked = ids(plain).find((id) => /^Q/.test(id)) ?? '';
    expect(ids(await meeting(`x-answers: {${asked}: {state: not-now, on: 2026-02-01}}\n`))).not.toContain(
      asked,
    );
    const [left] = plain.left as { id: string }[];
    const picked = await meeting(`x-answers: {${left?.id}: {state: agenda, on: 2026-02-01}}\n`);
    expect(ids(picked)).toContain(left?.id);
  });

  test.each([
    ['--meeting', '--minutes', '5'],
    ['--minutes', '60'],
    ['--meeting', '--format', 'md'],
  ])('a call that cannot be is told: %s %s %s', async (...words) => {
    const { code, err } = await call(['agenda', path, ...words.filter((word) => word !== undefined)], files);
    expect(code).toBe(2);
    expect(err).toMatch(/--(?:minutes|meeting)/);
  });
});
