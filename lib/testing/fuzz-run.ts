import type { Node as PMNode } from '@tiptap/pm/model'
import { equalityDeep } from 'lib0/function'
import * as Y from 'yjs'
import { DocumentReader } from '#lib/collab/document-reader.ts'
import { readBlock } from '#lib/domain/text/read-block.ts'
import { flatBlocks } from '#lib/domain/text/read-flat.ts'
import type { FlatBinding } from '#lib/editor/binding.ts'
import { bindingOf } from '#lib/editor/flat-collaboration.ts'
import { officialText } from '#lib/editor/official.ts'
import { flatSize, indexOfPos, posOfIndex } from '#lib/editor/pieces.ts'
import { deltaOf } from '#lib/editor/read-delta.ts'
import { audit, type Tally, tallyOf } from './account.ts'
import { canonical, type Replica, runCohort } from './cohort.ts'
import { randomCommand, recordsOf } from './commands.ts'
import { dice } from './dice.ts'
import { articleReplica, type EditorReplica, stockReplica } from './editor-replica.ts'
import { flatReplica } from './flat-replica.ts'
import { proposing } from './proposing.ts'
import { auditRecords } from './record-account.ts'

/** `state`: our binding without a view, ten times as fast; `editor`: our whole editor; `stock`: Tiptap's own binding. */
export type FuzzKind = 'state' | 'editor' | 'stock'

export interface FuzzResult {
  /** Everything that is wrong after the run; nothing, if all is well. */
  readonly problems: readonly string[]
  readonly diverged: boolean
  readonly threw: boolean
  readonly tally: Tally | null
}

/** One cohort from its seed: three or four people, over a bad network, until everything has arrived everywhere. */
export async function fuzzRun(kind: FuzzKind, seed: number, ops: number): Promise<FuzzResult> {
  const base = kind === 'stock' ? stockStart(seed) : flatStart(seed)
  const replicas: Replica[] = []
  const problems: string[] = []
  try {
    const docs = copiesOf(base, seed)
    const readers = kind === 'stock' ? [] : docs.map((ydoc) => new DocumentReader(ydoc))
    for (const ydoc of docs) replicas.push(await replicaOf(kind, ydoc, seed))
    // Apart from what else the seed decides, so that every combination occurs.
    const reorder = seed % 16 < 8
    const account = runCohort(seed, replicas, { ops, undo: seed % 2 === 0, reorder })
    const [first] = replicas.map(({ editor }) => editor.state.doc)
    if (!first) throw new Error('A cohort of nobody')
    const shown = replicas.map(({ editor }) => JSON.stringify(canonical(editor.state.doc)))
    const diverged = shown.some((one) => one !== shown[0])
    if (diverged) problems.push('replicas differ')
    for (const replica of replicas) problems.push(...problemsOf(replica))
    for (const { ydoc } of kind === 'stock' ? [] : replicas) {
      problems.push(...auditRecords(account.records, recordsOf(ydoc)))
    }
    for (const [k, reader] of readers.entries()) problems.push(...readingProblems(reader, docs[k]))
    for (const [problem, things] of Object.entries(audit(first, account))) {
      problems.push(`${problem}: ${things.join(', ')}`)
    }
    return { problems, diverged, threw: false, tally: tallyOf(first, account) }
  } catch (error) {
    const where = String((error as Error).stack)
      .split('\n')
      .slice(0, 4)
      .join(' | ')
    return { problems: [...problems, where], diverged: false, threw: true, tally: null }
  } finally {
    for (const replica of replicas) (replica as Partial<EditorReplica>).close?.()
  }
}

function copiesOf(base: Y.Doc, seed: number): Y.Doc[] {
  const people = seed % 5 < 2 ? [1, 2, 3, 4] : [1, 2, 3]
  return people.map((id) => {
    const ydoc = new Y.Doc()
    ydoc.clientID = ((id * 7) % (3 + (seed % 8))) * 10 + id // every order of ids
    Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(base))
    return ydoc
  })
}

