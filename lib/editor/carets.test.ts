// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest'
import { type Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { articlePage } from '#lib/testing/article-page.ts'
import { articleDoc, copyOf } from '#lib/testing/flat-article.ts'

type Page = ReturnType<typeof articlePage>
const pages: Page[] = []

/** Two pages of one article, joined by a wire that delivers at once. */
function twoPages(...lines: string[]): [Page, Page] {
  const base = articleDoc(9, lines)
  const [a, b] = [1, 2].map((id) => articlePage(copyOf(base, id))) as [Page, Page]
  pages.push(a, b)
  wire(a, b)
  wire(b, a)
  for (const [k, { awareness }] of [a, b].entries()) {
    awareness.setLocalStateField('user', { id: `p${k}`, name: `Person ${k}`, colour: k + 1 })
  }
  return [a, b]
}

function wire(from: Page, to: Page) {
  from.awareness.doc.on('update', (update, origin) => {
    if (origin !== 'wire') Y.applyUpdate(to.awareness.doc, update, 'wire')
  })
  const send = (_: unknown, origin: unknown) => {
    if (origin === 'wire') return
    const update = encodeAwarenessUpdate(from.awareness, [from.awareness.clientID])
    applyAwarenessUpdate(to.awareness, update, 'wire')
  }
  from.awareness.on('update', send)
}

afterEach(() => {
  for (const page of pages.splice(0)) page.close()
})

const settled = () => new Promise((done) => setTimeout(done, 0))

/** The text with carets as `|name|`, and what is selected in brackets. */
async function shown({ editor }: Page): Promise<string[]> {
  await settled()
  return [...editor.view.dom.children].map((block) => {
    const copy = block.cloneNode(true) as HTMLElement
    for (const caret of copy.querySelectorAll('.caret')) caret.replaceWith(`|${caret.textContent}|`)
    for (const part of copy.querySelectorAll('.caret-selection')) {
      part.replaceWith(`[${part.textContent}]`)
    }
    return copy.textContent ?? ''
  })
}

it('[EDT10] shows where others stand and what they have selected, with their name and colour', async () => {
  const [a, b] = twoPages('One two', 'three')
  a.editor.view.focus()
  a.caret('One')
  expect(await shown(b)).toEqual(['One|Person 0| two', 'three'])
  const caret = b.editor.view.dom.querySelector<HTMLElement>('.caret')
  expect(caret?.getAttribute('style')).toContain('var(--p1)')
  expect(caret?.getAttribute('aria-hidden')).toBe('true')
  a.select('two', 'th')
  expect(await shown(b)).toEqual(['One [two]', '[th]|Person 0|ree'])
  expect(await shown(a)).toEqual(['One two', 'three'])
})

it('[EDT10] a caret stays where it is when the other splits, joins and types around it', async () => {
  const [a, b] = twoPages('One two', 'three')
  a.editor.view.focus()
  a.caret('thr')
  b.caret('One')
  b.press('Enter')
  b.editor.commands.insertContent('X')
  expect(await shown(b)).toEqual(['One', 'X two', 'thr|Person 0|ee'])
  b.caretBefore('three')
  b.press('Backspace')
  expect(await shown(b)).toEqual(['One', 'X twothr|Person 0|ee'])
  a.editor.commands.insertContent('Y')
  expect(await shown(b)).toEqual(['One', 'X twothrY|Person 0|ee'])
})

it('[EDT10] nothing is published before the person has been in the text, and nothing left behind', async () => {
  const [a, b] = twoPages('One')
  a.caret('On')
  expect(a.awareness.getLocalState()?.caret).toBeUndefined()
  a.editor.view.focus()
  a.caret('One')
  expect(await shown(b)).toEqual(['One|Person 0|'])
  a.close()
  pages.splice(pages.indexOf(a), 1)
  expect(await shown(b)).toEqual(['One'])
})

it.each([
  ['no user', { caret: { anchor: {}, head: {} } }],
  ['a colour that does not exist', { user: { id: 'x', name: 'x', colour: 9 }, caret: 1 }],
  ['no place', { user: { id: 'x', name: 'x', colour: 1 }, caret: { anchor: 5, head: 'x' } }],
  [
    'a place in something else',
    {
      user: { id: 'x', name: 'x', colour: 1 },
      caret: { anchor: { tname: 'meta' }, head: { tname: 'meta' } },
    },
  ],
  [
    'a place that is not there',
    {
      user: { id: 'x', name: 'x', colour: 1 },
      caret: {
        anchor: { item: { client: 77, clock: 5 } },
        head: { item: { client: 1, clock: 1.5 } },
      },
    },
  ],
])('[EDT10] a caret that makes no sense is left out: %s', async (_, state) => {
  const [a, b] = twoPages('One')
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
  ;(b.awareness as Awareness).setLocalState(state as Record<string, unknown>)
  expect(await shown(a)).toEqual(['One'])
  expect(complaints).not.toHaveBeenCalled()
  complaints.mockRestore()
})

it('[EDT10] what others write is not told as a move of one’s own caret, which stays with its words all the same', async () => {
  const [a, b] = twoPages('One two', 'three')
  a.editor.view.focus()
  a.caret('two')
  await settled()
  const told = vi.fn()
  a.awareness.on('update', ({ updated }: { updated: number[] }) => {
    if (updated.includes(a.awareness.clientID)) told()
  })
  b.caret('One')
  b.editor.commands.insertContent(' more')
  expect(await shown(b)).toEqual(['One more two|Person 0|', 'three'])
  expect(told).not.toHaveBeenCalled()
  a.editor.commands.insertContent('!')
  expect(await shown(b)).toEqual(['One more two!|Person 0|', 'three'])
  expect(told).toHaveBeenCalled()
})
