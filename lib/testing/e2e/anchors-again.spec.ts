import { expect, type Page } from '@playwright/test'
import { CLIPBOARD, STRUCTURE, WORDS } from './anchor-acts.ts'
import { test } from './server-test.ts'
import { open, START } from './sourced-article.ts'

/**
 * The table of `anchors.spec.ts` once more: what happens to a sentence with evidence, undone, done again, in a paragraph of
 * another role, and undone once more. The server's reading is what counts.
 */

async function times(count: number, page: Page, key: string) {
  for (let n = 0; n < count; n++) await page.keyboard.press(key)
}

const TABLE = [
  ['[EDT3, EDT5, SEG19] splits and joins', STRUCTURE],
  ['[EDT3, EDT13] words', WORDS],
  ['[EDT3, EDT6] the clipboard and the mouse', CLIPBOARD],
] as const

for (const [title, rows] of TABLE) {
  test(`${title}, undone, redone and in another role`, async ({ browser, server }) => {
    const { page, reads } = await open(browser, server)
    for (const { what, act, reads: after, steps = 1 } of rows) {
      await test.step(what, async () => {
        await act(page)
        await reads(after)
        await times(steps, page, 'Control+z')
        await reads(START)
        await times(steps, page, 'Control+y')
        await reads(after)
        await page.getByLabel('Kind of paragraph').selectOption('quote')
        await expect(page.locator('.tiptap [data-role=quote]')).not.toHaveCount(0)
        await reads(after)
        await page.locator('.tiptap').focus()
        await times(1 + steps, page, 'Control+z')
        await expect(page.locator('.tiptap [data-role=quote]')).toHaveCount(0)
        await reads(START)
      })
    }
  })
}
