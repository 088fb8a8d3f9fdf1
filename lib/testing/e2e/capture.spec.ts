import { expect, type Page } from '@playwright/test'
import { page as answered, startHostile } from '#lib/testing/hostile-server.ts'
import { pdfOf } from '#lib/testing/pdf-builder.ts'
import { signedIn } from './api.ts'
import { wrongForAxe } from './axe.ts'
import { COUNT, sheet, test } from './outside-test.ts'
import { enter, pasteArticle, saved } from './people.ts'
import { test as base } from './server-test.ts'

const axe = async (page: Page, place: string) =>
  expect(await wrongForAxe(page, { part: place })).toEqual([])

/** For whoever wants to look at it. */
const picture = (page: Page, name: string) =>
  page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true })

test('a pasted link is fetched, captured, quoted, checked, and watched', async ({
  browser,
  server,
  outside,
}) => {
  const url = `${outside.site.url}/count`
  const page = await enter(browser, server, 'Ada Quill')
  await pasteArticle(page, 'The ferry Maren carried 41,000 people last summer.')
  const article = page.url()
  await page.locator('.tiptap').getByText('carried 41,000 people').click()
  const panel = page.getByRole('complementary')

  await panel.getByRole('button', { name: 'Add' }).click()
  await panel.getByRole('searchbox').fill(url)
  await page.keyboard.press('Enter')
  await panel.getByRole('button', { name: 'Fetch details' }).click()
  await expect(panel.getByLabel('Name, for the newsroom')).toHaveValue('The count')
  await expect(panel.getByLabel('Author, publisher, date, for readers')).toHaveValue(
    'Ann Bo, Port of Tarn, 2026-02-03',
  )
  await axe(page, '.source-form')
  await picture(page, 'details')
  await panel.getByRole('button', { name: 'Save and attach' }).click()

  await panel.getByRole('button', { name: 'Capture now' }).click()
  const passage = panel.getByLabel('Passage, word for word')
  await passage.fill('carried 41,000 people')
  await expect(panel.getByText('Found on the page')).toBeVisible()
  await passage.fill('Maren carried 14,000 people last')
  await expect(panel.getByText('Found on the page, one word differs')).toBeVisible()
  await axe(page, '.citation-form')
  await picture(page, 'differs')
  await panel.getByRole('button', { name: 'Quote it as the source has it' }).click()
  await expect(passage).toHaveValue('Maren carried 41,000 people last')
  await passage.fill('Nobody has been carried to anywhere at all')
  await expect(panel.getByText(/^Not found in the copy of/)).toBeVisible()
  await passage.fill('The ferry Maren carried 41,000 people')
  await panel.getByRole('button', { name: 'Done' }).click()
  await expect(panel.getByText('Found on the page')).toBeVisible()
  await saved(page)

  await page.goto(`${server.url}/sources`)
  await page.getByRole('link', { name: 'The count' }).click()
  await expect(page.getByRole('region', { name: 'Text of the capture' })).toContainText(COUNT)
  await expect(page.getByText('Reachable')).toBeVisible()
  await axe(page, 'main')
  await picture(page, 'source')
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 390, height: 844 })
  await axe(page, 'main')
  await picture(page, 'source-phone')
  await page.setViewportSize({ width: 1440, height: 900 })
  const pdf = pdfOf(['The first page', COUNT])
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'count.pdf', mimeType: 'text/plain', buffer: Buffer.from(pdf) })
  await expect(page.getByRole('heading', { name: 'Page 2' })).toBeVisible()
  await expect(page.getByText('PDF, 2 pages')).toBeVisible()
  await page.locator('input[type=file]').setInputFiles({
    name: 'count.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(pdfOf(['x'], { encrypted: true })),
  })
  await expect(page.getByRole('alert').filter({ hasText: 'without a password' })).toBeVisible()

  outside.publish(
    answered(sheet('The ferry Maren carried 14,000 people last summer, the office now says.')),
  )
  await page.getByRole('button', { name: 'Capture now' }).click()
  await expect(page.getByText('Changed', { exact: true })).toBeVisible()
  await axe(page, 'main')
  await picture(page, 'changed')
  await page.goto(article)
  await page.locator('.tiptap').getByText('carried 41,000 people').click()
  await expect(panel.getByText('A page that it cites has changed')).toBeVisible()
  await picture(page, 'changed-sentence')

  await page.goto(`${server.url}/sources`)
  await page.getByRole('link', { name: 'The count' }).click()
  await page.getByRole('button', { name: 'The captured copy stands in' }).click()
  await expect(page.getByText('The captured copy stands in for it.')).toBeVisible()
  await page.goto(article)
  await page.locator('.tiptap').getByText('carried 41,000 people').click()
  await expect(panel.getByText('A page that it cites has changed')).toBeHidden()
})

test('what was captured is never a page to a browser', async ({ browser, server, outside }) => {
  const editor = await signedIn(server.url, 'editor@galley.test')
  const made = await editor.call<{ id: string }>('POST', '/api/v1/sources', {
    kind: 'webPage',
    title: 'The count',
    url: `${outside.site.url}/count`,
  })
  const captures = `/api/v1/sources/${made.body.id}/captures`
  const captured = await editor.call<{ id: string }>('POST', captures)
  expect(captured.status).toBe(201)
  const page = await enter(browser, server, 'Ada Quill')
  const raw = await page.request.get(`${server.url}${captures}/${captured.body.id}/raw`)
  expect(raw.headers()).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': expect.stringContaining('attachment'),
    'content-security-policy': expect.stringContaining('sandbox'),
    'x-content-type-options': 'nosniff',
  })
  expect(await raw.text()).toContain('<script>')
  const text = await page.request.get(`${server.url}${captures}/${captured.body.id}/text`)
  expect(text.headers()['content-type']).toBe('text/plain; charset=utf-8')
  const passage = await editor.call<{ check: unknown }>(
    'POST',
    `/api/v1/sources/${made.body.id}/passage`,
    { quote: '41,000 people' },
  )
  expect(passage.body.check).toEqual({ kind: 'found', page: 0 })
  const stranger = await fetch(`${server.url}${captures}/${captured.body.id}/raw`)
  expect(stranger.status).toBe(401)
})

base(
  'the product as it is asks nothing on the loopback address, whatever it is told',
  async ({ server }) => {
    const site = await startHostile({ '/count': answered(sheet(COUNT)) })
    const editor = await signedIn(server.url, 'editor@galley.test')
    for (const url of [
      `${site.url}/count`,
      'http://127.0.0.1/',
      'http://localhost/',
      'http://[::ffff:7f00:1]/',
    ]) {
      const details = await editor.call('POST', '/api/v1/sources/details', { text: url })
      expect([url, details.status, details.type]).toEqual([
        url,
        422,
        expect.stringContaining('problem+json'),
      ])
    }
    expect(site.asked).toEqual([])
    await site.close()
  },
)
