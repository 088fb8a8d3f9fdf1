// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { articlePage } from '#lib/testing/article-page.ts'
import { articleDoc } from '#lib/testing/flat-article.ts'
import { changeFigure, insertFigure, removeFigure, selectedFigure } from './figures.ts'

const HASH = '0123456789abcdef'.repeat(4)
const CREDIT = 'a0000000-0000-4000-8000-000000000000'

let pages: ReturnType<typeof articlePage>[] = []
afterEach(() => {
  for (const page of pages) page.close()
  pages = []
})

function open(doc: Y.Doc) {
  const page = articlePage(doc)
  pages.push(page)
  return page
}

const entryOf = (doc: Y.Doc, id: string) =>
  (doc.getMap('blocks').get(id) as Y.Map<unknown>).toJSON()

it('[FIG9] a figure comes behind the paragraph of the caret, with a caption, and is selected', () => {
  const page = open(articleDoc(1, ['Rain', 'Wind']))
  page.caret('Ra')
  const id = insertFigure(page.editor, null)
  expect(page.lines()).toEqual(['Rain', 'figure|', 'caption|', 'Wind'])
  expect(selectedFigure(page.editor.state)).toBe(id)
  page.editor.commands.undo()
  expect(page.lines()).toEqual(['Rain', 'Wind'])
})

it('[FIG9] an empty paragraph stays behind it, to write on in', () => {
  const page = open(articleDoc(1, ['Rain', '']))
  const { doc } = page.editor.state
  page.editor.commands.setTextSelection(doc.content.size - 1)
  insertFigure(page.editor, null)
  expect(page.lines()).toEqual(['Rain', 'figure|', 'caption|', ''])
})

it('[FIG9] keys on a figure write behind it', () => {
  const page = open(articleDoc(1, ['Rain']))
  insertFigure(page.editor, null)
  const { view } = page.editor
  view.someProp('handleTextInput', (handle) => handle(view, 0, 0, 'x', () => view.state.tr))
  expect(page.lines()).toEqual(['Rain', 'figure|', 'x', 'caption|'])
})

it('[FIG9] it goes with its empty caption, and leaves one that says something', () => {
  const page = open(
    articleDoc(1, ['Rain', 'figure|A bridge', 'caption|Said', 'figure|', 'caption|']),
  )
  removeFigure(page.editor, 'b1')
  removeFigure(page.editor, 'b3')
  expect(page.lines()).toEqual(['Rain', 'caption|Said'])
  const alone = open(articleDoc(1, ['figure|', 'caption|']))
  removeFigure(alone.editor, 'b0')
  expect(alone.lines()).toEqual([''])
})

it('[FIG4] two who say different things of it at once keep both, and both see them', () => {
  const first = articleDoc(1, ['Rain', 'figure|'])
  const second = new Y.Doc()
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first))
  const [a, b] = [open(first), open(second)]
  changeFigure(first, 'b1', { alt: 'A bridge' })
  changeFigure(second, 'b1', { credit: CREDIT })
  changeFigure(second, 'b1', { picture: HASH })
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first))
  Y.applyUpdate(first, Y.encodeStateAsUpdate(second))
  for (const page of [a, b]) {
    expect(entryOf(page.doc, 'b1')).toMatchObject({
      alt: 'A bridge',
      credit: CREDIT,
      picture: HASH,
    })
    const attrs = page.editor.state.doc.child(1).attrs
    expect(attrs).toMatchObject({ alt: 'A bridge', credit: CREDIT, picture: HASH })
  }
})

it('[FIG4] only a picture of ours is shown, whatever the entry says', () => {
  const doc = articleDoc(1, ['Rain', 'figure|A bridge'])
  const entry = doc.getMap('blocks').get('b1') as Y.Map<unknown>
  entry.set('src', 'https://spy.example/x.gif')
  entry.set('picture', 'https://spy.example/y.gif')
  const page = open(doc)
  expect(page.editor.view.dom.querySelector('img')).toBeNull()
  expect(page.editor.getHTML()).not.toContain('spy.example')
  changeFigure(doc, 'b1', { picture: HASH })
  const image = page.editor.view.dom.querySelector('img')
  expect(image?.getAttribute('src')).toBe(`/api/v1/pictures/${HASH}/960`)
  expect(image?.getAttribute('alt')).toBe('A bridge')
})
