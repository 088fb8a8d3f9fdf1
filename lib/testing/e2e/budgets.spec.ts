import { brotliCompressSync, constants } from 'node:zlib'
import { type Browser, type Cookie, expect } from '@playwright/test'
import { enter, pasteArticle, saved } from './people.ts'
import { test } from './server-test.ts'

const KB = 1000
/** An article should bring 390; until it does, it must not grow. */
const MOST = { desk: 220 * KB, article: 436 * KB }

/** Script that a first visit brings, in bytes as brotli makes them. */
async function scriptBytes(browser: Browser, cookies: readonly Cookie[], address: string) {
  const context = await browser.newContext()
  await context.addCookies([...cookies])
  const page = await context.newPage()
  // What is fetched beforehand, when the page is quiet, is no part of the first load.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
  const bodies: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.body())
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  if (address.includes('/articles/')) await saved(page)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
  return (await Promise.all(bodies)).reduce(
    (sum, body) => sum + brotliCompressSync(body, { params }).length,
    0,
  )
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
