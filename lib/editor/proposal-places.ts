import type { Node as PMNode } from '@tiptap/pm/model'
import { type EditorState, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { type Attributes, proposalOf } from '#lib/domain/text/flat-text.ts'
import { isProposal } from './formatting.ts'

/** The proposal whose words the caret is in or beside; null when there is none. */
export function proposalAtCaret({ selection }: EditorState): string | null {
  const { $from } = selection
  for (const node of [$from.nodeAfter, $from.nodeBefore, $from.parent]) {
    const id = node ? idsOf(node)[0] : undefined
    if (id) return id
  }
  return null
}

/** Selects the first words of a proposal and brings them into view, without taking the focus. */
export function goToProposal(view: EditorView, id: string): void {
  const place = placeOfProposal(view.state.doc, id)
  if (!place) return
  const { tr } = view.state
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(place.to), -1)))
  const { node } = view.domAtPos(place.to)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'nearest' })
}

function placeOfProposal(doc: PMNode, id: string): { from: number; to: number } | null {
  let found: { from: number; to: number } | null = null
  doc.descendants((node, pos) => {
    if (found) return false
    if (idsOf(node).includes(id))
      found = { from: pos, to: node.isInline ? pos + node.nodeSize : pos + 1 }
    return node.isTextblock
  })
  return found
}

function idsOf({ marks, attrs }: PMNode): readonly string[] {
  const openings = Object.keys((attrs.proposed as Attributes | null | undefined) ?? {})
  return [
    ...marks.filter(isProposal).map((mark) => String(mark.attrs.id)),
    ...openings.flatMap((key) => proposalOf(key)?.id ?? []),
  ]
}
