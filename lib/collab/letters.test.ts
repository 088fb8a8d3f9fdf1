import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { foldDocument } from './fold-document.ts'
import { Letters, type Sizes } from './letters.ts'

/** A text whose updates are followed as they come. */
function followed() {
  const doc = foldDocument()
  const letters = new Letters()
  let sizes: Sizes = { added: 0, removed: 0, cleared: 0 }
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => {
    updates.push(update)
    sizes = letters.follow(update)
  })
  const text = doc.getText('text')
  const after = (change: () => void) => {
    sizes = { added: 0, removed: 0, cleared: 0 }
    doc.transact(change)
    const { added, removed } = sizes
    return { added, removed }
  }
  return { doc, text, after, updates }
}

it('[HIS1] formatting and entries of maps are no letters, when they come and when they go', () => {
  const { doc, text, after } = followed()
  expect(after(() => text.insert(0, 'The ferry sank.'))).toEqual({ added: 15, removed: 0 })
  expect(after(() => text.format(4, 5, { bold: true }))).toEqual({ added: 0, removed: 0 })
  expect(after(() => text.format(0, 15, { bold: null }))).toEqual({ added: 0, removed: 0 })
  expect(after(() => doc.getMap('meta').set('byline', 'Ada'))).toEqual({ added: 0, removed: 0 })
  expect(after(() => doc.getMap('meta').set('byline', 'Ben'))).toEqual({ added: 0, removed: 0 })
  expect(after(() => text.delete(4, 6))).toEqual({ added: 0, removed: 6 })
})

it('[HIS1] what a tab brings again is not told again', () => {
  const { doc, text, after, updates } = followed()
  after(() => text.insert(0, 'It rained.'))
  after(() => text.delete(0, 3))
  const letters = new Letters()
  for (const update of updates) letters.follow(update)
  expect(letters.follow(Y.encodeStateAsUpdate(doc))).toMatchObject({ added: 0, removed: 0 })
})

const step = fc.record({ at: fc.nat(60), cut: fc.nat(9), bold: fc.boolean(), words: fc.string() })

it('[HIS1] written less taken away is what stands there, from the beginning as from a snapshot', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.nat(40), (steps, cutAt) => {
      const { doc, text, after } = followed()
      let sum = 0
      let late: { letters: Letters; sum: number } | null = null
      doc.on('update', (update: Uint8Array) => {
        if (!late) return
        const { added, removed } = late.letters.follow(update)
        late.sum += added - removed
      })
      for (const [index, { at, cut, bold, words }] of steps.entries()) {
        const { added, removed } = after(() => {
          text.insert(Math.min(at, text.length), words)
          const from = Math.min(at, text.length)
          text.delete(from, Math.min(cut, text.length - from))
          text.format(0, text.length, { bold: bold || null })
        })
        sum += added - removed
        if (index !== cutAt) continue
        late = { letters: new Letters(), sum: text.length }
        late.letters.follow(Y.encodeStateAsUpdate(doc))
      }
      expect(sum).toBe(text.toString().length)
      if (late) expect((late as { sum: number }).sum).toBe(sum)
    }),
  )
})
