/**
 * Calls that are wrong, in every language: the sentences of `locale/`, read here on their own, with names of options and
 * commands as they were typed; in English, letter for letter what it always was.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { call, GARDEN } from '#cli/testing';
import { nodesOf, sourcesUnder } from '#test/languages/words-of';

const LANGUAGES = ['es', 'fr', 'nl', 'pt', 'sw'];
const FILES = {
  'a.yaml': GARDEN,
  'b.yaml': GARDEN.replace('id: garden', 'id: other'),
  'empty.csv': '',
  'odd.json': '{"mj": "x"}',
  'not.json': '{',
  folder: null,
};

type Params = Readonly<Record<string, string>>;
/** What is called, the English of it, and the ids of its sentences with what is put into them. */
type Case = readonly [readonly string[], string, ...(readonly [string, Params?])[]];

const A_PATH = 'Give the path of a community file, such as cases/km4dev/community.yaml.';
const COMMON = '--as-of, --audience, --lang, --json, --help';
const FORMATS = 'svg, png, html, markdown, mermaid, csv, json, yaml, xmile';

const CASES: readonly Case[] = [
  [
    ['stroy'],
    'there is no command stroy. Did you mean potluck story? Run potluck for all of them.',
    ['no-command', { name: 'stroy' }],
    ['near', { near: 'potluck story' }],
    ['run-for-all'],
  ],
  [
    ['story', 'a.yaml', '--jsn'],
    `potluck story does not know --jsn. Did you mean --json? It knows: ${COMMON}.`,
    ['no-option', { command: 'story', word: '--jsn' }],
    ['near', { near: '--json' }],
    ['knows', { known: COMMON }],
  ],
  [['story', '--json', '--json'], '--json is given twice. Give it once.', ['twice', { name: 'json' }]],
  [
    ['story', '--json=yes'],
    '--json takes no value; yes was given.',
    ['no-value', { name: 'json', given: 'yes' }],
  ],
  [
    ['story', 'a.yaml', '--as-of'],
    '--as-of needs a value: --as-of DATE.',
    ['needs-value', { name: 'as-of', value: 'DATE' }],
  ],
  [
    ['analyse', 'a.yaml', '--limit', '0'],
    '--limit takes a whole number from 1 up; 0 was given.',
    ['number-from', { name: 'limit', least: '1', given: '0' }],
  ],
  [
    ['simulate', 'a.yaml', '--months', '1201'],
    '--months takes a whole number up to 1200, not 1201.',
    ['number-to', { name: 'months', most: '1200', given: '1201' }],
  ],
  [
    ['story', 'a.yaml', '--as-of', 'soon'],
    '--as-of takes a date: 2009, 2009-10 or 2009-10-08. soon is none.',
    ['date', { name: 'as-of', given: 'soon' }],
  ],
  [
    ['compare', 'a.yaml', '--as-of', '2007,soon'],
    '--as-of takes dates with commas between: 2007,2012 or 2009-10-08. soon is none.',
    ['dates', { given: 'soon' }],
  ],
  [['story'], `which file? ${A_PATH}`, ['which-file'], ['give-path']],
  [['check'], 'which file? Give one or more community files.', ['which-file'], ['give-more']],
  [
    ['story', 'absent.yaml'],
    `there is no file absent.yaml. ${A_PATH}`,
    ['no-file', { path: 'absent.yaml' }],
    ['give-path'],
  ],
  [
    ['story', 'folder'],
    'folder is a folder. Give the file in it, such as folder/community.yaml.',
    ['folder', { path: 'folder', file: 'folder/community.yaml' }],
  ],
  [
    ['story', 'a.yaml', 'b.yaml'],
    'one file at a time; b.yaml is too much.',
    ['one-file', { rest: 'b.yaml' }],
  ],
  [
    ['story', 'a.yaml', '--audience', 'publik'],
    'garden knows no audience publik. Did you mean public? It knows: stewards, treasurer, core, members, peers, public, partner:core, partner:gardeners, partner:street.',
    ['no-audience', { community: 'garden', audience: 'publik' }],
    ['near', { near: 'public' }],
    [
      'knows',
      {
        known:
          'stewards, treasurer, core, members, peers, public, partner:core, partner:gardeners, partner:street',
      },
    ],
  ],
  [
    ['picture', 'a.yaml', '--out', 'locked/x.svg'],
    'locked/x.svg cannot be written (EACCES). Choose another place with --out.',
    ['unwritable', { path: 'locked/x.svg', why: 'EACCES' }],
  ],
  [['add', 'a.yaml'], 'add takes a file and a sentence in quotes.', ['add']],
  [
    ['explain', 'coverage', 'runway'],
    'one measure at a time; runway is too much.',
    ['one-measure', { rest: 'runway' }],
  ],
  [
    ['compare'],
    'which files? Give two to six, such as cases/km4dev/community.yaml cases/euforic/community.yaml.',
    ['which-files'],
  ],
  [
    ['compare', ...Array<string>(7).fill('a.yaml')],
    '6 at most can stand side by side; 7 were given.',
    ['sides-most', { most: '6', count: '7' }],
  ],
  [
    ['compare', 'a.yaml'],
    'one alone cannot be compared. Give another file, or several days: potluck compare a.yaml --as-of 2007,2012.',
    ['sides-alone', { call: 'potluck compare a.yaml --as-of 2007,2012' }],
  ],
  [
    ['compare', 'a.yaml', 'b.yaml', '--as-of', '2007,2008,2009'],
    '2 files and 3 days: give one day for all, or one for each.',
    ['sides-days', { files: '2', days: '3' }],
  ],
  [
    ['compare', 'a.yaml', 'b.yaml', '--pick', ''],
    '--pick takes measures with commas between, such as robust,dep.',
    ['picks'],
  ],
  [
    ['agenda', 'a.yaml', '--meeting', '--format', 'md'],
    '--meeting is told as text, or as JSON with --json.',
    ['meeting-text'],
  ],
  [
    ['agenda', 'a.yaml', '--month', 'May'],
    '--month takes a month such as 2026-12; May is none.',
    ['month', { given: 'May' }],
  ],
  [
    ['agenda', 'a.yaml', '--format', 'pdf'],
    '--format takes text, md or ics; pdf is none.',
    ['agenda-format', { given: 'pdf' }],
  ],
  [
    ['agenda', 'a.yaml', '--meeting', '--minutes', '5'],
    '--minutes takes a whole number from 10 to 1440; 5 is none.',
    ['minutes', { given: '5' }],
  ],
  [['agenda', 'a.yaml', '--minutes', '60'], '--minutes goes with --meeting.', ['minutes-alone']],
  [
    ['export', 'svg', 'a.yaml', '--theme', 'red'],
    '--theme takes light, dark or print; red is none.',
    ['theme', { given: 'red' }],
  ],
  [
    ['export', 'swg', 'a.yaml'],
    `there is no format swg. Did you mean svg? There are: ${FORMATS}.`,
    ['no-format', { id: 'swg' }],
    ['near', { near: 'svg' }],
    ['are', { known: FORMATS }],
  ],
  [
    ['export'],
    `which format? potluck export FORMAT FILE; there are: ${FORMATS}.`,
    ['which-format', { call: 'potluck export FORMAT FILE', known: FORMATS }],
  ],
  [
    ['import', 'csv'],
    'which file? potluck import csv FILE.',
    ['which-file-call', { call: 'potluck import csv FILE' }],
  ],
  [
    ['import', 'csv', 'empty.csv'],
    'empty.csv is empty. Give a table with a head and a row for each stream.',
    ['empty-table', { path: 'empty.csv' }],
  ],
  [
    ['serve', 'a.yaml'],
    'potluck serve takes no files; a.yaml is too much.',
    ['no-files', { rest: 'a.yaml' }],
  ],
  [
    ['simulate', 'a.yaml', '--scenario', 'a,b,c,d,e'],
    'at most 4 scenarios can stand beside each other; 5 were given.',
    ['most-scenarios', { most: '4', count: '5' }],
  ],
  [
    ['simulate', 'a.yaml', '--tip', 'a,b,c,d,e,f,g,h,i,j,k'],
    'at most 10 parameters can be asked for at once; 11 were given.',
    ['most-parameters', { most: '10', count: '11' }],
  ],
  [
    ['simulate', '--core', '--runs', '0', '--tip', 'qqqqqqqq'],
    'there is no parameter qqqqqqqq. The assumptions in --json list them.',
    ['no-parameter', { id: 'qqqqqqqq' }],
    ['parameters-listed'],
  ],
  [
    ['simulate', '--core', '--scenario', 'x'],
    'the small core has no scenarios; its parameters may hold changes.',
    ['core-scenario'],
  ],
  [
    ['simulate', '--core', 'odd.json', 'more'],
    'one file of parameters at a time; more is too much.',
    ['one-parameters', { rest: 'more' }],
  ],
  [['simulate', '--core', 'gone.json'], 'there is no file gone.json.', ['no-file', { path: 'gone.json' }]],
  [
    ['simulate', '--core', 'folder'],
    'folder cannot be read (EISDIR).',
    ['unreadable', { path: 'folder', why: 'EISDIR' }],
  ],
];

