/**
 * From a key of source mode until its effect is painted, in Chromium on a server of its own:
 *
 *   npm run bench:sourcing                       40 and 400 sentences, three rounds
 *   npm run bench:sourcing -- --rounds 5
 *
 * A key: a real one, from the event until the frame after the list shows what it did is painted. Needs a build.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, chromium, type Page } from '@playwright/test'
import { type Client, signedIn } from '#lib/testing/e2e/api.ts'
import { SCRIPT, SHELF } from '#lib/testing/e2e/source-script.ts'
import { findChromium } from '#lib/testing/programs.mjs'
import { type ServerProcess, startServer } from '#lib/testing/server-process.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } })

/** What a key is waited for by: the row that it works on says another thing, another row has the focus, or something is asked. */
type Effect = 'row' | 'focus' | 'question'

declare const measured: { begin(effect: Effect): void; end(): Promise<number> }

/** Runs in the page. */
function installMeasure() {
  let began = 0
  const rowAt = () => document.querySelector<HTMLTableRowElement>('.source-row[aria-selected=true]')
  const asked = '.source-row fieldset, .source-row form'
  const stateOf = (effect: Effect, row: HTMLTableRowElement | null) => {
    if (effect === 'question') return String(document.querySelector(asked) !== null)
    if (effect === 'focus') return document.activeElement?.getAttribute('data-row') ?? ''
    // All cells but that of the words, in which the questions stand.
    return [1, 3, 4].map((at) => row?.cells[at]?.textContent).join(' ')
  }
  document.addEventListener(
    'keydown',
    (event) => {
      began = event.timeStamp
    },
    true,
  )
  let done: Promise<number> = Promise.resolve(0)
  Object.assign(globalThis, {
    measured: {
      begin(effect: Effect) {
        const row = rowAt()
        const before = stateOf(effect, row)
        done = new Promise((resolve, reject) => {
          const giveUp = setTimeout(() => reject(new Error('The key did nothing')), 5_000)
          const look = () => {
            if (stateOf(effect, row) === before) return requestAnimationFrame(look)
            // The frame that shows it has been painted when the next task runs.
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => {
              clearTimeout(giveUp)
              resolve(performance.now() - began)
            }
            return port2.postMessage(null)
          }
          requestAnimationFrame(look)
        })
      },
      end: () => done,
    },
  })
}

interface Key {
  readonly name: string
  /** The last one is measured. */
  readonly press: readonly string[]
  readonly effect: Effect
}

const KEYS: readonly Key[] = [
  { name: '1–9: attach and go on', press: ['1'], effect: 'row' },
  { name: 'Shift 1–9: attach and stay', press: ['Shift+Digit2'], effect: 'row' },
  { name: 'C: asks', press: ['c'], effect: 'question' },
  { name: 'C, 2: confidence', press: ['2'], effect: 'row' },
  { name: 'L: asks', press: ['l'], effect: 'question' },
  { name: 'L, Enter: place kept', press: ['7', 'Enter'], effect: 'row' },
  { name: 'Space: same source', press: ['Space'], effect: 'row' },
  { name: 'D: contradicts', press: ['k', 'd'], effect: 'row' },
  { name: 'U: take back', press: ['u'], effect: 'row' },
  { name: 'J: next', press: ['j'], effect: 'focus' },
  { name: 'X: nothing to check', press: ['x'], effect: 'row' },
]

const times = new Map<string, number[]>()

async function press(page: Page, size: number, { name, press: keys, effect }: Key) {
  for (const key of keys.slice(0, -1)) await page.keyboard.press(key)
  await page.evaluate((each) => measured.begin(each), effect)
  await page.keyboard.press(keys.at(-1) ?? '')
  const took = await page.evaluate(() => measured.end())
  const key = `${size} | ${name}`
  times.set(key, [...(times.get(key) ?? []), took])
}

async function round(browser: Browser, server: ServerProcess, client: Client, size: number) {
  const lines = Array.from({ length: size }, (_, at) => SCRIPT[at % SCRIPT.length]?.text ?? '')
  const made = await client.call<{ id: string }>('POST', '/api/v1/articles', {
    text: lines.join('\n'),
  })
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(server.url)
  await page.getByRole('button', { name: /Ada Quill/ }).click()
  await page.waitForURL(`${server.url}/`)
  await page.goto(`${server.url}/articles/${made.body.id}`)
  await page.locator('.save').getByText('Saved', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Source', exact: true }).click()
  await page.locator('[data-row="0"]:focus').waitFor()
  await page.evaluate(installMeasure)
  for (let turn = 0; turn < TURNS; turn++) for (const key of KEYS) await press(page, size, key)
  await context.close()
}

const TURNS = 8

function quantile(list: readonly number[], part: number): string {
  const sorted = list.toSorted((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1)
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
  for (const title of SHELF.toReversed())
    await client.call('POST', '/api/v1/sources', { kind: 'document', title })
  for (let at = 0; at < Number(values.rounds); at++)
    for (const size of [40, 400]) await round(browser, server, client, size)
} finally {
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
console.log('| sentences | key | p50 | p95 | n |\n| --- | --- | --- | --- | --- |')
for (const [key, list] of times)
  console.log(`| ${key} | ${quantile(list, 0.5)} | ${quantile(list, 0.95)} | ${list.length} |`)
for (const size of ['40', '400']) {
  const all = [...times].flatMap(([key, list]) => (key.startsWith(`${size} |`) ? list : []))
  console.log(`| ${size} | all | ${quantile(all, 0.5)} | ${quantile(all, 0.95)} | ${all.length} |`)
}
