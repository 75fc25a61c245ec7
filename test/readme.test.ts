/** The commands of the README do what it says, in a folder of their own, through the real command. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    (match) => match[1] ?? '',
  );
const commands = blocks('sh').flatMap((block) => block.trim().split('\n'));

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'potluck-readme-'));
  symlinkSync(join(root, 'cases'), join(folder, 'cases'));
  writeFileSync(join(folder, 'reading-circle.yaml'), blocks('yaml')[0] ?? '');
  // `npx potluck` in a checkout is this command; npx itself would only add its own start to each.
  writeFileSync(
    join(folder, 'npx'),
    `#!/bin/sh\nshift\nexec "${process.execPath}" "${join(root, 'bin', 'potluck.js')}" "$@"\n`,
  );
  chmodSync(join(folder, 'npx'), 0o755);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('README', () => {
  test('has commands to run', () => {
    expect(commands.length).toBeGreaterThanOrEqual(6);
    expect(commands.filter((command) => !command.startsWith('npx potluck '))).toEqual([]);
  });

  test.each(commands)('%s', { timeout: 60_000 }, (command) => {
    const done = spawnSync('sh', ['-c', command], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH']}` },
    });
    expect(done.stderr).not.toMatch(/\berror\b|should not have happened/);
    expect(done.status).toBe(0);
    const made = /--out (\S+)/.exec(command)?.[1];
    expect(
      (made === undefined ? done.stdout : readFileSync(join(folder, made), 'utf8')).length,
    ).toBeGreaterThan(20);
  });

  test('names no file that is not there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThanOrEqual(5);
    for (const link of links) expect(() => readFileSync(join(root, link)), link).not.toThrow(/ENOENT/);
  });
});
