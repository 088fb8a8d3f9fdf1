import { describe, expect, it } from 'vitest'
import type { Change, VersionState } from '#lib/domain/publication/version.ts'
import { noticesOf } from './version-notices.ts'

/** Versions of these kinds, numbered from 1; what is in brackets was taken down, and its note with it. */
function versionsOf(kinds: string): readonly VersionState[] {
  return kinds.split(' ').map((kind, at) => {
    const isGone = kind.startsWith('(')
    return {
      number: at + 1,
      change: kind.replace(/[()]/g, '') as Change,
      note: isGone ? '' : `Note ${at + 1}.`,
      publishedAt: '2026-01-01T00:00:00.000Z',
      hash: String(at + 1).repeat(64),
      takenDownAt: isGone ? '2026-02-01T00:00:00.000Z' : null,
    }
  })
}

/** The notice of a version as one line: kind, words, [link] and where it leads. */
function told(number: number, kinds: string): string | null {
  const [notice, ...more] = noticesOf({ slug: 'story', number }, versionsOf(kinds))
  expect(more).toEqual([])
  if (!notice) return null
  const { kind, text, link } = notice
  return `${kind}: ${text}${link ? ` [${link.text}] ${link.href}` : ''}`
}

describe('the notice of a version', () => {
  it('[FMT30] the latest has none, nor has one that is alone', () => {
    expect(told(1, 'first')).toBe(null)
    expect(told(2, 'first correction')).toBe(null)
    expect(noticesOf({ slug: 'story', number: 1 }, [])).toEqual([])
  })

  it('[FMT30] an older one says that it is not the latest, and one of before a correction that it was corrected', () => {
    expect(told(1, 'first update')).toBe(
      'superseded: Version 1 is not the latest. [Read the latest version] /read/story',
    )
    expect(told(1, 'first correction update')).toBe(
      'corrected: Version 1 has been corrected since. [Read the corrected version] /read/story',
    )
    expect(told(2, 'first correction update')).toMatch(/^superseded: Version 2 is not the latest/)
  })

  it('[VER11] every version of what was retracted says so and why, and leads to the retraction', () => {
    for (const number of [1, 2])
      expect(told(number, 'first correction retraction')).toBe(
        'retracted: This article has been retracted. Note 3. [Read why] /read/story',
      )
    expect(told(3, 'first correction retraction')).toBe(
      'retracted: This article has been retracted. Note 3.',
    )
  })

  it('[FMT30] it says that the latest was taken down, and leads to the newest words that stand', () => {
    expect(told(1, 'first update (update)')).toBe(
      'superseded: Version 1 is not the latest. Version 3, the latest, was taken down for reasons of law. [Read version 2] /read/story/v/2',
    )
    expect(told(1, 'first correction (update)')).toContain(
      'has been corrected since. Version 3, the latest, was taken down for reasons of law. [Read version 2]',
    )
    expect(told(1, 'first (update) update')).toBe(
      'superseded: Version 1 is not the latest. [Read the latest version] /read/story',
    )
  })

  it('[FMT30] it leads nowhere where no later words stand', () => {
    expect(told(1, 'first (correction)')).toBe(
      'corrected: Version 1 has been corrected since. Version 2, the latest, was taken down for reasons of law.',
    )
    expect(told(1, 'first (update) (update)')).not.toContain('[')
    expect(told(1, 'first (retraction)')).toBe('retracted: This article has been retracted.')
  })
})
