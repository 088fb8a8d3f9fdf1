import { type Browser, expect, type Page } from '@playwright/test'
import type { ServerProcess } from '#lib/testing/server-process.ts'
import { type Client, signedIn } from './api.ts'
import { wrongForAxe } from './axe.ts'
import { enter, pasteArticle, saved } from './people.ts'
import { test } from './server-test.ts'
import { boxOf, caretBefore, select } from './text.ts'

/** What people say about the text: with real keys, in two browsers, one of which may only read. */

const TEXT = 'It rained. It stopped. Nobody came.\nThe ferry left.'

interface Desk {
  readonly ada: Page
  readonly id: string
  readonly client: Client
}

async function open(browser: Browser, server: ServerProcess): Promise<Desk> {
  const ada = await enter(browser, server, 'Ada Quill')
  await pasteArticle(ada, TEXT)
  const id = ada.url().split('/').at(-1) ?? ''
  return { ada, id, client: await signedIn(server.url, 'editor@galley.test') }
}

/** Pia is the publisher: she reads every article and writes none. */
async function reader(browser: Browser, server: ServerProcess, { ada }: Desk): Promise<Page> {
  const pia = await enter(browser, server, 'Pia Lindholm')
  await pia.goto(ada.url())
  await expect(pia.getByText('What you write here is a suggestion')).toBeVisible()
  // Signs take room: words stand where they stay once these are drawn.
  await expect(pia.locator('.tiptap .s-glyph')).toHaveCount(4)
  return pia
}

const comments = (page: Page) => page.getByRole('region', { name: 'Comments' })
/** A message, and not what is still in a field while it is sent. */
const said = (page: Page, words: string) =>
  comments(page).locator('.message-text', { hasText: words })
const tab = (page: Page) => page.getByRole('button', { name: /^Comments/ })

/** Marks one word by mouse: who may only read has no caret to move. */
async function mark(page: Page, word: string) {
  // A third click at the same place within half a second would mark the paragraph.
  await caretBefore(page, 'It ')
  const { x, y, height } = await boxOf(page, word)
  await page.mouse.dblclick(x + 2, y + height / 2)
}

/** The words that are filled: those of the thread that is current, or of the comment that is written. */
const filled = (page: Page, words: string) =>
  expect.poll(async () => (await page.locator('.t-current').allTextContents()).join('')).toBe(words)

/** The words of each thread, as the text shows them. */
const anchored = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.tiptap > *')].flatMap((block) => {
      const words = [...block.querySelectorAll('[data-thread]')]
      return words.length ? [words.map(({ textContent }) => textContent).join('')] : []
    }),
  )

test('[THR1, THR3, THR6, THR7, THR9] a reader comments and names; the writer sees it at once, answers, resolves; it is reopened', async ({
  browser,
  server,
}) => {
  const desk = await open(browser, server)
  const { ada } = desk
  const pia = await reader(browser, server, desk)
  await mark(pia, 'stopped')
  await pia.keyboard.press('Control+Alt+m')
  const field = pia.getByRole('textbox', { name: 'Comment on these words' })
  await expect(field).toBeFocused()
  await pia.keyboard.type('Who says so, @qu')
  await expect(pia.getByRole('option', { name: 'Ada Quill' })).toBeVisible()
  await pia.keyboard.press('Enter')
  await expect(field).toHaveValue('Who says so, @Ada Quill ')
  await pia.keyboard.type('?')
  await pia.keyboard.press('Control+Enter')
  await expect(comments(pia).locator('.mention')).toHaveText('@Ada Quill')
  await filled(pia, 'stopped')

  await expect(tab(ada)).toContainText('1 unread message')
  await expect(ada.locator('.t-unread')).toHaveCount(1)
  await expect(ada.locator('#announcements')).toHaveText('Pia Lindholm mentions you.')
  expect(await anchored(ada)).toEqual(['stopped'])
  await caretBefore(ada, 'stopped')
  await ada.getByRole('button', { name: '1 comment', exact: true }).click()
  await expect(comments(ada).getByText('Who says so')).toBeVisible()
  await expect(ada.locator('.t-unread')).toHaveCount(0)
  await expect(tab(ada)).not.toContainText('unread')
  await ada.getByRole('textbox', { name: 'Answer' }).fill('The log says so.')
  await ada.getByRole('button', { name: 'Answer', exact: true }).click()
  await expect(ada.getByRole('textbox', { name: 'Answer' })).toHaveValue('')

  // She has it open: it is read as it comes.
  await expect(comments(pia).getByText('The log says so.')).toBeVisible()
  await expect(tab(pia)).not.toContainText('unread')
  await pia.getByRole('button', { name: 'Resolve' }).click()
  await expect(ada.getByRole('button', { name: 'Reopen' })).toBeVisible()
  await expect(ada.getByText('Resolved by Pia Lindholm')).toBeVisible()
  await ada.getByRole('button', { name: 'Reopen' }).click()
  await expect(pia.getByRole('button', { name: 'Resolve' })).toBeVisible()

  // What was said in the other's absence is unread, also after a reload.
  await pia.goto(server.url)
  await ada.getByRole('textbox', { name: 'Answer' }).fill('See page 2, @Pia Lindholm.')
  await ada.keyboard.press('Control+Enter')
  await expect(said(ada, 'See page 2')).toBeVisible()
  await pia.reload()
  await expect(pia.getByText('You are mentioned in a comment')).toBeVisible()
  await pia.goto(ada.url())
  await expect(tab(pia)).toContainText('1 unread message')
})

