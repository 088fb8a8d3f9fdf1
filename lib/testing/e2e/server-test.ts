import { rmSync } from 'node:fs'
import { test as base } from '@playwright/test'
import { type ServerProcess, startServer } from '#lib/testing/server-process.ts'
import { freshNewsroom } from './prepare.ts'

const LOG_TAIL = 8000

/** Playwright's `test` with a server of its own for each test, on fresh data. A test that fails shows the server's log. */
export const test = base.extend<{ server: ServerProcess; alone: undefined }>({
  // Pages of a test that is over would go on connecting and painting beside the next one.
  alone: [
    async ({ browser }, use) => {
      await use(undefined)
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn which fixtures are needed.
  server: async ({}, use, info) => {
    const dataFolder = freshNewsroom()
    const server = await startServer({ dataFolder })
    try {
      await use(server)
    } finally {
      await server.stop()
      if (info.status !== info.expectedStatus) {
        await info.attach('server.log', { body: server.log(), contentType: 'text/plain' })
        console.log(`The server's log ends:\n${server.log().slice(-LOG_TAIL)}`)
      }
      rmSync(dataFolder, { recursive: true, force: true })
    }
  },
})
