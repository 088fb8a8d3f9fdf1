import { expect, it } from 'vitest'
import type { Proposal } from '#lib/domain/text/proposals.ts'
import { block } from '#lib/testing/builders.ts'
import { wordsOf } from '#lib/testing/words.ts'
import { suggestionWords } from './suggestion-words.ts'

const t = wordsOf('suggestions')
const says = (more: Partial<Proposal>) =>
  suggestionWords(
    t,
    {
      ...{ id: 's', personId: 'ana', inserted: '', deleted: '', changes: [] },
      places: [{ blockIndex: 0, from: 0, to: 7 }],
      ...more,
    },
    [block('It sank at nine.')],
  )

it('says what comes in and what goes, and that a paragraph begins or ends', () => {
  expect(says({ inserted: 'at ten' })).toBe('Insert “at ten”')
  expect(says({ deleted: 'at\nnine' })).toBe('Delete “at ¶ nine”')
  expect(says({ deleted: 'nine', inserted: 'ten' })).toBe('Replace “nine” with “ten”')
  expect(says({ inserted: '\n' })).toBe('Begin a new paragraph')
  expect(says({ deleted: '\n' })).toBe('Join with the paragraph above')
  expect(says({ deleted: 'x'.repeat(161) })).toBe(`Delete “${'x'.repeat(100)} … ${'x'.repeat(50)}”`)
})

it('says of formatting which words get it, of a role that it is the paragraph’s', () => {
  expect(says({ changes: ['bold', 'role subhead'] })).toBe(
    'Make bold: “It sank”; Make the paragraph a subhead',
  )
  expect(says({ changes: ['role paragraph'] })).toBe('Make the paragraph an ordinary one')
  expect(says({ changes: ['role bullet'] })).toBe('Make the paragraph a bulleted item')
  expect(says({ changes: ['role numbered'] })).toBe('Make the paragraph a numbered item')
  expect(says({ changes: ['link https://a.example/'], places: [] })).toBe(
    'Link to https://a.example/',
  )
  expect(says({ changes: ['-link', 'something new'] })).toBe(
    'Take the link off: “It sank”; Other formatting: “It sank”',
  )
})
