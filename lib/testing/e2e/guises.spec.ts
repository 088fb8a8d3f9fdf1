import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContextOptions, expect, type Page, test } from '@playwright/test'
import { seedSite } from '#lib/testing/seeded-site.ts'
import { type ServerProcess, startServer } from '#lib/testing/server-process.ts'
import {
  correctedArticle,
  retractedArticle,
  rightToLeftArticle,
  unspacedArticle,
} from '#lib/testing/version-guises.ts'
import { wrongForAxe } from './axe.ts'

const folder = mkdtempSync(join(tmpdir(), 'galley-guises-'))
let server: ServerProcess

// One for all: nobody changes anything in it.
test.beforeAll(async () => {
  const others = [[rightToLeftArticle()], [unspacedArticle()], retractedArticle()]
  await seedSite(folder, [correctedArticle(), ...others])
  const env = { GALLEY_NEWSROOM: 'The Tarn Haven Post', GALLEY_CORRECTIONS: 'desk@post.example' }
  server = await startServer({ dataFolder: folder, env })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const STORY = '/read/buoy-tender-nights'

interface Guise {
  readonly name: string
  readonly path?: string
  /** Of an answer that the browser notes down by itself. */
  readonly status?: number
  readonly screen: BrowserContextOptions
  readonly dress?: (page: Page) => Promise<unknown>
}

const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true }

const GUISES: readonly Guise[] = [
  { name: 'light', screen: { colorScheme: 'light' } },
  { name: 'dark', screen: { colorScheme: 'dark' } },
  { name: 'phone', screen: PHONE },
  { name: 'print', screen: {}, dress: (page) => page.emulateMedia({ media: 'print' }) },
  { name: 'right to left', screen: {}, path: '/read/ferry-nights' },
  { name: 'Japanese', screen: {}, path: '/read/renrakusen' },
  {
    name: 'Japanese on a phone',
    screen: PHONE,
    path: '/read/renrakusen',
    dress: (page) => page.getByLabel('Full evidence').check(),
  },
  { name: 'forced colours', screen: { forcedColors: 'active', colorScheme: 'dark' } },
  // What a reader at 1280 pixels and 400 % sees.
  { name: '400 percent', screen: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 } },
  { name: 'no script', screen: { javaScriptEnabled: false } },
  { name: 'full evidence', screen: {}, dress: (page) => page.getByLabel('Full evidence').check() },
  // The same document as without scripts, so that axe, a script, can look at it.
  {
    name: 'no script of its own',
    screen: {},
    dress: async (page) => {
      await page.route(server.url + STORY, async (route) => {
        const answer = await route.fetch()
        const body = (await answer.text()).replace(/<script src=.*?<\/script>/, '')
        await route.fulfill({ response: answer, body })
      })
      await page.reload()
    },
  },
  { name: 'front page', screen: {}, path: '/read' },
  { name: 'front page in the dark', screen: { colorScheme: 'dark' }, path: '/read' },
  { name: 'front page on a phone', screen: PHONE, path: '/read' },
  { name: 'old version', screen: {}, path: `${STORY}/v/1` },
  { name: 'retracted', screen: {}, path: '/read/retracted-nights' },
  {
    name: 'retracted, in the dark',
    screen: { colorScheme: 'dark' },
    path: '/read/retracted-nights/v/1',
  },
  { name: 'missing', screen: {}, path: '/read/no-such-article', status: 404 },
  { name: 'difference', screen: {}, path: `${STORY}/diff/1/2` },
  {
    name: 'card',
    screen: {},
    dress: (page) => page.getByRole('button', { name: /Disputed/ }).click(),
  },
]

for (const { name, path, status, screen, dress } of GUISES) {
  test(`the page in ${name}`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, ...screen })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(server.url + (path ?? STORY))
    await dress?.(page)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.screenshot({ path: test.info().outputPath('guise.png'), fullPage: name !== 'card' })
    const beyond = await page
      .locator('html')
      .evaluate((root) => root.scrollWidth - root.clientWidth)
    expect(beyond).toBeLessThanOrEqual(0)
    // axe is a script itself: without scripts it sees what it sees in light.
    if (screen.javaScriptEnabled !== false) expect(await wrongForAxe(page)).toEqual([])
    expect(complaints).toEqual(status ? [expect.stringContaining(`status of ${status}`)] : [])
    await context.close()
  })
}

test('what stands with words from right to left stands at their side', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 1000 })
  /** How far the words of each end before the box that they stand in, on the right. */
  const gaps = (selector: string) =>
    page.locator(selector).evaluateAll((elements) =>
      elements.map((element) => {
        const range = document.createRange()
        range.selectNodeContents(element)
        const around = ['li > div', 'li', '.byl'].map((name) => element.closest(name)).find(Boolean)
        const box = around?.getBoundingClientRect()
        return Math.round((box?.right ?? 0) - range.getBoundingClientRect().right)
      }),
    )
  await page.goto(`${server.url}/read`)
  expect(await gaps('.front li[dir=rtl] > *')).toEqual([0, 0, 0, 0])
  await page.goto(`${server.url}/read/ferry-nights`)
  expect(await gaps('.open div > *')).toEqual([0, 0, 0])
  await page.setViewportSize(PHONE.viewport)
  expect(await gaps('.byl p')).toEqual([0, 0])
})

