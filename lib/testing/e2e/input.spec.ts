import { type Browser, type CDPSession, expect, type Page } from '@playwright/test'
import type { ServerProcess } from '#lib/testing/server-process.ts'
import { sentencesOf, signedIn } from './api.ts'
import { enter, saved } from './people.ts'
import { test } from './server-test.ts'

const TEXT = 'It rained in the north. The quay was closed.\nNobody came to the harbour.'

interface Writer {
  readonly page: Page
  readonly cdp: CDPSession
  /** The blocks below the headline, as the page shows them. */
  lines(): Promise<string[]>
  /** Selects words with the caret at their end, or puts the caret before or behind them. */
  select(words: string, which?: 'all' | 'before' | 'behind'): Promise<void>
  /** What stands before the caret in its block, and what is selected. */
  caret(): Promise<{ readonly before: string; readonly selected: string }>
}

async function open(browser: Browser, server: ServerProcess, id: string): Promise<Writer> {
  const page = await enter(browser, server, 'Ada Quill')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`/articles/${id}`)
  await saved(page)
  const cdp = await page.context().newCDPSession(page)
  return {
    ...{ page, cdp },
    lines: () =>
      page.locator('.tiptap > :not([data-role=headline])').evaluateAll((blocks) =>
        blocks.map((block) => {
          const words = block.cloneNode(true) as Element
          for (const caret of words.querySelectorAll('.caret')) caret.remove()
          return words.textContent ?? ''
        }),
      ),
    select: async (words, which = 'all') => {
      await page.locator('.tiptap').focus()
      await page.evaluate(selectWords, { words, which })
    },
    caret: () => page.evaluate(caretIn),
  }
}

/** Runs in the page. */
function selectWords({ words, which }: { words: string; which: string }) {
  const root = document.querySelector('.tiptap') as Element
  const place = (block: Element, offset: number): [Text, number] => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    let left = offset
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text) {
      if (left <= node.data.length) return [node, left]
      left -= node.data.length
    }
    throw new Error('No such place')
  }
  for (const block of root.children) {
    const at = block.textContent?.indexOf(words) ?? -1
    if (at < 0) continue
    const from = place(block, which === 'behind' ? at + words.length : at)
    const to = place(block, which === 'before' ? at : at + words.length)
    getSelection()?.setBaseAndExtent(...from, ...to)
    return
  }
  throw new Error(`No "${words}"`)
}

/** Runs in the page. */
function caretIn() {
  const selection = getSelection()
  const { focusNode } = selection ?? {}
  const element = focusNode instanceof Element ? focusNode : focusNode?.parentElement
  const block = element?.closest('.tiptap > *')
  if (!selection || !focusNode || !block) return { before: '', selected: '' }
  const range = document.createRange()
  range.setStart(block, 0)
  range.setEnd(focusNode, selection.focusOffset)
  const words = range.cloneContents()
  for (const caret of words.querySelectorAll('.caret')) caret.remove()
  return { before: words.textContent ?? '', selected: selection.toString() }
}

async function article(server: ServerProcess, text = TEXT) {
  const client = await signedIn(server.url, 'editor@galley.test')
  const made = await client.call<{ id: string }>('POST', '/api/v1/articles', {
    text,
    headline: 'Rain',
  })
  const { id } = made.body
  const kept = async () => (await sentencesOf(client, id)).map((sentence) => sentence.text)
  return { id, kept }
}

test('composition, replacements and input without keys are written as they are seen', async ({
  browser,
  server,
}) => {
  const { id, kept } = await article(server)
  const { page, cdp, lines, select, caret } = await open(browser, server, id)
  const compose = (text: string) =>
    cdp.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })

  await test.step('a composition goes through its stages and ends in one word', async () => {
    await select('in the', 'behind')
    await cdp.send('Input.insertText', { text: ' ' })
    for (const stage of ['ｓ', 'さ', 'さっ', 'さっぽ', '札幌']) await compose(stage)
    expect((await lines())[0]).toBe('It rained in the 札幌 north. The quay was closed.')
    await cdp.send('Input.insertText', { text: '札幌' })
    expect((await lines())[0]).toBe('It rained in the 札幌 north. The quay was closed.')
    expect((await caret()).before).toBe('It rained in the 札幌')
  })

  await test.step('a composition at the edge of a sentence, given up', async () => {
    await select('closed.', 'behind')
    await compose('´')
    await compose('')
    expect((await lines())[0]).toBe('It rained in the 札幌 north. The quay was closed.')
  })

  await test.step('a spelling suggestion replaces the word where it stands', async () => {
    await select('quay')
    // What the menu of suggestions does: the browser edits the text itself, without a key.
    await page.evaluate(() => document.execCommand('insertText', false, 'pier'))
    expect((await lines())[0]).toBe('It rained in the 札幌 north. The pier was closed.')
  })

  await test.step('a keyboard of a phone: no keys, only text and compositions over words', async () => {
    await select('harbour')
    await compose('harbours')
    await cdp.send('Input.insertText', { text: 'harbours' })
    await cdp.send('Input.insertText', { text: ' today' })
    await page.evaluate(() => document.execCommand('delete'))
    await page.keyboard.press('Enter')
    await cdp.send('Input.insertText', { text: 'Yes' })
    expect((await lines()).at(-1)).toBe('Yes.')
  })
  await saved(page)
  expect(await kept()).toEqual(expect.arrayContaining(['The pier was closed.', 'Yes.']))
})

