/** The command line as a process: gives a call its world (files, clock, screen) and ends with its exit code. */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { text as textOf } from 'node:stream/consumers';
import type { World } from '#cli/command';
import { run } from '#cli/run';

const MS_PER_DAY = 86_400_000;
const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

const world: World = {
  out: (text) => void process.stdout.write(text),
  outBytes: (bytes) => void process.stdout.write(bytes),
  err: (text) => void process.stderr.write(text),
  // `-` is what is sent through a pipe.
  read: (path) => (path === '-' ? textOf(process.stdin) : readFile(path, 'utf8')),
  write: (path, content) => writeFile(path, content),
  // The day where the person is, not the day in Greenwich.
  today: () => Math.floor((Date.now() - new Date().getTimezoneOffset() * 60_000) / MS_PER_DAY),
  columns: Math.max(40, Math.min(100, process.stdout.columns ?? 80)),
  version,
  fontFaces: async () => (await import('#server/typefaces')).embeddedTypefaces(),
  typefaces: async () => (await import('#server/typefaces')).typefacesFor,
  paint: async (svg, width) => (await import('#server/paint')).paint(svg, width),
  speaking: async (language, saying) => {
    const { speaking, speechOf } = await import('#server/speech');
    const speech = await speechOf(language);
    return speech === null ? null : speaking(speech, saying);
  },
  serve: async (options) => {
    const { serveUntilEnded } = await import('#server/main');
    return serveUntilEnded({ ...options, env: process.env, shelf: null });
  },
};

// A reader such as `head` may close the pipe early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await run(process.argv.slice(2), world);
