import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Two, as on the smallest machine that we test on: an embedded database in each takes its share of memory.
    maxWorkers: 2,
    pool: 'forks',
    // Files follow one another in a process: modules are loaded once, and embedded databases are opened once.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'lib/**/*.test.ts',
            'db/**/*.test.ts',
            'components/**/*.test.{ts,tsx}',
            'app/**/*.test.{ts,tsx}',
          ],
          environment: 'node',
          globalSetup: ['lib/testing/postgres-setup.ts'],
          setupFiles: ['lib/testing/seed.ts'],
          // To end what hangs; no test is judged by a clock.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
