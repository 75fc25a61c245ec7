import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['potluck-source'] },
  ssr: { resolve: { conditions: ['potluck-source'] } },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts'],
    testTimeout: 20_000,
  },
});
