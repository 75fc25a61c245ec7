/** What people paste from a terminal into minutes speaks their language; the words are read from `locale/` here. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { call, GARDEN } from '#cli/testing';

const root = join(import.meta.dirname, '..', '..', 'locale');

/** The translation of an id, without what would be put in at its end. */
function words(language: string, id: string): string {
  const parts = readdirSync(join(root, language)).map((name) =>
    JSON.parse(readFileSync(join(root, language, name), 'utf8')),
  );
  return Object.assign({}, ...parts)
    [id].is.replace(/\{\w+\}/, '')
    .trim();
}

const said = async (language: string, ...call_: string[]) =>
  (await call([...call_, '--lang', language], { 'a.yaml': GARDEN }, 100)).out;

test('questions: why, from what, tender', async () => {
  const out = await said('es', 'questions', 'a.yaml');
  expect(out).toContain(`    ${words('es', 'talk.minutes.reasons')} `);
  expect(out).toContain(`    ${words('es', 'month.from')} hosting, turns\n`);
  expect(out).toContain(`    ${words('es', 'export.gently')}\n`);
  expect(out).toContain(`\n${words('es', 'questions.offer')}\n`);
  expect(out).not.toMatch(/Why:|From:|Tender|Perhaps/);
  expect(await said('en', 'questions', 'a.yaml')).toMatch(/\n {4}Why: .*\n {4}From: /);
});

test('explain: every part of it', async () => {
  const out = await said('fr', 'explain', 'who-bears');
  expect(out.split('\n')[0]).toBe(`${words('fr', 'how.who-bears.title')} (who-bears)`);
  for (const id of ['formula', 'symbols', 'unit', 'read', 'blind', 'poor', 'sources'])
    expect(out).toContain(`\n${words('fr', `how.${id}`)}\n`);
  expect(out.replace(/\s+/g, ' ')).toContain(words('fr', 'how.who-bears.blind-to').replace(/\s+/g, ' '));
});

test('analyse: titles, what cannot be told, units', async () => {
  const out = await said('nl', 'analyse', 'a.yaml', 'who-bears', 'balance', 'runway');
  expect(out.split('\n')[0]).toBe(`${words('nl', 'how.who-bears.title')} (who-bears)`);
  expect(out).toContain(`  ${words('nl', 'voice.whole')}, `);
  expect(out).toContain('h/maand ');
  expect(out).not.toMatch(/traced|The whole|From:|cannot|month/);
});

test('compare: where they stand, what nobody wrote down', async () => {
  const files = { 'a.yaml': GARDEN, 'b.yaml': GARDEN.replace('id: garden', 'id: other') };
  const { out } = await call(['compare', 'a.yaml', 'b.yaml', '--lang', 'pt'], files, 100);
  expect(out.split('\n')[0]).toBe(words('pt', 'compare.title'));
  for (const id of ['compare.position', 'compare.alike-title']) expect(out).toContain(`${words('pt', id)}\n`);
  expect(out).toContain(words('pt', 'compare.context.unknown'));
  expect(out).not.toMatch(/nothing written|not known|cannot tell|\bto\b/);
});

test('simulate: heads, changes and what is supposed', async () => {
  const out = await said('fr', 'simulate', 'a.yaml', '--runs', '0', '--months', '12');
  expect(out.split('\n')[0]).toBe(words('fr', 'whatif.md.implied'));
  for (const id of ['whatif.now', 'whatif.assumed', 'whatif.try']) expect(out).toContain(words('fr', id));
  expect(out).not.toMatch(/month|stands|Taken for granted/);
});

test('check: what was expected, on lines of one measure', async () => {
  const { err } = await call(['check', 'a.yaml', '--lang', 'sw'], { 'a.yaml': 'potluck: 1\npartys: {}\n' });
  expect(err).toContain(`\n  ${words('sw', 'problems.expected')} `);
  const english = await call(['check', 'a.yaml'], { 'a.yaml': 'potluck: 1\nid: x\nname: X\npartys: {}\n' });
  expect(english.err).toMatch(/\n {2}Expected: .*\n/);
  expect(english.err).toMatch(/\n {2}Mend: {5}\S/);
  expect(english.out).toBe('a.yaml: 1 error\n');
});
