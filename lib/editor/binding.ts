import type { Node as PMNode } from '@tiptap/pm/model'
import { type EditorState, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { copiedRecord } from '#lib/domain/sourcing/read-annotation.ts'
import { applyDelta } from './apply-delta.ts'
import { changedEntries, readEntry, showEntry } from './block-entries.ts'
import { differing } from './differing.ts'
import { freshId } from './fresh-id.ts'
import { docOf, flatSize, indexOfPos, pieceOf, posOfIndex } from './pieces.ts'
import { Proposer } from './proposer.ts'
import { deltaOf, deltaOfChange } from './read-delta.ts'
import { keepRecords } from './read-records.ts'
import { followIndex, mapSelection, type RelativeSelection } from './selection.ts'
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

interface BindingOptions {
  readonly captureTimeout?: number
  /** In whose name is proposed. */
  readonly personId?: string
  readonly random?: () => number
}

/** What came of taking a command back: `typed` when something was typed after it. */
export type Undone = 'done' | 'nothing' | 'typed'

/** Keeps an editor and the flat text of a shared document equal [EDT1]. `pieces.ts` says how the two correspond. */
export class FlatBinding {
  readonly doc: Y.Doc
  readonly text: Y.Text
  readonly blocks: Y.Map<unknown>
  readonly undoManager: Y.UndoManager
  readonly proposer: Proposer
  /** How often a change could not be shown step by step. Always 0, as far as we know. */
  rereads = 0
  private readonly writer: TextWriter
  private host: Host | null = null
  private written: Log | null = null
  private before: RelativeSelection | null = null
  private typedAt = -1
  private isCommand = false
  private own: Y.Transaction | null = null
  private shown: Y.Transaction | null = null

  constructor(doc: Y.Doc, { personId = '', random, ...options }: BindingOptions = {}) {
    this.doc = doc
    this.text = doc.getText('text')
    this.blocks = doc.getMap('blocks')
    this.proposer = new Proposer(doc, personId, random)
    this.writer = new TextWriter(this.text, this.blocks, this.proposer)
    // Only our own origins: Yjs cleans formatting up in transactions of its own, which nobody wants to undo.
    const trackedOrigins = new Set<unknown>([this, annotating])
    const scope = [this.text, this.blocks, doc.getMap('annotations'), doc.getMap('proposals')]
    const deleteFilter = keepRecords(doc.getMap('annotations'))
    const undoManager = new Y.UndoManager(scope, { trackedOrigins, deleteFilter, ...options })
    this.undoManager = undoManager
    undoManager.on('stack-item-added', ({ stackItem: { meta }, origin }) => {
      meta.set(this, this.before)
      // What is taken back, and what is brought again, stays what it was.
      meta.set(annotating, origin === annotating || this.isCommand)
    })
    undoManager.on('stack-item-popped', ({ stackItem: { meta } }) => this.select(meta.get(this)))
  }

  attach(host: Host) {
    this.host = host
    this.written = flatKey.getState(host.state) ?? null
    this.reload()
    this.text.observe(this.onText)
    this.doc.getMap('proposals').observeDeep(this.onProposals)
    this.blocks.observeDeep(this.onBlocks)
  }

  detach() {
    this.text.unobserve(this.onText)
    this.doc.getMap('proposals').unobserveDeep(this.onProposals)
    this.blocks.unobserveDeep(this.onBlocks)
    this.host = null
  }

  destroy() {
    this.undoManager.destroy()
  }

  undo(): boolean {
    return this.travel('undo')
  }

  /** Takes the last step back if a command made it; what was typed after it stays [EDT17]. */
  undoCommand(): Undone {
    const last = this.undoManager.undoStack.at(-1)
    if (!last?.meta.get(annotating)) return last ? 'typed' : 'nothing'
    return this.travel('undo') ? 'done' : 'nothing'
  }

  redo(): boolean {
    return this.travel('redo')
  }

  /** Makes whatever `run` does to the editor and to `annotations` one step of undo, apart from the typing around it. */
  together(run: () => void) {
    this.undoManager.stopCapturing()
    this.doc.transact(run, annotating)
    this.undoManager.stopCapturing()
  }

  /** The document as the shared text has it. */
  read(schema = this.need().state.schema): PMNode {
    const delta = deltaOf(this.text)
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
    const { lists, isOther } = this.proposer.claim(own.flatMap(({ tr }) => opsOfTransaction(tr)))
    this.doc.transact((transaction) => {
      this.own = transaction
      for (const ops of lists) this.writer.write(state.schema, ops)
      for (const { tr } of own) this.copyRecords(tr.getMeta(COPIES))
    }, this)
    if (isOther) this.reload()
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

  private travel(way: 'undo' | 'redo'): boolean {
    const { doc, selection } = this.need().state
    this.before = this.relative(indexOfPos(doc, selection.anchor), indexOfPos(doc, selection.head))
    const { undoManager } = this
    const { deletions, meta } = undoManager[way === 'undo' ? 'undoStack' : 'redoStack'].at(-1) ?? {}
    this.isCommand = meta?.get(annotating) === true
    let done: unknown = null
    this.proposer.restore(deletions, () => {
      done = undoManager[way]()
    })
    this.isCommand = false
    return done !== null
  }

  private readonly onText = ({ transaction }: Y.YTextEvent) => this.showChange(transaction)
  private readonly onProposals = (_: unknown, transaction: Y.Transaction) =>
    this.showChange(transaction)

  /** A change of the text, or of what of it is accepted; once, whatever it touches. */
  private showChange(transaction: Y.Transaction) {
    if (transaction.origin === this || transaction === this.shown) return
    this.shown = transaction
    const delta = deltaOfChange(this.text, transaction)
    if (!delta.length) return // clean-up of formatting that nobody sees
    // Somebody else's transaction around ours: what came from the editor cannot be told from the rest.
    if (transaction === this.own) return this.reload()
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
    doc.descendants((node, pos) => {
      if (!node.attrs.stray && ids.has(node.attrs.id)) showEntry(tr, node, pos, this.entryOf)
      return node.isTextblock
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
