import { type Browser, expect, type Page } from '@playwright/test'
import type { ServerProcess } from '#lib/testing/server-process.ts'
import { type Client, signedIn } from './api.ts'
import { wrongForAxe } from './axe.ts'
import { enter, pasteArticle, saved } from './people.ts'
import { test } from './server-test.ts'
import { caretBefore, select } from './text.ts'

/** Suggestions with real keys: a writer, somebody who may only suggest, and a reviewer, each in a browser. */

const TEXT = 'Six pipes burst on Monday. Nobody was hurt.\nThe mayor came.'

interface Desk {
  readonly ada: Page
  readonly pia: Page
  readonly id: string
  readonly client: Client
}

/** Ada writes. Pia is the publisher: she reads every article and writes none. */
async function open(browser: Browser, server: ServerProcess): Promise<Desk> {
  const ada = await enter(browser, server, 'Ada Quill')
  await pasteArticle(ada, TEXT)
  const id = ada.url().split('/').at(-1) ?? ''
  const pia = await visit(browser, server, 'Pia Lindholm', ada.url())
  await expect(pia.getByText('What you write here is a suggestion')).toBeVisible()
  return { ada, pia, id, client: await signedIn(server.url, 'editor@galley.test') }
}

async function visit(browser: Browser, server: ServerProcess, name: string, url: string) {
  const page = await enter(browser, server, name)
  await page.goto(url)
  // Signs take room: words stand where they stay once these are drawn.
  await expect(page.locator('.tiptap .s-glyph')).toHaveCount(3)
  return page
}

/** What the server has, which readers would get: sentences without what is proposed. */
const official = ({ client, id }: Desk) =>
  expect.poll(async () => {
    const { body } = await client.call('GET', `/api/v1/articles/${id}/sentences`)
    return (body as { sentences: { text: string }[] }).sentences.map(({ text }) => text)
  })

const blockers = async ({ client, id }: Desk) => {
  const { body } = await client.call('GET', `/api/v1/articles/${id}`)
  return (body as { blockers: { kind: string; sentence: number | null }[] }).blockers
    .filter(({ kind }) => kind === 'suggestion')
    .map(({ sentence }) => sentence)
}

const tab = (page: Page) => page.getByRole('button', { name: /^Suggestions/ })
const list = (page: Page) => page.getByRole('region', { name: 'Suggestions' })
const words = (page: Page) => list(page).locator('.suggestion-words')
/** The text as the page shows it, with what is proposed in it. */
const shown = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.tiptap > *')].map((one) => {
      const block = one.cloneNode(true) as Element
      for (const caret of block.querySelectorAll('.caret')) caret.remove()
      const pieces = [...block.querySelectorAll('ins, del')].map(
        (piece) => `${piece.localName} ${piece.textContent}`,
      )
      return [block.textContent?.replace(/\u00a0/g, ' ').trim(), ...pieces].join(' | ')
    }),
  )
const BEFORE = ['Six pipes burst on Monday.', 'Nobody was hurt.', 'The mayor came.']

test('[SUG1, SUG2, SUG4, SUG6] who may only suggest suggests; the writer sees it, accepts and rejects by key, takes it back', async ({
  browser,
  server,
}) => {
  const desk = await open(browser, server)
  const { ada, pia } = desk
  await select(pia, 'Six')
  await pia.keyboard.type('Nine')
  await saved(pia)
  await tab(pia).click()
  await expect(words(pia)).toHaveText(['Replace “Six” with “Nine”'])
  await expect(list(pia).getByRole('button', { name: 'Accept' })).toHaveCount(0)
  await tab(ada).click()
  await expect(words(ada)).toHaveText(['Replace “Six” with “Nine”'])
  await expect(list(ada).getByText('Pia Lindholm')).toBeVisible()
  await official(desk).toEqual(BEFORE)
  expect(await blockers(desk)).toEqual([0])

  await caretBefore(ada, 'Nobody')
  await ada.keyboard.press('Control+Alt+ArrowDown')
  await ada.keyboard.press('Control+Alt+y')
  await official(desk).toEqual(['Nine pipes burst on Monday.', ...BEFORE.slice(1)])
  await expect(ada.locator('#announcements')).toHaveText('1 suggestion accepted.')
  expect(await blockers(desk)).toEqual([])
  await ada.keyboard.press('Control+z')
  await official(desk).toEqual(BEFORE)
  await expect(words(ada)).toHaveText(['Replace “Six” with “Nine”'])
  await ada.keyboard.press('Control+Alt+ArrowDown')
  await ada.keyboard.press('Control+Alt+n')
  await expect(words(pia)).toHaveCount(0)
  await expect
    .poll(() => shown(pia))
    .toEqual(['Six pipes burst on Monday. Nobody was hurt.', 'The mayor came.'])
  await official(desk).toEqual(BEFORE)
})

