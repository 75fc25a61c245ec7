/** All words of the interface, read from its sources: one text an id, and each a message that can be compiled. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const CALL = /\bt\(\s*(['"])((?:(?!\1).)+)\1,\s*(['"])((?:\\.|(?!\3).)*)\3/gs;

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name) ? [path] : [];
  });
}

/** Every id with its English, and in how many calls of `t(` neither could be read. */
function allWords() {
  const words = new Map<string, Set<string>>();
  const unread: string[] = [];
  for (const path of sources(root)) {
    const text = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    const calls = [...text.matchAll(/(?<![.\w])t\(\s*(?!id\b)/g)].length;
    const read = [...text.matchAll(CALL)];
    if (calls !== read.length && !path.endsWith('words.ts'))
      unread.push(`${path}: ${calls} calls, ${read.length} read`);
    for (const [, , id, quote, icu] of read) {
      const said = (icu ?? '').replaceAll(`\\${quote}`, quote ?? '');
      words.set(id ?? '', (words.get(id ?? '') ?? new Set()).add(said));
    }
  }
  return { words, unread };
}

const { words, unread } = allWords();

test('the words of the interface can be listed', () => {
  expect(words.size).toBeGreaterThan(200);
  expect(unread, 'an id or a text is not written where it is used').toEqual([]);
});

test('one text an id', () => {
  expect([...words].filter(([, texts]) => texts.size > 1).map(([id, texts]) => [id, ...texts])).toEqual([]);
});

test('every text is a message', () => {
  for (const [id, texts] of words)
    for (const text of texts) expect(() => compileMessage(text), id).not.toThrow();
});

test('every id is made of plain words and points', () => {
  expect([...words.keys()].filter((id) => !/^[a-z]+(?:[.-][a-z]+)*$/.test(id))).toEqual([]);
});
