import type { Node as PMNode } from '@tiptap/pm/model'
import { type EditorState, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { copiedRecord } from '#lib/domain/sourcing/read-annotation.ts'
import type { DeltaOp } from '#lib/domain/text/flat-text.ts'
import { applyDelta } from './apply-delta.ts'
import { changedEntries, readEntry } from './block-entries.ts'
import { freshId } from './fresh-id.ts'
import { docOf, FIGURE_KEYS, flatSize, indexOfPos, pieceOf, posOfIndex } from './pieces.ts'
import { deltaOfEvent } from './read-delta.ts'
import { followIndex, mapSelection } from './selection.ts'
import { opsOfTransaction } from './step-ops.ts'
import { TextWriter } from './text-writer.ts'

/** What the binding needs of an editor's view; tests use a stand-in without a DOM. */
export interface Host {
  readonly state: EditorState
  dispatch(tr: Transaction): void
  /** Called before a change by others is shown: time to take in what the page knows already. */
  readonly settle?: () => void
}

/**
 * Transactions applied since the binding last wrote, newest first. It lives in the editor's state, so that states that
 * somebody computes and throws away do no harm.
 */
export interface Log {
  readonly tr: Transaction
  readonly before: { readonly anchor: number; readonly head: number }
  /** Where the caret stood before, as a position of the document. */
  readonly caret: number
  prev: Log | null
}

export const flatKey = new PluginKey<Log | null>('flatText')

/** Marks a transaction that shows a change of the shared document. */
const REMOTE = 'remote'

export const isRemote = (tr: Transaction) => tr.getMeta(flatKey) === REMOTE

/** Meta of a transaction: annotations that were copied with their words, from which one to which. */
export const COPIES = 'copiedAnnotations'

/** The origin of writes to `annotations` that commands make, so that they are undone together with the text. */
export const annotating = { name: 'annotating' }

/** Beyond this many changes in one event, reading the text anew is cheaper than single steps. */
const MANY_CHANGES = 200

interface RelativeSelection {
  readonly anchor: Y.RelativePosition
  readonly head: Y.RelativePosition
}

/** Keeps an editor and the flat text of a shared document equal [EDT1]. `pieces.ts` says how the two correspond. */
export class FlatBinding {
  readonly doc: Y.Doc
  readonly text: Y.Text
  readonly blocks: Y.Map<unknown>
  readonly undoManager: Y.UndoManager
  /** How often a change could not be shown step by step. Always 0, as far as we know. */
  rereads = 0
  private readonly writer: TextWriter
  private host: Host | null = null
  private written: Log | null = null
  private before: RelativeSelection | null = null
  private typedAt = -1
  private own: Y.Transaction | null = null

  constructor(doc: Y.Doc, options: { captureTimeout?: number } = {}) {
    this.doc = doc
    this.text = doc.getText('text')
    this.blocks = doc.getMap('blocks')
    this.writer = new TextWriter(this.text, this.blocks)
    // Only our own origins: Yjs cleans formatting up in transactions of its own, which nobody wants to undo.
    const trackedOrigins = new Set<unknown>([this, annotating])
    const scope = [this.text, this.blocks, doc.getMap('annotations')]
    this.undoManager = new Y.UndoManager(scope, { trackedOrigins, ...options })
    this.undoManager.on('stack-item-added', ({ stackItem }) => {
      stackItem.meta.set(this, this.before)
    })
    this.undoManager.on('stack-item-popped', ({ stackItem }) => {
      this.select(stackItem.meta.get(this))
    })
  }

  attach(host: Host) {
    this.host = host
    this.written = flatKey.getState(host.state) ?? null
    this.reload()
    this.text.observe(this.onText)
    this.blocks.observeDeep(this.onBlocks)
  }

  detach() {
    this.text.unobserve(this.onText)
    this.blocks.unobserveDeep(this.onBlocks)
    this.host = null
  }

  destroy() {
    this.undoManager.destroy()
  }

  undo(): boolean {
    return this.travel(() => this.undoManager.undo())
  }

  redo(): boolean {
    return this.travel(() => this.undoManager.redo())
  }

  /** Makes whatever `run` does to the editor and to `annotations` one step of undo, apart from the typing around it. */
  together(run: () => void) {
    this.undoManager.stopCapturing()
    this.doc.transact(run, annotating)
    this.undoManager.stopCapturing()
  }

  /** The document as the shared text has it. */
  read(schema = this.need().state.schema): PMNode {
    const delta = this.text.toDelta() as DeltaOp[]
    for (const op of delta) this.writer.notice(schema, op.attributes)
    return docOf(
      schema,
      delta.map((op) => pieceOf(schema, op, this.entryOf)),
    )
  }

  /** Writes what the user did since the last call. The plugin calls it after each update of the editor. */
  flush() {
    const { state } = this.need()
    const log = flatKey.getState(state) ?? null
    const own: Log[] = []
    for (let entry = log; entry && entry !== this.written; entry = entry.prev) {
      if (!isRemote(entry.tr)) own.unshift(entry)
    }
    this.written = log
    if (log) log.prev = null
    const [first] = own
    if (!first) return
    this.before = this.relative(first.before.anchor, first.before.head)
    // A cut, paste or drop is a step of undo by itself, however fast the typing around it; so is what begins elsewhere.
    const apart = own.some(({ tr }) => tr.getMeta('uiEvent') !== undefined)
    const elsewhere = this.typedAt >= 0 && this.typedAt !== first.caret
    if (apart || elsewhere) this.undoManager.stopCapturing()
    this.doc.transact((transaction) => {
      this.own = transaction
      for (const { tr } of own) {
        for (const ops of opsOfTransaction(tr)) this.writer.write(state.schema, ops)
        this.copyRecords(tr.getMeta(COPIES))
      }
    }, this)
    if (apart) this.undoManager.stopCapturing()
    this.typedAt = state.selection.head
  }

  /** Copies that were pasted get records of their own, in the same step of undo [ANN8]. */
  private copyRecords(copies: ReadonlyMap<string, string> | undefined) {
    const records = this.doc.getMap('annotations')
    for (const [from, to] of copies ?? []) {
      const record = records.get(from)
      const copy = record instanceof Y.Map && copiedRecord(from, record.toJSON(), freshId)
      if (copy) records.set(to, new Y.Map(Object.entries(copy)))
    }
  }

  private readonly entryOf = (id: string) => readEntry(this.blocks, id)

  private need(): Host {
    if (!this.host) throw new Error('The binding is not attached to an editor')
    return this.host
  }

  private travel(run: () => unknown): boolean {
    const { doc, selection } = this.need().state
    this.before = this.relative(indexOfPos(doc, selection.anchor), indexOfPos(doc, selection.head))
    return run() !== null
  }

  private readonly onText = (event: Y.YTextEvent) => {
    if (event.transaction.origin === this) return
    const delta = deltaOfEvent(event)
    if (!delta.length) return // clean-up of formatting that nobody sees
    // Somebody else's transaction around ours: what came from the editor cannot be told from the rest.
    if (event.transaction === this.own) return this.reload()
    this.host?.settle?.()
    const { tr, doc, selection, schema } = this.need().state
    for (const op of delta) this.writer.notice(schema, op.attributes)
    if (delta.length > MANY_CHANGES) {
      const move = (pos: number) => followIndex(delta, indexOfPos(doc, pos))
      const target = { anchor: move(selection.anchor), head: move(selection.head) }
      return this.reload(target)
    }
    try {
      applyDelta(tr, delta, this.entryOf)
      this.show(tr)
    } catch (error) {
      console.error('A change did not fit the editor; the text was read anew', error)
    }
    // Cheap, and whatever went wrong, nobody works on a text that is not the shared one.
    if (this.lengthShown() === this.text.length) return
    this.rereads++
    this.reload()
  }

  private readonly onBlocks = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    // Our own changes too: two blocks may have one id, and both show what stands under it [EDT8].
    const ids = changedEntries(events)
    if (events[0]?.transaction.origin !== this) this.host?.settle?.()
    const { tr, doc } = this.need().state
    doc.forEach((node, pos) => {
      if (node.attrs.stray || !ids.has(node.attrs.id)) return
      const entry = this.entryOf(node.attrs.id)
      for (const key of ['role', ...FIGURE_KEYS] as const) {
        if (key in node.attrs && node.attrs[key] !== entry[key]) {
          tr.setNodeAttribute(pos, key, entry[key])
        }
      }
    })
    if (tr.docChanged) this.show(tr)
  }

  private lengthShown(): number {
    return this.need().state.doc.children.reduce((sum, node) => sum + flatSize(node), 0)
  }

  /** Reads the whole text and replaces the blocks that differ. */
  private reload(selection?: { anchor: number; head: number }) {
    const { doc: old, tr } = this.need().state
    const [from, to, ...blocks] = differing(old, this.read())
    if (from === to && !blocks.length) return
    tr.replaceWith(from, to, blocks)
    if (selection) {
      this.typedAt = -1
      const at = (index: number) => tr.doc.resolve(posOfIndex(tr.doc, index))
      tr.setSelection(TextSelection.between(at(selection.anchor), at(selection.head)))
      this.show(tr, false)
    } else this.show(tr)
  }

  private show(tr: Transaction, moveSelection = true) {
    const host = this.need()
    if (moveSelection) this.typedAt = mapSelection(host.state.selection, tr, this.typedAt)
    if (host.state.storedMarks) tr.setStoredMarks(host.state.storedMarks) // or a pending Ctrl-B would be forgotten
    tr.setMeta('addToHistory', false)
    host.dispatch(tr.setMeta(flatKey, REMOTE))
  }

  /** A selection that survives changes by others: it stays behind the character on its left. */
  private relative(anchor: number, head: number): RelativeSelection {
    const make = (index: number) =>
      Y.createRelativePositionFromTypeIndex(this.text, index, index ? -1 : 0)
    return { anchor: make(anchor), head: make(head) }
  }

  private select(saved: RelativeSelection | null | undefined) {
    if (!saved) return
    const { doc, tr } = this.need().state
    const [anchor, head] = [saved.anchor, saved.head].map((relative) => {
      const absolute = Y.createAbsolutePositionFromRelativePosition(relative, this.doc)
      return doc.resolve(posOfIndex(doc, absolute?.index ?? 0))
    })
    if (anchor && head) {
      this.need().dispatch(tr.setSelection(TextSelection.between(anchor, head)).scrollIntoView())
    }
  }
}

/** The stretch of the old document to replace, and the blocks that take its place. */
function differing(old: PMNode, now: PMNode): [from: number, to: number, ...blocks: PMNode[]] {
  const shorter = Math.min(old.childCount, now.childCount)
  let head = 0
  while (head < shorter && old.child(head).eq(now.child(head))) head++
  let tail = 0
  const same = (k: number) => old.child(old.childCount - k).eq(now.child(now.childCount - k))
  while (tail < shorter - head && same(tail + 1)) tail++
  const size = (nodes: readonly PMNode[]) => nodes.reduce((sum, node) => sum + node.nodeSize, 0)
  const from = size(old.children.slice(0, head))
  const to = from + size(old.children.slice(head, old.childCount - tail))
  return [from, to, ...now.children.slice(head, now.childCount - tail)]
}
