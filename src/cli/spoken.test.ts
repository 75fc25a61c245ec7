/** What people paste from a terminal into minutes speaks their language; the words are read from `locale/` here. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
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

describe.each(['es', 'fr', 'nl', 'pt', 'sw'])('what a command tells of its work, in %s', (language) => {
  const path = join(root, language, 'commands.json');
  const told: Record<string, { of: string; is: string }> = JSON.parse(readFileSync(path, 'utf8'));
  const says = (id: string, params: Readonly<Record<string, string>> = {}) =>
    (told[`command.${id}`]?.is ?? '').replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  const flat = (text: string) => text.replace(/\n?#? *\n?# |[ \n]+/g, ' ');
  const files = {
    'a.yaml': GARDEN,
    'x.csv': 'from,to,amount,odd\nAna,Open day,3 h/month,x\nBob,Open day,zzz,y\n',
    'q.json': JSON.stringify({ potluck: 1, id: 'q', name: 'Q' }),
  };
  const run = async (...words: string[]) => {
    const { out, err } = await call([...words, '--lang', language], files, 100);
    return { out: flat(out), lines: out.split('\n'), err };
  };

  test('add: how it was read, and what is kept', async () => {
    const read = await run('add', 'a.yaml', 'two of the core answer newcomers, for nothing');
    const parts = [
      ['add.who', says('add.number-of', { number: '2', whom: 'core' })],
      ['add.does', 'answer'],
      ['add.what', 'newcomers'],
      ['add.amount', says('add.unknown')],
      ['add.as', 'gift'],
    ] as const;
    for (const [id, said] of parts) expect(read.out).toMatch(new RegExp(`(?:^| )${says(id)} ${said} `));
    for (const id of ['add.would', 'add.nothing']) expect(read.lines).toContain(says(id));
    expect((await run('add', 'a.yaml', 'the library gives 3 hours', '--keep')).lines).toContain(
      says('add.kept'),
    );
    const sentence = 'Thursdays are lovely';
    for (const [more, next] of [
      [[], 'add.more'],
      [['--keep'], 'add.noted'],
    ] as const)
      expect((await run('add', 'a.yaml', sentence, ...more)).out.trim()).toBe(
        `${says('add.unread', { sentence })} ${says(next)}`,
      );
  });

  test('import: what would be brought in, and what is in the way', async () => {
    const rows = await run('import', 'csv', 'x.csv', '--into', 'a.yaml', '--dry-run');
    expect(rows.lines.slice(0, 4)).toEqual([
      says('import.rows', { count: '1', rows: '2', streams: 'ana-to-open-day' }),
      says('import.parties', { names: 'Ana' }),
      says('import.unread', { columns: 'odd' }),
      says('import.mend-rows'),
    ]);
    expect((await run('import', 'json', 'q.json', '--dry-run')).lines[0]).toBe(
      says('import.things', { id: 'q', count: '0' }),
    );
    expect((await run('import', 'yaml', 'x.csv', '--dry-run')).lines[0]).toBe(says('import.mend'));
    expect((await run('import', 'csv', 'x.csv', '--into', 'x.csv', '--dry-run')).lines[0]).toBe(
      says('import.mend-first', { path: 'x.csv' }),
    );
  });

  test('disclose: what was withheld', async () => {
    expect((await run('disclose', 'a.yaml')).out).toContain(says('disclose.all'));
    const audience = 'public';
    expect((await run('disclose', 'a.yaml', '--audience', audience)).out).toContain(
      `${says('disclose.left', { audience })} ${says('disclose.none', { audience })}`,
    );
  });

  test('simulate --core: stocks in columns, and what they hang on', async () => {
    const { out, lines } = await run('simulate', '--core', '--runs', '0', '--months', '12');
    expect(lines[0]).toBe(says('core.implied', { months: '12' }));
    expect(out).toMatch(new RegExp(` ${says('core.start')} ${says('core.end')} `));
    expect(out).toContain(`${words(language, 'simulate.name.goodwill')} (G) `);
    for (const id of ['core.tips', 'core.firm']) expect(lines).toContain(says(id));
    const stocks = lines.filter((line) => / \([PAKEGTMCX]\) /.test(line));
    expect(stocks).toHaveLength(9);
    expect(new Set(stocks.map((line) => line.trimEnd().length)).size).toBe(1);
    expect(out).not.toMatch(/People|Trust|forecast|passes/);
  });

  test('a file that was written', async () => {
    expect((await run('picture', 'a.yaml', '--out', 'x.svg')).err).toBe(
      `${says('wrote', { path: 'x.svg' })}\n`,
    );
  });
});
