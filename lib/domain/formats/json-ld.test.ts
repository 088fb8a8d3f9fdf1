import { describe, expect, it } from 'vitest'
import { hostileVersion } from '#lib/testing/version-hostile.ts'
import { largeVersion } from '#lib/testing/version-large.ts'
import { smallVersion } from '#lib/testing/version-small.ts'
import { embeddedJsonLd, jsonLd } from './json-ld.ts'

const VERSIONS = { small: smallVersion(), large: largeVersion(), hostile: hostileVersion() }

/** Properties that schema.org 30 gives to the types that we write. */
const WORK = [
  'identifier',
  'url',
  'name',
  'description',
  'headline',
  'inLanguage',
  'author',
  'creditText',
  'publisher',
  'dateCreated',
  'datePublished',
  'dateModified',
  'version',
  'publishingPrinciples',
  'hasPart',
  'isPartOf',
  'archivedAt',
  'citation',
  'correction',
  'comment',
  'text',
  'position',
]
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  NewsArticle: [...WORK, 'articleBody', 'articleSection', 'backstory', 'dateline'],
  Claim: [...WORK, 'appearance'],
  CreativeWork: WORK,
  DigitalDocument: WORK,
  Dataset: WORK,
  WebPage: WORK,
  MediaObject: WORK,
  Comment: WORK,
  CorrectionComment: WORK,
  Person: ['name'],
  NewsMediaOrganization: ['name'],
  PropertyValue: ['propertyID', 'value'],
}

function nodesIn(value: unknown): readonly Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn)
  if (typeof value !== 'object' || value === null) return []
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(nodesIn)]
}

describe.each(Object.entries(VERSIONS))('JSON-LD of the %s version', (_, version) => {
  const root = JSON.parse(jsonLd.render(version))

  it('[FMT12] uses the types and properties of schema.org', () => {
    for (const node of nodesIn(root)) {
      const type = node['@type']
      if (type === undefined) expect(Object.keys(node)).toEqual(['@id'])
      else {
        const known = PROPERTIES[String(type)] ?? []
        expect(known, String(type)).toEqual(
          expect.arrayContaining(Object.keys(node).filter((key) => !key.startsWith('@'))),
        )
      }
    }
  })

  it('[FMT12] states each rated sentence as a claim and cites only sources of its own list', () => {
    const rated = version.sentences
      .filter(({ confidence }) => confidence !== null)
      .map(({ text }) => text)
    const claims: readonly {
      text: string
      citation?: readonly { isPartOf: { '@id': string } }[]
    }[] = root.hasPart
    expect(claims.map(({ text }) => text)).toEqual(expect.arrayContaining(rated))
    const known = (root.citation ?? []).map((source: { '@id': string }) => source['@id'])
    for (const { citation = [] } of claims) {
      for (const { isPartOf } of citation) expect(known).toContain(isPartOf['@id'])
    }
  })

  it('[FMT2] says the same inside a page, where nothing can end its element', () => {
    const embedded = embeddedJsonLd(version, { url: null, publisher: '' })
    expect(embedded).not.toMatch(/[<>&]/)
    expect(JSON.parse(embedded)).toEqual(root)
  })
})

describe('JSON-LD', () => {
  it('[FMT12] tells corrections, and no update, as corrections', () => {
    expect(JSON.parse(jsonLd.render(VERSIONS.small)).correction).toHaveLength(1)
    expect(JSON.parse(jsonLd.render(VERSIONS.hostile)).correction).toHaveLength(1)
    expect(JSON.parse(jsonLd.render(VERSIONS.large)).correction).toBeUndefined()
  })
})
