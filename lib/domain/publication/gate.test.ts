import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Query } from '#lib/domain/review/decisions.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import { passageHash } from '#lib/domain/sourcing/link-health.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { anyAnnotations, LITERALS, SOURCES } from '#lib/testing/arbitraries.ts'
import {
  approvalOf,
  article,
  at,
  citation,
  derive,
  query,
  registry,
  source,
} from '#lib/testing/builders.ts'
import { gateOf, owedByWriters, placesToClear } from './gate.ts'

const sourced: Partial<Annotation> = {
  kind: 'fact',
  confidence: 'confirmed',
  citations: [citation()],
}

const LINK = { checkedAt: '', failures: 0, isGone: false, movedTo: null, lost: [], keptAt: null }

interface Case {
  readonly fields?: Partial<Annotation>
  readonly sources?: readonly Source[]
  readonly queries?: readonly Query[]
  readonly approve?: boolean | 'stale'
}

/** Kinds of blockers for an article of one sentence, `It rained.` */
function blockers({ fields = sourced, sources = [source()], queries = [], approve = true }: Case) {
  const content = article(['<a>It rained.</a>'], { a: fields })
  const bare = derive(content, { sources })
  const approval = bare.map((status) =>
    approvalOf(status, approve === 'stale' ? { fingerprint: 'x' } : {}),
  )
  const statuses = derive(content, { sources, queries, approvals: approve ? approval : [] })
  return gateOf(statuses, queries, registry(...sources))
}

const kinds = (of: Case) => blockers(of).map(({ kind }) => kind)
const passage = { kind: 'number', confidence: 'likely' } as const

it('[GAT2] a dispute that readers are told of hides nothing else', () => {
  const was = { exact: 'It snowed.', prefix: '', suffix: '', scope: 'sentence' } as const
  const disputed = { ...sourced, confidence: 'disputed', publicNote: 'They deny it.' } as const
  expect(kinds({ fields: disputed })).toEqual([])
  expect(kinds({ fields: { ...disputed, sourcedText: was } })).toEqual(['changed'])
  const content = article(['<a>It <b1>rained</b1>.</a>'], {
    a: disputed,
    b1: { ...sourced, citations: [] },
  })
  const bare = derive(content, { sources: [source()] })
  const approvals = bare.map((status) => approvalOf(status, {}))
  const statuses = derive(content, { sources: [source()], approvals })
  const found = gateOf(statuses, [], registry(source())).map(({ kind }) => kind)
  expect(found).toEqual(['untagged'])
})

it('[GAT9] writers owe all that is in the way of a sentence, but what reviewers say', () => {
  const owed = (of: Case) => owedByWriters(blockers(of)).map(({ kind }) => kind)
  const fields = { ...sourced, confidence: null }
  for (const approve of [false, 'stale'] as const)
    expect(owed({ fields, approve })).toEqual(['confidenceMissing'])
  expect(owed({ fields: { ...passage, citations: [citation()] } })).toEqual(['passageMissing'])
  for (const verdict of ['query', 'reject'] as const)
    expect(owed({ queries: [query(['a'], { verdict })], approve: 'stale' })).toEqual([])
})