test('[SUG5] a writer switches to suggesting: Enter, Backspace, bold and a role are suggestions, and undo takes them back', async ({
  browser,
  server,
}) => {
  const desk = await open(browser, server)
  const { ada } = desk
  await tab(ada).click()
  const suggest = ada.getByRole('button', { name: 'Suggest', exact: true })
  await suggest.click()
  await expect(suggest).toHaveAttribute('aria-pressed', 'true')
  await caretBefore(ada, 'Nobody')
  await ada.keyboard.press('Enter')
  await select(ada, 'mayor')
  await ada.keyboard.press('Control+b')
  await ada.keyboard.press('ArrowRight')
  await ada.keyboard.press('Control+Alt+2')
  await caretBefore(ada, 'burst')
  await ada.keyboard.press('Backspace')
  await ada.keyboard.press('Backspace')
  await expect(words(ada)).toHaveText([
    'Delete “s”',
    'Begin a new paragraph',
    'Make the paragraph a subhead',
    'Make bold: “mayor”',
  ])
  await official(desk).toEqual(BEFORE)
  await expect(list(ada).getByText('4 suggestions')).toBeVisible()
  await ada.keyboard.press('Control+z')
  await expect(words(ada)).not.toContainText(['Delete'])
  expect(await wrongForAxe(ada)).toEqual([])
  await list(ada).getByRole('button', { name: 'Accept all' }).click()
  await expect(words(ada)).toHaveCount(0)
  await expect(ada.locator('.tiptap > *')).toHaveCount(3)
  await expect(ada.locator('.tiptap > h2 strong')).toHaveText('mayor')
  await official(desk).toEqual(BEFORE)
})

test('[SUG3, THR1] one types, one suggests, one comments on one sentence, one of them offline; settled at once; all equal, every character accounted for', async ({
  browser,
  server,
}) => {
  const desk = await open(browser, server)
  const { ada, pia } = desk
  const ruben = await visit(browser, server, 'Ruben', ada.url())
  for (const page of [ada, pia, ruben]) await tab(page).click()
  await caretBefore(pia, 'burst')
  await pia.keyboard.type('old ')
  await expect(words(ruben)).toHaveText(['Insert “old”'])
  // The list leaves out the space at the end, which may be on its way still.
  await saved(pia)

  await pia.context().setOffline(true)
  await pia.keyboard.type('iron ')
  await caretBefore(ada, 'Monday')
  await ada.keyboard.type('early ')
  await select(ruben, 'on')
  await ruben.keyboard.press('Control+Alt+m')
  await ruben.getByRole('textbox', { name: 'Comment on these words' }).fill('Or Tuesday?')
  await ruben.keyboard.press('Control+Enter')
  await expect(ruben.locator('.message-text', { hasText: 'Or Tuesday?' })).toBeVisible()
  await tab(ruben).click()
  // Both settle what they see before either hears of the other, while its author writes on.
  await ruben.context().setOffline(true)
  await list(ruben).getByRole('button', { name: 'Accept' }).click()
  await list(ada).getByRole('button', { name: 'Accept' }).click()
  await ruben.context().setOffline(false)
  await official(desk).toEqual(['Six pipes old burst on early Monday.', ...BEFORE.slice(1)])
  await pia.context().setOffline(false)
  for (const page of [ada, pia, ruben]) await expect(words(page)).toHaveText(['Insert “iron”'])
  await official(desk).toEqual(['Six pipes old burst on early Monday.', ...BEFORE.slice(1)])

  await ruben.context().setOffline(true)
  await list(ruben).getByRole('button', { name: 'Reject' }).click()
  await list(ada).getByRole('button', { name: 'Accept' }).click()
  await ruben.context().setOffline(false)
  for (const page of [ada, pia, ruben]) await expect(words(page)).toHaveCount(0)
  // What one rejected does not come back by another's accepting it.
  const end = ['Six pipes old burst on early Monday. Nobody was hurt.', 'The mayor came.']
  await expect.poll(() => shown(ada)).toEqual(end)
  for (const page of [pia, ruben]) await expect.poll(() => shown(page)).toEqual(end)
  for (const page of [ada, pia, ruben]) await saved(page)
  await expect(ada.locator('.tiptap [data-thread]')).toHaveText('on')
})

test('[SUG3] who accepts by key that words go keeps what another suggests to put in among them', async ({
  browser,
  server,
}) => {
  const desk = await open(browser, server)
  const { ada, pia } = desk
  for (const page of [ada, pia]) await tab(page).click()
  await caretBefore(pia, 'burst')
  await pia.keyboard.type('iron ')
  await expect(words(ada)).toHaveText(['Insert “iron”'])
  await ada.getByRole('button', { name: 'Suggest', exact: true }).click()
  await select(ada, 'pipes iron burst')
  await ada.keyboard.press('Delete')
  await expect(words(pia)).toHaveText(['Delete “pipes iron burst”', 'Insert “iron”'])
  await caretBefore(ada, 'Six')
  await ada.keyboard.press('Control+Alt+ArrowDown')
  await ada.keyboard.press('Control+Alt+y')
  for (const page of [ada, pia]) await expect(words(page)).toHaveText(['Insert “iron”'])
  await official(desk).toEqual(['Six  on Monday.', ...BEFORE.slice(1)])
  await ada.keyboard.press('Control+z')
  for (const page of [ada, pia]) await expect(words(page)).toHaveCount(2)
  await official(desk).toEqual(BEFORE)
})
