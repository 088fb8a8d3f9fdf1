import { defineConfig } from '@playwright/test'
import { findBrowser } from './lib/testing/programs.mjs'

const browser = findBrowser()

export default defineConfig({
  testDir: 'lib/testing/e2e',
  globalSetup: './lib/testing/e2e/prepare.ts',
  outputDir: 'test-results',
  // The same for all machines: what is compared does not depend on them.
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  // One browser and its server take one and a half of two cores: a second gains nothing, and makes both slow.
  workers: 1,
  // On a machine that is judged by every run: what holds only the second time is named at the end of it.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  // To end what hangs; no test is judged by a clock.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  projects: [{ name: 'chromium' }],
  use: {
    // A colour on its way to another is neither, and would be judged.
    contextOptions: { reducedMotion: 'reduce' },
    // Recorded on demand: it takes a tenth of the time.
    trace: process.env.CI ? 'off' : 'retain-on-failure',
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        // Of the browser without windows, which else rounds the widths of letters: lines would break elsewhere than people see.
        '--font-render-hinting=none',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
