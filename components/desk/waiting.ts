import type { Actor } from '#lib/domain/access/policy.ts'
import type { Display } from '#lib/domain/review/status.ts'
import type { DeskLine } from './entry.ts'

/** What a reviewer answers, and what a writer does. */
const FOR_REVIEWERS: readonly Display[] = ['waiting', 'stale']
const FOR_WRITERS: readonly Display[] = ['rejected', 'queried', 'changed', 'disputed']

/**
 * Whether an article waits for this person. A reviewer: sentences in review to decide. A writer: their own article has
 * questions or sentences to source. A publisher: nothing is in the way of publication any more. Whoever is named in a comment.
 */
export function waitsFor(me: Actor, line: DeskLine): boolean {
  const { state, own, counts, blockers, coverage, mentions } = line
  if (mentions > 0) return true
  const some = (displays: readonly Display[]) => displays.some((display) => counts[display])
  if (state === 'archived' || state === 'retracted' || !coverage?.sentences) return false
  const working = state === 'draft' || state === 'inReview'
  if (me.roles.includes('reviewer') && state !== 'draft' && some(FOR_REVIEWERS)) return true
  if (me.roles.includes('publisher') && state === 'inReview' && blockers === 0) return true
  return own && (some(FOR_WRITERS) || (working && some(['none'])))
}

const NUMBERS = 'No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve'.split(' ')

/** The head of the desk: "Three articles wait for you, Ana". */
export function waitingWords(count: number, name: string): string {
  const first = name.trim().split(/\s+/u)[0] ?? name
  if (count === 0) return `Nothing waits for you, ${first}`
  const number = NUMBERS[count] ?? String(count)
  return `${number} ${count === 1 ? 'article waits' : 'articles wait'} for you, ${first}`
}
