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

/** The same for a list: what changed where it is a word or two, else no more than how much [DIF5]. */
export type BriefChange =
  | { readonly kind: 'nothing' | 'noWords' | 'several' }
  | { readonly kind: 'few'; readonly changes: readonly WordChange[] }

export function changeInBrief(before: string, after: string): BriefChange {
  if (before === after) return { kind: 'nothing' }
  const changes = changesOf(wordDiff(before, after))
  const counts = changes.map(({ gone, come }) => Math.max(wordsIn(gone), wordsIn(come)))
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return { kind: 'noWords' }
  if (total > 2) return { kind: 'several' }
  return { kind: 'few', changes: changes.filter((_, index) => counts[index]) }
}

/** The same in English: `was 412, now 398` [DIF5]. */
export function changeInWords(before: string, after: string): string {
  const change = changeInBrief(before, after)
  switch (change.kind) {
    case 'nothing':
      return 'the words are the same'
    case 'noWords':
      return 'only spaces or punctuation changed'
    case 'several':
      return 'several words changed'
    case 'few':
      return change.changes.map(inWords).join('; ')
    default:
      return change satisfies never
  }
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
  segments.forEach(({ kind, text }, index) => {
    const isBetween = index > 0 && index + 1 < segments.length && !text.trim()
    if (kind !== 'added' && (kind === 'removed' || isBetween)) gone += text
    if (kind !== 'removed' && (kind === 'added' || isBetween)) come += text
    if (kind !== 'same' || isBetween) return
    result.push(...replacement(gone, come), { kind, text })
    gone = ''
    come = ''
  })
  return merged([...result, ...replacement(gone, come)])
}

/** White space on both edges of both is no part of the change. */
function replacement(gone: string, come: string): readonly DiffSegment[] {
  const lead = commonEdge(gone, come, /^\s+/u)
  const [out, into] = [gone.slice(lead.length), come.slice(lead.length)]
  const trail = commonEdge(out, into, /\s+$/u)
  const end = trail.length ? -trail.length : undefined
  return [same(lead), removed(out.slice(0, end)), added(into.slice(0, end)), same(trail)]
}

function commonEdge(gone: string, come: string, edge: RegExp): string {
  const space = gone.match(edge)?.[0] ?? ''
  return space === come.match(edge)?.[0] ? space : ''
}

/** Neighbours of one kind as one; none that is empty. */
function merged(segments: readonly DiffSegment[]): readonly DiffSegment[] {
  const result: DiffSegment[] = []
  for (const segment of segments) {
    const last = result.at(-1)
    if (!segment.text) continue
    if (last?.kind === segment.kind) {
      result[result.length - 1] = { kind: last.kind, text: last.text + segment.text }
    } else result.push(segment)
  }
  return result
}

/** Either may be empty, never both. */
export interface WordChange {
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

function same(text: string): DiffSegment {
  return { kind: 'same', text }
}

function removed(text: string): DiffSegment {
  return { kind: 'removed', text }
}

function added(text: string): DiffSegment {
  return { kind: 'added', text }
}
