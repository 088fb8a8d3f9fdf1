import fc from 'fast-check'
import {
  type Annotation,
  type Citation,
  CONFIDENCES,
  KINDS,
  RELATIONS,
} from '#lib/domain/sourcing/annotation.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { annotation, source } from './builders.ts'

/** Sources of every sort that matters: on the record and not, in use and withdrawn. `s9` is in no registry. */
export const SOURCES: readonly Source[] = [
  source({ id: 's1' }),
  source({ id: 's2', retiredAt: '2026-01-01T00:00:00.000Z' }),
  source({ id: 's3', terms: 'background' }),
]

export const anyCitation: fc.Arbitrary<Citation> = fc.record({
  id: fc.uuid(),
  sourceId: fc.constantFrom('s1', 's1', 's2', 's3', 's9'),
  relation: fc.constantFrom(...RELATIONS),
  locator: fc.option(fc.constant({ label: 'page', value: '7' } as const)),
  quote: fc.constantFrom('', ' ', 'all copper'),
  credibility: fc.option(fc.integer({ min: 1, max: 6 })),
})

const anyAnnotation = (id: string): fc.Arbitrary<Annotation> =>
  fc
    .record({
      kind: fc.option(fc.constantFrom(...KINDS)),
      citations: fc.array(anyCitation, { maxLength: 3 }),
      confidence: fc.option(fc.constantFrom(...CONFIDENCES)),
      publicNote: fc.constantFrom('', 'They disagree.'),
      sourcedText: fc.option(
        fc.record({
          exact: fc.constantFrom('It rained.', 'It leaks.', 'other'),
          prefix: fc.constant(''),
          suffix: fc.constant(''),
          scope: fc.constantFrom('sentence', 'span'),
        }),
      ),
    })
    .map((fields) => annotation(id, fields))

/** Three sentences: one with an annotation, one with two, one with none. */
export const LITERALS = ['headline: <a>It rained.</a>', '<b1><c1>It leaks.</c1></b1> Nobody came.']

export const anyAnnotations: fc.Arbitrary<Record<string, Annotation>> = fc.record({
  a: anyAnnotation('a'),
  b1: anyAnnotation('b1'),
  c1: anyAnnotation('c1'),
})
