import { expect, it } from 'vitest'
import { advance, type Cause, movesFrom, STATES, type State } from './states.ts'

const LEGAL: readonly (readonly [State, State, Cause])[] = [
  ['draft', 'inReview', 'move'],
  ['draft', 'archived', 'move'],
  ['draft', 'published', 'version'],
  ['draft', 'retracted', 'retraction'],
  ['inReview', 'draft', 'move'],
  ['inReview', 'archived', 'move'],
  ['inReview', 'published', 'version'],
  ['inReview', 'retracted', 'retraction'],
  ['published', 'inReview', 'move'],
  ['published', 'archived', 'move'],
  ['published', 'published', 'version'],
  ['published', 'retracted', 'retraction'],
  ['retracted', 'archived', 'move'],
  ['archived', 'draft', 'move'],
]

it('[STA1] exactly these moves are legal, each by one cause', () => {
  const causes: readonly Cause[] = ['move', 'version', 'retraction']
  const found = STATES.flatMap((from) =>
    STATES.flatMap((to) =>
      causes.filter((cause) => advance(from, to, cause).ok).map((cause) => [from, to, cause]),
    ),
  )
  expect(found.sort()).toEqual([...LEGAL].sort())
})

it('[STA1] a move that the table lacks is a conflict, told in words', () => {
  const refused = advance('retracted', 'published', 'version')
  expect(refused).toMatchObject({ ok: false, failure: { kind: 'conflict' } })
  if (!refused.ok) expect(refused.failure.message).toContain('retracted cannot become published')
})

it('[STA1] where people may move an article from here', () => {
  expect(movesFrom('draft')).toEqual(['inReview', 'archived'])
  expect(movesFrom('published')).toEqual(['inReview', 'archived'])
  expect(movesFrom('retracted')).toEqual(['archived'])
})
