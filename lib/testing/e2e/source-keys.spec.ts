import { type Browser, expect, type Page } from '@playwright/test'
import type { ServerProcess } from '#lib/testing/server-process.ts'
import { sentencesOf, signedIn } from './api.ts'
import { wrongForAxe } from './axe.ts'
import { enter, mode, saved } from './people.ts'
import { test } from './server-test.ts'

/** Source mode for those who listen, touch, are offline, or look for a command. */

const TEXT = 'The lock opened.\nIt was built in 1890.\nBarges waited.\nNobody came.'

async function open(browser: Browser, server: ServerProcess) {
  const client = await signedIn(server.url, 'editor@galley.test')
  await client.call('POST', '/api/v1/sources', { kind: 'document', title: 'EPA leak log' })
  const made = await client.call<{ id: string }>('POST', '/api/v1/articles', { text: TEXT })
  const page = await enter(browser, server, 'Ada Quill')
  await page.goto(`${server.url}/articles/${made.body.id}`)
  await saved(page)
  return { client, page, id: made.body.id }
}

const row = (page: Page, number: number) => page.locator(`[data-row="${number - 1}"]`)
const hears = (page: Page, words: string) =>
  expect(page.locator('#announcements')).toHaveText(words)

test('says where one is, what was done, and what comes next', async ({ browser, server }) => {
  const { page } = await open(browser, server)
  await page.locator('.tiptap').press('Control+Home')
  await page.keyboard.press('Control+Enter')
  await expect(row(page, 1)).toBeFocused()
  await hears(page, 'Source mode. Sentence 1 of 4, untagged.')
  await page.keyboard.press('1')
  await hears(page, 'EPA leak log attached. Sentence 2 of 4, untagged.')
  await expect(row(page, 2)).toBeFocused()
  await page.keyboard.press('Backspace')
  await hears(page, 'Removed. Back to sentence 1.')
  await expect(row(page, 1)).toBeFocused()
  await expect(row(page, 1)).toContainText('none yet')
  // What is asked does not leave the row, and can be left.
  await page.keyboard.press('1')
  await page.keyboard.press('k')
  await page.keyboard.press('c')
  await page.keyboard.press('3')
  await hears(page, 'Unconfirmed.')
  await expect(row(page, 1)).toContainText('Unconfirmed')
  await page.keyboard.press('d')
  await hears(page, 'EPA leak log contradicts it.')
  await expect(row(page, 1)).toContainText('Disputed')
  await page.keyboard.press('Escape')
  await expect(page.locator('.tiptap')).toBeFocused()
  await expect(page.locator('.tiptap')).toContainText('The lock opened.')
})

test('every command is found by its name, and runs', async ({ browser, server }) => {
  const { page, client, id } = await open(browser, server)
  await mode(page, 'Source')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Commands' })
  await expect(palette.getByRole('searchbox')).toBeFocused()
  for (const option of await palette.getByRole('option').all()) {
    await expect(option.locator('.option-name')).not.toBeEmpty()
    await expect(option.locator('kbd').first()).toBeVisible()
  }
  expect(await wrongForAxe(page)).toEqual([])
  await page.keyboard.type('attach leak')
  await expect(palette.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
  await expect(row(page, 3)).toBeFocused()
  await saved(page)
  expect((await sentencesOf(client, id)).map(({ citations }) => citations.length)).toEqual([
    0, 1, 0, 0,
  ])

  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keys' })
  await expect(help.getByText('Same source as the sentence before')).toBeVisible()
  expect(await wrongForAxe(page)).toEqual([])
  await help.getByLabel('Single keys').uncheck()
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await page.keyboard.press('x')
  await page.keyboard.press('ArrowDown')
  await expect(row(page, 4)).toBeFocused()
  expect((await sentencesOf(client, id)).every(({ kind }) => kind !== 'exempt')).toBe(true)
})

test('offline, sources of the shelf and links are attached, and arrive later', async ({
  browser,
  server,
}) => {
  const { page, client, id } = await open(browser, server)
  await mode(page, 'Source')
  await expect(row(page, 1)).toBeFocused()
  await page.context().setOffline(true)
  await page.keyboard.press('1')
  await row(page, 2).evaluate((element) => {
    const data = new DataTransfer()
    data.setData('text/plain', 'https://source-keys.example/report')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  })
  await page.keyboard.press('Enter')
  await page.keyboard.press('Space')
  await expect(row(page, 3)).toContainText('source-keys.example/report')
  expect((await sentencesOf(client, id)).map(({ evidence }) => evidence)).toEqual(
    Array.from({ length: 4 }, () => 'none'),
  )
  await page.context().setOffline(false)
  await expect
    .poll(async () => (await sentencesOf(client, id)).map(({ evidence }) => evidence), {
      timeout: 60_000,
    })
    .toEqual(['sourced', 'sourced', 'sourced', 'none'])
})

test('on a telephone everything has a button, large enough for a finger', async ({
  browser,
  server,
}) => {
  const { page, client, id } = await open(browser, server)
  await page.setViewportSize({ width: 390, height: 844 })
  await mode(page, 'Source')
  await expect(row(page, 1)).toBeFocused()
  const sizes = await row(page, 1)
    .getByRole('button')
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height))
  expect(sizes.length).toBeGreaterThan(2)
  for (const size of sizes) expect(size).toBeGreaterThanOrEqual(44)
  await page
    .getByRole('button', { name: /^Sentence 1 of 4|Sources$/ })
    .first()
    .click()
  await page.getByRole('button', { name: /EPA leak log/ }).click()
  await expect(row(page, 1)).toContainText('EPA leak log')
  await row(page, 2).getByRole('button', { name: 'Same as 1' }).click()
  await row(page, 3).getByRole('button', { name: 'Nothing to check' }).click()
  await page.getByRole('button', { name: /^Take back/ }).click()
  await saved(page)
  expect((await sentencesOf(client, id)).map(({ evidence }) => evidence)).toEqual([
    ...['sourced', 'sourced', 'none', 'none'],
  ])
  expect(await wrongForAxe(page)).toEqual([])
})
