import { Editor } from '@tiptap/core'
import { type Selection, TextSelection } from '@tiptap/pm/state'
import { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { articleExtensions } from '#lib/editor/article-editor.ts'
import { before, behind, linesOf } from './flat-article.ts'

/** An article's editor in a page of jsdom, with the gestures that tests need. */
export function articlePage(doc: Y.Doc, options: { readonly articleId?: string } = {}) {
  // jsdom has no layout; the editor asks for it when it scrolls.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList
  Range.prototype.getBoundingClientRect = () => new DOMRect()
  const awareness = new Awareness(doc)
  const element = document.body.appendChild(document.createElement('div'))
  const extensions = articleExtensions({ doc, awareness, label: 'Article text: Rain', ...options })
  const editor = new Editor({ element, extensions })
  const select = (selection: Selection) =>
    editor.view.dispatch(editor.state.tr.setSelection(selection))
  return {
    editor,
    doc,
    awareness,
    lines: () => linesOf(editor.state.doc),
    /** Puts the caret right behind some words. */
    caret: (words: string) =>
      select(TextSelection.create(editor.state.doc, behind(editor.state.doc, words))),
    /** Puts the caret right before some words. */
    caretBefore: (words: string) =>
      select(TextSelection.create(editor.state.doc, before(editor.state.doc, words))),
    select: (from: string, to = from) => {
      const { doc: text } = editor.state
      select(TextSelection.create(text, before(text, from), behind(text, to)))
    },
    /** Copies or cuts the selection, and returns the HTML that is on the clipboard then. */
    take: (how: 'copy' | 'cut') => take(editor, how),
    paste: (html: string) => editor.view.pasteHTML(html, new Event('paste') as ClipboardEvent),
    pasteText: (text: string) => editor.view.pasteText(text, new Event('paste') as ClipboardEvent),
    press(key: string, modifiers: KeyboardEventInit = {}) {
      const event = new KeyboardEvent('keydown', {
        key,
        bubbles: true,
        cancelable: true,
        ...modifiers,
      })
      editor.view.dom.dispatchEvent(event)
      return event.defaultPrevented
    },
    close() {
      editor.destroy()
      element.remove()
    },
  }
}

function take({ view }: Editor, how: 'copy' | 'cut'): string {
  const data = new Map<string, string>()
  const clipboardData = { clearData: () => data.clear(), setData: data.set.bind(data) }
  const event = new Event(how, { bubbles: true, cancelable: true })
  view.dom.dispatchEvent(Object.assign(event, { clipboardData }))
  return data.get('text/html') ?? ''
}
