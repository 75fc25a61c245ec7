/** The house rules, kept by looking at every file; each rule is first shown a file that breaks it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyses } from '#core/analyses/index';
import {
  firstWords,
  importTable,
  type Kept,
  lengths,
  MOST_LINES,
  names,
  noMachinePaths,
  purity,
  type Source,
  viewMakers,
} from '#test/tidy-rules';

const root = join(import.meta.dirname, '..');

function sourcesUnder(folders: readonly string[], pattern: RegExp): Source[] {
  const found: Source[] = [];
  const visit = (path: string) => {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules' && !entry.name.startsWith('.') && entry.name !== 'dist')
          visit(below);
      } else if (pattern.test(entry.name))
        found.push({ path: below, text: readFileSync(join(root, below), 'utf8') });
    }
  };
  for (const folder of folders) visit(folder);
  return found;
}

const code = sourcesUnder(['src', 'scripts', 'bin', 'test', 'bench'], /\.(?:ts|tsx|js)$/);
const ofSrc = code.filter(({ path }) => path.startsWith('src/'));

function kept({ looked, complaints }: Kept, atLeast: number) {
  expect(complaints.map(({ path, says }) => `${path}: ${says}`)).toEqual([]);
  expect(looked).toBeGreaterThanOrEqual(atLeast);
}

const broken = (rule: (sources: readonly Source[]) => Kept, path: string, text: string) =>
  rule([{ path, text }]).complaints.map(({ says }) => says);

describe('the house', () => {
  test('rooms open only the doors they may', () => {
    expect(broken(importTable, 'src/core/model/x.ts', "import { parse } from '#core/file/parse';")).toEqual([
      'core/model may not open core/file (#core/file/parse)',
    ]);
    expect(
      broken(importTable, 'src/core/analyses/x.ts', "import { disclose } from '#core/audience/disclose';"),
    ).toHaveLength(1);
    expect(broken(importTable, 'src/core/picture/x.ts', "import fs from 'node:fs';")).toHaveLength(1);
    expect(broken(importTable, 'src/store/x.ts', "import { app } from '#server/app';")).toHaveLength(1);
    expect(broken(importTable, 'src/web/x.tsx', "import { app } from '#server/app';")).toHaveLength(1);
    expect(broken(importTable, 'src/core/file/x.ts', "export * from '../model/amount';")).toHaveLength(1);
    kept(importTable(code), 200);
  });

  test('core knows no clock, no chance and no screen', () => {
    expect(broken(purity, 'src/core/x.ts', 'const now = Date.now();')).toHaveLength(1);
    expect(broken(purity, 'src/core/x.ts', 'const now = new Date( );')).toEqual([
      'reads the clock (new Date())',
      'reads the clock (Date())',
    ]);
    expect(broken(purity, 'src/core/x.ts', '// Date.now is not used here\nconst day = new Date(0);')).toEqual(
      [],
    );
    kept(purity(code), 50);
  });

  test('views are made by disclosure alone', () => {
    expect(broken(viewMakers, 'src/server/routes/x.ts', 'View.from(json)')).toHaveLength(1);
    kept(viewMakers(code), 2);
  });

  test(`no file is longer than ${MOST_LINES} lines`, () => {
    expect(broken(lengths, 'src/x.ts', 'x\n'.repeat(MOST_LINES + 1))).toHaveLength(1);
    kept(lengths(code), 100);
  });

  test('files are named for what they hold', () => {
    expect(broken(names, 'src/core/fileUtils.ts', '')).toHaveLength(1);
    expect(broken(names, 'src/core/file-utils.ts', '')).toHaveLength(1);
    expect(broken(names, 'src/web/features/free/Free.tsx', '')).toEqual([]);
    kept(names(code), 100);
  });

  test('files begin by saying what they hold', () => {
    expect(broken(firstWords, 'src/core/x.ts', 'export const x = 1;')).toHaveLength(1);
    kept(firstWords(ofSrc), 100);
  });

  test('nothing names the machine on which it was written', () => {
    const shown = ['', 'root', 'x'].join('/');
    expect(broken(noMachinePaths, 'docs/x.md', `see ${shown}`)).toHaveLength(1);
    const all = [
      ...sourcesUnder(
        ['src', 'scripts', 'bin', 'test', 'bench', 'docs', 'cases'],
        /\.(?:ts|tsx|js|md|yaml|json|css|html|sql)$/,
      ),
      ...sourcesOfRoot(),
    ];
    kept(noMachinePaths(all), 150);
  });

  test('the lock file names no registry but the public one', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { resolved?: string; version?: string; link?: boolean }>;
    };
    const entries = Object.entries(lock.packages);
    expect(entries.length).toBeGreaterThan(100);
    expect(
      entries.filter(
        ([, one]) =>
          one.link === true ||
          (one.resolved !== undefined && !one.resolved.startsWith('https://registry.npmjs.org/')),
      ),
    ).toEqual([]);
  });

  test('the index of analyses is the folder of analyses', () => {
    const folder = ofSrc.filter(
      ({ path, text }) => /^src\/core\/analyses\/[\w-]+\.ts$/.test(path) && /\bdefineAnalysis\(\{/.test(text),
    );
    const files = folder.map(({ path }) => path.replace(/^.*\/|\.ts$/g, '')).sort();
    expect(files.length).toBeGreaterThanOrEqual(5);
    expect(analyses.map((analysis) => analysis.id).sort()).toEqual(files);
  });
});

function sourcesOfRoot(): Source[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|json|ts|js)$/.test(entry.name))
    .map((entry) => ({ path: entry.name, text: readFileSync(join(root, entry.name), 'utf8') }));
}
