/** Every TypeScript example of the documentation compiles against the library and runs on the built one. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
// Inside the package, so that `import … from 'potluck'` finds it by its own name.
const folder = join(root, 'test-artefacts', 'doc-code');

interface Example {
  readonly name: string;
  readonly code: string;
}

function examples(): Example[] {
  const pages = [
    'README.md',
    ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md'))
      .map((path) => join('docs', path)),
  ];
  return pages.flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8');
    return [...text.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map((match, at) => ({
      name: `${page.replaceAll(/[^\w]+/g, '-')}-${at + 1}`,
      code: match[1] ?? '',
    }));
  });
}

const all = examples();

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { name, code } of all) writeFileSync(join(folder, `${name}.ts`), `${code}\nexport {};\n`);
  const config = {
    extends: '../../tsconfig.json',
    compilerOptions: {
      noEmit: false,
      noEmitOnError: true,
      outDir: 'out',
      rootDir: '../..',
      sourceMap: false,
    },
    include: ['*.ts'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
});

describe('examples in the documentation', () => {
  test('compile', { timeout: 60_000 }, () => {
    expect(all.length).toBeGreaterThanOrEqual(4);
    const done = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {
      encoding: 'utf8',
    });
    expect(done.stdout).toBe('');
    expect(done.status).toBe(0);
  });

  test.each(all.map(({ name }) => name))('%s runs', { timeout: 60_000 }, (name) => {
    const built = spawnSync(process.execPath, [join(root, 'scripts', 'build.js'), 'node'], {
      encoding: 'utf8',
    });
    expect(built.status, built.stderr).toBe(0);
    const done = spawnSync(
      process.execPath,
      [join(folder, 'out', 'test-artefacts', 'doc-code', `${name}.js`)],
      { cwd: root, encoding: 'utf8' },
    );
    expect(done.stderr).toBe('');
    expect(done.status).toBe(0);
  });
});