test('[THR11] a comment whose words are gone is put on the words that are selected', async ({
  browser,
  server,
}) => {
  const { ada, id, client } = await open(browser, server)
  const at = { blockIndex: 0, from: 11, to: 22, quote: 'It stopped.' }
  await client.call('POST', `/api/v1/articles/${id}/threads`, { ...at, text: 'So?' })
  const stands = (words: readonly string[]) => expect.poll(() => anchored(ada)).toEqual(words)
  await stands(['It stopped.'])
  await tab(ada).click()
  await select(ada, 'It stopped. ')
  await ada.keyboard.press('Delete')
  await stands([])
  await select(ada, 'The ferry')
  // It opened when the caret was in it, and nothing has closed it.
  await comments(ada).getByRole('button', { name: 'Put it on the selected words' }).click()
  await stands(['The ferry'])
  await expect(comments(ada).getByRole('heading', { name: /without a place/ })).toHaveCount(0)
})

test('[THR1, THR4, THR5] the anchor through split, join, cut and paste, copy, typing over and undo', async ({
  browser,
  server,
}) => {
  const { ada, id, client } = await open(browser, server)
  const at = { blockIndex: 0, from: 11, to: 22, quote: 'It stopped.' }
  await client.call('POST', `/api/v1/articles/${id}/threads`, { ...at, text: 'So?' })
  const stands = (words: readonly string[]) => expect.poll(() => anchored(ada)).toEqual(words)
  const undo = () => ada.keyboard.press('Control+z')
  await stands(['It stopped.'])
  await tab(ada).click()

  await caretBefore(ada, 'stopped')
  await ada.keyboard.press('Enter')
  await stands(['It ', 'stopped.'])
  await ada.keyboard.press('Backspace')
  await stands(['It stopped.'])
  await undo()
  await undo()

  await select(ada, 'It stopped. ')
  await ada.keyboard.press('Control+x')
  await stands([])
  await expect(
    comments(ada).getByRole('heading', { name: '1 comment without a place' }),
  ).toBeVisible()
  await expect(comments(ada).getByText('It stopped.')).toBeVisible()
  await caretBefore(ada, 'The ferry')
  await ada.keyboard.press('Control+v')
  await stands(['It stopped.'])
  await expect(comments(ada).getByRole('heading', { name: /without a place/ })).toHaveCount(0)
  await undo()
  await undo()
  await stands(['It stopped.'])

  await select(ada, 'It stopped.')
  await ada.keyboard.press('Control+c')
  await ada.keyboard.press('Control+End')
  await ada.keyboard.press('Control+v')
  await expect(ada.locator('.tiptap')).toContainText('The ferry left.It stopped.')
  await stands(['It stopped.'])
  await undo()

  await select(ada, 'It stopped.')
  await ada.keyboard.type('The sun cama')
  await ada.keyboard.press('Backspace')
  await ada.keyboard.type('e. Really.')
  await stands(['The sun came.'])
  await saved(ada)
  await ada.reload()
  await stands(['The sun came.'])
})

