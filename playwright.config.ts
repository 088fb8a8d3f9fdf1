import { defineConfig } from '@playwright/test'
import { findChromium } from './lib/testing/programs.mjs'

const chromium = findChromium()

export default defineConfig({
  testDir: 'lib/testing/e2e',
  globalSetup: './lib/testing/e2e/prepare.ts',
  outputDir: 'test-results',
  // Each test starts its own server on its own data; on two cores a second browser only makes both slow.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  projects: [{ name: 'chromium' }],
  use: {
    trace: 'retain-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
