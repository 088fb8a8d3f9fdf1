import { expect, type Locator } from '@playwright/test'
import { ARTICLE } from './article.ts'
import { enter, mode, pasteArticle, saved } from './people.ts'
import { test } from './server-test.ts'
import { select } from './text.ts'

/** Where somebody stumbles who uses it for the first time. */

/** How many rows these stand in. */
async function rowsOf(elements: Locator): Promise<number> {
  const middles = await elements.evaluateAll((found) =>
    found
      .map((element) => element.getBoundingClientRect())
      .filter(({ width }) => width > 0)
      .map(({ top, height }) => top + height / 2)
      .sort((one, other) => one - other),
  )
  return middles.filter((middle, at) => at === 0 || middle - (middles[at - 1] ?? 0) > 12).length
}

test('whoever creates an article writes on in it', async ({ browser, server }) => {
  const ada = await enter(browser, server, 'Ada Quill')
  await pasteArticle(ada, 'It rained.')
  await expect(ada.locator('.tiptap')).toBeFocused()
  await ada.keyboard.type('All day long. ')
  await expect(ada.locator('.tiptap')).toContainText('All day long. It rained.')
  // Not whoever comes back to it: keys may scroll there.
  await ada.reload()
  await saved(ada)
  await expect(ada.locator('.tiptap')).not.toBeFocused()
})

test('who may only read comments from the bar, and a name is closed up with what follows', async ({
  browser,
  server,
}) => {
  const ada = await enter(browser, server, 'Ada Quill')
  await pasteArticle(ada, ARTICLE)
  const pia = await enter(browser, server, 'Pia Lindholm')
  await pia.goto(ada.url())
  await saved(pia)
  await select(pia, 'pier 9')
  await pia
    .getByRole('toolbar', { name: 'Format' })
    .getByRole('button', { name: 'Comment' })
    .click()
  const field = pia.getByLabel('Comment on these words')
  await expect(field).toBeFocused()
  await pia.keyboard.type('Which one, @ada')
  const send = pia.getByRole('complementary').getByRole('button', { name: 'Comment' }).last()
  const names = pia.getByRole('listbox', { name: 'People' })
  await expect(names).toBeVisible()
  // The list stands in nobody's way.
  await send.click({ trial: true })
  await pia.keyboard.press('Enter')
  await pia.keyboard.type(', please?')
  await expect(field).toHaveValue('Which one, @Ada Quill, please?')
  await send.click()
  await expect(pia.getByText('@Ada Quill', { exact: true })).toBeVisible()

  const ink = (face: Locator) =>
    face.evaluate((element) => getComputedStyle(element).backgroundColor)
  const here = pia.getByRole('banner').getByRole('img', { name: 'Pia Lindholm' })
  const said = pia.locator('.message .ava')
  expect(await ink(said)).toBe(await ink(here))
})

test('on a telephone the head is two rows, and what has no room is in a menu', async ({
  browser,
  server,
}) => {
  const ada = await enter(browser, server, 'Ada Quill')
  await pasteArticle(ada, ARTICLE)
  for (const width of [390, 320]) {
    await ada.setViewportSize({ width, height: 800 })
    expect(await rowsOf(ada.locator('.top').locator('a, button'))).toBe(2)
  }
  await ada.getByRole('button', { name: 'More of this article' }).click()
  await ada.getByRole('menuitem', { name: 'Article data' }).click()
  await expect(ada.getByRole('dialog', { name: 'Article data' })).toBeVisible()
  await ada.keyboard.press('Escape')
  await ada.getByRole('button', { name: 'More of this article' }).click()
  await ada.getByRole('menuitem', { name: 'History' }).click()
  await expect(ada.getByRole('heading', { name: /^History/ })).toBeVisible()
})

test('the decisions of a reviewer stand in one row at 1280 px', async ({ browser, server }) => {
  const ada = await enter(browser, server, 'Ada Quill')
  await pasteArticle(ada, ARTICLE)
  const ruben = await enter(browser, server, 'Ruben Marsh')
  await ruben.setViewportSize({ width: 1280, height: 800 })
  await ruben.goto(ada.url())
  await saved(ruben)
  await mode(ruben, 'Review')
  const decisions = ruben.getByRole('group', { name: /^Decision/ })
  await expect(decisions.getByRole('button', { name: /^Approve/ })).toBeVisible()
  expect(await rowsOf(decisions.getByRole('button'))).toBe(1)
})
