import type { Node as PMNode } from '@tiptap/pm/model'
import * as Y from 'yjs'

/**
 * A shared document from literals: `'headline|Rain'`, `'A paragraph'`, `'figure|A bridge'`. Blocks are called b0, b1 …
 * `stray` is text that nothing opens, at the very start.
 */
export function articleDoc(clientID: number, lines: readonly string[], stray = ''): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientID
  doc.transact(() => {
    const text = doc.getText('text')
    if (stray) text.insert(0, stray)
    for (const [k, line] of lines.entries()) {
      const [role, words] = line.includes('|') ? line.split('|') : ['paragraph', line]
      const entry = new Y.Map<unknown>()
      doc.getMap('blocks').set(`b${k}`, entry)
      if (role === 'figure') entry.set('alt', words)
      else entry.set('role', role)
      text.insertEmbed(text.length, role === 'figure' ? { figure: `b${k}` } : { block: `b${k}` })
      if (role !== 'figure') text.insert(text.length, words ?? '')
    }
  })
  return doc
}

/** Another person's copy of a document. */
export function copyOf(doc: Y.Doc, clientID: number): Y.Doc {
  const copy = new Y.Doc()
  copy.clientID = clientID
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** A document as the same kind of literals; marks in brackets, `[a:words]` for the annotation a. */
export function linesOf(doc: PMNode): string[] {
  return doc.children.map((block) => {
    if (block.type.name === 'figure') return `figure|${block.attrs.alt}`
    const words = block.children.map((node) => {
      const names = node.marks.map(({ type, attrs }) => attrs.id ?? attrs.kind ?? type.name)
      const shown = node.text ?? '\uFFFC'
      return names.length ? `[${names.sort().join()}:${shown}]` : shown
    })
    return (block.attrs.role === 'paragraph' ? '' : `${block.attrs.role}|`) + words.join('')
  })
}

/** The document position right before some words. */
export function before(doc: PMNode, words: string): number {
  let found = -1
  doc.forEach((block, pos) => {
    const offset = block.textContent.indexOf(words)
    if (found < 0 && offset >= 0) found = pos + 1 + offset
  })
  if (found < 0) throw new Error(`No "${words}" in ${linesOf(doc).join(' / ')}`)
  return found
}

/** The document position right behind some words. */
export const behind = (doc: PMNode, words: string) => before(doc, words) + words.length
