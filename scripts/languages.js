/**
 * `node scripts/languages.js` brings `locale/` up to date with the sources: new sentences are added to every language with
 * an empty translation, gone ones are taken out, and changed ones keep the old English in `of`, so that it shows.
 * `node scripts/languages.js es` checks one language and lists what is missing, stale or wrong; with `--fast` against the
 * English as it was listed last. `… todo es story` prints what is still to do of a part as `{ id: English }`, and
 * `… take es FILE` puts a file of `{ id: translation }`, or a correction that somebody sent, into the language.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { root } from './tree.js';

const folder = join(root, 'locale');

/** Languages that Potluck is translated into, from English. */
export const LANGUAGES = ['es', 'fr', 'nl', 'pt', 'sw'];

/** Parts of a language, each a file, and which ids of the library belong to it by their first word. */
export const PARTS = {
  screens: [],
  picture: ['picture', 'amount', 'list', 'date', 'end', 'context', 'block', 'glossary', 'lens'],
  changes: ['change', 'scheme', 'operation', 'interview'],
  story: ['story'],
  questions: ['question'],
  findings: ['finding', 'measure', 'compare'],
  problems: ['problem'],
  measures: ['how'],
  // Said by the server alone: no browser fetches them.
  refusals: ['refused', 'docs'],
  // Said by the command line alone.
  commands: ['command'],
  // All else: commands, exports, the server.
  doors: [],
};

const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {});

function write(path, value) {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** Part of an id of the library. */
export function partOf(id) {
  const first = id.split('.')[0];
  return Object.keys(PARTS).find((part) => PARTS[part].includes(first)) ?? 'doors';
}

/** The English of every part, from the sources: `{ part: { id: icu } }`. */
export function byPart(screens, library) {
  const parts = Object.fromEntries(Object.keys(PARTS).map((part) => [part, {}]));
  for (const [id, icu] of [...screens].sort(byId)) parts.screens[id] = icu;
  // What the screens say too stands with them: one sentence is translated once.
  for (const [id, icu] of [...library].sort(byId)) if (!(id in parts.screens)) parts[partOf(id)][id] = icu;
  return parts;
}

const byId = ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0);

/** A language as it stands in its files: `{ part: { id: { of, is } } }`. */
export function readLanguage(language) {
  return Object.fromEntries(
    Object.keys(PARTS).map((part) => [part, read(join(folder, language, `${part}.json`))]),
  );
}

/** What of an ICU message must be the same in every language: its arguments and how each is used. */
export function argumentsOf(icu) {
  const found = new Map();
  const visit = (tokens) => {
    if (!Array.isArray(tokens)) return;
    for (const token of tokens) {
      if (!Array.isArray(token)) continue;
      const [name, type, branches] = token;
      const choices = type === 'select' ? Object.keys(branches).sort() : [];
      found.set(name, { type: type ?? 'text', choices });
      if (branches !== null && typeof branches === 'object')
        for (const branch of Object.values(branches)) visit(branch);
    }
  };
  visit(compileMessageOrThrow(icu));
  return found;
}

/** Plural branches that a language does not have, or that its numbers need and that are left out. */
function pluralsOf(icu, language) {
  const wrong = [];
  const visit = (tokens) => {
    if (!Array.isArray(tokens)) return;
    for (const token of tokens) {
      if (!Array.isArray(token) || token[2] === null || typeof token[2] !== 'object') continue;
      const [name, type, { offset: _, ...branches }] = token;
      if (type === 'plural' || type === 'selectordinal') {
        const rules = new Intl.PluralRules(language, {
          type: type === 'plural' ? 'cardinal' : 'ordinal',
        }).resolvedOptions().pluralCategories;
        for (const one of Object.keys(branches))
          if (!/^=?\d+$/.test(one) && !rules.includes(one))
            wrong.push(`{${name}}: ${language} has no plural “${one}”`);
        if (!('other' in branches)) wrong.push(`{${name}}: the plural needs “other”`);
      }
      for (const branch of Object.values(branches)) visit(branch);
    }
  };
  visit(compileMessageOrThrow(icu));
  return wrong;
}

/** What is wrong with one translation, apart from its words; empty where nothing is. */
export function wrongWith(of, is, language) {
  let theirs;
  try {
    theirs = argumentsOf(is);
  } catch (error) {
    return [`is no ICU message: ${error.message.split('\n')[0]}`];
  }
  const ours = argumentsOf(of);
  const wrong = pluralsOf(is, language);
  for (const name of ours.keys()) if (!theirs.has(name)) wrong.push(`{${name}} is left out`);
  for (const [name, { choices }] of theirs) {
    if (!ours.has(name)) wrong.push(`{${name}} is not in the English`);
    const known = ours.get(name)?.choices ?? [];
    const strange = choices.filter((one) => known.length > 0 && !known.includes(one));
    if (strange.length > 0) wrong.push(`{${name}}: ${strange.join(', ')} is no choice of the English`);
    if (choices.length > 0 && !choices.includes('other')) wrong.push(`{${name}}: the choice needs “other”`);
  }
  if (is === of && isSentence(of)) wrong.push('is still English');
  return wrong;
}

/** Names, signs and numbers may be the same in two languages; four words of prose are not. */
function isSentence(icu) {
  return (icu.replace(/[{}]/g, ' ').match(/\p{L}{2,}/gu) ?? []).length >= 4;
}