test('another’s typing does not end a composition in the same paragraph', async ({
  browser,
  server,
}) => {
  const { id } = await article(server)
  const ada = await open(browser, server, id)
  const ben = await open(browser, server, id)
  await ada.page.bringToFront()
  await ada.select('closed', 'behind')
  await ada.cdp.send('Input.imeSetComposition', { text: '閉', selectionStart: 1, selectionEnd: 1 })
  await ben.page.bringToFront()
  await ben.select('It', 'behind')
  await ben.page.keyboard.type(' has')
  await ada.page.bringToFront()
  await expect.poll(async () => (await ada.lines())[0]).toContain('It has rained')
  await ada.cdp.send('Input.imeSetComposition', {
    text: '閉鎖',
    ...{ selectionStart: 2, selectionEnd: 2 },
  })
  await ada.cdp.send('Input.insertText', { text: '閉鎖' })
  const both = 'It has rained in the north. The quay was closed閉鎖.'
  expect((await ada.lines())[0]).toBe(both)
  await expect.poll(async () => (await ben.lines())[0]).toBe(both)
})

test('words are dragged, and ten thousand of them pasted', async ({ browser, server }) => {
  const { id, kept } = await article(server)
  const { page, lines, select } = await open(browser, server, id)

  await test.step('a dragged selection goes where it is dropped, and undo brings it back', async () => {
    await select('The quay was closed.')
    const [from, to] = await page.evaluate(() => {
      const range = getSelection()?.getRangeAt(0).getBoundingClientRect() as DOMRect
      const last = document.querySelector('.tiptap > :last-child') as Element
      const words = document.createRange()
      words.selectNodeContents(last)
      const end = words.getBoundingClientRect()
      return [
        [range.x + range.width / 2, range.y + range.height / 2],
        [end.right + 2, end.y + end.height / 2],
      ] as [[number, number], [number, number]]
    })
    await page.mouse.move(...from)
    await page.mouse.down()
    await page.mouse.move(from[0] + 8, from[1] + 8)
    await page.mouse.move(...to, { steps: 8 })
    await page.mouse.up()
    await expect
      .poll(lines)
      .toEqual(['It rained in the north. ', 'Nobody came to the harbour.The quay was closed.'])
    await page.keyboard.press('Control+z')
    await expect.poll(lines).toEqual(TEXT.split('\n'))
  })

  await test.step('a long paste is one step of undo', async () => {
    const paragraph = `${'word '.repeat(99)}end.`
    await page.evaluate(
      (text) => navigator.clipboard.writeText(text),
      Array.from({ length: 100 }, () => paragraph).join('\n'),
    )
    await select('harbour.', 'behind')
    await page.keyboard.press('Control+v')
    await expect.poll(async () => (await lines()).length).toBe(101)
    await saved(page)
    expect(await kept()).toHaveLength(103)
    await page.keyboard.press('Control+z')
    await expect.poll(lines).toEqual(TEXT.split('\n'))
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(async () => (await lines()).length).toBe(101)
  })
})

test('undo goes by bursts and cuts, and gives the selection back', async ({ browser, server }) => {
  const { id } = await article(server)
  const { page, lines, select, caret } = await open(browser, server, id)
  await select('rained', 'behind')
  await page.keyboard.type(' hard')
  await select('Nobody')
  await page.keyboard.press('Control+x')
  await expect.poll(async () => (await lines())[1]).toBe(' came to the harbour.')
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await lines())[1]).toBe('Nobody came to the harbour.')
  expect(await caret()).toEqual({ before: 'Nobody', selected: 'Nobody' })
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await lines())[0]).toBe(TEXT.split('\n')[0])
  expect((await caret()).before).toBe('It rained')
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(async () => (await lines())[0]).toContain('It rained hard in')
})

test('caret and selections stay with their words while another splits the paragraph', async ({
  browser,
  server,
}) => {
  const { id } = await article(server)
  const ada = await open(browser, server, id)
  const ben = await open(browser, server, id)
  await ada.page.bringToFront()
  await ada.select('quay was')
  const theirs = ben.page.locator('.caret-selection')
  await expect(theirs).toHaveText('quay was')

  await ben.page.bringToFront()
  await ben.select('in the', 'before')
  await ben.page.keyboard.press('Enter')
  await expect.poll(ada.lines).toHaveLength(3)
  expect(await ada.caret()).toEqual({
    before: 'in the north. The quay was',
    selected: 'quay was',
  })
  await expect(theirs).toHaveText('quay was')

  await ada.page.bringToFront()
  await ada.page.keyboard.type('pier is')
  await expect
    .poll(ben.lines)
    .toEqual(['It rained ', 'in the north. The pier is closed.', 'Nobody came to the harbour.'])
})
