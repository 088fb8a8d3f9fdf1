import type { List, Words } from '#components/ui/words.ts'
import type { DeskLine } from './entry.ts'

/** The worst first. */
const PROBLEMS = ['rejected', 'disputed', 'queried', 'stale', 'changed', 'none'] as const

export interface Problems {
  /** The worst of them: its shape stands before the words. */
  readonly worst: (typeof PROBLEMS)[number]
  readonly words: string
}

/** What is wrong with an article. That a draft is not tagged yet is no problem: its bar says so. */
export function problemsOf(
  t: Words<'desk'>,
  row: List,
  { counts, state }: DeskLine,
): Problems | null {
  const found = PROBLEMS.filter(
    (problem) => counts[problem] && (problem !== 'none' || state !== 'draft'),
  )
  const [worst] = found
  if (!worst || state === 'archived') return null
  const words = found.map((problem) => t(`problem.${problem}`, { count: counts[problem] ?? 0 }))
  return { worst, words: row(words) }
}
