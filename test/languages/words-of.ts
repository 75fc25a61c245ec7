/** Everything that Potluck can say, in English: the interface's words from its sources, all others by asking the library. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { analyses } from '#core/analyses/index';
import { measureWords } from '#core/analyses/measure-words';
import { templates } from '#core/words/message';

const root = join(import.meta.dirname, '../..');

/** Id to ICU message. */
export type Words = Map<string, string>;

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Sources of a folder that are no tests, from the root of the checkout. */
export function sourcesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !/\.test\.|\/testing\.ts$|\.d\.ts$/.test(path))
    .sort();
}

/** Every node of a source, outermost first. */
export function* nodesOf(path: string): Iterable<Node> {
  const { program, errors } = parseSync(path, readFileSync(join(root, path), 'utf8'));
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  yield* inside(program as unknown as Node);
}

function* inside(node: unknown): Iterable<Node> {
  if (Array.isArray(node)) for (const one of node) yield* inside(one);
  if (node === null || typeof node !== 'object' || !('type' in node)) return;
  yield node as Node;
  for (const [key, child] of Object.entries(node)) if (key !== 'type') yield* inside(child);
}

/** A text that is written out, also in several pieces joined by `+`; null for all else. */
export function written(node: unknown): string | null {
  const one = node as Node | undefined;
  if (one?.type === 'Literal' && typeof one['value'] === 'string') return one['value'];
  if (one?.type === 'TemplateLiteral') {
    const quasis = one['quasis'] as { value: { cooked: string } }[];
    return quasis.length === 1 ? (quasis[0]?.value.cooked ?? null) : null;
  }
  if (one?.type !== 'BinaryExpression' || one['operator'] !== '+') return null;
  const [left, right] = [written(one['left']), written(one['right'])];
  return left === null || right === null ? null : left + right;
}

/** The words of the screens: every `t(id, icu)`, and every call of it that cannot be read. */
export function wordsOfScreens(): { readonly words: Words; readonly unread: string[] } {
  const words: Words = new Map();
  const unread: string[] = [];
  for (const path of sourcesUnder('src/web')) {
    if (path === 'src/web/shared/words.ts') continue;
    for (const node of nodesOf(path)) {
      if (node.type !== 'CallExpression' || (node['callee'] as Node)['name'] !== 't') continue;
      const [id, icu] = (node['arguments'] as unknown[]).map(written);
      if (id == null || icu == null) unread.push(`${path}: an id or a text is not written where it is used`);
      else if (words.has(id) && words.get(id) !== icu) unread.push(`${path}: two texts for ${id}`);
      else words.set(id, icu);
    }
  }
  return { words, unread };
}

/** What the library, the commands and the server can say. Loads all of them that define a message. */
export async function wordsOfLibrary(): Promise<Words> {
  for (const path of ['core', 'cli', 'server', 'store'].flatMap((room) => sourcesUnder(`src/${room}`))) {
    const text = readFileSync(join(root, path), 'utf8');
    if (/import \{[^}]*\bmessage\b[^}]*\} from '#core\/words\/message'/.test(text))
      await import(/* @vite-ignore */ join(root, path));
  }
  await import('#core/index');
  const words: Words = new Map([...templates()].filter(([id]) => !id.startsWith('test.')));
  for (const analysis of analyses)
    for (const [id, text] of Object.entries(measureWords(analysis))) words.set(id, text);
  return words;
}
