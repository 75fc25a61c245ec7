/**
 * Every sentence in every language. A language of `locale/pending.json` is being translated: what stands there must be
 * right, and it need not be complete. All others are complete and fresh.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, test } from 'vitest';
import { wordsOfLibrary, wordsOfScreens } from '#test/languages/words-of';
// @ts-expect-error a script of plain JavaScript, told by its comments
import * as languages from '../scripts/languages.js';
import { correctionFile } from '../src/web/features/languages/correction';

type Entries = Record<string, { of: string; is: string }>;
type Found = Record<'missing' | 'stale' | 'superfluous' | 'wrong', string[]>;

const { LANGUAGES, byPart, check, readLanguage, translationsOf, wrongWith } = languages as {
  LANGUAGES: string[];
  byPart: (
    screens: Map<string, string>,
    library: Map<string, string>,
  ) => Record<string, Record<string, string>>;
  check: (language: string, english: object, translated: Record<string, Entries>) => Found;
  readLanguage: (language: string) => Record<string, Entries>;
  translationsOf: (
    given: object,
    language: string,
    english: Record<string, string>,
    tell: (line: string) => void,
  ) => Record<string, string>;
  wrongWith: (of: string, is: string, language: string) => string[];
};

const pending: string[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../locale/pending.json'), 'utf8'),
);
const screens = wordsOfScreens();
const english = byPart(screens.words, await wordsOfLibrary());

describe('what Potluck can say', () => {
  test('every sentence of the screens is written where it is used, and has one text', () => {
    expect(screens.unread).toEqual([]);
    expect(screens.words.size).toBeGreaterThan(600);
  });

  test('every English sentence is a whole ICU message', () => {
    const all = Object.values(english).flatMap((words) => Object.entries(words));
    for (const [id, icu] of all) expect(() => compileMessageOrThrow(icu), id).not.toThrow();
    expect(all.length).toBeGreaterThan(1600);
  });
});

test('an id has one text, in the screens and in the library', async () => {
  const library = await wordsOfLibrary();
  expect([...screens.words].filter(([id, icu]) => (library.get(id) ?? icu) !== icu)).toEqual([]);
});

describe.each(LANGUAGES)('in %s', (language) => {
  const found = check(language, english, readLanguage(language));

  test('what is translated is a message with the same parameters', () => {
    expect(found.wrong).toEqual([]);
  });

  test.skipIf(pending.includes(language))('nothing is missing, stale or superfluous', () => {
    expect(found.missing, 'node scripts/languages.js adds them to locale/, to be translated').toEqual([]);
    expect(found.stale, 'the English has changed: translate again, and put the new English in "of"').toEqual(
      [],
    );
    expect(found.superfluous, 'node scripts/languages.js takes them out').toEqual([]);
  });
});

describe('a translation is compared with its English', () => {
  const of = '{n, plural, one {# hour} other {# hours}} for {who} {is, select, yes {free} other {paid}}';

  test('the same parameters in another order are right', () => {
    const is =
      'para {who}: {n, plural, one {# hora} many {# de horas} other {# horas}} {is, select, yes {gratis} other {pagadas}}';
    expect(wrongWith(of, is, 'es')).toEqual([]);
  });

  test('a parameter left out, a strange one, a strange choice and a plural of elsewhere are found', () => {
    expect(wrongWith('For {who}.', 'Para {quien}.', 'es')).toEqual([
      '{who} is left out',
      '{quien} is not in the English',
    ]);
    expect(wrongWith('{is, select, yes {a} other {b}}', '{is, select, si {a} other {b}}', 'es')).toEqual([
      '{is}: si is no choice of the English',
    ]);
    expect(wrongWith('{n, plural, one {#} other {#}}', '{n, plural, few {#} other {#}}', 'nl')).toEqual([
      '{n}: nl has no plural “few”',
    ]);
    expect(wrongWith('For {who}.', 'Pour {who', 'fr')[0]).toMatch(/^is no ICU message/);
  });

  test('an apostrophe that swallows a parameter is found', () => {
    expect(wrongWith('From {who} to {whom}.', "D'{who} à l'{whom}.", 'fr')).toEqual(['{who} is left out']);
    expect(wrongWith('From {who} to {whom}.', 'D’{who} à l’{whom}.', 'fr')).toEqual([]);
  });

  test('a long sentence that is still English is found, a name is not', () => {
    expect(wrongWith('Skip to the room', 'Skip to the room', 'es')).toEqual(['is still English']);
    expect(wrongWith('Potluck', 'Potluck', 'es')).toEqual([]);
  });

  test('missing, stale and superfluous are told apart', () => {
    const translated = {
      story: {
        'story.a': { of: 'A.', is: 'Ah.' },
        'story.b': { of: 'B of old.', is: 'Be.' },
        'story.c': { of: 'C.', is: '' },
        'story.gone': { of: 'G.', is: 'Ge.' },
      },
    };
    const words = { story: { 'story.a': 'A.', 'story.b': 'B.', 'story.c': 'C.', 'story.d': 'D.' } };
    expect(check('es', words, translated)).toEqual({
      missing: ['story/story.c', 'story/story.d'],
      stale: ['story/story.b'],
      superfluous: ['story/story.gone'],
      wrong: [],
    });
  });
});

describe('a correction that somebody sent, as the language menu writes it', () => {
  const english = { 'free.title': 'Free', 'free.lede': 'Who carries it?' };
  const sent = (language: string) =>
    JSON.parse(
      correctionFile(
        language,
        [
          { id: 'free.title', of: 'Free', was: 'Libre', better: 'Gratis' },
          { id: 'free.lede', of: 'Who bears it?', was: '¿Quién?', better: '¿Quién lo sostiene?' },
        ],
        '2026-11-22',
      ).text,
    ) as object;

  test('is taken in, but for a sentence whose English has changed since', () => {
    const told: string[] = [];
    const taken = translationsOf(sent('es'), 'es', english, (line) => void told.push(line));
    expect(taken).toEqual({ 'free.title': 'Gratis' });
    expect(told).toEqual(['free.lede: the English has changed since: Who carries it?']);
  });

  test('of one language does not get into another', () => {
    expect(() => translationsOf(sent('nl'), 'es', english, () => undefined)).toThrow(
      'this corrects nl, not es',
    );
  });
});
