import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import {
  ARTICLE,
  approvalOf,
  article,
  at,
  citation,
  derive,
  registry,
  source,
} from '#lib/testing/builders.ts'
import { picture } from '#lib/testing/pictures.ts'
import { buildVersion, sealOf } from './build-version.ts'

const secret = 'Jonas Vik, caretaker, 555-0100'
const sources = [
  source({
    id: 's1',
    title: secret,
    publicName: 'A caretaker',
    terms: 'onRecord',
    wording: 'a person who works there',
  }),
  source({
    id: 's2',
    title: `${secret} 2`,
    publicName: 'The contract',
    url: 'https://example.org/',
  }),
]
const records: Record<string, Partial<Annotation>> = {
  a: {
    kind: 'fact',
    confidence: 'likely',
    note: secret,
    publicNote: ' As of May. ',
    citations: [citation({ sourceId: 's2', quote: ' all copper ' })],
  },
  b1: {
    kind: 'quote',
    confidence: 'confirmed',
    citations: [citation({ sourceId: 's1' }), citation({ id: 'c2', sourceId: 's2' })],
  },
}
const content = article(
  ['headline: <a>It leaks.</a>', '<b1>We knew.</b1> <b1>We knew.</b1>'],
  records,
)
const approvals = derive(content, { sources }).map((status) =>
  approvalOf(status, { personName: secret }),
)
const statuses = derive(content, { sources, approvals })

const build = (history: Parameters<typeof buildVersion>[0]['history'] = []) =>
  buildVersion({
    ...{
      articleId: ARTICLE,
      slug: 'it-leaks',
      change: 'first',
      note: '',
      publishedAt: '2026-01-01T00:00:00.000Z',
    },
    ...{ content, statuses, findSource: registry(...sources), history },
  })

it('[TRM1] of a source on background a version holds the agreed wording, and not a trace of who it is', () => {
  const told = { publicName: secret, description: secret, url: 'https://example.org/vik' }
  const terms = { terms: 'background', wording: 'a person who works there' } as const
  const person = source({ kind: 'person', title: secret, ...told, ...terms })
  const bare = {
    articleId: ARTICLE,
    slug: 'x',
    change: 'first',
    note: '',
    publishedAt: '',
  } as const
  const versionOf = (found: typeof person) =>
    buildVersion({ ...bare, content, statuses, findSource: () => found, history: [] })
  const version = versionOf(person)
  expect(version.sources[0]).toMatchObject({ name: terms.wording, description: '', url: null })
  expect(JSON.stringify(version.sources)).not.toMatch(/vik/i)
  expect(versionOf({ ...person, terms: 'offRecord' }).sources).toEqual([])
})

describe('[VER1] what readers may see, and nothing else', () => {
  it('[VER1] no internal note, no title of a source, no name of a person', () => {
    expect(JSON.stringify(build())).not.toContain('Vik')
    expect(build().reviewers).toBe(1)
  })

  it('[VER1] sources stand in the order in which readers meet them, by their agreed wording', () => {
    expect(build().sources.map(({ id, name, url }) => [id, name, url])).toEqual([
      ['s2', 'The contract', 'https://example.org/'],
      ['s1', 'a person who works there', null],
    ])
    expect(
      build().sentences.map((sentence) => sentence.citations.map((cited) => cited.source)),
    ).toEqual([[0], [1, 0], [1, 0]])
    expect(at(build().sentences, 0)).toMatchObject({
      publicNotes: ['As of May.'],
      citations: [{ quote: 'all copper' }],
    })
  })

  it('[VER1] a sentence has an id of its own, also where two say the same', () => {
    const ids = build().sentences.map(({ id }) => id)
    expect(ids[1]).toMatch(/^s-[0-9a-f]{12}$/)
    expect(ids[2]).toBe(`${ids[1]}-2`)
  })

  it('[VER1] figures are no blocks, and the sentences point at the blocks that are there', () => {
    const figure = { type: 'figure', id: 'f', alt: '', picture: null, credit: null } as const
    const blocks = [at(content.blocks, 0), figure, at(content.blocks, 1)]
    const withFigure = { ...content, blocks }
    const version = buildVersion({
      ...inputOf(withFigure),
      statuses: derive(withFigure, { sources }),
    })
    expect(version.blocks.map(({ text }) => text)).toEqual(['It leaks.', 'We knew. We knew.'])
    expect('figures' in version).toBe(false)
    for (const { block, from, to, text } of version.sentences) {
      expect(at(version.blocks, block).text.slice(from, to)).toBe(text)
    }
  })
})

describe('[FIG6] the figures of a version', () => {
  const figure = (id: string, credit = 's1') =>
    ({ type: 'figure', id, alt: ' A roof ', picture: picture().hash, credit }) as const
  const withFigures = (...figures: (typeof content.blocks)[number][]) => {
    const blocks = [at(content.blocks, 0), ...figures, at(content.blocks, 1)]
    const of = { ...content, blocks }
    const findPicture = (hash: string) => (hash === picture().hash ? picture() : undefined)
    return buildVersion({ ...inputOf(of), findPicture, statuses: derive(of, { sources }) })
  }

  it('[FIG6] say what readers see: the place, the sizes, the description, the public name of the credit', () => {
    const version = withFigures(figure('f'))
    expect(version.figures).toEqual([
      {
        id: 'f',
        before: 1,
        mediaType: 'image/webp',
        sizes: picture().renditions,
        alt: 'A roof',
        credit: { name: 'a person who works there', url: null },
      },
    ])
    expect(JSON.stringify(version)).not.toContain('Vik')
    expect(JSON.stringify(version)).not.toContain(picture().hash)
  })

  it('[FIG6] an article without any has the bytes that it always had', () => {
    expect(sealOf(withFigures())).toEqual(sealOf({ ...build(), ...reviewless }))
    expect(sealOf(withFigures()).canonical).not.toContain('figures')
  })
})

const reviewless = { coverage: { ...build().coverage, approved: 0 }, reviewers: 0 }

const inputOf = (of: typeof content) => ({
  ...({
    articleId: ARTICLE,
    slug: 'it-leaks',
    change: 'first',
    note: '',
    publishedAt: '2026-01-01T00:00:00.000Z',
  } as const),
  ...{ content: of, findSource: registry(...sources), history: [] },
})

it('[VER3] each version names the hash of the one before, and counts on', () => {
  expect(build()).toMatchObject({
    number: 1,
    previousHash: null,
    firstPublishedAt: '2026-01-01T00:00:00.000Z',
  })
  const first = {
    number: 1,
    change: 'first',
    note: '',
    publishedAt: '2025-01-01T00:00:00.000Z',
    hash: 'h1',
  } as const
  expect(build([first])).toMatchObject({
    number: 2,
    previousHash: 'h1',
    firstPublishedAt: '2025-01-01T00:00:00.000Z',
    history: [first],
  })
})

it('[VER4] the seal is the SHA-256 of the canonical bytes, and the same for the same version', () => {
  const { canonical, hash } = sealOf(build())
  expect(createHash('sha256').update(canonical).digest('hex')).toBe(hash)
  expect(sealOf(JSON.parse(canonical))).toEqual({ canonical, hash })
  expect(JSON.parse(canonical)).toEqual(build())
})
