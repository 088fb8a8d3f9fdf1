import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { source } from '#lib/testing/builders.ts'
import {
  type LinkObservation,
  lostPassages,
  nextHealth,
  passageHash,
  sourceTrouble,
} from './link-health.ts'
import { type LinkHealth, linkState } from './link-state.ts'
import { indexPassages } from './passage-index.ts'

const AT = '2026-03-01T00:00:00.000Z'
const SEEN: LinkObservation = { kind: 'seen', movedTo: null, lost: [] }
const LOST: LinkObservation = { ...SEEN, lost: ['a'] }
const healthAfter = (...looks: readonly LinkObservation[]) =>
  looks.reduce<LinkHealth | null>((health, look) => nextHealth(health, look, AT), null)
const stateAfter = (...looks: readonly LinkObservation[]) => {
  const health = healthAfter(...looks)
  return health && linkState(health)
}
const [gone, silent, blind] = (['gone', 'silent', 'blind'] as const).map((kind) => ({ kind }))

const look = fc.constantFrom<LinkObservation>(
  ...[SEEN, LOST, gone, silent, blind].flatMap((one) => one ?? []),
  { kind: 'seen', movedTo: 'https://new.example/', lost: [] },
)

describe('the health of an address', () => {
  it('[CAP7] is ok, moved, changed or dead', () => {
    expect(stateAfter(SEEN)).toBe('ok')
    expect(stateAfter({ kind: 'seen', movedTo: 'https://new.example/', lost: [] })).toBe('moved')
    expect(stateAfter({ kind: 'seen', movedTo: 'https://new.example/', lost: ['a'] })).toBe(
      'changed',
    )
    const many = (kind: 'gone' | 'silent', count: number) =>
      stateAfter(SEEN, ...Array(count).fill({ kind }))
    expect([many('gone', 1), many('gone', 2)]).toEqual(['ok', 'dead'])
    expect([many('silent', 2), many('silent', 3)]).toEqual(['ok', 'dead'])
  })

  it('[CAP7] one that is blocked stays what it was; one that is seen is what it is seen to be', () => {
    fc.assert(
      fc.property(fc.array(look), (looks) => {
        expect(stateAfter(...looks, { kind: 'blind' })).toBe(stateAfter(...looks) ?? 'ok')
        expect(stateAfter(...looks, SEEN)).toBe('ok')
        expect(stateAfter(...looks, LOST)).toBe('changed')
      }),
    )
  })

  it('[CAP8] what was kept is kept while nothing gets worse', () => {
    const kept = { ...(healthAfter(LOST) as LinkHealth), keptAt: AT }
    expect(nextHealth(kept, LOST, AT).keptAt).toBe(AT)
    expect(nextHealth(kept, { kind: 'blind' }, AT).keptAt).toBe(AT)
    expect(nextHealth(kept, { kind: 'gone' }, AT).keptAt).toBe(AT)
    expect(nextHealth(kept, { ...SEEN, lost: ['a', 'b'] }, AT).keptAt).toBeNull()
    expect(nextHealth(nextHealth(kept, SEEN, AT), LOST, AT).keptAt).toBeNull()
    const dying = nextHealth(nextHealth(kept, { kind: 'gone' }, AT), { kind: 'gone' }, AT)
    expect([linkState(dying), dying.keptAt]).toEqual(['dead', null])
    const dead = { ...dying, keptAt: AT }
    expect(nextHealth(dead, { kind: 'silent' }, AT).keptAt).toBe(AT)
  })

  it('[CAP7] a passage is lost that stood in an earlier text, and stands no more', () => {
    const earlier = [indexPassages(['It carried 41,000 people.']), indexPassages(['It sank.'])]
    const now = indexPassages(['It carried 14,000 people.'])
    const quotes = ['carried 41,000 people', 'It carried', 'It sank', 'never there', '']
    expect(lostPassages(now, earlier, quotes)).toEqual(
      ['carried 41,000 people', 'It sank'].map(passageHash),
    )
    expect(lostPassages(now, [], quotes)).toEqual([])
  })

  it('[CAP8] troubles those who cite what is gone, until the copy stands in', () => {
    const citation = {
      id: 'c',
      sourceId: 's',
      relation: 'supports',
      locator: null,
      quote: 'It sank',
      credibility: null,
    } as const
    const trouble = (link: LinkHealth | null, quote = 'It sank') =>
      sourceTrouble({ ...citation, quote }, () => ({ ...source(), ...(link && { link }) }))
    const lost = healthAfter({ ...SEEN, lost: [passageHash('It  sank')] })
    expect(trouble(null)).toBeNull()
    expect(trouble(healthAfter(SEEN))).toBeNull()
    expect(trouble(lost)).toBe('lost')
    expect(trouble(lost, 'It swam')).toBeNull()
    expect(trouble(healthAfter({ kind: 'gone' }, { kind: 'gone' }), '')).toBe('dead')
    expect(trouble(lost && { ...lost, keptAt: AT })).toBeNull()
    expect(sourceTrouble(citation, () => undefined)).toBeNull()
  })
})
