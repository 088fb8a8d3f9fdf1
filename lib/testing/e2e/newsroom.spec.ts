import { expect, type Page } from '@playwright/test'
import { sentencesOf, signedIn } from './api.ts'
import { ARTICLE, ARTICLE_SENTENCES, givenArticle } from './article.ts'
import { approveShown, enter, mode, pasteArticle, saved, sendToReview } from './people.ts'
import { test } from './server-test.ts'

test.use({ shared: false })

const texts: readonly (readonly [string, string, number])[] = [
  ['an article of our own', ARTICLE, ARTICLE_SENTENCES],
  ...(givenArticle() === null ? [] : [['the given article', givenArticle() ?? '', 24] as const]),
]

for (const [name, text, count] of texts) {
  test(`three people in three browsers take ${name} from paste to page`, async ({
    browser,
    server,
  }) => {
    test.setTimeout(240_000)
    const editor = await enter(browser, server, 'Ada Quill')
    const reviewer = await enter(browser, server, 'Ruben Marsh')
    const publisher = await enter(browser, server, 'Pia Lindholm')

    await pasteArticle(editor, text)
    const address = editor.url()
    for (const page of [reviewer, publisher]) {
      await page.goto(address)
      await saved(page)
    }
    await expect(reviewer.getByText(`0 of ${count + 1} tagged`)).toBeVisible()

    // The stray last line goes; everybody sees it go.
    await editor.locator('.tiptap').getByText('Comments', { exact: true }).click({ clickCount: 3 })
    await editor.keyboard.press('Backspace')
    await editor.keyboard.press('Backspace')
    await expect(reviewer.getByText(`0 of ${count} tagged`)).toBeVisible()

    await sourceEverything(editor, count)
    await expect(reviewer.getByText(`${count} of ${count} tagged`)).toBeVisible()
    await sendToReview(editor)

    await mode(reviewer, 'Review')
    for (let left = count; left > 0; left--) await approveShown(reviewer, left)
    await expect(publisher.getByText(`${count} approved`)).toBeVisible()

    await publisher.getByRole('button', { name: /^Publish/ }).click()
    await publisher.getByRole('dialog').getByRole('button', { name: 'Publish version 1' }).click()
    const link = publisher.getByRole('dialog').getByRole('link', { name: /read/i }).first()
    await expect(link).toBeVisible()
    const page = await browser.newPage({ javaScriptEnabled: false })
    await page.goto(new URL((await link.getAttribute('href')) ?? '', server.url).href)
    const client = await signedIn(server.url, 'editor@galley.test')
    const id = address.split('/').at(-1) ?? ''
    for (const sentence of await sentencesOf(client, id)) {
      await expect(page.locator(`#s-${sentence.fingerprint.slice(0, 12)}`)).toContainText(
        sentence.text,
      )
    }
    await expect(page.locator('#sources')).toContainText('Lease of pier 9')
  })
}

test('one digit of an approved sentence makes it stale, for everybody and alone; changed back, the approval holds', async ({
  browser,
  server,
}) => {
  const editor = await enter(browser, server, 'Ada Quill')
  const reviewer = await enter(browser, server, 'Ruben Marsh')
  await pasteArticle(editor, 'The tower is 41 metres high. It was built in 1912.')
  await sourceEverything(editor, 2)
  await sendToReview(editor)
  await reviewer.goto(editor.url())
  await saved(reviewer)
  await mode(reviewer, 'Review')
  await approveShown(reviewer, 2)
  await approveShown(reviewer, 1)
  await expect(editor.getByText('2 approved')).toBeVisible()

  const text = editor.locator('.tiptap')
  await text.click()
  await editor.keyboard.press('Control+Home')
  for (const _letter of 'The tower is 41') await editor.keyboard.press('ArrowRight')
  await editor.keyboard.press('Backspace')
  await editor.keyboard.type('2')
  await expect(reviewer.getByText('1 approved')).toBeVisible()
  await expect(editor.locator('.s-stale:not(.s-glyph)')).toHaveText(/The tower is 42 metres high/)
  await editor.keyboard.press('Backspace')
  await editor.keyboard.type('1')
  await expect(reviewer.getByText('2 approved')).toBeVisible()
})

/** The first sentence gets a new source with a passage; the others the same source, by one key each. */
async function sourceEverything(page: Page, count: number): Promise<void> {
  await mode(page, 'Source')
  await page.getByRole('row').first().focus()
  await page.keyboard.press('s')
  await page.keyboard.type(`Lease of pier 9 ${Date.now()}`)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Save and attach' }).click()
  await expect(
    page
      .getByRole('complementary')
      .getByText(/Lease of pier 9/)
      .first(),
  ).toBeVisible()
  // The list goes on by itself, in its own time.
  await expect(page.getByRole('row').nth(1)).toBeFocused()
  await page.getByRole('row').first().focus()
  await page.keyboard.press('l')
  await expect(page.getByLabel(/^Where in Lease/)).toBeFocused()
  await page.keyboard.type('"The lease runs until 2031."')
  await page.keyboard.press('Enter')
  await page.getByRole('row').first().focus()
  await page.keyboard.press('c')
  await page.keyboard.press('2')
  for (let index = 1; index < count; index++) {
    await page.getByRole('row').nth(index).focus()
    await page.keyboard.press('Space')
  }
  await expect(page.getByText(`${count} of ${count} tagged`)).toBeVisible()
  await saved(page)
  await mode(page, 'Write')
}