async function replicaOf(kind: FuzzKind, ydoc: Y.Doc, seed: number): Promise<Replica> {
  const grouping = seed % 8 < 4 ? 'each' : 'all'
  if (kind === 'stock') return stockReplica(ydoc, grouping)
  const personId = `p${ydoc.clientID}`
  const captureTimeout = grouping === 'each' ? 0 : 1e12
  const random = dice(seed * 100 + ydoc.clientID).roll
  const own: Replica =
    kind === 'editor'
      ? articleReplica(ydoc, grouping, personId)
      : flatReplica(ydoc, { captureTimeout, personId, random })
  const binding = bindingIn(own)
  if (!binding) return own
  own.command = (dice) => randomCommand(binding, dice)
  own.records = () => recordsOf(ydoc)
  // Half of the cohorts propose as well, and settle what others propose.
  return seed % 4 < 2 ? proposing(own, binding.proposer) : own
}

/** Every third cohort starts from nothing at all. */
const startsEmpty = (seed: number) => seed % 3 === 0

function flatStart(seed: number): Y.Doc {
  const base = new Y.Doc()
  base.clientID = 9
  if (startsEmpty(seed)) return base
  base.transact(() => {
    base.getText('text').insertEmbed(0, { block: 'first' })
    const entry = new Y.Map()
    base.getMap('blocks').set('first', entry)
    entry.set('role', 'headline')
  })
  return base
}

function stockStart(seed: number): Y.Doc {
  const base = new Y.Doc()
  base.clientID = 9
  if (startsEmpty(seed)) return base
  const block = new Y.XmlElement('block')
  base.getXmlFragment('text').insert(0, [block])
  block.setAttribute('id', 'first')
  block.setAttribute('role', 'headline')
  return base
}

const bindingIn = (replica: Replica & Partial<EditorReplica & { binding: FlatBinding }>) =>
  replica.binding ?? (replica.whole?.storage.flatCollaboration ? bindingOf(replica.whole) : null)

function problemsOf(replica: Replica): string[] {
  const { doc } = replica.editor.state
  doc.check()
  const binding = bindingIn(replica)
  if (!binding) return []
  const problems: string[] = []
  if (JSON.stringify(canonical(binding.read())) !== JSON.stringify(canonical(doc))) {
    problems.push('the editor differs from the shared text')
  }
  const length = doc.children.reduce((sum, node) => sum + flatSize(node), 0)
  if (length !== binding.text.length) problems.push('length differs')
  for (let index = 0; index <= length; index++) {
    if (indexOfPos(doc, posOfIndex(doc, index)) !== index) problems.push(`index ${index}`)
  }
  if (domainView(binding) !== editorView(doc)) problems.push('the domain reads other blocks')
  if (binding.rereads) problems.push('a change could not be shown step by step')
  return problems
}

/** Who read on with each change has read what one would who reads it now [TXT6]. */
function readingProblems(reader: DocumentReader, ydoc: Y.Doc | undefined): string[] {
  const anew = ydoc && new DocumentReader(ydoc).content.blocks
  return equalityDeep(reader.content.blocks, anew) ? [] : ['reading on differs from reading anew']
}

/** The blocks as every reader of the shared text sees them, and as the editor shows them: child k is block k. */
function domainView({ text, blocks }: FlatBinding): string {
  const entryOf = (id: string) => (blocks.get(id) as Y.Map<unknown> | undefined)?.toJSON() ?? {}
  const read = flatBlocks(deltaOf(text))
  return JSON.stringify(
    read.map((block) => {
      const seen = readBlock(block, entryOf(block.opening?.id ?? ''))
      return seen.type === 'figure' ? [seen.id, seen.alt] : [seen.id, seen.role, seen.text]
    }),
  )
}

function editorView(doc: PMNode): string {
  const shown = doc.children.filter(({ attrs, content }) => !attrs.stray || content.size)
  return JSON.stringify(
    shown.map((node) =>
      node.isAtom
        ? [node.attrs.id, node.attrs.alt]
        : [node.attrs.id, node.attrs.role, officialText(node)],
    ),
  )
}
