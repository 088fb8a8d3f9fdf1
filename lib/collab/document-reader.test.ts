import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { sourcedSentencesOf } from '#lib/domain/sourcing/article-content.ts'
import { fingerprintOf } from '#lib/domain/sourcing/fingerprint.ts'
import type { DeltaOp } from '#lib/domain/text/flat-text.ts'
import { readBlock } from '#lib/domain/text/read-block.ts'
import { changeBlocks, flatBlocks } from '#lib/domain/text/read-flat.ts'
import {
  applyOp,
  docOp,
  hearFrom,
  newDocs,
  runSteps,
  type Step,
  steps,
} from '#lib/testing/shared-docs.ts'
import { DocumentReader } from './document-reader.ts'
import { foldDocument, onlyFold } from './fold-document.ts'

const deltaOf = (doc: Y.Doc) => doc.getText('text').toDelta() as DeltaOp[]

/** All that is derived from a document, as plain data. */
function derived(reader: DocumentReader) {
  const { content } = reader
  const sentences = sourcedSentencesOf(content)
  return {
    ...content,
    annotations: Object.fromEntries([...content.annotations].sort()),
    sentences: sentences.map((sourced) => fingerprintOf('a', sourced, () => undefined)),
  }
}

describe('changeBlocks', () => {
  it('[TXT6] what a change makes of the blocks is what a new reading finds', () => {
    fc.assert(
      fc.property(fc.array(docOp, { maxLength: 30 }), fc.nat(30), (ops, cut) => {
        const doc = new Y.Doc()
        for (const op of ops.slice(0, cut)) applyOp(doc, op)
        let blocks = flatBlocks(deltaOf(doc))
        doc.getText('text').observe((event) => {
          blocks = changeBlocks(blocks, event.delta as DeltaOp[]).blocks
        })
        doc.transact(() => {
          for (const op of ops.slice(cut)) applyOp(doc, op)
        })
        const read = (all: typeof blocks) => all.map((block) => readBlock(block, {}))
        expect(read(blocks)).toEqual(read(flatBlocks(deltaOf(doc))))
        expect(blocks.map(({ length }) => length)).toEqual(
          flatBlocks(deltaOf(doc)).map(({ length }) => length),
        )
      }),
      { numRuns: 400 },
    )
  })

  it('[TXT6] blocks that a change does not touch are the same objects', () => {
    const doc = new Y.Doc()
    for (const id of ['b1', 'b2', 'b3', 'b4']) {
      doc.getText('text').insertEmbed(doc.getText('text').length, { block: id })
      doc.getText('text').insert(doc.getText('text').length, 'It rained.')
    }
    for (const patience of [Number.POSITIVE_INFINITY, 2]) {
      const reader = new DocumentReader(doc, patience)
      const before = reader.content.blocks
      for (const word of ['never ', 'almost ', 'nearly ']) doc.getText('text').insert(15, word)
      const after = reader.content.blocks
      expect(after.map((block, at) => block === before[at])).toEqual([true, false, true, true])
    }
  })
})

