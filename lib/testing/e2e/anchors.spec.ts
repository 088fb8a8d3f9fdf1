import { expect, type Page } from '@playwright/test'
import { dragSentence } from './anchor-acts.ts'
import { sentencesOf } from './api.ts'
import { enter, mode, saved } from './people.ts'
import { test } from './server-test.ts'
import { line, open, START } from './sourced-article.ts'
import { caretBefore, select } from './text.ts'

/**
 * What happens to the evidence of a sentence when its text moves: each row with real keys, a real clipboard and a real
 * mouse. The server's reading is what counts.
 */

const undo = (page: Page) => page.keyboard.press('Control+z')
const redo = (page: Page) => page.keyboard.press('Control+y')

test('[EDT5, EVI4] split, join and change of role: the evidence stays, and is back when the words are', async ({
  browser,
  server,
}) => {
  const { page, reads } = await open(browser, server)
  const split: readonly (readonly [string, readonly string[]])[] = [
    ['It stopped', START],
    [
      'stopped',
      ['It rained.', 'It · changed', 'stopped. · changed', 'Nobody came.', 'The ferry left.'],
    ],
    ['Nobody', START],
  ]
  for (const [place, after] of split) {
    await caretBefore(page, place)
    await page.keyboard.press('Enter')
    await reads(after)
    await undo(page)
    await reads(START)
    await redo(page)
    await reads(after)
    await page.keyboard.press('Backspace')
    await reads(START)
  }
  await caretBefore(page, 'The ferry')
  await page.keyboard.press('Backspace')
  await expect(page.locator('.tiptap p')).toHaveCount(1)
  await reads(START)
  await undo(page)
  await expect(page.locator('.tiptap p')).toHaveCount(2)
  await page.getByLabel('Kind of paragraph').selectOption('quote')
  await caretBefore(page, 'It stopped')
  await page.getByLabel('Kind of paragraph').selectOption('subhead')
  await reads(START)
})

test('[EDT6] cut, paste, drag and copy', async ({ browser, server }) => {
  const { page, client, id, reads } = await open(browser, server)
  await select(page, 'It stopped. ')
  await page.keyboard.press('Control+x')
  await reads(['It rained.', 'Nobody came.', 'The ferry left.'])
  await expect(page.getByRole('button', { name: /1 without a place/ })).toBeVisible()
  await caretBefore(page, 'The ferry')
  await page.keyboard.press('Control+v')
  await reads(['It rained.', 'Nobody came.', 'It stopped. · sourced', 'The ferry left.'])
  await expect(page.getByRole('button', { name: /without a place/ })).toHaveCount(0)
  await undo(page)
  await undo(page)
  await reads(START)

  await select(page, 'It stopped.')
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' ')
  await page.keyboard.press('Control+v')
  await reads([...START, 'It stopped. · sourced'])
  const found = await sentencesOf(client, id)
  expect(found[4]?.annotationIds).toHaveLength(1)
  expect(found[4]?.annotationIds).not.toEqual(found[1]?.annotationIds)
  await undo(page)
  await undo(page)
  await reads(START)

  // By mouse: what is selected is taken to the end of the last paragraph.
  await dragSentence(page)
  await reads(['It rained.', 'Nobody came.', 'It stopped. · sourced', 'The ferry left.'])
  await undo(page)
  await reads(START)
})

test('[EDT13, EVI4] typing at both ends, retyping the first and the last character, and the whole', async ({
  browser,
  server,
}) => {
  const { page, client, id, reads } = await open(browser, server)
  const original = (await sentencesOf(client, id))[1]?.annotationIds
  const second = (words: string) => ['It rained.', words, 'Nobody came.', 'The ferry left.']
  const steps: readonly (readonly [act: () => Promise<void>, words: string])[] = [
    [
      async () => {
        await caretBefore(page, 'It stopped')
        await page.keyboard.type('Then ')
      },
      'Then It stopped. · changed',
    ],
    [
      async () => {
        await caretBefore(page, '. Nobody')
        await page.keyboard.type(' at last')
      },
      'It stopped at last. · changed',
    ],
    [
      async () => {
        await select(page, 'It s')
        await page.keyboard.type('It s')
      },
      'It stopped. · sourced',
    ],
    [
      async () => {
        await select(page, 'd. N')
        await page.keyboard.press('Shift+ArrowLeft')
        await page.keyboard.press('Shift+ArrowLeft')
        await page.keyboard.type('d!')
      },
      'It stopped! · changed',
    ],
    [
      async () => {
        await select(page, 'It stopped.')
        await page.keyboard.type('All was dry.')
      },
      'All was dry. · changed',
    ],
  ]
  for (const [act, words] of steps) {
    await act()
    await reads(second(words))
    expect((await sentencesOf(client, id))[1]?.annotationIds).toEqual(original)
    await expect(async () => {
      if (!(await sentencesOf(client, id)).map(line).includes('It stopped. · sourced'))
        await undo(page)
      expect((await sentencesOf(client, id)).map(line)).toEqual(START)
    }).toPass()
  }
})

