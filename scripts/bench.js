/** `npm run bench`: builds, then prints the figures of `bench/figures.js`. */
import { ensureBuilt } from './build.js';
import { ensureInstalled } from './install.js';

const say = (line) => process.stderr.write(`${line}\n`);
await ensureInstalled({ dev: false, say });
await ensureBuilt({ wanted: ['node'], say });
await import('../bench/figures.js');
