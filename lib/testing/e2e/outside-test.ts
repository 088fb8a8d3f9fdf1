import { rmSync } from 'node:fs'
import {
  page as answered,
  type HostileAnswer,
  type HostileServer,
  startHostile,
} from '#lib/testing/hostile-server.ts'
import { type ServerProcess, startServer } from '#lib/testing/server-process.ts'
import { freshNewsroom } from './prepare.ts'
import { test as base } from './server-test.ts'

export const COUNT =
  'The ferry Maren carried 41,000 people last summer, more than in any year before.'
/** A page with the main text and all that stands around one. */
export const sheet = (words: string) =>
  `<!doctype html><html lang="en"><head><title>The count</title><meta property="og:site_name" content="Port of Tarn">
  <meta name="author" content="Ann Bo"><meta property="article:published_time" content="2026-02-03"></head>
  <body><nav>All news</nav><article><h1>The count</h1>${`<p>${words}</p><p>The harbour office counts everybody who boards, by hand, at the pier.</p>`.repeat(4)}</article>
  <script>document.body.textContent = 'run'</script></body></html>`

interface Outside {
  readonly site: HostileServer
  /** What stands at /count from now on. */
  publish(answer: HostileAnswer): void
}

/** A server that may capture pages of one local site, and nothing else on the loopback address. */
export const test = base.extend<{ outside: Outside; server: ServerProcess }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn which fixtures are needed.
  outside: async ({}, use) => {
    const answers: Record<string, HostileAnswer> = { '/count': answered(sheet(COUNT)) }
    const site = await startHostile(answers)
    await use({
      site,
      publish: (answer) => {
        answers['/count'] = answer
      },
    })
    await site.close()
  },
  server: async ({ outside }, use) => {
    const dataFolder = await freshNewsroom()
    const entry = ['lib/testing/capture-server.ts', String(outside.site.port)] as const
    const server = await startServer({ dataFolder, entry })
    await use(server)
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  },
})
