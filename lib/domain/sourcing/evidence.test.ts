import { describe, expect, it } from 'vitest'
import {
  annotation,
  article,
  at,
  citation,
  derive,
  only,
  registry,
  source,
} from '#lib/testing/builders.ts'
import { type Annotation, KINDS } from './annotation.ts'
import { lacksPassage, wordsChanged } from './evidence.ts'
import { passageHash } from './link-health.ts'
import type { Source } from './source.ts'

const words = (exact: string, scope: 'sentence' | 'span' = 'sentence') => ({
  exact,
  prefix: '',
  suffix: '',
  scope,
})

const statusOf = (fields: Partial<Annotation>, more: Record<string, Partial<Annotation>> = {}) =>
  only(
    derive(
      article(
        [
          // The others stand on a part of it: on the same characters they would be read as one.
          `<a>It ${Object.keys(more).reduce((text, id) => `<${id}>${text}</${id}>`, 'rained.')}</a>`,
        ],
        { a: fields, ...more },
      ),
    ),
  )

const evidenceOf = (...args: Parameters<typeof statusOf>) => statusOf(...args).evidence

it('[EVI1] opinions and what is exempt owe nothing; every other kind owes a source', () => {
  for (const kind of KINDS) {
    const free = kind === 'opinion' || kind === 'exempt'
    expect(evidenceOf({ kind })).toBe(free ? 'exempt' : 'none')
    expect(evidenceOf({ kind, citations: [citation()] })).toBe('sourced')
  }
  expect(evidenceOf({ kind: 'fact', citations: [citation({ relation: 'context' })] })).toBe('none')
})

it('[EVI2] numbers, quotes and allegations owe a locator or a passage', () => {
  const find = registry(source())
  const lacks = (kind: (typeof KINDS)[number], fields = {}) =>
    lacksPassage([annotation('a', { kind, citations: [citation(fields)] })], find)
  for (const kind of KINDS) {
    expect(lacks(kind)).toBe(['number', 'quote', 'allegation'].includes(kind))
    expect(lacks(kind, { quote: 'all copper' })).toBe(false)
    expect(lacks(kind, { locator: { label: 'page', value: '7' } })).toBe(false)
  }
  expect(lacks('number', { quote: '  ' })).toBe(true)
  expect(lacks('number', { quote: 'near it', relation: 'context' })).toBe(true)
})

it('[EVI12] a source that is dead, or has lost the passage, makes what it supports changed', () => {
  const health = {
    checkedAt: '',
    failures: 0,
    isGone: false,
    movedTo: null,
    lost: [],
    keptAt: null,
  }
  const dead = { ...health, failures: 2, isGone: true }
  const lost = { ...health, lost: [passageHash('all copper')] }
  const evidence = (link: Source['link'], fields = {}, kind: Annotation['kind'] = 'fact') => {
    const said = { kind, citations: [citation(fields)] }
    const sources = [source(link ? { link } : {})]
    return only(derive(article(['<a>It rained.</a>'], { a: said }), { sources })).evidence
  }
  expect(evidence(health)).toBe('sourced')
  expect(evidence({ ...health, movedTo: 'https://new.example/' })).toBe('sourced')
  expect(evidence(dead)).toBe('changed')
  expect(evidence(dead, {}, 'opinion')).toBe('changed')
  expect(evidence({ ...dead, keptAt: '2026' })).toBe('sourced')
  expect(evidence(dead, { relation: 'context' })).toBe('none')
  expect(evidence(dead, { relation: 'contradicts' })).toBe('disputed')
  expect(evidence(lost, { quote: 'all copper' })).toBe('changed')
  expect(evidence(lost, { quote: 'all tin' })).toBe('sourced')
})

it('[EVI3] a citation counts while its source is known and not retired', () => {
  const content = article(['<a>It rained.</a>'], { a: { kind: 'fact', citations: [citation()] } })
  const evidence = (...sources: readonly Source[]) => only(derive(content, { sources })).evidence
  expect(evidence(source())).toBe('sourced')
  expect(evidence()).toBe('none')
  expect(evidence(source({ retiredAt: '2026-01-01T00:00:00.000Z' }))).toBe('none')
})

