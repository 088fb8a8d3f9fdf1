import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ARTICLE,
  annotation,
  article,
  at,
  citation,
  derive,
  only,
  source,
} from '#lib/testing/builders.ts'
import type { Annotation } from './annotation.ts'
import { sourcedSentencesOf } from './article-content.ts'
import { canonicalJson, fingerprintOf, hashOf } from './fingerprint.ts'

const said: Partial<Annotation> = {
  kind: 'number',
  confidence: 'likely',
  publicNote: 'As of May.',
  note: 'Ask J.',
  citations: [citation({ quote: '2.4', locator: { label: 'page', value: '7' } })],
}

const of = (literal: string, fields = said, sources = [source()], id = 'a') =>
  only(derive(article([literal], { [id]: fields }), { sources })).fingerprint

const START = '<a>It cost “2.4” million.</a>'

it('[FPR1] it is the SHA-256 of the canonical JSON of what the sentence says', () => {
  const { note: _note, citations, sourcedText: _words, ...rest } = annotation('a', said)
  const statement = {
    annotationIds: ['a'],
    annotations: [{ ...rest, citations: citations.map((cited) => ({ ...cited, revision: 1 })) }],
    article: ARTICLE,
    links: [],
    text: 'It cost "2.4" million.',
  }
  const sorted = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(sorted)
      : value && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([key, item]) => [key, sorted(item)]),
          )
        : value
  const json = JSON.stringify(sorted(statement))
  expect(canonicalJson(statement)).toBe(json)
  expect(of(START)).toBe(createHash('sha256').update(json).digest('hex'))
})

describe('[FPR3] what moves it', () => {
  it.each<[string, string, Partial<Annotation>?]>([
    ['a digit', '<a>It cost “2.5” million.</a>'],
    ['a capital', '<a>it cost “2.4” million.</a>'],
    ['a kind', START, { ...said, kind: 'fact' }],
    ['a confidence', START, { ...said, confidence: null }],
    ['a public note', START, { ...said, publicNote: '' }],
    [
      'a relation',
      START,
      { ...said, citations: [citation({ quote: '2.4', relation: 'context' })] },
    ],
    [
      'a locator',
      START,
      { ...said, citations: [citation({ quote: '2.4', locator: { label: 'page', value: '8' } })] },
    ],
    [
      'a passage',
      START,
      { ...said, citations: [citation({ quote: '2.5', locator: { label: 'page', value: '7' } })] },
    ],
    ['a source', START, { ...said, citations: [citation({ sourceId: 's2' })] }],
    ['no citation', START, { ...said, citations: [] }],
  ])('%s', (_, literal, fields = said) => {
    expect(of(literal, fields)).not.toBe(of(START))
  })

  it('[FPR3] the ids of its annotations, its links, the article and the public revision of a source', () => {
    expect(of('<z>It cost “2.4” million.</z>', said, [source()], 'z')).not.toBe(of(START))
    expect(of(START, said, [source({ publicRevision: 2 })])).not.toBe(of(START))
    expect(of(START, said, [])).not.toBe(of(START))
    const content = article([START], { a: said })
    const sourced = only(sourcedSentencesOf(content))
    const linked = {
      ...sourced,
      sentence: { ...sourced.sentence, identity: {}, links: ['https://example.org/'] },
    }
    const hashed = [ARTICLE, 'another'].flatMap((id) =>
      [sourced, linked].map((s) => fingerprintOf(id, s, () => undefined)),
    )
    expect(new Set(hashed).size).toBe(4)
  })
})

describe('[FPR3] what does not', () => {
  it.each<[string, string, Partial<Annotation>?]>([
    ['bold and italic', '<a>It <b>cost</b> “<i>2.4</i>” million.</a>'],
    ['the style of quotation marks and spaces', '<a>It  cost "2.4"\u00A0million.</a>'],
    ['the internal note', START, { ...said, note: 'Asked.' }],
    [
      'the words that were sourced',
      START,
      { ...said, sourcedText: { exact: 'x', prefix: '', suffix: '', scope: 'span' } },
    ],
    ['the role of its block', 'quote: <a>It cost “2.4” million.</a>'],
    ['its neighbours', '<a>It cost “2.4” million.</a>'],
  ])('%s', (_, literal, fields = said) => {
    expect(of(literal, fields)).toBe(of(START))
  })

  it('[FPR3] neither a neighbour, nor what of a source readers do not see', () => {
    const beside = derive(
      article(['It rained. <a>It cost “2.4” million.</a> It leaks.'], { a: said }),
    )
    expect(at(beside, 1).fingerprint).toBe(of(START))
    expect(of(START, said, [source({ title: 'Another name', reliability: 'E' })])).toBe(of(START))
  })
})

it('[FPR4] what is remembered of a sentence is what would be computed anew', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 20 }), (asks) => {
      const sourced = only(sourcedSentencesOf(article([START], { a: said })))
      const eyes = [[], [annotation('a', said)], [annotation('a', { ...said, confidence: null })]]
      for (const [eye, publicRevision] of asks) {
        const annotations = eyes[eye] ?? []
        const find = () => source({ publicRevision })
        const fresh = { annotations, sentence: { ...sourced.sentence, identity: {} } }
        expect(fingerprintOf('x', { ...sourced, annotations }, find)).toBe(
          fingerprintOf('x', fresh, find),
        )
      }
    }),
  )
})

it('[FPR2] every text can be hashed, halves of characters too', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })),
      (value) => {
        expect(hashOf(value)).toMatch(/^[0-9a-f]{64}$/)
      },
    ),
  )
  expect(hashOf('\uD800')).toBe(hashOf('\uFFFD'))
})
