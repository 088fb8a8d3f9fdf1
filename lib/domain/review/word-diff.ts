import { diffArrays } from 'diff'

/** A stretch of words that stayed, went, or came. */
export interface DiffSegment {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** White space; a word or figure with its currency and inner marks, as in €6,140 or 12:30; else one mark [DIF3]. */
const TOKEN = /\s+|\p{Sc}?[\p{L}\p{N}\p{M}]+(?:[.,:'’-][\p{L}\p{N}\p{M}]+)*|./gsu

/** Beyond this many differing words nobody reads a diff; the whole is shown as replaced. */
const FARTHEST = 600

/** What changed between two texts, by words [DIF1]. */
export function wordDiff(before: string, after: string): readonly DiffSegment[] {
  if (before === after) return before ? [{ kind: 'same', text: before }] : []
  const changes = diffArrays(tokensOf(before), tokensOf(after), { maxEditLength: FARTHEST })
  if (!changes) return joined([removed(before), added(after)])
  return joined(
    changes.map(({ value, added, removed }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    })),
  )
}

/** The same in a few words, for a list: `was 412, now 398` [DIF5]. */
export function changeInWords(before: string, after: string): string {
  if (before === after) return 'the words are the same'
  const changes = changesOf(wordDiff(before, after))
  const counts = changes.map(({ gone, come }) => Math.max(wordsIn(gone), wordsIn(come)))
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return 'only spaces or punctuation changed'
  if (total > 2) return 'several words changed'
  return changes
    .filter((_, index) => counts[index])
    .map(inWords)
    .join('; ')
}

function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? []
}

/**
 * Changes with nothing but white space between them are one, and what went stands before what came: a phrase is
 * read as a phrase, not word by word [DIF4].
 */
function joined(segments: readonly DiffSegment[]): readonly DiffSegment[] {
  const result: DiffSegment[] = []
  let gone = ''
  let come = ''
  const close = () => {
    if (gone) result.push(removed(gone))
    if (come) result.push(added(come))
    gone = ''
    come = ''
  }
  segments.forEach((segment, index) => {
    const between = index > 0 && index + 1 < segments.length && !segment.text.trim()
    if (segment.kind === 'removed') gone += segment.text
    else if (segment.kind === 'added') come += segment.text
    else if (between) {
      gone += segment.text
      come += segment.text
    } else {
      close()
      result.push(segment)
    }
  })
  close()
  return result
}

interface WordChange {
  readonly gone: string
  readonly come: string
}

function changesOf(segments: readonly DiffSegment[]): readonly WordChange[] {
  const changes: WordChange[] = []
  segments.forEach(({ kind, text }, index) => {
    const last = changes.at(-1)
    if (kind === 'removed') changes.push({ gone: text.trim(), come: '' })
    if (kind !== 'added') return
    if (last && segments[index - 1]?.kind === 'removed') {
      changes[changes.length - 1] = { ...last, come: text.trim() }
    } else changes.push({ gone: '', come: text.trim() })
  })
  return changes
}

function wordsIn(text: string): number {
  return tokensOf(text).filter((token) => /[\p{L}\p{N}]/u.test(token)).length
}

function inWords({ gone, come }: WordChange): string {
  if (!gone) return `new: “${come}”`
  return come ? `was ${gone}, now ${come}` : `gone: “${gone}”`
}

function removed(text: string): DiffSegment {
  return { kind: 'removed', text }
}

function added(text: string): DiffSegment {
  return { kind: 'added', text }
}