test('[THR3, THR10] words move while one writes; without a connection what is written is kept, and why is said', async ({
  browser,
  server,
}) => {
  const desk = await open(browser, server)
  const { ada } = desk
  const pia = await reader(browser, server, desk)
  await caretBefore(pia, 'ferry')
  await tab(pia).click()
  await expect(comments(pia)).toContainText('No comments yet.')
  await comments(pia).getByRole('button', { name: 'Comment', exact: true }).click()
  await pia.keyboard.type('Which one?')
  const field = pia.getByRole('textbox', { name: 'Comment on these words' })
  await caretBefore(ada, 'The ferry')
  await ada.keyboard.type('At noon it was over. ')
  await expect(pia.locator('.tiptap')).toContainText('over. ')
  await filled(pia, 'The ferry left.')
  // [THR10] Who has left the field is not called back to it because words move.
  await pia.keyboard.press('Escape')
  await expect(field).not.toBeFocused()
  await caretBefore(ada, 'The ferry')
  await ada.keyboard.type('Late. ')
  await expect(pia.locator('.tiptap')).toContainText('Late. ')
  await expect(field).not.toBeFocused()
  await field.focus()
  await pia.context().setOffline(true)
  await expect(comments(pia)).toContainText('No connection. What you write here stays in this tab')
  await pia.keyboard.press('Control+Enter')
  await expect(field).toHaveValue('Which one?')
  await pia.context().setOffline(false)
  await expect(comments(pia)).not.toContainText('No connection')
  await pia.keyboard.press('Control+Enter')
  await expect.poll(() => anchored(ada)).toEqual(['The ferry left.'])

  // The words that are marked change: nothing is put on others, and nothing that was written is lost.
  await mark(pia, 'rained')
  await pia.getByRole('toolbar').getByRole('button', { name: 'Comment', exact: true }).click()
  await pia.keyboard.type('Where?')
  await select(ada, 'rained')
  await ada.keyboard.type('snowed')
  await expect(pia.locator('.tiptap')).toContainText('It snowed')
  await pia.keyboard.press('Control+Enter')
  await expect(comments(pia)).toContainText('The words that you marked have changed.')
  await mark(pia, 'snowed')
  await pia.keyboard.press('Control+Alt+m')
  await pia.keyboard.press('Control+Enter')
  await expect.poll(() => anchored(ada)).toEqual(['snowed', 'The ferry left.'])
})

test('[THR8] the list: filters, the order of the text, keys, and where the caret is', async ({
  browser,
  server,
}) => {
  const { ada, id, client } = await open(browser, server)
  const say = (blockIndex: number, from: number, quote: string) =>
    client.call<{ id: string }>('POST', `/api/v1/articles/${id}/threads`, {
      ...{ blockIndex, from, to: from + quote.length, quote, text: `About ${quote}` },
    })
  await say(1, 4, 'ferry')
  await say(0, 3, 'rained')
  const { body } = await say(0, 23, 'Nobody')
  await tab(ada).click()
  const quotes = comments(ada).locator('.thread-head .thread-quote')
  await expect(quotes).toHaveText(['rained', 'Nobody', 'ferry'])
  await client.call('PATCH', `/api/v1/articles/${id}/threads/${body.id}`, { resolved: true })
  await expect(quotes).toHaveText(['rained', 'ferry'])
  await expect(ada.locator('.t-sign')).toHaveCount(2)
  await comments(ada).getByLabel('Which comments').selectOption('resolved')
  await expect(quotes).toHaveText(['Nobody'])
  await comments(ada).getByLabel('Which comments').selectOption('open')

  await caretBefore(ada, 'erry')
  await filled(ada, 'ferry')
  await expect(comments(ada).getByText('About ferry')).toBeVisible()
  await comments(ada)
    .getByRole('button', { name: /rained/ })
    .click()
  await filled(ada, 'rained')
  await expect(ada.locator('.s-active', { hasText: 'ained' }).first()).toBeVisible()
  await ada.getByRole('textbox', { name: 'Answer' }).fill('Not sent yet')
  await ada.keyboard.press('Escape')
  await expect(ada.locator('.tiptap')).toBeFocused()
  await ada.keyboard.press('Control+Shift+e')
  await expect(comments(ada)).toBeFocused()
  // Ctrl Enter belongs to the field there, and to source mode elsewhere.
  await ada.keyboard.press('Control+Enter')
  await expect(ada.getByText('Source mode', { exact: true })).toBeVisible()
  await expect(ada.getByRole('textbox', { name: 'Answer' })).toHaveValue('Not sent yet')
  expect(await wrongForAxe(ada)).toEqual([])
})
