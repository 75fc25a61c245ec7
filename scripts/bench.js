/** `npm run bench`: builds, then prints the figures of `bench/figures.js`; `npm run bench -- rounds` leads a round with many phones. */
import { ensureBuilt } from './build.js';
import { ensureInstalled } from './install.js';

const say = (line) => process.stderr.write(`${line}\n`);
await ensureInstalled({ dev: false, say });
const rounds = process.argv[2] === 'rounds';
await ensureBuilt({ wanted: rounds ? ['node', 'web'] : ['node'], say });
await import(rounds ? '../bench/rounds-load.js' : '../bench/figures.js');
