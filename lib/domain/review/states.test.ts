import { expect, it } from 'vitest'
import { advance, type Cause, movesFrom, STATES, type State, takenBack } from './states.ts'

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
  ['archived', 'inReview', 'takeBack'],
  ['archived', 'published', 'takeBack'],
  ['archived', 'retracted', 'takeBack'],
]

it('[STA1] exactly these moves are legal, each by one cause', () => {
  const causes: readonly Cause[] = ['move', 'version', 'retraction', 'takeBack']
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

it('[STA3] an archived article goes back to where it was or to a draft, a retracted one only to that', () => {
  const ends = (before: State) => STATES.filter((to) => takenBack(to, before).ok)
  expect(ends('draft')).toEqual(['draft'])
  expect(ends('inReview')).toEqual(['draft', 'inReview'])
  expect(ends('published')).toEqual(['draft', 'published'])
  expect(ends('retracted')).toEqual(['retracted'])
})
