import { expect, it } from 'vitest'
import { ClientDoc, seedOf } from '#lib/testing/client-doc.ts'
import { DocumentReader } from './document-reader.ts'
import { setThread } from './edit-document.ts'

it('[EDT1] a span that somebody else counted begins and ends between characters', () => {
  const { doc } = new ClientDoc(2, seedOf('A😀b😀c'))
  const { flat } = new DocumentReader(doc)
  // Behind the first half of each.
  setThread(doc, flat, 't', { blockIndex: 0, from: 2, to: 5 })
  const [, ...said] = doc.getText('text').toDelta()
  expect(said).toEqual([
    { insert: 'A' },
    { insert: '😀b😀', attributes: { 'thread:t': true } },
    { insert: 'c' },
  ])
})
