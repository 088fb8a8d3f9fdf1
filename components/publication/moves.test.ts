import { expect, it } from 'vitest'
import { moveNamed, stateLabel } from './moves.ts'

it('[STA3] archiving says what stays public, and taking back what becomes of it', () => {
  expect(moveNamed('draft', 'archived').means).toContain('Nothing of it has been published.')
  expect(moveNamed('published', 'archived', 1).means).toContain('Version 1 stays public')
  expect(moveNamed('published', 'archived', 3).means).toContain('Its 3 versions stay public')
  expect(moveNamed('archived', 'inReview').name).toBe('Take back')
  expect(moveNamed('archived', 'published').means).toContain('published as before')
})

it('[STA8] what was published and has changed can be sent to its legal read', () => {
  expect(moveNamed('published', 'legalRead').name).toBe('Send to the legal read')
  expect(moveNamed('published', 'inReview').name).not.toBe('Send to the legal read')
})

it('[STA9] what was corrected last is corrected, while it is published', () => {
  expect(stateLabel('published', 'correction')).toBe('Corrected')
  expect(stateLabel('published', 'update')).toBe('Published')
  expect(stateLabel('published', null)).toBe('Published')
  expect(stateLabel('inReview', 'correction')).toBe('In review')
  expect(stateLabel('archived', 'correction')).toBe('Archived')
})