/** Compares a language with the English of the sources. Lists of `part/id`, with what is wrong of each where words help. */
export function check(language, english, translated) {
  const found = { missing: [], stale: [], superfluous: [], wrong: [] };
  for (const [part, words] of Object.entries(english)) {
    const have = translated[part] ?? {};
    for (const [id, icu] of Object.entries(words)) {
      const entry = have[id];
      if (entry === undefined || entry.is === '') found.missing.push(`${part}/${id}`);
      else if (entry.of !== icu) found.stale.push(`${part}/${id}`);
    }
    for (const [id, { of, is }] of Object.entries(have)) {
      if (!(id in words)) found.superfluous.push(`${part}/${id}`);
      if (is === '') continue;
      for (const says of wrongWith(of, is, language)) found.wrong.push(`${part}/${id}: ${says}`);
    }
  }
  return found;
}

/** The English of the sources, by asking them. */
async function english() {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(root, 'test/languages/all-words.ts'), {
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['potluck-source'] },
    ssr: { resolve: { conditions: ['potluck-source'] } },
  });
  const { words, unread } = module.screens;
  if (unread.length > 0) throw new Error(unread.join('\n'));
  return byPart(words, module.library);
}

function bringUpToDate(parts) {
  // A sentence may have moved to another part: its translation goes along.
  const kept = Object.fromEntries(
    LANGUAGES.map((language) => [language, Object.assign({}, ...Object.values(readLanguage(language)))]),
  );
  for (const [part, words] of Object.entries(parts)) {
    for (const language of ['en', ...LANGUAGES]) {
      const path = join(folder, language, `${part}.json`);
      const now =
        language === 'en'
          ? words
          : Object.fromEntries(
              Object.entries(words).map(([id, of]) => [
                id,
                kept[language][id]?.is ? kept[language][id] : { of, is: '' },
              ]),
            );
      if (Object.keys(now).length > 0) write(path, now);
      else rmSync(path, { force: true });
    }
  }
}

function tell(language, parts) {
  const found = check(language, parts, readLanguage(language));
  for (const [name, ones] of Object.entries(found)) {
    console.log(`${language}: ${ones.length} ${name}`);
    for (const one of name === 'missing' ? ones.slice(0, 10) : ones) console.log(`  ${one}`);
  }
  return found;
}

/** The English as it was listed last, for those who need no fresh one. */
function listed() {
  return Object.fromEntries(
    Object.keys(PARTS).map((part) => [part, read(join(folder, 'en', `${part}.json`))]),
  );
}

/** What is still to be translated, or again, as `{ id: English }`. */
function todo(language, only) {
  const parts = listed();
  const { missing, stale } = check(language, parts, readLanguage(language));
  return Object.fromEntries(
    [...missing, ...stale]
      .map((path) => path.split(/\/(.*)/s))
      .filter(([part]) => only === undefined || part === only)
      .map(([part, id]) => [id, parts[part][id]]),
  );
}

/**
 * The translations of a file for a language: `{ id: translation }`, or a correction as the language menu writes it. One of
 * another language is refused; a sentence whose English has changed since is left out and told through `tell`.
 */
export function translationsOf(given, language, english, tell) {
  if (!Array.isArray(given.corrections)) return given;
  if (given.language !== language) throw new Error(`this corrects ${given.language}, not ${language}`);
  const fresh = given.corrections.filter(({ id, of }) => {
    const same = !(id in english) || english[id] === of;
    if (!same) tell(`${id}: the English has changed since: ${english[id]}`);
    return same;
  });
  return Object.fromEntries(fresh.map(({ id, better }) => [id, better]));
}

/** Puts translations into a language. Refuses those that are no message or lose a parameter, and says why. */
function take(language, path) {
  const parts = listed();
  const have = readLanguage(language);
  let taken = 0;
  const given = JSON.parse(readFileSync(path, 'utf8'));
  const english = Object.assign({}, ...Object.values(parts));
  for (const [id, is] of Object.entries(translationsOf(given, language, english, console.error))) {
    const homes = Object.keys(parts).filter((part) => id in parts[part]);
    if (homes.length === 0) console.error(`${id}: there is no such sentence`);
    for (const part of homes) {
      const of = parts[part][id];
      const wrong = wrongWith(of, is, language);
      for (const says of wrong) console.error(`${id}: ${says}`);
      if (wrong.length > 0) continue;
      have[part][id] = { of, is };
      taken += 1;
    }
  }
  for (const [part, entries] of Object.entries(have)) {
    if (Object.keys(entries).length === 0) continue;
    write(join(folder, language, `${part}.json`), Object.fromEntries(Object.entries(entries).sort(byId)));
  }
  console.log(`${taken} translations taken into locale/${language}`);
}

async function main([first, ...rest]) {
  if (first === 'todo') return console.log(JSON.stringify(todo(...rest), null, 2));
  if (first === 'take') return take(...rest);
  if (first === undefined) {
    const parts = await english();
    bringUpToDate(parts);
    const total = Object.values(parts).reduce((sum, words) => sum + Object.keys(words).length, 0);
    return console.log(`locale/ is up to date: ${total} sentences`);
  }
  if (!LANGUAGES.includes(first)) throw new Error(`${first} is none of ${LANGUAGES.join(', ')}`);
  const { stale, superfluous, wrong } = tell(first, rest.includes('--fast') ? listed() : await english());
  if (stale.length + superfluous.length + wrong.length > 0) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
