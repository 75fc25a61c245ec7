/** Two projects: everything that needs no browser, and the journeys through a real one. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['potluck-source'] },
  ssr: { resolve: { conditions: ['potluck-source'] } },
  test: {
    globalSetup: ['test/setup/database.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
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
          // One browser and one server at a time: two cores are soon busy, and a slow page would look like a broken one.
          fileParallelism: false,
        },
      },
    ],
  },
});
