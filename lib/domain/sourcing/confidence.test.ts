import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotation, citation, registry, source } from '#lib/testing/builders.ts'
import { type Citation, CONFIDENCES, RELATIONS } from './annotation.ts'
import { countVoices, suggestConfidence } from './confidence.ts'
import { RELIABILITIES, type Source } from './source.ts'

const PASSAGE = { quote: 'It rained.' }
const cited = (sourceId: string, more: Partial<Citation> = {}) =>
  citation({ id: `c-${sourceId}`, sourceId, relation: 'supports', ...more })

function suggested(
  sources: readonly Partial<Source>[],
  citations: readonly Citation[],
  kind: 'fact' | 'allegation' | 'opinion' = 'fact',
) {
  const found = sources.map((fields) => source({ publicName: fields.title ?? '', ...fields }))
  return suggestConfidence([annotation('a', { kind, citations })], registry(...found))
}

const B = { id: 'b', title: 'Harbour office', reliability: 'B' } as const
const C = { id: 'c', title: 'Evening Post', reliability: 'C' } as const
const F = { id: 'f', title: 'A caller', reliability: 'F' } as const

describe('the suggested confidence', () => {
  it('[CON1] suggests nothing where nothing is owed or nothing live speaks', () => {
    expect(suggested([B], [cited('b')], 'opinion')).toBeNull()
    expect(suggested([B], [])).toBeNull()
    expect(suggested([B], [cited('b', { relation: 'context' })])).toBeNull()
    expect(suggested([{ ...B, retiredAt: '2026-01-01T00:00:00Z' }], [cited('b')])).toBeNull()
    expect(suggested([], [cited('b')])).toBeNull()
  })

  it.each([
    ['A', null, 'confirmed'],
    ['B', 2, 'confirmed'],
    ['B', 3, 'likely'],
    ['C', 1, 'likely'],
    ['D', 1, 'unconfirmed'],
    ['A', 4, 'unconfirmed'],
    ['E', 1, 'unconfirmed'],
    ['A', 5, 'unconfirmed'],
    ['F', null, 'unconfirmed'],
    ['B', 6, 'confirmed'],
  ] as const)(
    '[CON2] a primary source of %s that says what is %s: %s',
    (reliability, credibility, word) => {
      const answer = suggested(
        [{ ...B, reliability, primacy: 'primary' }],
        [cited('b', { ...PASSAGE, credibility })],
      )
      expect(answer?.confidence).toBe(word)
    },
  )

  it('[CON2] without a locator or a passage nothing is confirmed', () => {
    const sources = [
      { ...B, primacy: 'primary' as const },
      { ...B, id: 'x', title: 'Port log' },
    ]
    const answer = suggested(sources, [cited('b'), cited('x')])
    expect(answer?.confidence).toBe('likely')
    expect(answer?.reason).toContain('no locator or passage')
  })

  it('[CON3] two that repeat one wire are one voice, and the reason names it', () => {
    const repeated = [
      { ...C, origin: 'Nordic Wire' },
      { ...C, id: 'd', title: 'Morning Star', origin: 'NORDIC wire' },
    ]
    const answer = suggested(repeated, [cited('c', PASSAGE), cited('d', PASSAGE)])
    expect(answer).toEqual({
      confidence: 'likely',
      reason: 'one source, reliability C; Morning Star repeats Nordic Wire',
    })
    const weak = repeated.map((fields) => ({ ...fields, reliability: 'F' as const }))
    expect(suggested(weak, [cited('c'), cited('d')])?.confidence).toBe('unconfirmed')
    const apart = weak.map((fields) => ({ ...fields, origin: '' }))
    expect(suggested(apart, [cited('c'), cited('d')])?.confidence).toBe('likely')
  })

  it('[CON3] whoever repeats a source that is cited too is one voice with it', () => {
    const answer = suggested(
      [B, { ...C, origin: 'harbour office' }],
      [cited('b', PASSAGE), cited('c')],
    )
    expect(answer?.confidence).toBe('likely')
    expect(answer?.reason).toBe('one source, reliability B; Evening Post repeats harbour office')
  })

  it('[CON4] who carries anything disputes, who carries nothing does not', () => {
    const against = cited('c', { relation: 'contradicts' })
    expect(suggested([B, C], [cited('b', PASSAGE), against])).toEqual({
      confidence: 'disputed',
      reason: 'Evening Post contradicts it',
    })
    const unreliable = { ...C, reliability: 'E' as const }
    expect(suggested([B, unreliable], [cited('b', PASSAGE), against])?.confidence).toBe('likely')
    expect(
      suggested([B, C], [cited('b', PASSAGE), { ...against, credibility: 5 }])?.confidence,
    ).toBe('likely')
  })

  it('[CON5] two independent voices confirm, an allegation needs two', () => {
    const both = [cited('b', PASSAGE), cited('c')]
    expect(suggested([B, C], both)?.confidence).toBe('confirmed')
    expect(suggested([B, C], both, 'allegation')?.confidence).toBe('confirmed')
    const alone = suggested([{ ...B, primacy: 'primary' }], [cited('b', PASSAGE)], 'allegation')
    expect(alone?.confidence).toBe('unconfirmed')
    expect(alone?.reason).toContain('an allegation needs two')
    expect(
      suggested([F, { ...F, id: 'g', title: 'Another' }], [cited('f'), cited('g')])?.confidence,
    ).toBe('likely')
  })

  it('ends where sources name each other as their origin', () => {
    const a = { ...C, id: 'a', title: 'One', origin: 'Two' }
    const b = { ...C, id: 'd', title: 'Two', origin: 'One' }
    expect(suggested([a, b], [cited('a'), cited('d')])?.reason).toMatch(/^one source/)
  })
})

