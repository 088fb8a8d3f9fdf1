import { expect, type Page } from '@playwright/test'
import { START } from './sourced-article.ts'
import { boxOf, caretBefore, select } from './text.ts'

/** What people do to a sentence with evidence, and what the server reads then. */
export interface Act {
  readonly what: string
  readonly act: (page: Page) => Promise<void>
  readonly reads: readonly string[]
  /** What stands in the text by it that nobody else can take away. */
  readonly typed?: string
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

export const STRUCTURE: readonly Act[] = [
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

export const WORDS: readonly Act[] = [
  {
    what: 'typing at the beginning',
    act: write('It stopped', 'Then '),
    reads: second('Then It stopped. · changed'),
    typed: 'Then',
  },
  {
    what: 'typing at the end',
    act: write('. Nobody', ' at last'),
    reads: second('It stopped at last. · changed'),
    typed: 'at last',
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
    typed: 'All was dry',
  },
]

/** What is selected is taken by mouse to the end of the last paragraph. */
export async function dragSentence(page: Page) {
  await select(page, 'It stopped. ')
  // What is drawn anew under the mouse cannot be dragged.
  await expect(page.locator('.s-active').first()).toHaveText(/^Nobody came/)
  // Away from where it was clicked last: near there, the next click would count as a double or triple one.
  const from = await boxOf(page, 'pped')
  const to = await page.locator('.tiptap p').last().boundingBox()
  await page.mouse.move(from.x + 8, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(from.x + 20, from.y + from.height / 2)
  await page.mouse.move((to?.x ?? 0) + 1, (to?.y ?? 0) + (to?.height ?? 0) / 2, { steps: 5 })
  await page.mouse.up()
}

export const CLIPBOARD: readonly Act[] = [
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
    act: dragSentence,
    reads: moved,
  },
]