describe('[EVI4] words that differ from those that the evidence was confirmed for', () => {
  const changed = (text: string, exact: string, scope?: 'span') =>
    wordsChanged(annotation('a', { sourcedText: words(exact, scope) }), text)

  it('[EVI4] are found by what they say, not by how they are set', () => {
    expect(changed('“It rained.”', '"It  rained."')).toBe(false)
    expect(changed('It rained.', 'It rained!')).toBe(true)
    expect(wordsChanged(annotation('a'), 'anything')).toBe(false)
  })

  it('[EVI4] of a part of a sentence are looked for inside it', () => {
    expect(changed('It rained, they say.', 'It rained', 'span')).toBe(false)
    expect(changed('It poured, they say.', 'It rained', 'span')).toBe(true)
  })

  it('[EVI4] show as changed until they are back', () => {
    const sourced = { kind: 'fact', citations: [citation()] } as const
    expect(evidenceOf({ ...sourced, sourcedText: words('It snowed.') })).toBe('changed')
    expect(evidenceOf({ ...sourced, sourcedText: words('It rained.') })).toBe('sourced')
  })
})

it('[EVI5] of several annotations the worst shows: disputed, changed, none, sourced, exempt', () => {
  const each: readonly (readonly [string, Partial<Annotation>])[] = [
    ['disputed', { kind: 'fact', confidence: 'disputed' }],
    ['changed', { kind: 'fact', sourcedText: words('It snowed.') }],
    ['none', { kind: 'fact' }],
    ['sourced', { kind: 'fact', citations: [citation()] }],
    ['exempt', { kind: 'opinion' }],
  ]
  each.forEach(([worse, one], rank) => {
    expect(evidenceOf(one)).toBe(worse)
    for (const [, other] of each.slice(rank)) {
      expect(evidenceOf(one, { z: other })).toBe(worse)
      expect(evidenceOf(other, { z: one })).toBe(worse)
    }
  })
})

it('[EVI5] a source that contradicts makes it disputed, while it is live', () => {
  const citations = [citation(), citation({ id: 'c2', sourceId: 's2', relation: 'contradicts' })]
  const content = article(['<a>It rained.</a>'], { a: { kind: 'fact', citations } })
  const evidence = (retiredAt: string | null) =>
    only(derive(content, { sources: [source(), source({ id: 's2', retiredAt })] })).evidence
  expect(evidence(null)).toBe('disputed')
  expect(evidence('2026-01-01T00:00:00.000Z')).toBe('sourced')
})

it('[EVI6] an empty annotation says nothing', () => {
  expect(evidenceOf({})).toBe('none')
  expect(evidenceOf({ kind: 'fact', citations: [citation()] }, { q: {} })).toBe('sourced')
})

it('[EVI7] the lowest confidence that was set shows', () => {
  expect(statusOf({ confidence: 'confirmed' }, { z: { confidence: 'likely' } }).confidence).toBe(
    'likely',
  )
  expect(statusOf({ confidence: 'unconfirmed' }, { z: { confidence: 'likely' } }).confidence).toBe(
    'unconfirmed',
  )
  expect(statusOf({}, { z: { confidence: 'confirmed' } }).confidence).toBe('confirmed')
  expect(statusOf({}).confidence).toBeNull()
})

it('[EVI8] the kind that shows is one that owes something, if there is one', () => {
  expect(statusOf({ kind: 'opinion' }, { z: { kind: 'number' } }).kind).toBe('number')
  expect(statusOf({ kind: 'number' }, { z: { kind: 'opinion' } }).kind).toBe('number')
  expect(statusOf({ kind: 'exempt' }, { z: {} }).kind).toBe('exempt')
  expect(statusOf({}).kind).toBeNull()
})

it('[ANN2] an annotation whose record is missing stands for nothing', () => {
  const status = at(derive(article(['<a>It rained.</a> It leaks.'])), 0)
  expect(status.sentence.annotationIds).toEqual([])
  expect(status.evidence).toBe('none')
})

it('[EVI9] annotations on the same characters are one: what one of them cites stands behind what the other says', () => {
  const fields = {
    a: { kind: 'number', confidence: 'confirmed' },
    y: { kind: 'fact', confidence: 'likely', citations: [citation({ quote: '412' })] },
  } as const
  const twice = only(derive(article(['<a><y>There were 412.</y></a>'], fields)))
  expect(twice).toMatchObject({ evidence: 'sourced', kind: 'number', confidence: 'likely' })
  expect(twice.united).toHaveLength(1)
  expect(lacksPassage(twice.united, registry(source()))).toBe(false)
  const apart = only(derive(article(['<a>There were</a> <y>412.</y>'], fields)))
  expect(apart.evidence).toBe('none')
  expect(apart.united).toHaveLength(2)
})

it('[EVI9] the same source attached twice at once is cited once', () => {
  const cited = { kind: 'fact', citations: [citation()] } as const
  const content = article(['<a><y>It rained.</y></a>'], {
    a: cited,
    y: { ...cited, citations: [citation({ id: 'other' })] },
  })
  expect(only(only(derive(content)).united).citations).toHaveLength(1)
})
