/**
 * `npm start`: installs and builds what is missing, then runs Potluck with its cases on the shelf. Needs nothing but
 * Node and npm to begin with.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.js';
import { ensureInstalled } from './install.js';
import { root } from './tree.js';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const say = (line) => process.stderr.write(`${line}\n`);

/** `--port N`, `--port=N`, `--data DIR` and what `potluck serve` knows beside them; anything else is a mistake of the call. */
function readCall(words) {
  const call = { port: undefined, data: undefined, host: undefined, site: undefined };
  let trustsProxy = false;
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] === '--trust-proxy') {
      trustsProxy = true;
      continue;
    }
    const [name, inline] = words[at].split(/=(.*)/s);
    const key = name.replace(/^--/, '');
    if (!name.startsWith('--') || !(key in call))
      throw new Error(
        `npm start does not know ${words[at]}. It knows: --port N, --data FOLDER, --host ADDRESS, --site URL, --trust-proxy (after --: npm start -- --port 8080).`,
      );
    const value = inline ?? words[++at];
    if (value === undefined || value === '') throw new Error(`${name} needs a value.`);
    call[key] = value;
  }
  // npm takes `npm start --port 8080` for an option of its own and hands it on this way.
  for (const key of ['port', 'data']) call[key] ??= fromNpm(process.env[`npm_config_${key}`]);
  return { ...call, trustsProxy };
}

const fromNpm = (value) => (value === undefined || value === '' || value === 'true' ? undefined : value);

try {
  if (major < 20 || (major === 20 && minor < 19))
    throw new Error(`Potluck needs Node 20.19 or newer; this is ${process.versions.node}.`);
  const call = readCall(process.argv.slice(2));
  await ensureInstalled({ dev: false, say });
  await ensureBuilt({ say });
  const { serveUntilEnded } = await import(pathToFileURL(join(root, 'dist', 'server.js')).href);
  process.exitCode = await serveUntilEnded({ ...call, env: process.env, shelf: join(root, 'cases'), say });
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
