/** Two projects: everything that needs no browser, and the journeys through a real one. */
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

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
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts'],
          exclude: ['test/journeys/**', '**/node_modules/**'],
        },
      },
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