/** The page with its record, as somebody on the way would have bent one of them. */
async function openBent(page: Page, path: string, bend: (text: string) => string) {
  await page.route(server.url + path, async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, body: bend(await answer.text()) })
  })
  await page.goto(server.url + STORY)
}

async function checked(page: Page) {
  await page.getByRole('button', { name: 'Check it in this browser' }).click()
  return page.locator('#verify').getByRole('status')
}

test('[FMT24] the page checks words, record and signature in the browser', async ({ page }) => {
  await page.goto(server.url + STORY)
  const { keys } = await (await page.request.get(`${server.url}/.well-known/jwks.json`)).json()
  const says = await checked(page)
  await expect(says).toContainText(`signed with the key ${keys[0].kid}`)
  await expect(says).toContainText('It does not prove that it is true')
  await expect(says).toHaveAttribute('data-fits', 'true')
  await page.locator('#verify').screenshot({ path: test.info().outputPath('verified.png') })
})

const BENT: readonly (readonly [string, string, (text: string) => string, string])[] = [
  [
    'a word',
    STORY,
    (text) => text.replaceAll('47 of the 112', '48 of the 112'),
    'a sentence stands',
  ],
  [
    'the number',
    STORY,
    (text) => text.replace(/(SHA-256<\/dt><dd><code>)./, '$1x'),
    'another SHA-256',
  ],
  ['the record', `${STORY}/v/2/json`, (text) => text.replace('47 of', '48 of'), 'another SHA-256'],
  ['the signature', `${STORY}/v/2/signature`, bentSignature, 'not made with a known key'],
  ['the keys', '/.well-known/jwks.json', () => '{"keys":[]}', 'not made with a known key'],
]

function bentSignature(jws: string): string {
  const at = jws.lastIndexOf('.') + 5
  return jws.slice(0, at) + (jws[at] === 'A' ? 'B' : 'A') + jws.slice(at + 1)
}

for (const [what, path, bend, words] of BENT) {
  test(`[FMT24] says so where ${what} was bent`, async ({ page }) => {
    await openBent(page, path, bend)
    const says = await checked(page)
    await expect(says).toContainText('This copy doesn’t match the signed original')
    await expect(says).toContainText(words)
    await expect(says).toHaveAttribute('data-fits', 'false')
  })
}

for (const [path, status, words] of [
  [`${STORY}/v/2/signature`, 500, 'could not be fetched: nothing was checked'],
  [`${STORY}/v/2/json`, 429, 'could not be fetched: nothing was checked'],
  ['/.well-known/jwks.json', 404, 'could not be fetched: nothing was checked'],
  [`${STORY}/v/2/signature`, 404, 'The signature that this page names is not there'],
] as const) {
  test(`[FMT24] does not take ${path} with ${status} for a version without signature`, async ({
    page,
  }) => {
    await page.route(server.url + path, (route) => route.fulfill({ status, body: 'x' }))
    await page.goto(server.url + STORY)
    const says = await checked(page)
    await expect(says).toContainText(words)
    await expect(says).not.toContainText('before versions were signed')
    await expect(says).toHaveAttribute('data-fits', 'null')
  })
}

test('[FMT24] says what cannot be checked', async ({ page }) => {
  await page.addInitScript(() => {
    SubtleCrypto.prototype.importKey = () =>
      Promise.reject(new DOMException('', 'NotSupportedError'))
  })
  await page.goto(server.url + STORY)
  const says = await checked(page)
  await expect(says).toContainText('This browser cannot check Ed25519 signatures')
  await expect(says).toHaveAttribute('data-fits', 'null')
})

test('[FMT24] a card opens under a resting pointer, stays when pressed, and the dial stays', async ({
  page,
}) => {
  await page.goto(server.url + STORY)
  const marker = page.getByRole('button', { name: /^Disputed/ })
  const card = page.locator('.card:popover-open')
  await marker.hover()
  await expect(card).toBeVisible()
  await expect(card.getByRole('link', { name: 'Report a problem' })).toHaveAttribute(
    'href',
    /^mailto:desk@post\.example\?subject=.*hydraulic%20arm/,
  )
  await page.mouse.move(5, 5)
  await expect(card).toBeHidden()
  await marker.hover()
  await expect(card).toBeVisible()
  await marker.click()
  await page.mouse.move(5, 5)
  await page.getByRole('radio', { name: 'Sources' }).focus()
  await expect(card).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
  await page.getByLabel('Full evidence').check()
  await page.reload()
  await expect(page.getByLabel('Full evidence')).toBeChecked()
})
