import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hardKeys, likeness, matchOf } from './duplicates.ts'

const candidate = (fields: { title?: string; url?: string | null; description?: string }) => ({
  ...{ title: '', url: null, description: '' },
  ...fields,
})

it('[DUP1] an address, a DOI and an ISBN each make two records one, however they are written', () => {
  const match = (a: object, b: object) => matchOf(candidate(a), candidate(b))
  expect(match({ url: 'https://www.x.org/a?utm_source=y' }, { url: 'http://x.org/a/' })).toBe(
    'address',
  )
  const doi = { url: 'https://doi.org/10.1000/AbC%2F1' }
  expect(match(doi, { url: 'https://journal.example/doi/10.1000/abc/1?x=1' })).toBe('doi')
  expect(match(doi, { description: 'See 10.1000/abc/1.' })).toBe('doi')
  expect(match({ description: 'ISBN 0-306-40615-2' }, { title: 'A 978 0 306 40615 7' })).toBe(
    'isbn',
  )
  expect(match({ description: 'ISBN 0-306-40615-3' }, { description: '0-306-40615-3' })).toBeNull()
  expect(match({ url: 'https://x.org/%E0%A4%A' }, { url: 'https://x.org/b' })).toBeNull()
})

it('[DUP2] titles that nearly say the same are alike, unless their dates say otherwise', () => {
  const [a, b] = ['Water quality report, Östervik', 'Water Quality Report Ostervik']
  const match = (one: string, other: string) =>
    matchOf(candidate({ title: a, description: one }), candidate({ title: b, description: other }))
  expect(match('2024', '')).toBe('alike')
  expect(match('2024-03-01', 'March 2024')).toBe('alike')
  expect(match('2024', '2025')).toBeNull()
  expect(likeness('Water quality report', 'Fire brigade statement')).toBeLessThan(0.3)
  expect(likeness('', '')).toBe(0)
})

it('[DUP2] likeness is the same both ways, whole for oneself, and never beyond', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      expect(likeness(a, b)).toBe(likeness(b, a))
      expect(likeness(a, b)).toBeLessThanOrEqual(1)
      if (/[a-z]/i.test(a)) expect(likeness(a, a)).toBe(1)
      expect(() => hardKeys(candidate({ title: a, url: `https://x.org/${b}` }))).not.toThrow()
    }),
  )
})
