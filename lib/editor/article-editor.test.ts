// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { afterEach, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import { articlePage } from '#lib/testing/article-page.ts'
import { articleDoc, before, linesOf } from '#lib/testing/flat-article.ts'
import { articleExtensions } from './article-editor.ts'
import { placeOf, pmPosOf } from './places.ts'

let page: ReturnType<typeof articlePage>
afterEach(() => page?.close())

it('[EDT12] the text is a labelled text box, without a style sheet of its own', () => {
  page = articlePage(articleDoc(1, ['Rain']))
  const { dom } = page.editor.view
  const attributes = ['role', 'aria-multiline', 'aria-label', 'spellcheck', 'contenteditable']
  expect(attributes.map((name) => dom.getAttribute(name))).toEqual([
    'textbox',
    'true',
    'Article text: Rain',
    'true',
    'true',
  ])
  expect(document.querySelector('style')).toBeNull()
})

it('[EDT12] each role is the element that says what it is', () => {
  page = articlePage(
    articleDoc(1, [
      'headline|a',
      'standfirst|b',
      'c',
      'subhead|d',
      'quote|e',
      'bullet|f',
      'numbered|g',
      'caption|h',
      'figure|A bridge',
    ]),
  )
  const seen = [...page.editor.view.dom.children].map((element) => {
    const { role, block } = (element as HTMLElement).dataset
    return `${element.localName} ${role} ${block} ${element.getAttribute('role') ?? ''}`.trim()
  })
  expect(seen).toEqual([
    'h1 headline b0',
    'p standfirst b1',
    'p paragraph b2',
    'h2 subhead b3',
    'blockquote quote b4',
    'p bullet b5',
    'p numbered b6',
    'p caption b7',
    'figure figure b8',
  ])
})

it('[EDT12] the first state shows the article, before any view is there', () => {
  const doc = articleDoc(1, ['headline|Rain'])
  const awareness = new Awareness(doc)
  const editor = new Editor({
    element: null,
    extensions: articleExtensions({ doc, awareness, label: 'Article text' }),
  })
  expect(linesOf(editor.state.doc)).toEqual(['headline|Rain'])
  editor.destroy()
  awareness.destroy()
})

it('[EDT12] what comes in while the view is away is there when it is back, with undo', () => {
  page = articlePage(articleDoc(1, ['Rain']))
  const { editor, awareness } = page
  page.caret('Rain')
  editor.commands.insertContent('y')
  editor.unmount()
  awareness.doc.getText('text').insert(1, 'X', {})
  editor.mount(document.body.appendChild(document.createElement('div')))
  expect(page.lines()).toEqual(['XRainy'])
  editor.commands.undo()
  expect(page.lines()).toEqual(['XRain'])
})

it('[EDT12] a plugin that comes later does not disturb the binding', () => {
  page = articlePage(articleDoc(1, ['Rain']))
  const { editor, awareness } = page
  editor.registerPlugin(new Plugin({}))
  page.caret('Rain')
  editor.commands.insertContent('y')
  awareness.doc.getText('text').insert(1, 'X', {})
  expect(page.lines()).toEqual(['XRainy'])
  expect(awareness.doc.getText('text').toString()).toBe('XRainy')
})

it('[EDT12] places are offsets into a block’s text, and back', () => {
  page = articlePage(articleDoc(1, ['Rain', 'figure|A bridge', 'and wind']))
  const { doc } = page.editor.state
  const place = placeOf(doc, before(doc, 'wind'))
  expect(place).toEqual({ block: 2, offset: 4 })
  expect(pmPosOf(doc, place)).toBe(before(doc, 'wind'))
  expect(placeOf(doc, 6)).toEqual({ block: 1, offset: 0 })
  expect(pmPosOf(doc, { block: 99, offset: 99 })).toBe(doc.content.size - 1)
})

it('[EDT12] tells of every move of the selection once', () => {
  const doc = articleDoc(1, ['Rain'])
  const seen: string[] = []
  const editor = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: articleExtensions({
      doc,
      awareness: new Awareness(doc),
      label: 'Article text',
      onSelection: ({ anchor, head }) => seen.push(`${anchor.offset}-${head.offset}`),
    }),
  })
  editor.commands.setTextSelection({ from: 2, to: 4 })
  editor.commands.setTextSelection({ from: 2, to: 4 })
  doc.getText('text').insert(1, 'X', {})
  expect(seen).toEqual(['1-3', '2-4'])
  editor.destroy()
})

it('[EDT2] what is deleted or changed as a whole keeps its first block', () => {
  page = articlePage(articleDoc(1, ['headline|Rain', 'It rained.']))
  page.editor.commands.setTextSelection({ from: 1, to: page.editor.state.doc.content.size - 1 })
  page.editor.commands.deleteSelection()
  expect(page.lines()).toEqual(['headline|'])
  expect(page.editor.state.doc.child(0).attrs.id).toBe('b0')
  page.close()
  page = articlePage(articleDoc(1, ['', '']))
  page.editor.commands.setTextSelection({ from: 1, to: 3 })
  page.editor.commands.setRole('quote')
  expect(page.lines()).toEqual(['quote|', 'quote|'])
  expect(page.editor.state.doc.children.map(({ attrs }) => attrs.id)).toEqual(['b0', 'b1'])
})