describe('[GAT2] each thing in the way, alone', () => {
  it.each<[string, Case, readonly string[]]>([
    ['nothing', {}, []],
    ['no source', { fields: { ...sourced, citations: [] } }, ['untagged']],
    [
      'words that changed',
      {
        fields: {
          ...sourced,
          sourcedText: { exact: 'x', prefix: '', suffix: '', scope: 'sentence' },
        },
      },
      ['changed'],
    ],
    [
      'a page that is gone',
      { sources: [source({ link: { ...LINK, failures: 3 } })] },
      ['sourceDead'],
    ],
    [
      'a passage that is gone',
      {
        fields: { ...sourced, citations: [citation({ quote: 'all copper' })] },
        sources: [source({ link: { ...LINK, lost: [passageHash('all copper')] } })],
      },
      ['passageLost'],
    ],
    [
      'a page whose copy stands in',
      { sources: [source({ link: { ...LINK, failures: 3, keptAt: '2026' } })] },
      [],
    ],
    ['dispute', { fields: { ...sourced, confidence: 'disputed' } }, ['disputedWithoutNote']],
    [
      'dispute that readers are told of',
      { fields: { ...sourced, confidence: 'disputed', publicNote: 'They differ.' } },
      [],
    ],
    ['no confidence', { fields: { ...sourced, confidence: null } }, ['confidenceMissing']],
    ['an opinion without confidence', { fields: { kind: 'opinion' } }, []],
    [
      'a number without a passage',
      { fields: { ...passage, citations: [citation()] } },
      ['passageMissing'],
    ],
    ['a number with one', { fields: { ...passage, citations: [citation({ quote: '2.4' })] } }, []],
    [
      'a withdrawn source beside a good one',
      {
        fields: { ...sourced, citations: [citation(), citation({ id: 'c2', sourceId: 's2' })] },
        sources: [source(), source({ id: 's2', retiredAt: '2026-01-01T00:00:00.000Z' })],
      },
      ['sourceRetired'],
    ],
    [
      'an unknown source beside a good one',
      { fields: { ...sourced, citations: [citation(), citation({ id: 'c2', sourceId: 's9' })] } },
      ['sourceUnknown'],
    ],
    ['terms', { sources: [source({ terms: 'background' })] }, ['termsForbid']],
    [
      'background with an agreed wording',
      { sources: [source({ terms: 'background', wording: 'a clerk' })] },
      [],
    ],
    [
      'terms of a source that only gives context',
      {
        fields: {
          ...sourced,
          citations: [citation(), citation({ id: 'c2', sourceId: 's2', relation: 'context' })],
        },
        sources: [source(), source({ id: 's2', terms: 'offRecord' })],
      },
      ['termsForbid'],
    ],
    ['no approval', { approve: false }, ['notApproved']],
    ['an approval of other words', { approve: 'stale' }, ['stale']],
    ['a query', { queries: [query(['a'])] }, ['queried']],
    ['a rejection', { queries: [query(['a'], { verdict: 'reject' })] }, ['rejected']],
    ['a closed query', { queries: [query(['a'], { closedAt: '2026-02-01T00:00:00.000Z' })] }, []],
    [
      'a query on a sentence that is gone',
      { queries: [query(['gone'])] },
      ['questionWithoutSentence'],
    ],
  ])('[GAT2] %s', (_, of, expected) => {
    expect(kinds(of)).toEqual(expected)
  })
})

it('[GAT1] an article without a sentence is not published', () => {
  expect(gateOf([], [], registry()).map(({ kind, sentence }) => [kind, sentence])).toEqual([
    ['empty', null],
  ])
})

it('[GAT1] blockers stand in the order of the text, each with its sentence and what to do', () => {
  const found = gateOf(derive(article(LITERALS)), [], registry())
  expect(found.map(({ sentence, kind }) => [sentence, kind])).toEqual(
    [0, 1, 2].flatMap((index) => [
      [index, 'untagged'],
      [index, 'notApproved'],
    ]),
  )
  for (const { message, text } of found)
    expect([message.endsWith('.'), text !== '']).toEqual([true, true])
})

it('[SUG6] an open suggestion stands in the way of the sentence that it touches, or of the article', () => {
  const statuses = derive(article(LITERALS))
  const proposal = (blockIndex: number, from: number, to: number) => ({
    ...{ id: 'p.1', personId: 'p', inserted: 'new', deleted: '', changes: [] },
    places: [{ blockIndex, from, to }],
  })
  const found = (...proposals: Parameters<typeof proposal>[]) =>
    gateOf(
      statuses,
      [],
      registry(),
      [],
      proposals.map((place) => proposal(...place)),
    )
      .filter(({ kind }) => kind === 'suggestion')
      .map(({ sentence }) => sentence)
  const { sentence } = at(statuses, 1)
  const { blockIndex, from, to } = sentence
  expect(found()).toEqual([])
  expect(found([blockIndex, from + 1, from + 2])).toEqual([1])
  expect(found([blockIndex, to, to])).toContain(1)
  expect(found([99, 0, 0])).toEqual([null])
})

