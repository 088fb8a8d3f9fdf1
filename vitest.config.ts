import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Two, as on the smallest machine that we test on: an embedded database in each takes its share of memory.
    maxWorkers: 2,
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'lib/**/*.test.ts',
            'db/**/*.test.ts',
            'components/**/*.test.{ts,tsx}',
            'app/**/*.test.ts',
          ],
          environment: 'node',
          globalSetup: ['lib/testing/postgres-setup.ts'],
          setupFiles: ['lib/testing/seed.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
