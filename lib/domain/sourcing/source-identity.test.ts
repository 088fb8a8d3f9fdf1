import { describe, expect, it } from 'vitest'
import { sourceIdentity, workIdentities } from './source-identity.ts'

const web = (url: string) => sourceIdentity({ kind: 'webPage', title: 'x', url })
const named = (title: string, kind = 'person') => sourceIdentity({ kind, title, url: null })

describe('[SRC2] one page, whatever brought the reader there', () => {
  it.each([
    'https://example.org/a',
    'http://www.example.org/a/',
    'HTTPS://EXAMPLE.ORG/a#top',
    'https://m.example.org/a?utm_source=x&utm_medium=y',
    'https://example.org/a?fbclid=1&gclid=2&ref=home',
    'https://amp.example.org/a/amp/',
    'https://example.org:443/a?',
  ])('%s', (url) => {
    expect(web(url)).toBe(web('https://example.org/a'))
  })

  it('[SRC2] the order of what it asks for does not count, what it asks for does', () => {
    expect(web('https://example.org/?b=2&a=1&a=0')).toBe(web('https://example.org/?a=0&a=1&b=2'))
    const different = ['/', '/?id=1', '/?id=2', '/a', '/A', '/a?refs=1'].map((path) =>
      web(`https://example.org${path}`),
    )
    expect(new Set(different).size).toBe(different.length)
    expect(web('https://example.org:8443/')).not.toBe(web('https://example.org/'))
  })
})

it('[SRC2] without an address, kind and name make the source', () => {
  expect(named(' Jonas  VIK')).toBe(named('jonas vik'))
  expect(named('Jonas Vik')).not.toBe(named('Jonas Vik', 'outlet'))
  expect(named('Ｊonas Vik')).toBe(named('Jonas Vik'))
  expect(sourceIdentity({ kind: 'document', title: 'A', url: 'not an address' })).toBe(
    named('a', 'document'),
  )
})

it('[SRC13] a DOI is the same as a field and in its address; editions differ', () => {
  const of = (url: string | null, csl: object | null = null, edition = '') =>
    workIdentities({ url, csl, edition })
  const field = of('https://journal.example/1', { DOI: '10.1234/a(b)' })
  expect(field.doiIdentity).toBe('doi:10.1234/a(b)')
  for (const url of [
    'https://doi.org/10.1234/A(b)',
    'http://dx.doi.org/10.1234/a%28b%29?utm_source=x',
    'https://www.doi.org/10.1234/a(b)',
  ])
    expect(of(url)).toEqual(field)
  expect(of('https://doi.org/10.1234/a(b)', null, 'Second').doiIdentity).not.toBe(field.doiIdentity)
  expect(of('https://journal.example/10.1234/a(b)').doiIdentity).toBeNull()
  expect(of(null, { ISBN: '9780306406157' }).isbnIdentity).toBe('isbn:9780306406157')
  expect(of(null)).toEqual({ doiIdentity: null, isbnIdentity: null })
})

it('[SRC2] without an address the DOI counts before the name', () => {
  const of = (DOI: string) =>
    sourceIdentity({ kind: 'document', title: 'Editorial', url: null, csl: { DOI } })
  expect(of('10.1234/a')).not.toBe(of('10.1234/b'))
})
