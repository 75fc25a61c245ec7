/** `npm run dev`: the server with the cases on its shelf, and the pages beside it, renewed as their sources change. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.js';
import { ensureInstalled } from './install.js';
import { root } from './tree.js';

const say = (line) => process.stderr.write(`${line}\n`);
await ensureInstalled({ dev: true, say });
await ensureBuilt({ wanted: ['node'], say });
const data = process.env.POTLUCK_DATA ?? mkdtempSync(join(tmpdir(), 'potluck-dev-'));
const { serve } = await import('../dist/server.js');
const serving = await serve({
  port: process.env.PORT,
  data,
  shelf: join(root, 'cases'),
  env: process.env,
  say,
});
process.env.POTLUCK_API = serving.url;
const { createServer } = await import('vite');
const pages = await createServer({ configFile: join(root, 'vite.config.ts') });
await pages.listen();
say(
  `pages, renewed as you write: ${pages.resolvedUrls?.local[0]}\nAPI: ${serving.url} (restart for changes of core, store or server)`,
);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await pages.close();
    await serving.stop();
    if (process.env.POTLUCK_DATA === undefined) rmSync(data, { recursive: true, force: true });
    process.exit(0);
  });
}
