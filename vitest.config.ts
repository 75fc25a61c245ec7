/**
 * Three projects: everything that needs no browser, what must begin with nothing loaded, and the journeys through a real
 * browser.
 */
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** These look at what one loading of the library registers, or put something of their own in the place of a module. */
const ALONE = ['test/languages.test.ts', 'src/core/words/fill.test.ts', 'src/web/shared/edits.test.ts'];

export default defineConfig({
  resolve: { conditions: ['potluck-source'] },
  ssr: { resolve: { conditions: ['potluck-source'] } },
  test: {
    globalSetup: ['test/setup/database.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Left to itself the runner keeps one core of two for nobody.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          globalSetup: ['test/setup/database.ts'],
          // Loading the library anew for each of the files took as long as the tests themselves.
          isolate: false,
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts'],
          exclude: ['test/journeys/**', ...ALONE, '**/node_modules/**'],
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Two at a time, each with a server and a browser of its own: more would make slow pages look like broken ones.
          maxWorkers: 2,
          // A slow machine may keep a page waiting once; what passes only the second time is told at the end.
          retry: 1,
        },
      },
    ],
  },
});