const sentences: Record<string, Record<string, { of: string; is: string }>> = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    JSON.parse(readFileSync(join(import.meta.dirname, `../../locale/${language}/commands.json`), 'utf8')),
  ]),
);
const translated = (language: string, id: string) => sentences[language]?.[`command.wrong.${id}`]?.is ?? '';
const filled = (icu: string, params: Params = {}) =>
  icu.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? `{${name}}`);

const told = CASES.map(([words, english, ...ids]) => ({ words, english, ids, typed: words.join(' ') }));

describe.each(told)('potluck $typed', ({ words, english, ids }) => {
  test('in English', async () => {
    const answer = { code: 2, out: '', err: `potluck: ${english}\n` };
    expect(await call(words, FILES)).toMatchObject(answer);
    expect(await call([...words, '--lang=en'], FILES)).toMatchObject(answer);
  });

  test.each(LANGUAGES)('in %s', async (language) => {
    const says = ids.map(([id, params]) => filled(translated(language, id), params)).join(' ');
    // An option that waits for its value would take the language for it.
    const { code, out, err } = await call(
      [...words.slice(0, 1), '--lang', language, ...words.slice(1)],
      FILES,
    );
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: `potluck: ${says}\n` });
    expect(err).not.toContain(english);
  });
});

test.each(LANGUAGES)('measures that do not exist, in %s, with the one that was meant', async (language) => {
  const start = `potluck: ${filled(translated(language, 'no-measure'), { id: 'coverige' })} ${filled(translated(language, 'near'), { near: 'coverage' })} `;
  for (const words of [
    ['explain', 'coverige'],
    ['analyse', 'a.yaml', 'coverige'],
  ]) {
    const { code, err } = await call([...words, '--lang', language], FILES);
    expect(code).toBe(2);
    expect(err.startsWith(start), err).toBe(true);
  }
  expect((await call(['explain', 'coverige'])).err).toMatch(
    /^potluck: there is no measure coverige\. Did you mean coverage\? There are: \w/,
  );
});

