import { expect, type Page } from '@playwright/test'
import { test } from './server-test.ts'
import { open, START } from './sourced-article.ts'
import { boxOf, caretBefore, select } from './text.ts'

/**
 * The table of `anchors.spec.ts` once more: what happens to a sentence with evidence, undone, done again, in a paragraph of
 * another role, and undone once more. The server's reading is what counts.
 */

interface Row {
  readonly what: string
  readonly act: (page: Page) => Promise<void>
  readonly reads: readonly string[]
  /** Steps of undo that it takes; one, if nothing is said. */
  readonly steps?: number
}

const second = (...words: readonly string[]) => [
  'It rained.',
  ...words,
  'Nobody came.',
  'The ferry left.',
]
const press = (place: string, key: string) => async (page: Page) => {
  await caretBefore(page, place)
  await page.keyboard.press(key)
}
const write = (place: string, words: string) => async (page: Page) => {
  await caretBefore(page, place)
  await page.keyboard.insertText(words)
}
const over = (place: string, words: string) => async (page: Page) => {
  await select(page, place)
  await page.keyboard.insertText(words)
}
const moved = ['It rained.', 'Nobody came.', 'It stopped. · sourced', 'The ferry left.']
const halves = second('It · changed', 'stopped. · changed')

const STRUCTURE: readonly Row[] = [
  { what: 'split before', act: press('It stopped', 'Enter'), reads: START },
  { what: 'split inside', act: press('stopped', 'Enter'), reads: halves },
  { what: 'split after', act: press('Nobody', 'Enter'), reads: START },
  { what: 'join', act: press('The ferry', 'Backspace'), reads: START },
  {
    what: 'join by hand',
    act: press('stopped', 'Control+Alt+j'),
    reads: ['It rained.', 'It stopped. Nobody came. · changed', 'The ferry left.'],
  },
  { what: 'split by hand', act: press('stopped', 'Control+Alt+Enter'), reads: halves },
]

const WORDS: readonly Row[] = [
  {
    what: 'typing at the beginning',
    act: write('It stopped', 'Then '),
    reads: second('Then It stopped. · changed'),
  },
  {
    what: 'typing at the end',
    act: write('. Nobody', ' at last'),
    reads: second('It stopped at last. · changed'),
  },
  {
    what: 'another first letter',
    act: async (page) => {
      await caretBefore(page, 'It stopped')
      await page.keyboard.press('Shift+ArrowRight')
      await page.keyboard.insertText('A')
    },
    reads: second('At stopped. · changed'),
  },
  {
    what: 'another last letter',
    act: async (page) => {
      await caretBefore(page, '. Nobody')
      await page.keyboard.press('Shift+ArrowRight')
      await page.keyboard.insertText('!')
    },
    reads: second('It stopped! · changed'),
  },
  {
    what: 'all of it in other words',
    act: over('It stopped.', 'All was dry.'),
    reads: second('All was dry. · changed'),
  },
]

const CLIPBOARD: readonly Row[] = [
  {
    what: 'cut',
    act: async (page) => {
      await select(page, 'It stopped. ')
      await page.keyboard.press('Control+x')
    },
    reads: second(),
  },
  {
    what: 'cut and paste',
    act: async (page) => {
      await select(page, 'It stopped. ')
      await page.keyboard.press('Control+x')
      await press('The ferry', 'Control+v')(page)
    },
    reads: moved,
    steps: 2,
  },
  {
    what: 'copy',
    act: async (page) => {
      await select(page, 'It stopped. ')
      await page.keyboard.press('Control+c')
      await press('The ferry', 'Control+v')(page)
    },
    reads: [...START.slice(0, 3), 'It stopped. · sourced', 'The ferry left.'],
  },
  {
    what: 'drag',
    act: async (page) => {
      await select(page, 'It stopped. ')
      // What is drawn anew under the mouse cannot be dragged.
      await expect(page.locator('.s-active').first()).toHaveText(/^Nobody came/)
      // Away from where it was clicked last: near there, the next click would count as a double one.
      const from = await boxOf(page, 'pped')
      const to = await page.locator('.tiptap p').last().boundingBox()
      await page.mouse.move(from.x + 8, from.y + from.height / 2)
      await page.mouse.down()
      await page.mouse.move(from.x + 20, from.y + from.height / 2)
      await page.mouse.move((to?.x ?? 0) + 1, (to?.y ?? 0) + (to?.height ?? 0) / 2, { steps: 5 })
      await page.mouse.up()
    },
    reads: moved,
  },
]

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
