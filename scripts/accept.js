/**
 * `npm run accept`: shows what differs between the kept answers (goldens, reference pages, schemas) and the present ones,
 * and then keeps the present ones. To be read before it is committed; never part of a hook.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled } from './install.js';
import { root } from './tree.js';

await ensureInstalled({ dev: true, say: (line) => process.stderr.write(`${line}\n`) });
const run = (command, args) =>
  spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    // Pages that are written whole, and are no snapshots of the test runner, go by this.
    env: { ...process.env, POTLUCK_ACCEPT: '1' },
  });
const accepted = run(process.execPath, [
  join(root, 'node_modules/vitest/vitest.mjs'),
  'run',
  '--project',
  'unit',
  // Spelled out: after a bare `-u` the first path would be taken for its value, and every answer accepted.
  '--update=all',
  ...process.argv.slice(2),
]);
run('git', ['--no-pager', 'diff', '--stat', '--', 'cases', 'docs', 'src', 'test']);
console.error('Read every difference (git diff) before you commit it.');
process.exitCode = accepted.status ?? 1;
