/**
 * `npm run bench:reader`: the reader page of 2,000 words with 40 sources in lab Chromium on a processor slowed four
 * times, and how fast it is served beside nginx with the same bytes. Writes reader.md. Needs a build.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { type Browser, chromium } from '@playwright/test'
import { findChromium } from '#lib/testing/programs.mjs'
import { seedSite } from '#lib/testing/seeded-site.ts'
import { startServer } from '#lib/testing/server-process.ts'
import { largeVersion } from '#lib/testing/version-large.ts'
import { type Load, load } from './http-load.ts'
import { startNextPeer } from './next-peer.ts'
import { startNginx } from './nginx.ts'

const ROUNDS = 5
const SECONDS = 3
const SLOWDOWN = 4
const BUDGET = { html: 72, script: 8, fonts: 45, lcp: 1200, cls: 0.02 }

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

interface Painted {
  readonly lcp: number
  readonly cls: number
  /** Bytes over the network, by kind. */
  readonly fonts: number
}

/** Opens the page once, with nothing kept from before. */
async function paint(browser: Browser, address: string, width: number): Promise<Painted> {
  const context = await browser.newContext({ viewport: { width, height: 844 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  await page.goto(address, { waitUntil: 'networkidle' })
  const painted = await page.evaluate(
    () =>
      new Promise<{ lcp: number; cls: number; fonts: number }>((resolve) => {
        let [lcp, cls] = [0, 0]
        const watch = (type: string, note: (entry: PerformanceEntry) => void) =>
          new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
            type,
            buffered: true,
          })
        watch('largest-contentful-paint', ({ startTime }) => {
          lcp = startTime
        })
        watch('layout-shift', (entry) => {
          cls += (entry as PerformanceEntry & { value: number }).value
        })
        // Two frames: what is buffered is told after this task.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const fonts = performance
              .getEntriesByType('resource')
              .filter(({ name }) => name.endsWith('.woff2'))
              .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0)
            resolve({ lcp, cls, fonts })
          }),
        )
      }),
  )
  await context.close()
  return painted
}

async function paints(address: string) {
  const executablePath = findChromium()
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const rows = []
  for (const width of [1440, 390]) {
    const runs: Painted[] = []
    for (let round = 0; round < ROUNDS; round++) runs.push(await paint(browser, address, width))
    const of = (value: (run: Painted) => number) => median(runs.map(value))
    rows.push({
      width,
      lcp: of(({ lcp }) => lcp),
      cls: of(({ cls }) => cls),
      fonts: of(({ fonts }) => fonts),
    })
  }
  await browser.close()
  return rows
}

/** One after the other, over and over: what else the machine does meets all alike. */
async function interleaved(addresses: Readonly<Record<string, string>>) {
  const runs: Record<string, Load[]> = {}
  for (let round = 0; round <= ROUNDS; round++)
    for (const [name, address] of Object.entries(addresses)) {
      const run = await load(address, round === 0 ? 1 : SECONDS)
      // The first is for warming up.
      if (round > 0) runs[name] = [...(runs[name] ?? []), run]
    }
  return Object.entries(runs).map(([name, loads]) => ({
    name,
    perSecond: median(loads.map(({ perSecond }) => perSecond)),
    least: Math.min(...loads.map(({ perSecond }) => perSecond)),
    most: Math.max(...loads.map(({ perSecond }) => perSecond)),
    p99: median(loads.map(({ p99 }) => p99)),
  }))
}

const kilo = (bytes: number) => (bytes / 1000).toFixed(1)

type Sizes = { readonly html: number; readonly script: number; readonly words: number }
type Paints = Awaited<ReturnType<typeof paints>>
type Served = Awaited<ReturnType<typeof interleaved>>

function report({ html, script, words }: Sizes, painted: Paints, served: Served): string {
  const nginx = served.find(({ name }) => name.startsWith('nginx'))
  const lines = served.map(({ name, perSecond, least, most, p99 }) => {
    const ratio = nginx ? `${(perSecond / nginx.perSecond).toFixed(2)} ×` : 'nginx is not installed'
    const spread = `${least.toFixed(0)}–${most.toFixed(0)}`
    return `| ${name} | ${perSecond.toFixed(0)} | ${spread} | ${p99.toFixed(1)} | ${ratio} |`
  })
  const seen = painted.map(
    ({ width, lcp, cls, fonts }) =>
      `| ${width} px | ${lcp.toFixed(0)} | ${cls.toFixed(3)} | ${kilo(fonts)} |`,
  )
  return `${[
    '# The reader page, measured',
    `\`npm run bench:reader\` writes this page. ${words} words, 40 sources; ${cpus().length} × ${cpus()[0]?.model}, ${new Date().toISOString().slice(0, 10)}; browser, server, nginx and whoever asks on the same cores. Medians of ${ROUNDS} rounds, interleaved.`,
    '## On the screen',
    `HTML and CSS ${kilo(html)} kB in brotli (at most ${BUDGET.html}), script ${kilo(script)} kB (at most ${BUDGET.script}), no third party. Chromium on a processor slowed ${SLOWDOWN} times, nothing cached.`,
    `| Screen | LCP, ms (at most ${BUDGET.lcp}) | CLS (at most ${BUDGET.cls}) | Fonts, kB (at most ${BUDGET.fonts}) |\n|---|---|---|---|\n${seen.join('\n')}`,
    '## Over the network',
    `The page in brotli over 32 connections that stay open. nginx has the same bytes in a file, with the same headers.`,
    `| Server | Requests a second | From, to | p99, ms | Beside nginx |\n|---|---|---|---|---|\n${lines.join('\n')}`,
    'Next is an app of two pages with the same HTML and CSS as one string, built by itself with the version that Galley has. It packs in gzip with each answer, and adds a script that holds the page once more. “Rendered” is made for each request, “prerendered” when it was built.',
  ].join('\n\n')}\n`
}

async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-reader-'))
  const version = largeVersion()
  await seedSite(join(folder, 'data'), [[version]])
  const server = await startServer({ dataFolder: join(folder, 'data') })
  try {
    const address = `${server.url}/read/${version.slug}`
    const page = await fetch(address, { headers: { 'accept-encoding': 'br' } })
    const whole = await page.text()
    const html = new Uint8Array(brotliCompressSync(new TextEncoder().encode(whole)))
    const script = await fetch(`${server.url}/reader.js`)
    const kept = ['content-encoding', 'content-security-policy', 'cache-control', 'etag', 'vary']
    const headers = kept.flatMap((name) => {
      const value = page.headers.get(name)
      return value === null ? [] : [[name, value] as const]
    })
    const nginx = await startNginx(join(folder, 'nginx'), html, headers)
    const painted = await paints(address)
    const next = await startNextPeer(whole)
    const served = await interleaved({
      ...(nginx && { 'nginx, one worker': nginx.address }),
      Galley: address,
      ...{ 'Next, rendered': next.rendered, 'Next, prerendered': next.prerendered },
    })
    await nginx?.stop()
    await next.stop()
    const words = version.blocks.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
    const sizes = {
      ...{ html: html.length, words },
      script: brotliCompressSync(Buffer.from(await script.arrayBuffer())).length,
    }
    const written = report(sizes, painted, served)
    writeFileSync(new URL('reader.md', import.meta.url), written)
    console.log(written)
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

await run()
