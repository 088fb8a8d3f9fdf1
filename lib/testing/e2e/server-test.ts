import { rmSync } from 'node:fs'
import { test as base } from '@playwright/test'
import { type ServerProcess, startServer } from '#lib/testing/server-process.ts'
import { freshNewsroom } from './prepare.ts'

const LOG_TAIL = 8000

/** Newsrooms of one worker, one after the other: a server takes longer to start than most tests take. */
interface Newsrooms {
  /** The one that this file works in; a new one when the file has none yet. */
  of(file: string): Promise<ServerProcess>
  /** Nobody shares the one that is open any more. */
  leave(): Promise<void>
  end(): Promise<void>
}

interface OfTest {
  /** `test.use({ shared: false })`: for tests that count what there is, change the house, or end the server. */
  readonly shared: boolean
  readonly server: ServerProcess
  readonly alone: undefined
}

interface OfWorker {
  readonly newsrooms: Newsrooms
}

/**
 * Playwright's `test` with a server of the file's own, on the data of a first start: its tests follow one another in
 * one newsroom, each in articles of its own. A test that fails shows what the server wrote meanwhile.
 */
export const test = base.extend<OfTest, OfWorker>({
  // Pages of a test that is over would go on connecting and painting beside the next one.
  alone: [
    async ({ browser }, use) => {
      await use(undefined)
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    { auto: true },
  ],
  newsrooms: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn which fixtures are needed.
    async ({}, use) => {
      const newsrooms = openNewsrooms()
      await use(newsrooms)
      await newsrooms.end()
    },
    { scope: 'worker' },
  ],
  shared: [true, { option: true }],
  server: async ({ newsrooms, shared }, use, info) => {
    if (!shared) await newsrooms.leave()
    const server = await newsrooms.of(info.file)
    const before = server.log().length
    await use(server)
    if (info.status !== info.expectedStatus) {
      const log = server.log().slice(before)
      await info.attach('server.log', { body: log, contentType: 'text/plain' })
      console.log(`The server's log ends:\n${log.slice(-LOG_TAIL)}`)
    }
    if (!shared) await newsrooms.leave()
  },
})

interface Newsroom {
  readonly server: ServerProcess
  readonly dataFolder: string
}

async function openNewsroom(): Promise<Newsroom> {
  const dataFolder = await freshNewsroom()
  return { dataFolder, server: await startServer({ dataFolder }) }
}

async function close({ server, dataFolder }: Newsroom): Promise<void> {
  await server.stop()
  rmSync(dataFolder, { recursive: true, force: true })
}

function openNewsrooms(): Newsrooms {
  let open: (Newsroom & { readonly file: string }) | null = null
  /** For the file to come: it starts while the one before still works. */
  let next: Promise<Newsroom> | null = null
  const leave = async () => {
    const left = open
    open = null
    if (left) await close(left)
  }
  return {
    of: async (file) => {
      if (open?.file !== file) {
        await leave()
        open = { file, ...(await (next ?? openNewsroom())) }
        next = openNewsroom()
        // Whoever waits for it hears why.
        next.catch(() => undefined)
      }
      return open.server
    },
    leave,
    end: async () => {
      await leave()
      const unused = await next
      if (unused) await close(unused)
    },
  }
}
