import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { foldRow, NOTHING_WRITTEN } from '#lib/domain/review/authorship.ts'
import { FormerAuthors } from '#lib/domain/review/former-authors.ts'
import { seedOf } from '#lib/testing/client-doc.ts'
import { ChangedSentences } from './changed-sentences.ts'
import { foldDocument } from './fold-document.ts'

const place = { at: fc.nat(200), length: fc.nat(12) }
const change = fc.oneof(
  fc.record({
    does: fc.constant('write' as const),
    ...place,
    words: fc.constantFrom('It fell. ', 'x', '. '),
  }),
  fc.record({ does: fc.constant('erase' as const), ...place }),
  fc.record({ does: fc.constant('open' as const), ...place }),
  fc.record({
    does: fc.constant('format' as const),
    ...place,
    key: fc.constantFrom('annotation:a', 'bold'),
  }),
  fc.record({
    does: fc.constant('say' as const),
    ...place,
    kind: fc.constantFrom('fact', 'quote'),
  }),
  fc.record({ does: fc.constant('speak' as const), ...place, lang: fc.constantFrom('en', 'de') }),
)

function make(doc: Y.Doc, one: typeof change extends fc.Arbitrary<infer T> ? T : never) {
  const text = doc.getText('text')
  const at = one.at % (text.length + 1)
  const length = Math.min(one.length, text.length - at)
  if (one.does === 'write') text.insert(at, one.words, {})
  else if (one.does === 'erase') text.delete(at, length)
  else if (one.does === 'open') text.insertEmbed(at, { block: `n${one.at}.${one.length}` })
  else if (one.does === 'format')
    text.format(at, length, { [one.key]: one.length % 2 ? true : null })
  else if (one.does === 'say') doc.getMap('annotations').set('a', new Y.Map([['kind', one.kind]]))
  else doc.getMap('meta').set('lang', one.lang)
}

it('[AUT1] sentences that are followed block by block are those that are read anew', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 15 }), (changes) => {
      const doc = foldDocument()
      const followed = new ChangedSentences('x', doc)
      Y.applyUpdate(
        doc,
        seedOf('headline: It leaks', 'It cost 2.4 million. Nobody came.', 'She left.'),
      )
      const former = new FormerAuthors()
      let written = NOTHING_WRITTEN
      for (const one of [null, ...changes]) {
        if (one) doc.transact(() => make(doc, one))
        const next = followed.change()
        if (next) written = foldRow(written, { ...next, person: 'ada' }, former)
        const anew = new ChangedSentences('x', doc).change()?.sentences ?? []
        const bare = written.sentences.map(
          ({ authors: _who, by: _last, typedTo: _end, ...rest }) => rest,
        )
        expect(bare).toEqual(anew)
        const size = written.runs.reduce((sum, { length }) => sum + length, 0)
        expect(size).toBe(doc.getText('text').length)
      }
    }),
    { numRuns: 300 },
  )
})
