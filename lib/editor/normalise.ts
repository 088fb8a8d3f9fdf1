import type { Node as PMNode } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { freshId } from './fresh-id.ts'

/**
 * Puts right what a local change may have left: blocks without an opening of their own, one identifier in two places,
 * characters that cannot stand in the shared text. Looks only at blocks that the change touched.
 */
export function normalise(oldDoc: PMNode, { doc, tr }: EditorState): Transaction | null {
  const range = touchedChildren(oldDoc, doc)
  const untouched = new Set(oldDoc.children)
  const seen = surplus(oldDoc, doc, range)
  doc.forEach((node, pos, k) => {
    if (node.attrs.stray) {
      if (!untouched.has(node) || !mayBeStray(doc, k)) openBlock(tr, pos)
    } else if (k >= range.from && k < range.to) {
      if (!node.attrs.id || seen.has(k)) tr.setNodeAttribute(pos, 'id', freshId())
      // Text last: replacing a character by one keeps every position.
      if (!node.isAtom) cleanText(tr, node, pos)
    }
  })
  return tr.docChanged ? tr : null
}

/** An untouched block may go on without an opening where the shared text, read anew, shows it so [TXT1]. */
function mayBeStray(doc: PMNode, k: number): boolean {
  if (k > 0) return doc.child(k - 1).isAtom && doc.child(k).content.size > 0
  return doc.child(0).content.size > 0 || doc.childCount === 1
}

function openBlock(tr: Transaction, pos: number) {
  // The identifier first: a stray block has no place for it in the shared text, so it costs nothing there.
  tr.setNodeAttribute(pos, 'id', freshId()).setNodeAttribute(pos, 'stray', false)
}

/** The children of the new document that the old one does not share, by position. */
function touchedChildren(old: PMNode, now: PMNode): { from: number; to: number } {
  const shorter = Math.min(old.childCount, now.childCount)
  let from = 0
  while (from < shorter && old.child(from) === now.child(from)) from++
  let tail = 0
  const same = (k: number) => old.child(old.childCount - k) === now.child(now.childCount - k)
  while (tail < shorter - from && same(tail + 1)) tail++
  return { from, to: now.childCount - tail }
}

/**
 * Touched children whose identifier stands in the document more often than before: copies. The one that is still as it
 * was keeps it, else the first. Two that have one id already, because two people moved one block, may keep it [EDT8].
 */
function surplus(old: PMNode, now: PMNode, range: { from: number; to: number }): Set<number> {
  const copies = new Set<number>()
  if (range.to - range.from < 2 && old.childCount >= now.childCount) return copies
  const allowed = new Map<string, number>()
  for (const { attrs } of old.children) allowed.set(attrs.id, (allowed.get(attrs.id) ?? 0) + 1)
  const left = new Map<string, number>()
  now.forEach(({ attrs }, _, k) => {
    if (k < range.from || k >= range.to) left.set(attrs.id, (left.get(attrs.id) ?? 0) + 1)
  })
  for (let k = range.from; k < range.to; k++) {
    const { id } = now.child(k).attrs
    const count = (left.get(id) ?? 0) + 1
    if (count > Math.max(1, allowed.get(id) ?? 0)) copies.add(k)
    else left.set(id, count)
  }
  return copies
}

/** Line breaks, NUL, and halves of surrogate pairs, which Yjs would destroy on the way. */
const UNFIT = /[\n\r\0]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

function cleanText(tr: Transaction, block: PMNode, pos: number) {
  block.forEach((node, offset) => {
    for (const { index, 0: found } of node.text?.matchAll(UNFIT) ?? []) {
      const at = pos + 1 + offset + index
      const text = found < '\u0020' ? ' ' : '\uFFFD'
      tr.replaceWith(at, at + 1, node.type.schema.text(text, node.marks))
    }
  })
}
