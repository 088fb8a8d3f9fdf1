import type { Display } from '#lib/domain/review/status.ts'
import type { DeskLine } from './entry.ts'

export interface Problems {
  /** The worst of them: its shape stands before the words. */
  readonly worst: Display
  readonly words: string
}

const WORDS: readonly (readonly [Display, (count: number) => string])[] = [
  ['rejected', (count) => `${count} rejected`],
  ['disputed', (count) => `${count} disputed`],
  ['queried', (count) => `${count} ${count === 1 ? 'query' : 'queries'} open`],
  ['stale', (count) => `${count} to re-approve`],
  ['changed', (count) => `${count} changed`],
  ['none', (count) => `${count} untagged`],
]

/** What is wrong with an article, the worst first. That a draft is not tagged yet is no problem: its bar says so. */
export function problemsOf({ counts, state }: DeskLine): Problems | null {
  const found = WORDS.filter(
    ([display]) => counts[display] && (display !== 'none' || state !== 'draft'),
  )
  const [first] = found
  if (!first || state === 'archived') return null
  return {
    worst: first[0],
    words: found.map(([display, say]) => say(counts[display] ?? 0)).join(', '),
  }
}
