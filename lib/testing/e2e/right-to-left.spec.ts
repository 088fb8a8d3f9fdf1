import { expect, type Page } from '@playwright/test'
import { signedIn } from './api.ts'
import { enter, saved } from './people.ts'
import { test } from './server-test.ts'
import { boxOf } from './text.ts'

/** Two sentences from right to left; in the second a number and a name run the other way. */
const TEXT = 'غادرت العبّارة الميناء. قال Rhea إن ٤١٢ راكبًا كانوا على متنها.'

const lines = (page: Page) => page.locator('.tiptap p')

/** Where the signs of the first line stand, with the words that they stand behind. */
function signs(page: Page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('.tiptap .s-glyph')].map((element) => {
      const { left, right } = element.getBoundingClientRect()
      const range = document.createRange()
      range.selectNodeContents(element)
      const dot = range.getBoundingClientRect()
      return { signBehind: dot.left - left, before: right - dot.right }
    }),
  )
}

test('from right to left: the sign stands behind the sentence, and caret and keys go past it as if it were not there', async ({
  browser,
  server,
}) => {
  const client = await signedIn(server.url, 'editor@galley.test')
  const made = await client.call<{ id: string }>('POST', '/api/v1/articles', {
    text: TEXT,
    lang: 'ar',
  })
  const page = await enter(browser, server, 'Ada Quill')
  for (const density of ['all', 'off'] as const) {
    await page.evaluate((value) => localStorage.setItem('galley:density', value), density)
    await page.goto(`/articles/${made.body.id}`)
    await saved(page)
    await expect(page.locator('.tiptap .s-glyph')).toHaveCount(density === 'all' ? 2 : 0)
    for (const { signBehind, before } of await signs(page)) {
      expect(signBehind).toBeGreaterThan(13)
      expect(before).toBeLessThan(1)
    }
    // Before the full stop of the first sentence, by mouse; then past it, its sign and the space, by keys.
    const stop = await boxOf(page, '. قال')
    await page.mouse.click(stop.x + stop.width - 1, stop.y + stop.height / 2)
    await page.keyboard.type(' أمس')
    await expect(lines(page)).toHaveText(TEXT.replace('الميناء.', 'الميناء أمس.'))
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.type('ثم ')
    await expect(lines(page)).toHaveText(TEXT.replace('الميناء. قال', 'الميناء أمس. ثم قال'))
    for (let key = 0; key < 5; key++) await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.type('. ')
    await expect(lines(page)).toHaveText(TEXT.replace('الميناء.', 'الميناء أمس.'))
    for (let step = 0; step < 6; step++) await page.keyboard.press('Control+z')
    await expect(lines(page)).toHaveText(TEXT)
    await saved(page)
  }
})
