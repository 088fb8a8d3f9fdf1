import { expect, it } from 'vitest'
import { annotation, article, citation } from '#lib/testing/builders.ts'
import type { Annotation } from './annotation.ts'
import { sourcedSentencesOf } from './article-content.ts'
import { fitsWords, orphansOf, proposePlace } from './orphans.ts'

const given = (exact: string, more: Partial<Annotation['sourcedText'] & object> = {}) =>
  annotation('lost', {
    kind: 'fact',
    citations: [citation()],
    sourcedText: { exact, prefix: '', suffix: '', scope: 'sentence', ...more },
  })

function proposedIn(literals: readonly string[], orphan: Annotation) {
  const content = article(literals, { a: { kind: 'fact', citations: [citation()] } })
  const found = proposePlace(content, sourcedSentencesOf(content), orphan)
  if (!found) return null
  const block = content.blocks[found.blockIndex]
  return {
    words: block?.type === 'text' ? block.text.slice(found.from, found.to) : '',
    same: found.same,
    index: found.sentence.index,
  }
}

it('[ANN9] an annotation that stands nowhere in the text is an orphan, if it says anything', () => {
  const content = article(['<a>It rained.</a>'], {
    a: { kind: 'fact' },
    gone: { kind: 'fact' },
    noted: { note: 'Ask the harbour.' },
    empty: {},
  })
  expect(orphansOf(content).map(({ id }) => id)).toEqual(['gone', 'noted'])
  expect(orphansOf(article(['It rained.']))).toEqual([])
})

it('[ANN10] its own words come first, also in another block and another style of quotation marks', () => {
  expect(
    proposedIn(
      ['It sank.', 'subhead: “Nobody came,” she said.'],
      given('"Nobody came," she said.'),
    ),
  ).toEqual({ words: '“Nobody came,” she said.', same: true, index: 1 })
})

it('[ANN10] of several places with its words, the one with its neighbours', () => {
  const orphan = given('It rained.', { prefix: 'Then the ferry left. ', suffix: '' })
  expect(proposedIn(['It rained. It sank.', 'Then the ferry left. It rained.'], orphan)).toEqual({
    words: 'It rained.',
    same: true,
    index: 3,
  })
})

it('[ANN10] words that are alike will do, and fewer of them between the same neighbours', () => {
  const text = ['The ferry left. The crew counted 398 people aboard. It sank.']
  expect(proposedIn(text, given('The crew counted 412 people aboard.'))?.index).toBe(1)
  const context = { prefix: 'The ferry left. ', suffix: ' It sank.' }
  expect(proposedIn(text, given('Officers said 412 people were aboard.', context))?.index).toBe(1)
  expect(proposedIn(text, given('Officers said 412 people were aboard.'))).toBeNull()
})

it('[ANN10] a sentence with evidence of its own is not proposed, unless its words are the same', () => {
  const text = ['<a>The crew counted 398 people.</a>']
  expect(proposedIn(text, given('The crew counted 412 people.'))).toBeNull()
  expect(proposedIn(text, given('The crew counted 398 people.'))?.same).toBe(true)
})

it('[ANN10] a part of a sentence is proposed only where its words stand once', () => {
  const span = (prefix = '') => given('412', { scope: 'span', prefix })
  expect(proposedIn(['They counted 412 people.'], span())).toEqual({
    words: '412',
    same: true,
    index: 0,
  })
  expect(proposedIn(['First 412, then 412.'], span())).toBeNull()
  expect(proposedIn(['First 412, then 412.'], span('First '))?.words).toBe('412')
})

it('[ANN10] nothing is proposed where nothing is like it, or nothing was kept', () => {
  expect(proposedIn(['It rained.'], given('Parliament votes tomorrow.'))).toBeNull()
  expect(proposedIn(['It rained.'], given(' '))).toBeNull()
  expect(proposedIn(['It rained.'], annotation('lost', { kind: 'fact' }))).toBeNull()
  expect(fitsWords(given('It rained.'), 'it rained.')).toBe(true)
  expect(fitsWords(given('It', { scope: 'span' }), 'It')).toBe(false)
})
