import { Extension } from '@tiptap/core'
import type { Node as PMNode } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { Role } from '#lib/domain/text/article-text.ts'
import { freshId } from './fresh-id.ts'
import { asRole } from './schema.ts'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    blockKeys: {
      /** Gives the blocks of the selection a role. */
      setRole: (role: Role) => ReturnType
    }
  }
}

/** What Enter at the end of a block makes, where that is not another of the same. */
const AFTER: Partial<Readonly<Record<Role, Role>>> = {
  headline: 'paragraph',
  standfirst: 'paragraph',
  subhead: 'paragraph',
  caption: 'paragraph',
}

/** Roles that go on from block to block, until an empty one ends them. */
const RUNS: ReadonlySet<Role> = new Set(['bullet', 'numbered', 'quote'])

const newBlock = (type: PMNode['type'], role: Role) => ({ type, attrs: { id: freshId(), role } })

/** Enter: splits the block, so that every character stays what it is and one opening is added [EDT2]. */
export function enter({ tr, selection }: EditorState): Transaction | null {
  if (selection instanceof NodeSelection) return paragraphBehind(tr, selection)
  tr.deleteSelection()
  const { $from } = tr.selection
  const block = $from.parent
  if (block.type.name !== 'block') return null
  const role = asRole(block.attrs.role)
  const pos = $from.before()
  if (!block.content.size && RUNS.has(role)) {
    return tr.setNodeAttribute(pos, 'role', 'paragraph').scrollIntoView()
  }
  if (block.content.size && $from.parentOffset === 0) {
    // The text keeps its block, and so whatever others do to that block: the new one comes before it.
    const { type, attrs } = newBlock(block.type, RUNS.has(role) ? role : 'paragraph')
    return tr.insert(pos, type.create(attrs)).scrollIntoView()
  }
  const atEnd = $from.parentOffset === block.content.size
  const next = (atEnd && AFTER[role]) || role
  return tr.split($from.pos, 1, [newBlock(block.type, next)]).scrollIntoView()
}

function paragraphBehind(tr: Transaction, { to, $to }: NodeSelection): Transaction | null {
  const type = $to.doc.type.schema.nodes.block
  if (!type || $to.depth) return null
  tr.insert(to, type.create(newBlock(type, 'paragraph').attrs))
  return tr.setSelection(TextSelection.create(tr.doc, to + 1)).scrollIntoView()
}

/** Backspace at the start of a block: first it becomes a paragraph, then it joins the one before [EDT2]. */
export function backspace({ tr, selection, doc }: EditorState): Transaction | 'nothing' | null {
  const { $from, empty } = selection
  if (!empty || $from.parentOffset || $from.parent.type.name !== 'block') return null
  const pos = $from.before()
  if ($from.parent.attrs.role !== 'paragraph') {
    return tr.setNodeAttribute(pos, 'role', 'paragraph').scrollIntoView()
  }
  if (pos === 0) return 'nothing'
  const before = doc.resolve(pos).nodeBefore
  // An empty block goes; any other takes the characters over, and keeps its identifier and role.
  if (!before?.isTextblock) return null
  if (!before.content.size) return tr.delete(pos - before.nodeSize, pos).scrollIntoView()
  return tr.join(pos).scrollIntoView()
}

/** Gives every block that the selection touches a role. */
export function setRole({ tr, selection, doc }: EditorState, role: Role): Transaction {
  doc.nodesBetween(selection.from, selection.to, (node, pos) => {
    if (node.isTextblock && node.attrs.role !== role) tr.setNodeAttribute(pos, 'role', role)
    return false
  })
  return tr
}

/** Enter, Backspace, roles and the two kinds of emphasis on the keyboard. */
export const BlockKeys = Extension.create({
  name: 'blockKeys',
  // Before Tiptap's own keys, which know nothing of identifiers and roles.
  priority: 500,

  addCommands() {
    return {
      setRole:
        (role) =>
        ({ state, dispatch }) => {
          // `state.tr` is the command's own transaction.
          if (dispatch) setRole(state, role)
          return true
        },
    }
  },

  addKeyboardShortcuts() {
    const run = (act: (state: EditorState) => Transaction | 'nothing' | null) => () => {
      const tr = act(this.editor.state)
      if (tr && tr !== 'nothing') this.editor.view.dispatch(tr)
      return tr !== null
    }
    const toggle = (mark: string) => () => this.editor.commands.toggleMark(mark)
    const role = (name: Role) => () => this.editor.commands.setRole(name)
    return {
      Enter: run(enter),
      'Shift-Enter': run(enter),
      Backspace: run(backspace),
      'Shift-Backspace': run(backspace),
      'Mod-b': toggle('bold'),
      'Mod-B': toggle('bold'),
      'Mod-i': toggle('italic'),
      'Mod-I': toggle('italic'),
      'Mod-Alt-0': role('paragraph'),
      'Mod-Alt-1': role('headline'),
      'Mod-Alt-2': role('subhead'),
    }
  },
})
