import { describe, expect, it } from 'vitest'
import { canonicalJson, hashOf } from '#lib/domain/sourcing/fingerprint.ts'
import { hostileVersion } from '#lib/testing/version-hostile.ts'
import { largeVersion } from '#lib/testing/version-large.ts'
import { smallVersion } from '#lib/testing/version-small.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { directionOf, langOf } from './language.ts'
import { text } from './text.ts'
import { momentWords } from './words.ts'

const read = (words: string) => words.replace(/\s+/g, ' ').trim()

describe('plain text', () => {
  it.each([
    ['small', smallVersion()],
    ['large', largeVersion()],
    ['hostile', hostileVersion()],
  ])('[FMT6] keeps every sentence of the %s version and lists its sources', (_, version) => {
    const words = read(text.render(version))
    for (const sentence of version.sentences) expect(words).toContain(read(sentence.text))
    for (const [at, source] of version.sources.entries())
      expect(words).toContain(`[${at + 1}] ${read(source.name)}`)
  })

  it('[FMT5] says beside a sentence that it is not confirmed', () => {
    expect(text.render(smallVersion())).toContain('from the ninth of January. [6, 1; disputed]')
  })

  it('[FMT2] takes no line end and no control from the article, and no bad link', () => {
    const words = text.render({ ...smallVersion(), byline: 'A\nB\u001B[31m' })
    expect(words).toContain('A B\uFFFD[31m')
    expect(text.render(hostileVersion())).not.toContain('<javascript:')
  })
})

describe('JSON', () => {
  it('[FMT10] is the canonical text whose SHA-256 the page shows', () => {
    const version = smallVersion()
    expect(json.render(version)).toBe(canonicalJson(version))
    expect(JSON.parse(json.render(version))).toEqual(version)
    expect(html.render(version)).toContain(hashOf(version))
  })
})

describe('language and time', () => {
  it('[FMT11] goes by script first, then by language, and takes no tag that is none', () => {
    expect(
      ['ar', 'he-IL', 'fa', 'az-Arab', 'ur-PK', 'en', 'ar-Latn', 'uz-Cyrl-UZ', 'arn'].map(
        directionOf,
      ),
    ).toEqual(['rtl', 'rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'ltr', 'ltr', 'ltr'])
    expect(['de-CH', '', 'x"><b>'].map(langOf)).toEqual(['de-CH', 'und', 'und'])
  })

  it('[FMT1] writes times in UTC and leaves what is no time alone', () => {
    expect(momentWords('2026-05-04T01:40:00+02:00')).toBe('3 May 2026, 23:40 UTC')
    expect(momentWords('soon')).toBe('soon')
  })
})
