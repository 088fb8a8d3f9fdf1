import { type Browser, type Cookie, expect, type Request } from '@playwright/test'
import { enter, pasteArticle, saved } from './people.ts'
import { test } from './server-test.ts'

const KB = 1000
const MOST = { desk: 220 * KB, article: 390 * KB }

/** Bytes of script that a first visit brings, as they are sent. */
async function scriptBytes(browser: Browser, cookies: readonly Cookie[], address: string) {
  const context = await browser.newContext()
  await context.addCookies([...cookies])
  const page = await context.newPage()
  // What is fetched beforehand, when the page is quiet, is no part of the first load.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
  const scripts: Request[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') scripts.push(request)
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  if (address.includes('/articles/')) await saved(page)
  const sizes = await Promise.all(scripts.map((script) => script.sizes()))
  return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
}

test('what a first visit brings of script does not grow', async ({ browser, server }) => {
  const ada = await enter(browser, server, 'Ada Quill')
  const cookies = await ada.context().cookies()
  await pasteArticle(ada, 'It rained. It stopped.')
  const desk = await scriptBytes(browser, cookies, server.url)
  const article = await scriptBytes(browser, cookies, ada.url())
  console.log(`Script: desk ${(desk / KB).toFixed(0)} kB, article ${(article / KB).toFixed(0)} kB`)
  expect(desk).toBeLessThanOrEqual(MOST.desk)
  expect(article).toBeLessThanOrEqual(MOST.article)
})