test('where nothing was given, it is told so', async () => {
  const err = async (...words: string[]) => (await call(words, FILES)).err;
  expect(await err('agenda', 'a.yaml', '--month=')).toBe(
    'potluck: --month takes a month such as 2026-12; nothing is none.\n',
  );
  expect(await err('story', 'a.yaml', '--as-of=')).toBe(
    'potluck: --as-of takes a date: 2009, 2009-10 or 2009-10-08. Nothing is none.\n',
  );
  expect(await err('agenda', 'a.yaml', '--month=', '--lang', 'es')).toBe(
    `potluck: ${filled(translated('es', 'month'), { given: 'nada' })}\n`,
  );
});

test('no mistake of a call is put into words where it is found', () => {
  const literal: string[] = [];
  let found = 0;
  for (const path of sourcesUnder('src/cli'))
    for (const node of nodesOf(path)) {
      const { type, callee } = node as { type: string; callee?: { name?: string } };
      if (type !== 'NewExpression' || callee?.name !== 'CallError') continue;
      found += 1;
      const [says] = node['arguments'] as [{ readonly type: string }];
      if (['Literal', 'TemplateLiteral', 'BinaryExpression'].includes(says.type)) literal.push(path);
    }
  expect(found).toBeGreaterThan(3);
  // A language that is not spoken can only be told in English.
  expect(literal).toEqual(['src/cli/run.ts']);
});
