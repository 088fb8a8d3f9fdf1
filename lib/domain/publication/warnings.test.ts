import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation, Confidence } from '#lib/domain/sourcing/annotation.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { anyAnnotations, LITERALS, SOURCES } from '#lib/testing/arbitraries.ts'
import { article, citation, derive, registry, source } from '#lib/testing/builders.ts'
import { answerWarnings, type WarningReason } from './overrides.ts'
import { type FindPassage, type WarningKind, warningsOf } from './warnings.ts'

const LOG = source({ id: 'log', title: 'Harbour log', reliability: 'B' })
const POST = source({ id: 'post', title: 'Evening Post', reliability: 'C' })

/** Kinds of warnings for an article of one sentence, `It rained.` */
function kinds(
  fields: Partial<Annotation>,
  sources: readonly Source[] = [LOG, POST],
  findPassage?: FindPassage,
): readonly WarningKind[] {
  const statuses = derive(article(['<a>It rained.</a>'], { a: fields }), { sources })
  return warningsOf(statuses, registry(...sources), findPassage).map(({ kind }) => kind)
}

const from = (...ids: readonly string[]) => ids.map((id) => citation({ id, sourceId: id }))
const alleged = (...ids: readonly string[]): Partial<Annotation> => ({
  ...{ kind: 'allegation', confidence: 'likely', citations: from(...ids) },
})

describe('[GAT7] the gate warns', () => {
  it.each<[Confidence | null, readonly WarningKind[]]>([
    ['confirmed', []],
    ['likely', []],
    ['unconfirmed', ['lowConfidence']],
    // Told by a public note, or in the way.
    ['disputed', []],
    [null, []],
  ])('of a sentence that is %s: %o', (confidence, warned) => {
    expect(kinds({ kind: 'fact', confidence, citations: from('log') })).toEqual(warned)
    expect(kinds({ kind: 'opinion', confidence })).toEqual([])
  })

  it('of an allegation that rests on one independent voice, and of no other kind', () => {
    expect(kinds(alleged('log'))).toEqual(['singleSource'])
    expect(kinds(alleged('log', 'post'))).toEqual([])
    expect(kinds({ ...alleged('log'), kind: 'fact' })).toEqual([])
    const repeated = [LOG, { ...POST, origin: 'Harbour log' }]
    expect(kinds(alleged('log', 'post'), repeated)).toEqual(['singleSource'])
    const unreliable = [LOG, { ...POST, reliability: 'E' as const }]
    expect(kinds(alleged('log', 'post'), unreliable)).toEqual(['singleSource'])
    const gone = [LOG, { ...POST, retiredAt: '2026-01-01T00:00:00Z' }]
    expect(kinds(alleged('log', 'post'), gone)).toEqual(['singleSource'])
    const against = [
      ...from('log'),
      citation({ id: 'p', sourceId: 'post', relation: 'contradicts' }),
    ]
    expect(kinds({ ...alleged(), confidence: 'disputed', citations: against })).toEqual([
      'singleSource',
    ])
    // With none it is in the way.
    expect(kinds(alleged())).toEqual([])
  })

  it('of an allegation on a part of a sentence, whatever the rest rests on', () => {
    const content = article(['<a>It was <b1>pushed</b1>.</a>'], {
      a: alleged('log', 'post'),
      b1: alleged('log'),
    })
    const statuses = derive(content, { sources: [LOG, POST] })
    expect(warningsOf(statuses, registry(LOG, POST))).toMatchObject([{ kind: 'singleSource' }])
  })

  it('of a passage that no copy has, where there is one to look in', () => {
    const quoted = (quote: string): Partial<Annotation> => ({
      ...{ kind: 'quote', confidence: 'confirmed' },
      citations: [citation({ sourceId: 'log', quote })],
    })
    const [gone, there, blank] = [() => false, () => true, () => null]
    expect(kinds(quoted('It poured.'), [LOG], gone)).toEqual(['passageNotFound'])
    expect(kinds(quoted('It poured.'), [LOG], there)).toEqual([])
    expect(kinds(quoted('It poured.'), [LOG], blank)).toEqual([])
    expect(kinds(quoted(' '), [LOG], gone)).toEqual([])
    const statuses = derive(article(['<a>It rained.</a>'], { a: quoted('It poured.') }), {
      sources: [LOG],
    })
    const [warning] = warningsOf(statuses, registry(LOG), gone)
    expect(warning?.message).toContain('“Harbour log”')
    expect(warning).toMatchObject({ sentence: 0, text: 'It rained.' })
  })
})

const findSource = registry(...SOURCES)
const anyVerdict = fc.constantFrom(true, false, null)

describe('laws of warnings', () => {
  it('[GAT7] they stand in the order of the text, each kind once in a sentence', () => {
    fc.assert(
      fc.property(anyAnnotations, anyVerdict, (annotations, verdict) => {
        const statuses = derive(article(LITERALS, annotations), { sources: SOURCES })
        const warnings = warningsOf(statuses, findSource, () => verdict)
        const places = warnings.map(({ sentence }) => sentence)
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        const keys = warnings.map(({ kind, sentence }) => `${kind} ${sentence}`)
        expect(new Set(keys).size).toBe(keys.length)
        for (const { sentence, fingerprint } of warnings)
          expect(statuses[sentence]?.fingerprint).toBe(fingerprint)
      }),
    )
  })

  it('[GAT8] a reason answers its kind on its words, and nothing else', () => {
    fc.assert(
      fc.property(anyAnnotations, fc.array(fc.boolean()), (annotations, chosen) => {
        const statuses = derive(article(LITERALS, annotations), { sources: SOURCES })
        const warnings = warningsOf(statuses, findSource, () => false)
        const answered = warnings.filter((_, at) => chosen[at])
        const reasons = answered.map(({ kind, fingerprint }): WarningReason => {
          return { kind, fingerprints: [fingerprint], reason: ' We know. ' }
        })
        const { left, taken } = answerWarnings(warnings, reasons)
        expect(left).toEqual(warnings.filter((one) => !answered.includes(one)))
        expect(taken).toEqual(
          answered.map(({ kind, sentence }) => ({ kind, sentence, reason: 'We know.' })),
        )
      }),
    )
  })

  it('[GAT8] one reason serves all sentences of a kind that it names; a blank one none', () => {
    const fields = { kind: 'fact', confidence: 'unconfirmed', citations: from('log') } as const
    const content = article(['<a>It rained.</a> <b1>It leaks.</b1>'], { a: fields, b1: fields })
    const statuses = derive(content, { sources: [LOG] })
    const warnings = warningsOf(statuses, registry(LOG))
    const fingerprints = statuses.map(({ fingerprint }) => fingerprint)
    const kind = 'lowConfidence'
    const left = (reason: WarningReason) => answerWarnings(warnings, [reason]).left.length
    expect(left({ kind, fingerprints, reason: 'It is told as a rumour.' })).toBe(0)
    expect(left({ kind, fingerprints: fingerprints.slice(1), reason: 'A rumour.' })).toBe(1)
    expect(left({ kind, fingerprints, reason: ' \n ' })).toBe(2)
    expect(left({ kind: 'singleSource', fingerprints, reason: 'A rumour.' })).toBe(2)
  })
})
