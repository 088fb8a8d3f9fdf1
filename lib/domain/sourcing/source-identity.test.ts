import { describe, expect, it } from 'vitest'
import { sourceIdentity } from './source-identity.ts'

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