describe('DocumentReader', () => {
  it('[TXT6] who has not read for long reads anew, and finds what steady reading finds', () => {
    fc.assert(
      fc.property(fc.array(docOp, { minLength: 6, maxLength: 30 }), fc.nat(4), (ops, patience) => {
        const doc = foldDocument()
        const reader = new DocumentReader(doc, patience)
        const steady = new DocumentReader(doc)
        for (const [at, op] of ops.entries()) {
          applyOp(doc, op)
          if (at % 5 === 4) expect(derived(reader)).toEqual(derived(steady))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('[TXT6] reading on equals reading anew, on every replica, whatever was done', () => {
    fc.assert(
      fc.property(steps(3), (all) => {
        const docs = newDocs(3).map(onlyFold)
        const readers = docs.map((doc) => new DocumentReader(doc))
        runSteps(docs, all, (who) => {
          const doc = docs[who]
          if (doc)
            expect(derived(readers[who] as DocumentReader)).toEqual(
              derived(new DocumentReader(doc)),
            )
        })
        for (const doc of docs) for (const other of docs) if (doc !== other) hearFrom(doc, other)
        const [first, ...rest] = readers.map(derived)
        for (const other of rest) expect(other).toEqual(first)
      }),
      { numRuns: 250 },
    )
  })

  it('[TXT7] neither the order of changes that do not rest on each other, nor doubles, make a difference', () => {
    fc.assert(
      fc.property(steps(3), fc.array(fc.nat(1000), { maxLength: 60 }), (all, picks) => {
        const rows = rowsOf(all)
        const inOrder = foldDocument()
        for (const { update } of rows) Y.applyUpdate(inOrder, update)
        const shuffled = foldDocument()
        const reader = new DocumentReader(shuffled)
        const waiting = [...rows]
        for (let turn = 0; waiting.length; turn++) {
          const state = Y.decodeStateVector(Y.encodeStateVector(shuffled))
          const ready = waiting.filter(({ after }) =>
            [...after].every(([client, clock]) => (state.get(client) ?? 0) >= clock),
          )
          const next = ready[(picks[turn] ?? 0) % ready.length]
          if (!next) throw new Error('No change is ready')
          waiting.splice(waiting.indexOf(next), 1)
          Y.applyUpdate(shuffled, next.update)
          const double = rows[(picks[turn] ?? 0) % rows.length]
          if (double && !waiting.includes(double)) Y.applyUpdate(shuffled, double.update)
        }
        expect(derived(reader)).toEqual(derived(new DocumentReader(inOrder)))
      }),
      { numRuns: 200 },
    )
  })

  it('[TXT7] a document holds what its rows hold: read or not, row by row or all at once', () => {
    fc.assert(
      fc.property(steps(3), (all) => {
        const rows = rowsOf(all)
        const [bare, read, atOnce] = [foldDocument(), foldDocument(), foldDocument()]
        const reader = new DocumentReader(read)
        for (const { update } of rows) {
          Y.applyUpdate(bare, update)
          Y.applyUpdate(read, update)
          expect(reader.content).toBe(reader.content)
        }
        atOnce.transact(() => {
          for (const { update } of rows) Y.applyUpdate(atOnce, update)
        })
        expect(Y.equalSnapshots(Y.snapshot(read), Y.snapshot(bare))).toBe(true)
        expect(Y.equalSnapshots(Y.snapshot(atOnce), Y.snapshot(bare))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('[TXT7] formatting that two put on the same words is not tidied up by who reads it', () => {
    const [one, two] = newDocs(3).map(onlyFold)
    const read = foldDocument()
    const reader = new DocumentReader(read)
    if (!one || !two) throw new Error('Two documents are needed')
    one.getText('text').insert(0, 'It rained.')
    hearFrom(two, one)
    hearFrom(read, one)
    for (const doc of [one, two]) doc.getText('text').format(0, 10, { bold: true })
    hearFrom(read, one)
    hearFrom(read, two)
    hearFrom(one, two)
    expect(reader.content.blocks).toMatchObject([{ formats: [{ from: 0, to: 10 }] }])
    expect(Y.equalSnapshots(Y.snapshot(read), Y.snapshot(one))).toBe(true)
  })

  it('[TXT6] what several changes left in place is told as one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(docOp, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        (all) => {
          const doc = new Y.Doc()
          doc.getText('text').insert(0, 'One. Two. Three. Four.')
          const reader = new DocumentReader(doc)
          const text = doc.getText('text')
          // Every character is told apart by the item that holds it.
          const before = placesOf(text)
          for (const work of all) {
            doc.transact(() => {
              for (const op of work) applyOp(doc, op)
            })
          }
          const kept = reader.takeKept() ?? [
            { oldAt: 0, newAt: 0, length: Number.POSITIVE_INFINITY },
          ]
          const after = placesOf(text)
          const told = new Map<number, number>()
          for (const { oldAt, newAt, length } of kept) {
            for (let k = 0; k < Math.min(length, after.length - newAt); k++)
              told.set(newAt + k, oldAt + k)
          }
          after.forEach((character, newAt) => {
            const oldAt = before.indexOf(character)
            expect(told.get(newAt) ?? -1).toBe(oldAt)
          })
        },
      ),
      { numRuns: 200 },
    )
  })
})

/** What replicas that hear each other now and then would send, each with the state that it rests on. */
function rowsOf(all: readonly Step[]) {
  const docs = newDocs(3).map(onlyFold)
  const rows: { readonly update: Uint8Array; readonly after: ReadonlyMap<number, number> }[] = []
  for (const doc of docs) {
    doc.on(
      'update',
      (update: Uint8Array, origin: unknown, _doc: Y.Doc, { beforeState }: Y.Transaction) => {
        if (origin !== 'network') rows.push({ update, after: new Map(beforeState) })
      },
    )
  }
  runSteps(docs, all, () => {})
  return rows
}

/** The identity of each countable unit of a text, in order. */
function placesOf(text: Y.Text): string[] {
  const places: string[] = []
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue
    for (let k = 0; k < item.length; k++) places.push(`${item.id.client}:${item.id.clock + k}`)
  }
  return places
}
