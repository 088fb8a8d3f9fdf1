import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import { anyAnnotations, anyCitation, LITERALS, SOURCES } from '#lib/testing/arbitraries.ts'
import { approvalOf, article, at, citation, derive } from '#lib/testing/builders.ts'
import { coverageOf } from './coverage.ts'

const coverage = (annotations: Record<string, Partial<Annotation>>, sources = SOURCES) =>
  coverageOf(derive(article(LITERALS, annotations), { sources }))

const sourced: Partial<Annotation> = { kind: 'fact', citations: [citation()] }

it('[COV1] tagged: a live source, or nothing to check', () => {
  expect(coverage({})).toEqual({ sentences: 3, tagged: 0, claims: 3, evidenced: 0, approved: 0 })
  expect(coverage({ a: sourced, b1: { kind: 'exempt' } })).toMatchObject({ tagged: 2, claims: 2 })
  expect(coverage({ a: { ...sourced, citations: [citation({ sourceId: 's2' })] } })).toMatchObject({
    tagged: 0,
  })
})

it('[COV2] evidenced: of the claims, those with a passage or a locator', () => {
  const shown = (fields: object) =>
    coverage({ a: { ...sourced, citations: [citation(fields)] } }).evidenced
  expect(shown({})).toBe(0)
  expect(shown({ quote: 'all copper' })).toBe(1)
  expect(shown({ locator: { label: 'page', value: '7' } })).toBe(1)
  expect(shown({ quote: 'all copper', sourceId: 's2' })).toBe(0)
  expect(shown({ quote: 'near it', relation: 'context' })).toBe(0)
  expect(
    coverage({ a: { kind: 'opinion', citations: [citation({ quote: 'x' })] } }).evidenced,
  ).toBe(0)
})

it('[COV3] approved: an approval that holds', () => {
  const content = article(LITERALS, { a: sourced, b1: sourced })
  const statuses = derive(content)
  const approvals = [
    approvalOf(at(statuses, 0)),
    approvalOf(at(statuses, 1), { fingerprint: 'other' }),
  ]
  expect(coverageOf(derive(content, { approvals })).approved).toBe(1)
})

it('[COV4] the parts never exceed the whole', () => {
  fc.assert(
    fc.property(anyAnnotations, (annotations) => {
      const { sentences, tagged, claims, evidenced, approved } = coverage(annotations)
      expect(Math.max(tagged, claims, approved)).toBeLessThanOrEqual(sentences)
      expect(evidenced).toBeLessThanOrEqual(claims)
    }),
  )
})

it('[COV4] one more citation never lowers what is tagged or evidenced', () => {
  fc.assert(
    fc.property(
      anyAnnotations,
      fc.constantFrom('a', 'b1', 'c1'),
      anyCitation,
      (annotations, id, extra) => {
        const known = annotations[id]
        // An annotation that was empty says something by its first citation, and then shows what it lacks.
        fc.pre(known !== undefined && known.kind !== null)
        const more = { ...annotations, [id]: { ...known, citations: [...known.citations, extra] } }
        const [before, after] = [coverage(annotations), coverage(more)]
        expect(after.tagged).toBeGreaterThanOrEqual(before.tagged)
        expect(after.evidenced).toBeGreaterThanOrEqual(before.evidenced)
      },
    ),
    { numRuns: 1000 },
  )
})
