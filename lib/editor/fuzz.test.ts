import type { Node as PMNode } from '@tiptap/pm/model'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { flatBlocks, readBlock } from '#lib/domain/text/read-flat.ts'
import { audit } from '#lib/testing/account.ts'
import { canonical, runCohort } from '#lib/testing/cohort.ts'
import { flatReplica } from '#lib/testing/flat-replica.ts'
import type { FlatBinding } from './binding.ts'
import { flatSize, indexOfPos, posOfIndex } from './pieces.ts'

const seeds = Number(process.env.GALLEY_FUZZ_SEEDS ?? 300)
const ops = Number(process.env.GALLEY_FUZZ_OPS ?? 60)
const first = Number(process.env.GALLEY_FUZZ_FIRST ?? 1)

function seededDoc(seed: number): Y.Doc {
  const base = new Y.Doc()
  base.clientID = 9
  if (seed % 3 === 0) return base // all start from nothing at all
  base.transact(() => {
    base.getText('text').insertEmbed(0, { block: 'first' })
    const entry = new Y.Map()
    base.getMap('blocks').set('first', entry)
    entry.set('role', 'headline')
  })
  return base
}

/** The blocks as every reader of the shared text sees them, and as the editor shows them: child k is block k. */
function domainView({ text, blocks }: FlatBinding): string {
  const entryOf = (id: string) => (blocks.get(id) as Y.Map<unknown> | undefined)?.toJSON() ?? {}
  const read = flatBlocks(text.toDelta())
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
    shown.map(({ isAtom, attrs, textContent }) =>
      isAtom ? [attrs.id, attrs.alt] : [attrs.id, attrs.role, textContent],
    ),
  )
}

/** Everything that is wrong after one run; nothing, if all is well. */
function problemsOf(seed: number): string[] {
  const base = seededDoc(seed)
  const replicas = [1, 2, 3].map((id) => {
    const ydoc = new Y.Doc()
    ydoc.clientID = ((id * 7) % (3 + (seed % 8))) * 10 + id // every order of ids
    Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(base))
    return flatReplica(ydoc, { captureTimeout: seed % 8 < 4 ? 0 : 500 })
  })
  const problems: string[] = []
  try {
    const reorder = seed % 4 < 2
    const account = runCohort(seed, replicas, { ops, undo: seed % 2 === 0, reorder })
    const docs = replicas.map(({ editor }) => editor.state.doc)
    const one = JSON.stringify(canonical(docs[0]!))
    for (const { binding, editor } of replicas) {
      const { doc } = editor.state
      doc.check()
      if (JSON.stringify(canonical(doc)) !== one) problems.push('replicas differ')
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
    }
    for (const [problem, things] of Object.entries(audit(docs[0]!, account, !reorder))) {
      problems.push(`${problem}: ${things.join(', ')}`)
    }
  } catch (error) {
    problems.push(
      String((error as Error).stack)
        .split('\n')
        .slice(0, 4)
        .join(' | '),
    )
  }
  return problems
}

it(`[EDT1] ${seeds} cohorts of three lose nothing, double nothing and agree`, () => {
  const failures: string[] = []
  for (let seed = first; seed < first + seeds; seed++) {
    const problems = problemsOf(seed)
    if (!problems.length) continue
    failures.push(
      `seed ${seed}: ${[...new Set(problems)].join('; ')}`,
      `  GALLEY_FUZZ_FIRST=${seed} GALLEY_FUZZ_SEEDS=1 GALLEY_FUZZ_OPS=${ops} npx vitest run lib/editor/fuzz.test.ts`,
    )
  }
  expect(failures.slice(0, 20)).toEqual([])
}, 3_600_000)