it('[GAT3] a question about words that were deleted still stands in the way, with who asked what', () => {
  const [stray] = blockers({ queries: [query(['gone'])] })
  expect(stray).toMatchObject({ sentence: null, text: 'It rained.' })
  expect(stray?.message).toContain(
    'Ruben Marsh asked about a sentence that is gone: “How do we know?”',
  )
})

const wordsStand = ({ sourcedText }: Annotation, text: string) =>
  !sourcedText ||
  (sourcedText.scope === 'span' ? text.includes(sourcedText.exact) : text === sourcedText.exact)

/** By itself: it owes nothing, is supported, or is said to be disputed. */
const isBacked = ({ kind, confidence, citations }: Annotation) =>
  kind === 'opinion' ||
  kind === 'exempt' ||
  confidence === 'disputed' ||
  citations.some(({ relation }) => relation !== 'context')

/** The rule in words: may this sentence be published? */
function isReady(status: SentenceStatus): boolean {
  const { annotations, united, evidence, kind, confidence, approvals, openQueries } = status
  const said = annotations.filter((one) => one.kind !== null || one.citations.length)
  const cited = annotations.flatMap(({ citations }) => citations)
  const known = cited.map(({ sourceId }) => SOURCES.find(({ id }) => id === sourceId))
  const free = kind === 'opinion' || kind === 'exempt'
  return (
    approvals.length > 0 &&
    openQueries.length === 0 &&
    said.length > 0 &&
    (evidence === 'sourced' ||
      evidence === 'exempt' ||
      (evidence === 'disputed' && annotations.some(({ publicNote }) => publicNote !== ''))) &&
    (free || confidence !== null) &&
    known.every((entry) => entry?.retiredAt === null && entry.terms === 'onRecord') &&
    united
      .filter((one) => one.kind !== null || one.citations.length)
      .every((one) => isBacked(one) && wordsStand(one, status.sentence.text)) &&
    // Two on the same characters are one: what one of them cites stands behind the other [EVI9].
    united.every(
      (one) =>
        !['number', 'quote', 'allegation'].includes(one.kind ?? '') ||
        one.citations.some(
          ({ relation, locator, quote }) => relation !== 'context' && (locator || quote.trim()),
        ),
    )
  )
}

it('[TRM2] the gate names the terms, and the source that is used against them', () => {
  const [only] = blockers({ sources: [source({ title: 'J. V.', terms: 'deepBackground' })] })
  expect(only?.message).toBe(
    '“J. V.” spoke on deep background, which nothing may be attributed to: cite another source.',
  )
})

it('[GAT1] the gate is green exactly when every sentence may be published and no question is open', () => {
  const one = fc.record({
    kind: fc.constant('fact'),
    confidence: fc.constant('likely'),
    citations: fc.constant([citation()]),
  })
  const good = fc.record({ a: one, b1: one, c1: one })
  fc.assert(
    fc.property(
      fc.oneof(anyAnnotations, good),
      fc.constantFrom(LITERALS, ['<a>It rained.</a>'], ['<b1><c1>It leaks.</c1></b1>']),
      fc.subarray([0, 1, 2], { minLength: 2 }),
      fc.option(fc.constantFrom('a', 'b1', 'gone'), { freq: 5 }),
      (annotations, literals, approved, asked) => {
        const content = article(literals, annotations as Record<string, Partial<Annotation>>)
        const queries = asked === null ? [] : [query([asked])]
        const bare = derive(content, { sources: SOURCES })
        const approvals = bare
          .filter((_, index) => approved.includes(index))
          .map((status) => approvalOf(status))
        const statuses = derive(content, { sources: SOURCES, approvals, queries })
        const green = gateOf(statuses, queries, registry(...SOURCES)).length === 0
        expect(green).toBe(statuses.every(isReady) && asked === null)
      },
    ),
    { numRuns: 1000 },
  )
})

it('[GAT4] a sentence is one place to clear, whatever it lacks; what has no sentence is one each', () => {
  const lacks = (sentence: number | null) =>
    ({ kind: 'stale', sentence, text: '', message: '' }) as const
  expect(placesToClear([lacks(0), lacks(0), lacks(2), lacks(null), lacks(null)])).toBe(4)
  expect(placesToClear([])).toBe(0)
})
