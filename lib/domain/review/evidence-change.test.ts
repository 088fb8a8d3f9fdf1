import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Annotation, CONFIDENCES, KINDS, RELATIONS } from '#lib/domain/sourcing/annotation.ts'
import { cite, claim } from '#lib/testing/status-builder.ts'
import { evidenceChanges } from './evidence-change.ts'

const on = (...more: Parameters<typeof claim>[1][]): readonly Annotation[] =>
  more.flatMap((one) => claim('It sank.', { id: 'a', ...one }).annotation ?? [])

it('[QUE11] names citations that came, went and say something else, and what else is said', () => {
  const log = cite('log', { locator: { label: 'page', value: '14' }, quote: 'It sank.' })
  const board = cite('board')
  const before = on({ cites: [log, board], kind: 'fact', confidence: 'likely' })
  const moved = { ...log, locator: { label: 'page', value: '15' }, relation: 'context' } as const
  const after = on({ cites: [moved, cite('crew')], kind: 'number', confidence: 'likely' })
  expect(evidenceChanges(before, after)).toEqual([
    { what: 'said', field: 'kind', before: 'fact', after: 'number' },
    { what: 'removed', citation: board },
    { what: 'changed', before: log, after: moved, fields: ['relation', 'locator'] },
    { what: 'added', citation: cite('crew') },
  ])
})

it('[QUE11] a source that was removed and attached again is the one of before', () => {
  const before = on({ cites: [cite('log', { id: 'first', quote: 'It sank.' })] })
  const after = on({ cites: [cite('log', { id: 'second', quote: 'It sank.' })] })
  expect(evidenceChanges(before, after)).toEqual([])
})

it('[QUE11] a citation whose source was replaced is one that went and one that came', () => {
  const before = on({ cites: [cite('log', { id: 'c' })] })
  const after = on({ cites: [cite('crew', { id: 'c' })] })
  expect(evidenceChanges(before, after).map(({ what }) => what)).toEqual(['removed', 'added'])
})

it('[QUE11] internal notes and the words that were confirmed are no evidence', () => {
  const sourcedText = { exact: 'It sank.', prefix: '', suffix: '', scope: 'sentence' } as const
  expect(evidenceChanges(on({ note: 'a' }), on({ note: 'b', sourcedText }))).toEqual([])
  expect(evidenceChanges(on({ publicNote: '' }), on({ publicNote: 'They deny it.' }))).toEqual([
    { what: 'said', field: 'publicNote', before: null, after: 'They deny it.' },
  ])
})

const citations = fc.uniqueArray(
  fc.record({
    id: fc.nat(6).map(String),
    sourceId: fc.constantFrom('log', 'crew', 'board'),
    relation: fc.constantFrom(...RELATIONS),
    locator: fc.constant(null),
    quote: fc.constantFrom('', 'It sank.'),
    credibility: fc.constantFrom(null, 2),
  }),
  { selector: ({ id }) => id, maxLength: 5 },
)
const annotations = fc
  .record({
    cites: citations,
    kind: fc.constantFrom(...KINDS),
    confidence: fc.constantFrom(...CONFIDENCES),
  })
  .map((said) => on(said))

it('[QUE11] nothing differs from itself, and read backwards what came went', () => {
  fc.assert(
    fc.property(annotations, annotations, (before, after) => {
      expect(evidenceChanges(before, before)).toEqual([])
      const count = (changes: ReturnType<typeof evidenceChanges>, wanted: string) =>
        changes.filter(({ what }) => what === wanted).length
      const there = evidenceChanges(before, after)
      const back = evidenceChanges(after, before)
      expect(count(there, 'added')).toBe(count(back, 'removed'))
      expect(count(there, 'removed')).toBe(count(back, 'added'))
      const sizes = [before, after].map((all) => all.flatMap(({ citations: own }) => own).length)
      expect(count(there, 'added') - count(there, 'removed')).toBe(
        (sizes[1] ?? 0) - (sizes[0] ?? 0),
      )
    }),
  )
})
