/**
 * The browser works with what a file means, never with its text: nothing under `src/web` reaches the YAML library, now or
 * later, nor what reads a text with it. It would be the heaviest part of all.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const IMPORT = /^(?:import|export) (?!type )(?:[^'";]*? from )?'([^']+)'/gm;
const LATER = /\bimport\(\s*'([^']+)'|\bnew URL\(\s*'([^']+\.tsx?)'/g;

/** What a file names when it runs, at once or later; what only types name is gone by then. */
const namedIn = (text: string): string[] => [
  ...[...text.matchAll(IMPORT)].map((found) => found[1] ?? ''),
  ...[...text.matchAll(LATER)].map((found) => found[1] ?? found[2] ?? ''),
];

/** The file of ours that is named; null for a library, a sheet or a picture. */
function fileOf(name: string, from: string): string | null {
  const bare = name.replace(/\?.*$/, '');
  const path = bare.startsWith('#')
    ? bare.replace(/^#(\w+)\//, 'src/$1/')
    : bare.startsWith('.')
      ? join(dirname(from), bare)
      : null;
  if (path === null || /\.(?:css|json|svg|woff2?)$/.test(path)) return null;
  for (const ending of ['', '.ts', '.tsx', '/index.ts', '/index.tsx'])
    if (/\.tsx?$/.test(path + ending) && existsSync(join(ROOT, path + ending))) return path + ending;
  throw new Error(`${from} names ${name}, which is not there`);
}

/** Everything that is reached from these files, each with the way to it. */
function reached(from: readonly string[]): Map<string, readonly string[]> {
  const ways = new Map<string, readonly string[]>(from.map((file) => [file, [file]]));
  for (const [file, way] of ways) {
    if (!/\.tsx?$/.test(file)) continue;
    for (const name of namedIn(readFileSync(join(ROOT, file), 'utf8'))) {
      const next = fileOf(name, file) ?? name;
      if (!ways.has(next)) ways.set(next, [...way, next]);
    }
  }
  return ways;
}

const web = readdirSync(join(ROOT, 'src/web'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
  .map((path) => `src/web/${path}`);

test('no page reaches what reads YAML', () => {
  const all = reached(web);
  for (const reader of [
    'yaml',
    'src/core/file/parse.ts',
    'src/core/file/swift.ts',
    'src/core/file/syntax.ts',
  ])
    expect(all.get(reader), reader).toBeUndefined();
  // What it does reach: the meaning of a file, and changes to it.
  expect(all.has('src/core/file/resolve.ts')).toBe(true);
  expect(all.has('src/core/file/apply-to-plain.ts')).toBe(true);
});

test('the walk goes through what is named at once and later, and not through types', () => {
  expect(
    namedIn(`import { a } from 'one';\nimport type { B } from 'two';\nexport {\n  c,\n} from './three';\nimport 'four';
const five = () => import('five');\nnew Worker(new URL('./six.ts', import.meta.url));\nimport { type D } from 'seven';`),
  ).toEqual(['one', './three', 'four', 'seven', 'five', './six.ts']);
  expect([...reached(['src/core/file/operations.ts']).keys()]).toContain('yaml');
});
