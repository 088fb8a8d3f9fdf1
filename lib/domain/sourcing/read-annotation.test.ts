import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CONFIDENCES, KINDS, LOCATOR_LABELS, RELATIONS } from './annotation.ts'
import { citationKeys, copiedRecord, readAnnotation, sourcedTextKeys } from './read-annotation.ts'

const id = fc.string({ unit: fc.constantFrom('a', 'b', '7', '-'), minLength: 1, maxLength: 4 })

const citations = fc.uniqueArray(
  fc.record({
    id,
    sourceId: fc.string({ minLength: 1 }),
    relation: fc.constantFrom(...RELATIONS),
    locator: fc.option(
      fc.record({
        label: fc.constantFrom(...LOCATOR_LABELS),
        value: fc.string().filter((value) => value !== '' && value.trim() === value),
      }),
    ),
    quote: fc.string(),
    credibility: fc.option(fc.integer({ min: 1, max: 6 })),
  }),
  { selector: ({ id }) => id, maxLength: 4 },
)

it('[ANN1] what is written is what is read', () => {
  fc.assert(
    fc.property(
      citations,
      fc.constantFrom(...KINDS),
      fc.option(fc.constantFrom(...CONFIDENCES)),
      fc.record({
        exact: fc.string(),
        prefix: fc.string(),
        suffix: fc.string(),
        scope: fc.constantFrom('span', 'sentence'),
      }),
      (cited, kind, confidence, sourcedText) => {
        const record = { kind, confidence, note: 'n', publicNote: 'p' }
        Object.assign(record, sourcedTextKeys(sourcedText), ...cited.map(citationKeys))
        const sorted = [...cited].sort((a, b) => (a.id < b.id ? -1 : 1))
        expect(readAnnotation('a', record)).toEqual({
          ...{ id: 'a', kind, confidence, note: 'n', publicNote: 'p', sourcedText },
          citations: sorted,
        })
      },
    ),
  )
})

it('[ANN1] whatever a client writes, what is read is an annotation', () => {
  const key = fc.oneof(
    fc.constantFrom(
      'kind',
      'confidence',
      'note',
      'publicNote',
      'sourcedText.exact',
      'sourcedText.scope',
      '__proto__',
    ),
    fc
      .tuple(
        id,
        fc.constantFrom(
          'sourceId',
          'relation',
          'quote',
          'credibility',
          'locatorValue',
          '__proto__',
        ),
      )
      .map(([of, field]) => `citation.${of}.${field}`),
    fc.string(),
  )
  fc.assert(
    fc.property(
      fc.dictionary(key, fc.oneof(fc.anything(), fc.constantFrom(...KINDS, ...RELATIONS))),
      (record) => {
        const { kind, confidence, citations: cited, note, publicNote } = readAnnotation('a', record)
        expect(kind === null || KINDS.includes(kind)).toBe(true)
        expect(confidence === null || CONFIDENCES.includes(confidence)).toBe(true)
        expect([typeof note, typeof publicNote]).toEqual(['string', 'string'])
        for (const { sourceId, relation, quote, credibility, locator } of cited) {
          expect([sourceId !== '', typeof quote]).toEqual([true, 'string'])
          expect(RELATIONS).toContain(relation)
          expect(credibility === null || (credibility >= 1 && credibility <= 6)).toBe(true)
          expect(
            locator === null || (LOCATOR_LABELS.includes(locator.label) && locator.value !== ''),
          ).toBe(true)
        }
      },
    ),
  )
})

it('[ANN1] a citation without a source is none', () => {
  expect(
    readAnnotation('a', { 'citation.x.quote': 'all copper', 'citation.x.sourceId': 7 }).citations,
  ).toEqual([])
})

it('[ANN1] notes and passages beyond all measure are cut, and show that they are', () => {
  const long = 'x'.repeat(1_000_000)
  const record = { publicNote: long, 'citation.c.sourceId': 's', 'citation.c.quote': long }
  const { publicNote, citations } = readAnnotation('a', record)
  for (const text of [publicNote, citations[0]?.quote ?? '']) {
    expect(text).toHaveLength(20_000)
    expect(text.endsWith('x…')).toBe(true)
  }
})

it('[ANN8] a copy says the same with citations of its own, and names its original', () => {
  const record = {
    kind: 'number',
    confidence: 'likely',
    note: 'By phone.',
    'citation.one.sourceId': 's1',
    'citation.one.quote': '412',
    'sourcedText.exact': 'There were 412.',
  }
  let next = 0
  const copy = copiedRecord('a', record, () => `fresh${next++}`) ?? {}
  const { derivedFrom, ...said } = readAnnotation('b', copy)
  const { citations, ...before } = readAnnotation('b', record)
  expect(derivedFrom).toBe('a')
  expect(said).toEqual({
    ...before,
    citations: citations.map((citation) => ({ ...citation, id: 'fresh0' })),
  })
  expect(copiedRecord('a', { note: 'only a note' }, () => 'x')).toBeNull()
})
