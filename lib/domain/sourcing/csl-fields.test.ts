import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cleanCsl, cslOfFound, datePartsOf, doiOf, isbnOf } from './csl-fields.ts'
import { cslOfForm, cslOfWords, issuedWords, textOfCsl, wordsOfCsl } from './csl-words.ts'

it('[SRC12] what does not hold is left out, and nothing at all is null', () => {
  for (const nothing of [null, undefined, 7, 'x', [], {}, { author: 'Ann', DOI: 'x', ISBN: '12' }])
    expect(cleanCsl(nothing)).toBeNull()
  expect(
    cleanCsl({
      title: ['Not ours'],
      author: [{ family: ' Bo\u0000 ', given: 'Ann' }, 7, {}, { family: 'Bo', given: 'Ann' }],
      issued: { 'date-parts': [['2026', 13, 1]] },
      publisher: ['Tarn\nPress'],
      'container-title': [],
      DOI: 'https://doi.org/10.1234/ABC%28d%29',
      ISBN: ['0-306-40615-2'],
    }),
  ).toEqual({
    author: [{ family: 'Bo', given: 'Ann' }],
    issued: { 'date-parts': [[2026]] },
    ...{ publisher: 'Tarn Press', DOI: '10.1234/abc(d)', ISBN: '9780306406157' },
  })
})

it('[SRC12] names keep their parts; in one piece stays what has none', () => {
  const names = (...author: object[]) => cleanCsl({ author })?.author
  expect(names({ family: 'Gogh', given: 'Vincent', 'non-dropping-particle': 'van' })).toEqual([
    { family: 'van Gogh', given: 'Vincent' },
  ])
  expect(names({ family: 'King', given: 'Martin', suffix: 'Jr.' })).toEqual([
    { family: 'King Jr.', given: 'Martin' },
  ])
  expect(names({ family: 'Plato' }, { literal: 'Sea, Wind & Sons' })).toEqual([
    { literal: 'Plato' },
    { literal: 'Sea, Wind & Sons' },
  ])
  expect(names(...Array.from({ length: 80 }, (_, at) => ({ literal: `A${at}` })))).toHaveLength(50)
  expect(cleanCsl({ publisher: 'x'.repeat(9_999) })?.publisher).toHaveLength(300)
})

it.each([
  [
    [2024, 2, 29],
    [2024, 2, 29],
  ],
  [
    [2023, 2, 29],
    [2023, 2],
  ],
  [[2026, 0, 1], [2026]],
  [
    ['2026', '03'],
    [2026, 3],
  ],
  [[0], null],
  [[12345], null],
  [[], null],
])('[SRC12] of the date %j is known %j', (parts, known) => {
  expect(datePartsOf(parts)).toEqual(known)
})

it('[SRC12] DOI and ISBN are kept in one way, however they are written', () => {
  for (const text of ['10.1/x', 'doi 10.1234/x y', 'x', '10.1234/a\u0007'])
    expect(doiOf(text)).toBeNull()
  for (const text of ['10.1234/AbC', 'doi:10.1234/abc', 'http://dx.doi.org/10.1234/ABC'])
    expect(doiOf(text)).toBe('10.1234/abc')
  expect(isbnOf('978-0-306-40615-7')).toBe(isbnOf('0306406152'))
  expect(isbnOf('978-0-306-40615-8')).toBeNull()
})

it('[SRC12] what a page says of itself makes fields, with names in one piece', () => {
  const found = { title: 'T', authors: ['Ann Bo'], publisher: 'Post', date: '2026-03', url: '' }
  expect(cslOfFound(found)).toEqual({
    author: [{ literal: 'Ann Bo' }],
    issued: { 'date-parts': [[2026, 3]] },
    publisher: 'Post',
  })
  expect(cslOfFound({ ...found, authors: [], publisher: '', date: '' })).toBeNull()
})

const words = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('"', ',', ';', ' ', 'a', 'Ö'), maxLength: 8 }),
)
const name = fc.oneof(fc.record({ family: words, given: words }), fc.record({ literal: words }))
const record = fc.record({
  author: fc.array(name, { maxLength: 5 }),
  issued: fc.record({
    'date-parts': fc.tuple(
      fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.nat({ max: 13 }), fc.nat({ max: 32 })),
    ),
  }),
  publisher: words,
  DOI: fc.constantFrom('', '10.1234/a;b', '10.1234/X'),
})

it('[SRC12] fields that are cleaned stay as they are, also through the lines of a form', () => {
  fc.assert(
    fc.property(record, (raw) => {
      const csl = cleanCsl(raw)
      expect(cleanCsl(csl)).toEqual(csl)
      expect(cleanCsl(cslOfWords(wordsOfCsl(csl)))).toEqual(csl)
      // The database gives them back in an order of its own.
      const turned = csl && Object.fromEntries(Object.entries(csl).reverse())
      expect(JSON.stringify(cleanCsl(turned))).toBe(JSON.stringify(csl))
    }),
  )
})

it('[SRC12] a form says authors in one line, a day in one way, and keeps its other fields', () => {
  const form = { title: 'T', cslAuthors: 'Bo, Ann; Tarn Board ;', cslIssued: '2026-3' }
  const { csl, others } = cslOfForm(form)
  expect(others).toEqual({ title: 'T' })
  expect(csl.author).toEqual([{ family: 'Bo', given: 'Ann' }, { literal: 'Tarn Board' }])
  expect(issuedWords(cleanCsl(csl))).toBe('2026-03')
  expect(textOfCsl(cleanCsl(csl))).toBe('Ann Bo\nTarn Board\n2026-03')
  // Refused by whoever checks it.
  for (const cslIssued of ['March', '2026-13', '2026-02-30', '03/2026'])
    expect(cslOfForm({ cslIssued }).csl.issued).toEqual({ 'date-parts': [[]] })
  expect(cslOfForm({ cslIssued: ' ' }).csl.issued).toBeUndefined()
})
