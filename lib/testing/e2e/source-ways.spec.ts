import { type Browser, expect, type Page } from '@playwright/test'
import type { ServerProcess } from '#lib/testing/server-process.ts'
import { sentencesOf, signedIn } from './api.ts'
import { enter, mode, saved } from './people.ts'
import { test } from './server-test.ts'

/** Source mode by real fingers, in two tabs at once, and from problem to problem. */

const TEXT = 'The lock opened.\nIt was built in 1890.\nBarges waited.\nNobody came.'

async function begin(server: ServerProcess, title: string) {
  const client = await signedIn(server.url, 'editor@galley.test')
  await client.call('POST', '/api/v1/sources', { kind: 'document', title })
  const made = await client.call<{ id: string }>('POST', '/api/v1/articles', { text: TEXT })
  const { id } = made.body
  const evidence = async () => (await sentencesOf(client, id)).map((each) => each.evidence)
  return { client, id, evidence, address: `${server.url}/articles/${id}` }
}

async function sourceMode(page: Page, address: string) {
  await page.goto(address)
  await saved(page)
  await mode(page, 'Source')
  await expect(row(page, 1)).toBeFocused()
}

const row = (page: Page, number: number) => page.locator(`[data-row="${number - 1}"]`)
const hears = (page: Page, words: string | RegExp) =>
  expect(page.locator('#announcements')).toHaveText(words)

/** A telephone of the one who is signed in on this page: it has fingers, and no mouse. */
async function telephone(browser: Browser, signed: Page): Promise<Page> {
  const viewport = { width: 390, height: 844 }
  const context = await browser.newContext({ viewport, hasTouch: true, isMobile: true })
  await context.addCookies(await signed.context().cookies())
  return context.newPage()
}

/** A finger that goes over the screen, as the browser itself hears it. */
async function swipe(page: Page, from: readonly [x: number, y: number], by: number) {
  const session = await page.context().newCDPSession(page)
  const [x, y] = from
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: number | null) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at === null ? [] : [{ x: at, y }],
    })
  await touch('touchStart', x)
  for (const part of [0.25, 0.5, 0.75, 1]) await touch('touchMove', x + by * part)
  await touch('touchEnd', null)
  await session.detach()
}

const paste = (page: Page, number: number, link: string) =>
  row(page, number).evaluate((element, text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  }, link)

test('fingers alone take a step, take it back, and swipe on', async ({ browser, server }) => {
  const { address, evidence } = await begin(server, 'Lock book')
  const page = await telephone(browser, await enter(browser, server, 'Ada Quill'))
  await page.goto(address)
  await saved(page)
  await page.getByRole('button', { name: 'Source', exact: true }).tap()
  const isHere = (number: number) =>
    expect(row(page, number)).toHaveAttribute('aria-selected', 'true')
  await isHere(1)
  await row(page, 1).getByRole('button', { name: 'Nothing to check' }).tap()
  await isHere(2)
  await page.getByRole('button', { name: /^Take back/ }).tap()
  await isHere(1)

  const { x, y, width } = (await row(page, 2).boundingBox())!
  const middle = [x + width / 2, y + 8] as const
  await swipe(page, middle, -150)
  await isHere(2)
  await swipe(page, middle, -150)
  await isHere(3)
  await swipe(page, middle, 150)
  await isHere(2)
  await saved(page)
  expect(await evidence()).toEqual(['none', 'none', 'none', 'none'])
  await page.context().close()
})

test('what a key does is drawn with the key, and not a frame later', async ({
  browser,
  server,
}) => {
  const { address } = await begin(server, 'Lock book')
  const page = await enter(browser, server, 'Ada Quill')
  await sourceMode(page, address)
  const press = (number: number, key: string) =>
    row(page, number).evaluate((element, pressed) => {
      element.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true }))
      const rows = [...document.querySelectorAll('.source-row')]
      const active = rows.findIndex((each) => each.getAttribute('aria-selected') === 'true')
      return [element.textContent, active + 1] as const
    }, key)
  expect(await press(1, 'x')).toEqual([expect.stringContaining('Nothing to check'), 2])
  expect(await press(2, 'u')).toEqual([expect.any(String), 1])
  await expect(row(page, 1)).toContainText('Untagged')
  await saved(page)
})

