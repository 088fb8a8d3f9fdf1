import { expect, it } from 'vitest'
import { article, at, derive, only } from '#lib/testing/builders.ts'
import type { Annotation } from './annotation.ts'
import { placeOfAnnotation, placeOfQuote, placeOfSentence } from './place.ts'

const words = (scope: 'sentence' | 'span') => ({
  sourcedText: { exact: '', prefix: '', suffix: '', scope },
})

function placeOfFirst(
  literals: readonly string[],
  annotations: Record<string, Partial<Annotation>>,
) {
  const content = article(literals, annotations)
  return placeOfSentence(content, at(derive(content), 0).sentence)
}

it('[ANN3] a place keeps its exact words, with a little before and after', () => {
  const content = article(['It rained. It leaks. Nobody came.'])
  const { from, to, words: kept } = placeOfSentence(content, at(derive(content), 1).sentence)
  expect([from, to]).toEqual([11, 20])
  expect(kept).toEqual({
    exact: 'It leaks.',
    prefix: 'It rained. ',
    suffix: ' Nobody came.',
    scope: 'sentence',
  })
})

it('[ANN3] context never ends in half a character', () => {
  const content = article([`${'😀'.repeat(20)}. It leaks.`])
  const place = only(placeOfQuote(content, { exact: 'It leaks.' }))
  expect(place.words.prefix.isWellFormed()).toBe(true)
})

it('[ANN4] the annotation of a sentence is the one that stands on it alone', () => {
  expect(placeOfFirst(['<a>It rained.</a> It leaks.'], { a: {} }).annotationId).toBe('a')
  expect(placeOfFirst(['<a>It </a>rained. It leaks.'], { a: {} }).annotationId).toBe('a')
  expect(placeOfFirst(['<a>It rained. It</a> leaks.'], { a: {} }).annotationId).toBeNull()
  expect(placeOfFirst(['<a>It rained.</a>', '<a>It leaks.</a>'], { a: {} }).annotationId).toBeNull()
  expect(placeOfFirst(['<a>It rained.</a> It leaks.'], {}).annotationId).toBeNull()
})

it('[ANN4] an annotation of a part of the sentence is another, and stays', () => {
  expect(placeOfFirst(['It <a>rained.</a>'], { a: words('span') }).annotationId).toBeNull()
  expect(
    placeOfFirst(['<b1>It <a>rained.</a></b1>'], { a: words('span'), b1: words('sentence') })
      .annotationId,
  ).toBe('b1')
  expect(placeOfFirst(['<a>It rained.</a>'], { a: words('span') }).annotationId).toBe('a')
})

it('[ANN5] quoted words are found between what stands before and after them', () => {
  const content = article(['It leaks. It leaks. It leaked.', 'It leaks. So what?'])
  const found = (quote: Parameters<typeof placeOfQuote>[1]) =>
    placeOfQuote(content, quote).map(({ blockIndex, from }) => [blockIndex, from])
  expect(found({ exact: 'It leaks.' })).toEqual([
    [0, 0],
    [0, 10],
    [1, 0],
  ])
  expect(found({ exact: 'It leaks.', prefix: 'leaks. ' })).toEqual([[0, 10]])
  expect(found({ exact: ' It leaks. ', suffix: 'So' })).toEqual([[1, 0]])
  expect(found({ exact: 'It poured.' })).toEqual([])
  expect(found({ exact: ' ' })).toEqual([])
})

it('[ANN5] an annotation is found by its words, and not when they are gone', () => {
  const content = article(['It <a>rai</a>ne<a>d</a>.'], { a: {} })
  expect(placeOfAnnotation(content, 'a')).toMatchObject({ from: 3, to: 9, annotationId: 'a' })
  expect(placeOfAnnotation(content, 'b')).toBeNull()
})
