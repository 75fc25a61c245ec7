/**
 * Builds what runs: the library, the command line and the server (`dist/*.js`) and the web application (`dist/web`).
 * A part whose sources have not changed since is left alone. `npm run build` runs this; `--force` builds all.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { slimLanguage } from './slim-words.js';
import { alone, contentSignature, filesUnder, quickSignature, root, unwritable } from './tree.js';

const dist = join(root, 'dist');

/** Sources by part: a change of any of them makes the part stale. */
const parts = {
  node: {
    sources: [
      'src/core',
      'src/cli',
      'src/server',
      'src/store',
      'locale',
      'package-lock.json',
      'scripts/build.js',
      'scripts/slim-words.js',
    ],
    made: ['core.js', 'cli.js', 'server.js', 'locale/es.json'],
    build: buildNode,
  },
  web: {
    sources: [
      'src/core',
      'src/web',
      'locale',
      'vite.config.ts',
      'package-lock.json',
      'scripts/build.js',
      'scripts/slim-words.js',
    ],
    made: ['web/index.html'],
    build: buildWeb,
  },
};

const stampPath = (part) => join(dist, `.${part}.stamp`);

function isFresh(part) {
  const { sources, made } = parts[part];
  if (!made.every((path) => existsSync(join(dist, path))) || !existsSync(stampPath(part))) return false;
  const [quick, content] = readFileSync(stampPath(part), 'utf8').split('\n');
  const files = filesUnder(sources);
  if (quickSignature(files) === quick) return true;
  if (contentSignature(files) !== content) return false;
  try {
    writeFileSync(stampPath(part), `${quickSignature(files)}\n${content}\n`);
  } catch {
    // Somebody else's folder: it is fresh all the same, only slower to tell.
  }
  return true;
}

/** The parts that are not built from the present sources. */
export function stale(wanted = Object.keys(parts)) {
  return wanted.filter((part) => !isFresh(part));
}

/** Builds the stale ones of the wanted parts. Packages must be installed. */
export async function ensureBuilt({ wanted = Object.keys(parts), say, force = false }) {
  if (!force && stale(wanted).length === 0) return false;
  await alone(async () => {
    for (const part of force ? wanted : stale(wanted)) {
      const started = Date.now();
      const files = filesUnder(parts[part].sources);
      rmSync(stampPath(part), { force: true });
      await parts[part].build();
      writeFileSync(stampPath(part), `${quickSignature(files)}\n${contentSignature(files)}\n`);
      say(
        `built ${part === 'web' ? 'the web application' : 'library, server and command line'} in ${((Date.now() - started) / 1000).toFixed(1)} s`,
      );
    }
  }, say).catch((error) => {
    throw unwritable(error);
  });
  return true;
}

async function buildNode() {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    cwd: root,
    input: { core: 'src/core/index.ts', cli: 'src/cli/main.ts', server: 'src/server/main.ts' },
    platform: 'node',
    external: (id) => !/^[.#/]/.test(id) && !/^[a-zA-Z]:[\\/]/.test(id),
    resolve: { conditionNames: ['potluck-source', 'node', 'import', 'default'] },
    onLog(level, log, handler) {
      if (log.code !== 'CIRCULAR_DEPENDENCY') handler(level, log);
    },
  });
  const next = join(dist, '.next');
  rmSync(next, { recursive: true, force: true });
  // One flat folder, so that a file beside the source (`./migrations`) is beside the built file as well.
  await bundle.write({
    dir: next,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'part-[name]-[hash].js',
    sourcemap: true,
  });
  await bundle.close();
  const migrations = join(root, 'src/store/migrations');
  if (existsSync(migrations)) cpSync(migrations, join(next, 'migrations'), { recursive: true });
  mkdirSync(dist, { recursive: true });
  for (const name of readdirSync(dist)) {
    if (/^part-.*\.js(\.map)?$/.test(name) || name === 'migrations')
      rmSync(join(dist, name), { recursive: true });
  }
  writeLanguages();
  for (const name of readdirSync(next)) renameSync(join(next, name), join(dist, name));
  rmSync(next, { recursive: true });
}

/** What the commands and the server say in other languages: a file for each language, without its English. */
function writeLanguages() {
  const to = join(dist, 'locale');
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(join(root, 'locale'), { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === 'en') continue;
    const words = slimLanguage(join(root, 'locale', entry.name));
    writeFileSync(join(to, `${entry.name}.json`), JSON.stringify(words));
  }
}

async function buildWeb() {
  // Whatever the surroundings say (tests say `test`): what people open is React as it is meant to be served.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn', mode: 'production' });
  if (before === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = before;
  await pack(join(dist, 'web', 'assets'));
}

/** Lays a packed copy beside each script and style, so that a thin line carries a tenth less than with gzip. */
async function pack(folder) {
  const brotli = promisify(brotliCompress);
  // One less than the best: a fiftieth larger, and made in a third of the time.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 10 };
  await Promise.all(
    readdirSync(folder)
      .filter((name) => /\.(?:js|css|svg)$/.test(name))
      .map(async (name) => {
        const body = readFileSync(join(folder, name));
        if (body.length > 1024) writeFileSync(join(folder, `${name}.br`), await brotli(body, { params }));
      }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const say = (line) => console.error(line);
  const only = process.argv.slice(2).filter((word) => word in parts);
  const { ensureInstalled } = await import('./install.js');
  try {
    await ensureInstalled({ dev: false, say });
    const built = await ensureBuilt({
      say,
      force: process.argv.includes('--force'),
      ...(only.length > 0 ? { wanted: only } : {}),
    });
    if (!built) say('nothing to build: all is as the sources say');
  } catch (error) {
    say(error.message);
    process.exitCode = 1;
  }
}