test('N goes from problem to problem, and says where one is', async ({ browser, server }) => {
  const { address } = await begin(server, 'Lock book')
  const page = await enter(browser, server, 'Ada Quill')
  await sourceMode(page, address)
  await page.keyboard.press('x')
  await page.keyboard.press('ArrowDown')
  await expect(row(page, 3)).toBeFocused()
  await page.keyboard.press('x')
  await page.keyboard.press('Home')
  await expect(row(page, 1)).toBeFocused()
  for (const next of [2, 4, 2]) {
    await page.keyboard.press('n')
    await expect(row(page, next)).toBeFocused()
  }
  await page.keyboard.press('x')
  await page.keyboard.press('End')
  await page.keyboard.press('x')
  await hears(page, /last sentence/)
  await page.keyboard.press('n')
  await expect(row(page, 4)).toBeFocused()
  await saved(page)
})

test('the same link in two tabs at once makes one source', async ({ browser, server }) => {
  const { client, id, address } = await begin(server, 'Lock book')
  const one = await enter(browser, server, 'Ada Quill')
  const two = await one.context().newPage()
  for (const tab of [one, two]) await sourceMode(tab, address)
  const link = 'https://two-tabs.example/report'
  await two.keyboard.press('ArrowDown')
  await Promise.all([paste(one, 1, link), paste(two, 2, `${link}?utm_source=mail`)])
  await Promise.all([one.keyboard.press('Enter'), two.keyboard.press('Enter')])
  const cited = async () =>
    (await sentencesOf(client, id))
      .slice(0, 2)
      .flatMap(({ citations }) => citations.map(({ sourceId }) => sourceId))
  await expect
    .poll(async () => {
      const ids = await cited()
      return [ids.length, new Set(ids).size]
    })
    .toEqual([2, 1])
  const found = await client.call<{ sources: { url: string }[] }>(
    'GET',
    '/api/v1/sources?q=two-tabs.example',
  )
  expect(found.body.sources).toHaveLength(1)
  for (const tab of [one, two]) await saved(tab)
})

test('offline, what needs no server is kept and arrives, and what needs it says so', async ({
  browser,
  server,
}) => {
  const { client, id, address, evidence } = await begin(server, 'Lock book')
  const page = await enter(browser, server, 'Ada Quill')
  await sourceMode(page, address)
  // Parts of the page that are fetched later are there: what was once open opens again.
  const newBook = async () => {
    await page.keyboard.press('s')
    await page.keyboard.type('A book nobody has')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Save and attach' })).toBeVisible()
  }
  await newBook()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(row(page, 1)).toBeFocused()
  await page.context().setOffline(true)
  await page.keyboard.press('Shift+Digit1')
  await page.keyboard.press('l')
  await page.keyboard.type('p. 4')
  await page.keyboard.press('Enter')
  await page.keyboard.press('x')
  await page.keyboard.press('Space')
  await expect(page.locator('.save')).toContainText('Offline')
  // A source by its name is written down by the server.
  await expect(row(page, 4)).toBeFocused()
  await newBook()
  await page.getByRole('button', { name: 'Save and attach' }).click()
  const form = page.getByRole('form', { name: 'New source' })
  await expect(form.getByText('The server was not reached. Check the connection')).toBeVisible()
  expect(await evidence()).toEqual(['none', 'none', 'none', 'none'])
  await page.context().setOffline(false)
  await expect.poll(evidence, { timeout: 60_000 }).toEqual(['sourced', 'exempt', 'sourced', 'none'])
  const [first] = await sentencesOf(client, id)
  expect(first?.evidenced).toBe(true)
})