const anySources = fc.tuple(
  ...['a', 'b', 'c', 'd'].map((id) =>
    fc.record({
      id: fc.constant(id),
      title: fc.constant(`Source ${id}`),
      publicName: fc.constant(`Source ${id}`),
      reliability: fc.constantFrom(...RELIABILITIES),
      origin: fc.constantFrom('', '', 'Wire', 'Source a', 'Source b'),
      primacy: fc.constantFrom(null, 'primary' as const, 'secondary' as const),
    }),
  ),
)
const anyCitations = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    sourceId: fc.constantFrom('a', 'b', 'c', 'd'),
    relation: fc.constantFrom(...RELATIONS),
    quote: fc.constantFrom('', 'It rained.'),
    credibility: fc.constantFrom(null, 1, 2, 3, 4, 5, 6),
    locator: fc.constant(null),
  }),
  { selector: ({ id }) => id, maxLength: 6 },
)
const anyKind = fc.constantFrom('fact' as const, 'allegation' as const)

/** Without what contradicts: the lower the better; nothing at all is the worst. */
const rank = (answer: ReturnType<typeof suggestConfidence>) =>
  answer === null ? CONFIDENCES.length : CONFIDENCES.indexOf(answer.confidence)

/** Whoever repeats somebody and is repeated shows that the two are one voice. */
function joinsVoices(
  sources: readonly Pick<Source, 'id' | 'title' | 'origin'>[],
  { sourceId }: Pick<Citation, 'sourceId'>,
) {
  const source = sources.find(({ id }) => id === sourceId)
  return !!source?.origin && sources.some(({ origin }) => origin === source.title)
}

describe('laws of the suggestion', () => {
  it('[CON6] a link between two voices makes them one', () => {
    const [a, b, d] = [
      { ...B, id: 'a', title: 'Source a' },
      { ...B, id: 'b', title: 'Source b', origin: 'Source a' },
      { ...B, id: 'd', title: 'Source d', origin: 'Source b' },
    ]
    const word = (...ids: string[]) =>
      suggested(
        [a, b, d],
        ids.map((id) => cited(id)),
        'allegation',
      )?.confidence
    expect(word('a', 'd')).toBe('likely')
    expect(word('a', 'b', 'd')).toBe('unconfirmed')
  })

  it('[CON6] the order of citations changes nothing', () => {
    fc.assert(
      fc.property(anySources, anyCitations, anyKind, (sources, citations, kind) => {
        const turned = citations.toReversed()
        const [one, other] = [suggested(sources, citations, kind), suggested(sources, turned, kind)]
        expect(other?.confidence).toBe(one?.confidence)
      }),
      { numRuns: 500 },
    )
  })

  it('[CON6] more support never lowers it, a better grade neither', () => {
    fc.assert(
      fc.property(anySources, anyCitations, anyKind, fc.nat(), (sources, citations, kind, at) => {
        const supports = citations.filter(({ relation }) => relation === 'supports')
        const some = supports.filter((_, index) => index !== at % Math.max(1, supports.length))
        const all = rank(suggested(sources, supports, kind))
        const gone = supports.filter((citation) => !some.includes(citation))
        if (!gone.some((citation) => joinsVoices(sources, citation)))
          expect(all).toBeLessThanOrEqual(rank(suggested(sources, some, kind)))
        const better = sources.map((entry, index) =>
          index === at % sources.length ? { ...entry, reliability: 'A' as const } : entry,
        )
        expect(rank(suggested(better, supports, kind))).toBeLessThanOrEqual(all)
      }),
      { numRuns: 1000 },
    )
  })
})

it('[CON3] what repeats another is not counted as a voice, and neither is what nobody can rely on', () => {
  const sources = [
    source({ ...B, publicName: B.title }),
    source({ ...C, origin: B.title }),
    source({ id: 'e', title: 'A tout', reliability: 'E' }),
  ]
  const count = (...ids: readonly string[]) =>
    countVoices([annotation('a', { citations: ids.map((id) => cited(id)) })], registry(...sources))
  expect([count(), count('b'), count('b', 'c'), count('c', 'e'), count('e')]).toEqual([
    ...[0, 1, 1, 1, 0],
  ])
})
