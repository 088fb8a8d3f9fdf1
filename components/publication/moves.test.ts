import { expect, it } from 'vitest'
import { wordsOf } from '#lib/testing/words.ts'
import { moveNamed, stateLabel } from './moves.ts'

const t = wordsOf('moving')

it('[STA3] archiving says what stays public, and taking back what becomes of it', () => {
  expect(moveNamed(t, 'draft', 'archived').means).toContain('Nothing of it has been published.')
  expect(moveNamed(t, 'published', 'archived', 1).means).toContain('Version 1 stays public')
  expect(moveNamed(t, 'published', 'archived', 3).means).toContain('Its 3 versions stay public')
  expect(moveNamed(t, 'archived', 'inReview').name).toBe('Take back')
  expect(moveNamed(t, 'archived', 'published').means).toContain('published as before')
})

it('[STA8] what was published and has changed can be sent to its legal read', () => {
  expect(moveNamed(t, 'published', 'legalRead').name).toBe('Send to the legal read')
  expect(moveNamed(t, 'published', 'inReview').name).not.toBe('Send to the legal read')
})

it('[STA9] what was corrected last is corrected, while it is published', () => {
  expect(stateLabel(t, 'published', 'correction')).toBe('Corrected')
  expect(stateLabel(t, 'published', 'update')).toBe('Published')
  expect(stateLabel(t, 'published', null)).toBe('Published')
  expect(stateLabel(t, 'inReview', 'correction')).toBe('In review')
  expect(stateLabel(t, 'archived', 'correction')).toBe('Archived')
})
