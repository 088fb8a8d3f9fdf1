import { describe, expect, it } from 'vitest'
import { protectedOf } from '#lib/domain/sourcing/identity.ts'
import { smallVersion } from '#lib/testing/version-small.ts'
import { leaksOf } from './leaks.ts'
import type { Version } from './version.ts'

const NAME = 'Novotná'
const hidden = protectedOf([
  { name: NAME, otherNames: [], contacts: ['+420 602 123 456'], note: '', harmless: [] },
])
const small = smallVersion()
const correction = { wrong: 'There were 52.', right: 'There are 47.', sentences: ['s-1'] }
const clean: Version = {
  ...{ ...small, correction },
  history: small.history.map((ref) => ({ ...ref, correction })),
}

/** Every text of a version that people wrote, one after the other with the name in it. */
function* spoilt(
  value: unknown,
  path: readonly (string | number)[] = [],
): Generator<[string, Version]> {
  if (typeof value === 'string') {
    const copy = structuredClone(clean) as unknown
    let at = copy as Record<string | number, unknown>
    for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>
    at[path.at(-1) ?? ''] = `${value} ${NAME}`
    yield [path.join('.'), copy as Version]
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) yield* spoilt(part, [...path, key])
  }
}

/** Made by the program, of a closed list, or a hash. */
const NOT_WRITTEN =
  /(^|\.)(correction\.sentences\.\d+|capture\.at|format|articleId|id|change|lang|publishedAt|firstPublishedAt|previousHash|segmenter|role|kind|fingerprint|confidence|relation|label|hash|mediaType)$/

describe('[CNF6] leaks of a version', () => {
  it('finds none in one that has none', () => {
    expect(leaksOf(clean, hidden)).toEqual([])
  })

  it.each([...spoilt(clean)].filter(([path]) => !NOT_WRITTEN.test(path)))(
    'finds a name in %s, and does not repeat it',
    (_, version) => {
      const leaks = leaksOf(version, hidden)
      expect(leaks.length).toBeGreaterThan(0)
      expect(JSON.stringify(leaks)).not.toContain(NAME)
    },
  )

  it('shows the place without any part of the name', () => {
    const both = protectedOf([
      { name: 'Zdeňka Novotná', otherNames: [], contacts: [], note: '', harmless: [] },
    ])
    const [leak] = leaksOf({ ...clean, note: 'Told by Zdeňka Novotná, and Novotná again.' }, both)
    expect(leak?.text).toBe('Told by […] […], and […] again.')
  })

  it('finds a name of two letters in the address of the page, and shows no part of one in capitals', () => {
    const li = protectedOf([
      { name: 'Li Bo', otherNames: [], contacts: [], note: '', harmless: [] },
    ])
    const texts = (version: Version) => leaksOf(version, li).map(({ text }) => text)
    expect(texts({ ...clean, slug: 'the-li-affair' })).toEqual(['The […] Affair'])
    expect(texts({ ...clean, note: 'LI BO LEFT' })).toEqual(['[…] […] LEFT'])
    expect(texts({ ...clean, slug: 'liberty-in-bonn' })).toEqual([])
  })

  it('says in which sentence', () => {
    const [path = '', version = clean] =
      [...spoilt(clean)].find(([at]) => at === 'sentences.2.text') ?? []
    expect(path).not.toBe('')
    expect(leaksOf(version, hidden).map(({ sentence, kind }) => [sentence, kind])).toEqual([
      [2, 'leak'],
    ])
  })

  it('finds a number that stands across two sentences, and in a link', () => {
    const [block] = clean.blocks
    if (!block) throw new Error('It has a block')
    const href = 'https://example.org/call/%2B420602123456'
    const linked = { ...block, formats: [{ from: 0, to: 3, kind: 'link' as const, href }] }
    expect(leaksOf({ ...clean, blocks: [linked, ...clean.blocks.slice(1)] }, hidden)).toHaveLength(
      1,
    )
  })

  it('finds one in the publication details of a source', () => {
    const [first, ...others] = clean.sources
    if (!first) throw new Error('The version has sources')
    const wrong = [
      { author: [{ family: NAME, given: 'X' }] },
      { author: [{ literal: NAME }] },
      { publisher: NAME },
      { 'container-title': `The ${NAME} Post` },
      { DOI: `10.1234/${NAME.toLowerCase()}` },
    ]
    for (const csl of wrong) {
      const found = leaksOf({ ...clean, sources: [{ ...first, csl }, ...others] }, hidden)
      expect(found).toHaveLength(1)
      expect(JSON.stringify(found)).not.toMatch(/novotn/i)
    }
  })
})
