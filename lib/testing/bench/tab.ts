/**
 * What an article's tab keeps in memory while two people write for two hours, in Chromium on a server of its own:
 *
 *   npm run bench:tab
 *
 * Each quarter of an hour has the keys of one person at the keyboard and the changes of another, as fast as they come; then what is no
 * longer needed is collected, and what is left is counted. Needs a build.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { type CDPSession, chromium, type Page } from '@playwright/test'
import { type Client, signedIn } from '#lib/testing/e2e/api.ts'
import { SCRIPT } from '#lib/testing/e2e/source-script.ts'
import { findChromium } from '#lib/testing/programs.mjs'
import { startServer } from '#lib/testing/server-process.ts'
import { WireClient } from '#lib/testing/wire.ts'

const QUARTERS = 8
/** Of each of the two: a key a second. */
const KEYS = 900
const SENTENCES = 120
const TABLE = 'lib/testing/bench/tab.md'

interface Kept {
  readonly heap: number
  readonly nodes: number
  readonly listeners: number
}

async function article(client: Client): Promise<string> {
  const text = Array.from({ length: SENTENCES }, (_, at) => SCRIPT[at % SCRIPT.length]?.text ?? '')
  const made = await client.call<{ id: string }>('POST', '/api/v1/articles', {
    text: text.join('\n'),
  })
  return made.body.id
}

/** Somebody else, in the same article. */
async function writer(client: Client, url: string, id: string): Promise<WireClient> {
  const { body } = await client.call<{ ticket: string }>('POST', `/api/v1/articles/${id}/ticket`)
  const socket = `${url.replace('http', 'ws')}/collab/${id}`
  const wire = new WireClient({ url: socket, name: id, token: body.ticket, follow: true })
  while (!wire.synced) await new Promise((resolve) => setTimeout(resolve, 10))
  return wire
}

async function quarter(page: Page, other: WireClient) {
  const words = 'The pier sank. '
  await page.keyboard.press('Control+End')
  for (let at = 0; at < KEYS; at += words.length) {
    await page.keyboard.type(words)
    other.change((doc) => {
      for (const letter of words) doc.getText('text').insert(1, letter)
    })
    // People take back a third of what they write.
    for (let key = 0; key < words.length / 3; key++) await page.keyboard.press('Backspace')
    other.change((doc) => doc.getText('text').delete(1, 5))
  }
  await page.locator('.save').getByText('Saved', { exact: true }).waitFor()
}

async function kept(cdp: CDPSession): Promise<Kept> {
  for (let time = 0; time < 3; time++) await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters')
  return { heap: usedSize, nodes, listeners: jsEventListeners }
}

function report(found: readonly Kept[]): string {
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`
  const lines = found.map(({ heap, nodes, listeners }, at) =>
    [`| ${at * 15} min`, (heap / 2 ** 20).toFixed(1), nodes, `${listeners} |`].join(' | '),
  )
  return [
    '# An article’s tab, over two hours',
    `\`npm run bench:tab\` writes this page. ${new Date().toISOString().slice(0, 10)}, ${machine}. ${SENTENCES} sentences; each quarter ${KEYS} keys in the tab and as many changes by somebody else, a third of them taken back; counted after garbage was collected.`,
    ['| | heap, MiB | nodes | listeners |', '|---|---|---|---|', ...lines].join('\n'),
    '',
  ].join('\n\n')
}

const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'))
const server = await startServer({ dataFolder: folder })
const executablePath = findChromium()
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  const client = await signedIn(server.url, 'editor@galley.test')
  const id = await article(client)
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(server.url)
  await page.getByRole('button', { name: /Ada Quill/ }).click()
  await page.waitForURL(`${server.url}/`)
  await page.goto(`${server.url}/articles/${id}`)
  await page.locator('.save').getByText('Saved', { exact: true }).waitFor()
  await page.locator('.tiptap').click()
  const other = await writer(await signedIn(server.url, 'reviewer@galley.test'), server.url, id)
  const cdp = await page.context().newCDPSession(page)
  const found = [await kept(cdp)]
  for (let at = 0; at < QUARTERS; at++) {
    await quarter(page, other)
    found.push(await kept(cdp))
    console.log(`${(at + 1) * 15} min: ${JSON.stringify(found.at(-1))}`)
  }
  other.leave()
  writeFileSync(TABLE, report(found))
} finally {
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
