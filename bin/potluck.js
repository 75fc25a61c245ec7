#!/usr/bin/env node
/** The command `potluck`. In a source checkout it first installs and builds what is missing, and says so on standard error. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const installedAsPackage = /[\\/]node_modules[\\/]potluck$/.test(root);

async function prepare() {
  if (installedAsPackage || !existsSync(join(root, 'scripts', 'build.js'))) return;
  const say = (line) => process.stderr.write(`potluck: ${line}\n`);
  const { ensureInstalled } = await import('../scripts/install.js');
  const { ensureBuilt } = await import('../scripts/build.js');
  const serving = process.argv[2] === 'serve' && !process.argv.includes('--help');
  await ensureInstalled({ dev: false, say });
  await ensureBuilt({ wanted: serving ? ['node', 'web'] : ['node'], say });
}

try {
  await prepare();
} catch (error) {
  process.stderr.write(`potluck: ${error.message}\n`);
  process.exit(2);
}
await import('../dist/cli.js');