test('[ANN9, ANN10] a sentence that is cut and comes back as plain text is offered its evidence', async ({
  browser,
  server,
}) => {
  const { page, reads } = await open(browser, server)
  await select(page, 'It stopped. ')
  await page.keyboard.press('Control+x')
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' ')
  await page.keyboard.press('Control+Shift+V')
  await reads(['It rained.', 'Nobody came.', 'The ferry left.', 'It stopped.'])
  await page.keyboard.press('ArrowLeft')
  await page.getByRole('button', { name: 'Put it back' }).click()
  await reads(['It rained.', 'Nobody came.', 'The ferry left.', 'It stopped. · sourced'])

  // Rewritten from nothing: the tray knows what it was most like.
  await select(page, 'It stopped.')
  await page.keyboard.press('Delete')
  await page.keyboard.type('It stopped at noon.')
  await page.getByRole('button', { name: /1 without a place/ }).click()
  const tray = page.getByRole('dialog', { name: 'Evidence without a place' })
  await expect(tray).toContainText('Sentence 4 is like it')
  await tray.getByRole('button', { name: 'Put it on sentence 4' }).click()
  await expect(tray).toHaveCount(0)
  await reads(['It rained.', 'Nobody came.', 'The ferry left.', 'It stopped at noon. · changed'])
  await page.getByRole('button', { name: /Evidence still holds/ }).click()
  await reads(['It rained.', 'Nobody came.', 'The ferry left.', 'It stopped at noon. · sourced'])
})

test('[SEG19, SEG20] sentences are joined and split by hand, with keys and with buttons, for everybody', async ({
  browser,
  server,
}) => {
  const { page, client, id, reads } = await open(browser, server)
  const ruben = await enter(browser, server, 'Ruben Marsh')
  await ruben.goto(page.url())
  await saved(ruben)
  await caretBefore(page, 'stopped')
  await page.keyboard.press('Control+Alt+j')
  await reads(['It rained.', 'It stopped. Nobody came. · changed', 'The ferry left.'])
  await expect(ruben.locator('.cov-line')).toContainText('1 of 3 tagged')
  await expect(page.getByText('It was joined by hand.')).toBeVisible()
  await page.getByRole('button', { name: 'Take back' }).click()
  await reads(START)
  await caretBefore(page, 'ferry')
  await page.keyboard.press('Control+Alt+Enter')
  await reads([...START.slice(0, 3), 'The', 'ferry left.'])
  // The character behind the place carries the split: what is typed there stands before it.
  await page.keyboard.type('old ')
  await reads([...START.slice(0, 3), 'The old', 'ferry left.'])
  await mode(page, 'Source')
  await page.getByRole('row').nth(3).focus()
  await page.getByRole('button', { name: 'Join with the next' }).click()
  await expect
    .poll(async () => (await sentencesOf(client, id)).map(({ text }) => text))
    .toEqual(['It rained.', 'It stopped.', 'Nobody came.', 'The old ferry left.'])
})

test('[EDT1, EDT14] two people at once, one of them offline for a while', async ({
  browser,
  server,
}) => {
  const { page: ada, client, id, reads } = await open(browser, server)
  const ruben = await enter(browser, server, 'Ruben Marsh')
  await ruben.goto(ada.url())
  await saved(ruben)
  await ruben.context().setOffline(true)
  await caretBefore(ruben, 'stopped')
  await ruben.keyboard.type('soon ')
  await expect(ruben.locator('.s-changed').first()).toBeVisible()
  await select(ruben, 'The ferry left.')
  await ruben.keyboard.press('Control+x')
  await caretBefore(ruben, 'It rained')
  await ruben.keyboard.press('Control+v')
  await caretBefore(ada, 'It stopped')
  await ada.keyboard.press('Enter')
  await caretBefore(ada, 'The ferry')
  await ada.keyboard.type('Yes. ')
  await saved(ada)
  await ruben.context().setOffline(false)
  await saved(ruben)
  await expect
    .poll(async () => (await sentencesOf(client, id)).map(({ text }) => text).sort())
    .toEqual(['It rained.', 'It soon stopped.', 'Nobody came.', 'The ferry left.', 'Yes.'])
  await reads(
    (await sentencesOf(client, id)).map((sentence) =>
      sentence.text === 'It soon stopped.' ? 'It soon stopped. · changed' : line(sentence),
    ),
  )
})
