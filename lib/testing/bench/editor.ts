/**
 * Our editor beside Tiptap's own binding in Chromium, on the same text, in turn:
 *
 *   npm run bench:editor                         everything; some minutes
 *   npm run bench:editor -- --part 10000         1000, 10000, 182000, months or marks, several with commas
 *   npm run bench:editor -- --rounds 3           how often each is opened anew; 5 without it
 *
 * A key: a real one, from the event until its frame is painted, and the task of the event alone. A change by somebody else: one
 * character anywhere. Opening: from a loaded document until the text is painted. Numbers are medians over all rounds,
 * with the lowest and highest median of a round.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import { build } from 'esbuild'
import { findChromium } from '#lib/testing/programs.mjs'
import type { Kind, TextSpec } from './bench-text.ts'
import type { Bench, Timing } from './editor-page.ts'

declare const bench: Bench

const { values } = parseArgs({
  options: {
    part: { type: 'string', default: '1000,10000,months,182000,marks' },
    rounds: { type: 'string', default: '5' },
    keys: { type: 'string', default: '30' },
  },
})
const rounds = Number(values.rounds)
const KEYS = Number(values.keys)
/** Not counted: the first keys warm the machine up. */
const WARM = 5

interface Case {
  readonly name: string
  readonly kind: Kind
  readonly spec: TextSpec
  /** Whether our marks are drawn. */
  readonly marked: boolean
}

const once = (words: number): TextSpec => ({ words, shape: 'once', annotated: false })
const both = (spec: TextSpec): Case[] => [
  { name: 'stock', kind: 'stock', spec, marked: false },
  { name: 'ours', kind: 'flat', spec, marked: false },
]

const PARTS: Readonly<Record<string, { readonly title: string; readonly cases: readonly Case[] }>> =
  {
    1000: { title: '1,000 words', cases: both(once(1000)) },
    10000: { title: '10,000 words', cases: both(once(10_000)) },
    182000: { title: '182,000 words', cases: both(once(182_000)) },
    months: {
      title: '10,000 words typed over months by 40 people',
      cases: both({ words: 10_000, shape: 'months', annotated: false }),
    },
    marks: {
      title: '5,000 annotated sentences, 90,000 words',
      cases: [false, true].map((marked) => ({
        name: marked ? 'ours, with marks' : 'ours, no marks',
        kind: 'flat',
        spec: { words: 90_000, shape: 'once', annotated: true },
        marked,
      })),
    },
  }

async function pageSource(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'editor-page.ts')],
    ...{ bundle: true, write: false, format: 'esm', target: 'es2022', minify: true },
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const styles = join(import.meta.dirname, '../../../app/styles')
  const css = readdirSync(styles).map((name) => readFileSync(join(styles, name), 'utf8'))
  const script = outputFiles[0]?.text.replaceAll('</script', '<\\/script') ?? ''
  return `<!doctype html><meta charset="utf-8"><title>Bench</title><style>${css.join('\n')}</style>
<div class="text"></div><script type="module">${script}</script>`
}

interface Round {
  readonly open: Timing
  readonly keys: readonly Timing[]
  readonly remote: readonly Timing[]
}

async function runRound(page: Page, { kind, spec, marked }: Case): Promise<Round> {
  const open = await page.evaluate(([k, s]) => bench.open(k, s), [kind, spec] as const)
  if (marked) await page.evaluate(() => bench.marks())
  await page.evaluate(() => bench.forget())
  for (let n = 1; n <= WARM + KEYS; n++) {
    await page.keyboard.press('x')
    await page.evaluate((count) => bench.rest(count), n)
  }
  const keys = await page.evaluate(() => bench.keys())
  const remote = await page.evaluate(([k, count]) => bench.remote(k, count), [
    kind,
    WARM + KEYS,
  ] as const)
  return { open, keys: keys.slice(WARM), remote: remote.slice(WARM) }
}

const quantile = (list: readonly number[], q: number) =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * q))] ?? 0

/** Median over all, and the lowest and highest median of a round. */
function show(perRound: readonly (readonly number[])[]): string {
  const medians = perRound.map((list) => quantile(list, 0.5))
  const all = quantile(perRound.flat(), 0.5)
  return `${all.toFixed(1)} (${Math.min(...medians).toFixed(1)}–${Math.max(...medians).toFixed(1)})`
}

function rowOf(title: string, name: string, done: readonly Round[]): string {
  const keyPaint = done.map(({ keys }) => keys.map(({ paint }) => paint))
  return [
    title,
    name,
    show(keyPaint),
    quantile(keyPaint.flat(), 0.99).toFixed(1),
    show(done.map(({ keys }) => keys.map(({ script }) => script))),
    show(done.map(({ remote }) => remote.map(({ script }) => script))),
    show(done.map(({ remote }) => remote.map(({ paint }) => paint))),
    show(done.map(({ open }) => [open.paint])),
  ].join(' | ')
}

const HEAD = [
  'text',
  'binding',
  'key to paint',
  'p99',
  'key, its task',
  'change by another',
  'to paint',
  'open',
]

async function main() {
  const source = await pageSource()
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(source)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const executablePath = findChromium()
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  console.log(`| ${HEAD.join(' | ')} |\n|${' --- |'.repeat(HEAD.length)}`)
  for (const part of values.part.split(',')) {
    const found = PARTS[part]
    if (!found) throw new Error(`No part ${part}: ${Object.keys(PARTS).join(', ')}`)
    const done = found.cases.map((): Round[] => [])
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    page.setDefaultTimeout(240_000)
    page.on('pageerror', (error) => console.error(error))
    await page.goto(url)
    for (const { kind, spec } of found.cases) {
      await page.evaluate(([k, s]) => bench.prepare(k, s), [kind, spec] as const)
    }
    for (let round = 0; round < rounds; round++) {
      for (const [k, one] of found.cases.entries()) done[k]?.push(await runRound(page, one))
    }
    await page.close()
    for (const [k, { name }] of found.cases.entries()) {
      console.log(`| ${rowOf(found.title, name, done[k] ?? [])} |`)
    }
  }
  await browser.close()
  server.close()
}

await main()
