import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { foldDocument } from './fold-document.ts'
import { foldLog } from './fold-log.ts'
import { snapshotOf } from './make-snapshot.ts'

const size = fc.nat(20)
const change = fc.oneof(
  fc.record({ do: fc.constant('type'), at: size, text: fc.string({ minLength: 1, maxLength: 4 }) }),
  fc.record({ do: fc.constant('delete'), at: size, length: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ do: fc.constant('mark'), at: size, length: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ do: fc.constant('record'), key: fc.constantFrom('a', 'b'), text: fc.string() }),
  fc.record({ do: fc.constant('forget'), key: fc.constantFrom('a', 'b') }),
)
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

function make(doc: Y.Doc, step: Change) {
  const text = doc.getText('text')
  const records = doc.getMap('annotations')
  if ('key' in step) {
    if (!('text' in step)) return records.delete(step.key)
    return records.set(step.key, new Y.Map([['note', step.text]]))
  }
  const at = step.at % (text.length + 1)
  if ('text' in step) return text.insert(at, step.text)
  const length = Math.min(step.length, text.length - at)
  if (!length) return
  if (step.do === 'delete') text.delete(at, length)
  else text.format(at, length, { bold: true })
}

/** Every change as a row, by several people, each from what all had written before. */
function rowsOf(steps: readonly (readonly [number, Change])[]): Uint8Array[] {
  const people = [1, 2, 3].map((clientID) => Object.assign(foldDocument(), { clientID }))
  return steps.flatMap(([who, step]) => {
    const doc = people[who % people.length] as Y.Doc
    const before = Y.encodeStateVector(doc)
    make(doc, step)
    const update = Y.encodeStateAsUpdate(doc, before)
    for (const other of people) if (other !== doc) Y.applyUpdate(other, update)
    return [update]
  })
}

const steps = fc.array(fc.tuple(size, change), { minLength: 1, maxLength: 60 })

it('[LOG8] from a snapshot comes what comes from all rows, down to what is left of what was deleted', () => {
  fc.assert(
    fc.property(steps, size, (made, cut) => {
      const tail = rowsOf(made).map((update, at) => ({ seq: at + 1, update }))
      const headSeq = tail.length
      const seq = cut % (headSeq + 1)
      const whole = foldLog({ headSeq, snapshot: null, tail })
      const start = foldLog({ headSeq: seq, snapshot: null, tail: tail.slice(0, seq) })
      const snapshot = { seq, ...snapshotOf(start) }
      const folded = foldLog({ headSeq, snapshot, tail: tail.slice(seq) })
      expect(Y.encodeStateAsUpdate(folded)).toEqual(Y.encodeStateAsUpdate(whole))
      expect(folded.gc).toBe(true)
    }),
  )
})
