import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Source } from '#lib/domain/sourcing/source.ts'
import type { FigureBlock } from '#lib/domain/text/article-text.ts'
import { approvalOf, article, citation, derive, registry, source } from '#lib/testing/builders.ts'
import { picture } from '#lib/testing/pictures.ts'
import { gateOf, placesToClear } from './gate.ts'
import { placedFigures } from './gate-figures.ts'

const HASH = picture().hash
const figure = (fields: Partial<FigureBlock> = {}): FigureBlock => {
  const whole = { alt: 'A roof', picture: HASH, credit: 's1' }
  return { type: 'figure', id: 'f', ...whole, ...fields }
}
const sourced = { kind: 'fact', confidence: 'confirmed', citations: [citation()] } as const

/** Blockers of an article of two approved sentences with figures between them. */
function blockers(figures: readonly FigureBlock[], credited: Partial<Source> = {}) {
  const plain = article(['<a>It rained.</a>', '<b1>It leaks.</b1>'], { a: sourced, b1: sourced })
  const [first, last] = plain.blocks
  const content = { ...plain, blocks: [first!, ...figures, last!] }
  const sources = [source(credited)]
  const approvals = derive(content, { sources }).map((status) => approvalOf(status))
  const statuses = derive(content, { sources, approvals })
  const find = (hash: string) => (hash === HASH ? picture() : undefined)
  return gateOf(statuses, [], registry(...sources), placedFigures(content, find))
}

const kinds = (fields: Partial<FigureBlock>) => blockers([figure(fields)]).map(({ kind }) => kind)

describe('[FIG5] what a figure owes its readers', () => {
  it.each<[string, Partial<FigureBlock>, readonly string[]]>([
    ['nothing', {}, []],
    ['no picture', { picture: null }, ['figureWithoutPicture']],
    [
      'a picture that the article does not have',
      { picture: 'f'.repeat(64) },
      ['figureWithoutPicture'],
    ],
    ['no description', { alt: ' \n' }, ['figureWithoutAlt']],
    ['no credit', { credit: null }, ['figureWithoutCredit']],
    ['a credit that nobody knows', { credit: 's9' }, ['creditUnknown']],
    [
      'nothing at all',
      { picture: null, alt: '', credit: null },
      ['figureWithoutPicture', 'figureWithoutAlt', 'figureWithoutCredit'],
    ],
  ])('[FIG5] %s', (_, fields, expected) => {
    expect(kinds(fields)).toEqual(expected)
  })

  it('[FIG5] a credit that was withdrawn, or may not be named', () => {
    const found = (fields: Partial<Source>) =>
      blockers([figure()], fields)
        .map(({ kind }) => kind)
        .filter((kind) => kind.startsWith('credit'))
    expect(found({ retiredAt: '2026-01-01T00:00:00.000Z' })).toEqual(['creditRetired'])
    expect(found({ terms: 'background' })).toEqual(['creditForbidden'])
    expect(found({})).toEqual([])
  })

  it('[GAT1, GAT4] stands in the order of the text, says where, and counts once a figure', () => {
    const found = blockers([figure({ alt: '', credit: null }), figure({ id: 'g', alt: '' })])
    expect(found.map(({ figure: at, kind }) => [at, kind])).toEqual([
      [1, 'figureWithoutAlt'],
      [1, 'figureWithoutCredit'],
      [2, 'figureWithoutAlt'],
    ])
    expect(placesToClear(found)).toBe(2)
    for (const { message } of found) expect(message).toMatch(/\.$/)
  })

  it('[FIG5] the gate is green for figures exactly when each has all three', () => {
    const any = fc.record({
      alt: fc.constantFrom('', ' ', 'A roof'),
      picture: fc.constantFrom(null, HASH, '0'.repeat(64)),
      credit: fc.constantFrom(null, 's1', 's2'),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), (all) => {
        const whole = all.every(
          (each) => each.alt.trim() && each.picture === HASH && each.credit === 's1',
        )
        expect(blockers(all.map((each) => figure(each))).length === 0).toBe(whole)
      }),
    )
  })
})
