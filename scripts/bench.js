/**
 * `npm run bench`: builds, then prints the figures of `bench/figures.js`; `npm run bench -- rounds` leads a round with many
 * phones, `npm run bench -- reading` reads a picture with accounts on and off, and `npm run bench -- page` moves a slider of
 * What if.
 */
import { ensureBuilt } from './build.js';
import { ensureInstalled } from './install.js';

const say = (line) => process.stderr.write(`${line}\n`);
await ensureInstalled({ dev: false, say });
const loads = { rounds: 'rounds-load', reading: 'reading-load', page: 'whatif-page' };
const load = loads[process.argv[2] ?? ''];
await ensureBuilt({ wanted: load === undefined ? ['node'] : ['node', 'web'], say });
await import(`../bench/${load ?? 'figures'}.js`);
