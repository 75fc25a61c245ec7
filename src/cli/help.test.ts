/** The help in every language: every sentence of it, and every name that is typed as it is. Words are read from `locale/` here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMON, type Command } from '#cli/command';
import { commands } from '#cli/commands/index';
import { call } from '#cli/testing';

const LANGUAGES = ['es', 'fr', 'nl', 'pt', 'sw'];

/** Translations by id, with their English. */
function wordsOf(language: string): Record<string, { readonly of: string; readonly is: string }> {
  const path = join(import.meta.dirname, '..', '..', 'locale', language, 'commands.json');
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** Lines as one, so that it does not matter where they were broken. */
const flat = (text: string) => text.replace(/[ \n\t]+/g, ' ');

/** The ids of what the help of a command says, put together here on their own. */
const idsOf = ({ name, options }: Command) => [
  'command.options',
  'command.optional',
  'command.examples',
  'command.ends',
  `command.${name}.about`,
  ...options.map((option) => `command.${name}.option.${option.name}`),
  ...COMMON.map((option) => `command.option.${option.name}`),
];

/** The words of a sentence around what is put in. */
const around = (icu: string) =>
  icu
    .split(/\{\w+\}/)
    .map((part) => flat(part).trim())
    .filter((part) => part.length > 1);

/** `--name VALUE` of every line of options, in their order. */
const labelsOf = (help: string) =>
  [...help.matchAll(/^ {2}(--\S+(?: \S+)?) {2,}/gm)].map((match) => match[1]);

/** Lines that are typed as they stand. */
const examplesOf = (help: string) => help.split('\n').filter((line) => line.startsWith('  potluck '));

const said = async (...words: string[]) => {
  const { code, out, err } = await call(words);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
};

describe.each(LANGUAGES)('in %s', (language) => {
  const words = wordsOf(language);

  test.each(commands.map((command) => [command.name, command] as const))(
    'the help of %s is whole, and names stay as they are',
    async (name, command) => {
      const [english, out] = [await said(name, '--help'), await said(name, '--help', '--lang', language)];
      for (const id of idsOf(command)) {
        const { of = '', is = '' } = words[id] ?? {};
        expect(is, id).not.toBe('');
        for (const part of around(is)) expect(flat(out), id).toContain(part);
        if (is !== of) for (const part of around(of)) expect(` ${flat(out)} `, id).not.toContain(` ${part} `);
      }
      expect(labelsOf(out)).toEqual(labelsOf(english));
      expect(labelsOf(out)).toHaveLength(command.options.length + COMMON.length);
      expect(examplesOf(out)).toEqual(examplesOf(english));
      expect(out).toContain(`potluck ${name} ${command.takes} ${words['command.optional']?.is}\n`);
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    },
  );

  test('potluck alone fits a screen too, and says every command', async () => {
    const out = await said('--help', '--lang', language);
    const lines = out.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    for (const { name } of commands)
      expect(lines).toContain(`  ${name.padEnd(11)}${words[`command.${name}.answers`]?.is}`);
    for (const id of ['command.potluck', 'command.how']) expect(flat(out)).toContain(words[id]?.is);
    expect(examplesOf(out)).toEqual(examplesOf(await said()));
  });
});

test('the language may be said in each of the ways to ask for help', async () => {
  const story = await said('story', '--help', '--lang', 'es');
  for (const words of [
    ['help', 'story', '--lang', 'es'],
    ['help', '--lang=es', 'story'],
    ['story', '--lang=es', '-h'],
  ])
    expect(await said(...words), words.join(' ')).toBe(story);
  const all = await said('--help', '--lang', 'es');
  for (const words of [
    ['--lang', 'es'],
    ['--lang=es', '--help'],
    ['help', '--lang', 'es'],
  ])
    expect(await said(...words), words.join(' ')).toBe(all);
  expect(all).not.toBe(await said());
});

test('in English where it is asked for, and where a language is not spoken here', async () => {
  const english = await said('story', '--help');
  for (const language of ['en', 'xx', ''])
    expect(await said('story', '--help', '--lang', language)).toBe(english);
  expect(await call(['story', '--lang', 'xx'])).toMatchObject({
    code: 2,
    err: 'potluck: xx is not spoken here. There are: en, es, fr, nl, pt, sw.\n',
  });
});

test('what belongs to a file after -- asks for no language', async () => {
  expect((await call(['story', '--', '--lang=es'])).err).toBe(
    'potluck: there is no file --lang=es. Give the path of a community file, such as cases/km4dev/community.yaml.\n',
  );
});
