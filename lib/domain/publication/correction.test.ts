import { describe, expect, it } from 'vitest'
import { smallVersion } from '#lib/testing/version-small.ts'
import { correctionOf, correctionProblem } from './correction.ts'
import { CHANGES } from './version.ts'

const wish = { wrong: 'There were 412.', right: 'There were 398.' }
const { sentences } = smallVersion()

describe('[VER14] a correction', () => {
  it('says what was wrong and what is right, and no other change does', () => {
    for (const change of CHANGES) {
      expect(correctionProblem(change, undefined) === null).toBe(change !== 'correction')
      expect(correctionProblem(change, wish) === null).toBe(change === 'correction')
    }
    expect(correctionProblem('correction', { ...wish, wrong: ' ' })).toContain('what was wrong')
    expect(correctionProblem('correction', { ...wish, right: '\n' })).toContain('what is right')
  })

  it('is about the sentences that it names, in the order of the text, else about those that changed', () => {
    const [, one, two] = sentences
    expect(correctionOf(wish, sentences, ['s-1'])).toEqual({ ...wish, sentences: ['s-1'] })
    expect(correctionOf({ ...wish, sentences: [] }, sentences, ['s-1'])?.sentences).toEqual(['s-1'])
    const named = [two?.fingerprint ?? '', one?.fingerprint ?? '']
    expect(correctionOf({ ...wish, sentences: named }, sentences, [])?.sentences).toEqual([
      one?.id,
      two?.id,
    ])
    expect(correctionOf({ ...wish, sentences: ['gone'] }, sentences, [])).toBeNull()
  })
})
