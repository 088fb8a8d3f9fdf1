import { expect, type Page } from '@playwright/test'
import { signedIn } from './api.ts'
import { ARTICLE } from './article.ts'
import { wrongForAxe } from './axe.ts'
import { enter, pasteArticle, saved } from './people.ts'
import { test } from './server-test.ts'
import { select } from './text.ts'

const moments = (page: Page) => page.getByRole('list', { name: 'Moments, newest first' })
const articleOf = (page: Page) => /articles\/([^/?]+)/.exec(page.url())?.[1] ?? ''

async function replaceWords(page: Page, words: string, by: string) {
  await select(page, words)
  await page.keyboard.type(by)
  await saved(page)
}

test('select all, delete, close the browser: restored in three clicks, evidence included', async ({
  browser,
  server,
}) => {
  const ada = await enter(browser, server, 'Ada Quill')
  await pasteArticle(ada, ARTICLE)
  const address = ada.url()
  const text = await ada.locator('.tiptap').innerText()
  const editor = await signedIn(server.url, 'editor@galley.test')
  const facts = `/api/v1/articles/${articleOf(ada)}`
  const before = await editor.call('GET', `${facts}/sentences`)
  await ada.locator('.tiptap').click()
  await ada.keyboard.press('Control+a')
  await ada.keyboard.press('Delete')
  await expect(ada.locator('.tiptap')).toHaveText('')
  await saved(ada)
  await ada.context().close()

  const later = await enter(browser, server, 'Ada Quill')
  await later.goto(address)
  await saved(later)
  await later.getByRole('link', { name: 'History', exact: true }).click()
  await moments(later).getByRole('button').nth(1).click()
  await later.getByRole('button', { name: 'Restore' }).click()

  await expect(later.getByText('Restored. Everybody')).toBeVisible()
  await later.getByRole('link', { name: 'To the article', exact: true }).click()
  await expect.poll(() => later.locator('.tiptap').innerText()).toBe(text)
  expect((await editor.call('GET', `${facts}/sentences`)).body).toEqual(before.body)
})

test('restoring reaches an open article, and is taken back as easily', async ({
  browser,
  server,
}) => {
  const ada = await enter(browser, server, 'Ada Quill')
  const ruben = await enter(browser, server, 'Ruben Marsh')
  await pasteArticle(ada, 'The tower is 412 metres high. It was built in 1912.')
  await ruben.goto(ada.url())
  await saved(ruben)
  await replaceWords(ada, '412', '398')
  await expect(ruben.locator('.tiptap')).toContainText('398')
  await ada.getByRole('link', { name: 'History', exact: true }).click()

  await moments(ada).getByRole('button').first().focus()
  await ada.keyboard.press('End')
  await ada.keyboard.press('Enter')
  await expect(ada.getByText(/1\d words added/)).toBeVisible()
  // The first text beside the newest moment of the list.
  await ada.getByLabel('Compared with').selectOption({ index: 2 })
  await expect(ada.locator('.moment-text').getByRole('insertion')).toHaveText('398')
  expect(await wrongForAxe(ada)).toEqual([])
  await moments(ada).getByRole('button').last().focus()
  await ada.keyboard.press('r')
  await ada.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  await expect(ruben.locator('.tiptap')).toContainText('412 metres')
  await ada.getByRole('button', { name: 'Take back' }).click()
  await expect(ruben.locator('.tiptap')).toContainText('398 metres')
})

test('when 412 became 398, and by whom: from the sentence, and from the words', async ({
  browser,
  server,
}) => {
  const ada = await enter(browser, server, 'Ada Quill')
  const ruben = await enter(browser, server, 'Ruben Marsh')
  await pasteArticle(ada, 'The tower is 412 metres high. It was built in 1912.')
  await ruben.goto(ada.url())
  await saved(ruben)
  await replaceWords(ruben, '412', '398')
  // His name would stand beside his caret, in the middle of the words.
  await ruben.context().close()
  await expect(ada.locator('.tiptap')).toContainText('398 metres')
  await replaceWords(ada, '1912', '1913')

  await select(ada, '398 metres')
  await ada.getByRole('button', { name: 'Who wrote this' }).click()
  const told = ada.getByRole('region', { name: 'Who wrote this' })
  await expect(told.getByRole('listitem')).toHaveText([/Ruben Marsh.*398/, /Ada Quill.*metres/])

  await ada.getByRole('link', { name: 'History of this sentence' }).click()
  const rows = moments(ada).getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText('Ruben Marsh')
  await expect(rows.first().getByRole('deletion')).toHaveText('412')
  await expect(rows.first().getByRole('insertion')).toHaveText('398')
  await expect(rows.last()).toContainText('First written')
  expect(await wrongForAxe(ada)).toEqual([])
})

test('a moment gets a name; a paragraph alone comes back; who only reads restores nothing', async ({
  browser,
  server,
}) => {
  const ada = await enter(browser, server, 'Ada Quill')
  await pasteArticle(ada, 'One is here, as long as it may be.\nTwo is there.')
  const address = ada.url()
  await ada.goto(`${address}/history`)
  await expect(ada.getByText('Version history starts with your first edit.')).toBeVisible()
  await ada.getByRole('button', { name: 'Name this moment' }).click()
  await ada.getByLabel('Name of this moment').fill('As it came')
  await ada.keyboard.press('Enter')
  await expect(moments(ada).getByRole('button', { name: /As it came/ })).toBeVisible()

  await ada.goto(address)
  await saved(ada)
  await replaceWords(ada, 'here', 'gone')
  await replaceWords(ada, 'there', 'lost')
  await ada.goto(`${address}/history`)
  await moments(ada)
    .getByRole('button', { name: /As it came/ })
    .click()
  await ada.getByLabel('Compared with').selectOption('now')
  await ada.getByRole('button', { name: 'Restore this paragraph' }).first().click()
  await expect(ada.getByText('The paragraph is restored.')).toBeVisible()
  await ada.goto(address)
  await expect(ada.locator('.tiptap')).toContainText('One is here')
  await expect(ada.locator('.tiptap')).toContainText('Two is lost.')

  const pia = await enter(browser, server, 'Pia Lindholm')
  await pia.goto(`${address}/history`)
  await moments(pia)
    .getByRole('button', { name: /As it came/ })
    .click()
  await expect(pia.getByText(/1\d words added/)).toBeVisible()
  await expect(pia.getByRole('button', { name: /Restore|Name this|Remove the name/ })).toHaveCount(
    0,
  )
  await pia.goto(address)
  await expect(pia.locator('.tiptap')).toContainText('Two is lost.')
  await pia.locator('.tiptap').getByText('Two is lost.').click({ clickCount: 3 })
  await pia.getByRole('button', { name: 'Who wrote this' }).click()
  await expect(pia.getByRole('region', { name: 'Who wrote this' })).toContainText('Ada Quill')
})
