import type { Words } from '#components/ui/words.ts'
import { changeInBrief, type WordChange } from '#lib/domain/review/word-diff.ts'

type T = Words<'sourcing'>

/** What changed between two texts, in a few words: `was 412, now 398` [DIF5]. */
export function changeWords(t: T, before: string, after: string): string {
  const change = changeInBrief(before, after)
  if (change.kind !== 'few') return t(`change.${change.kind}`)
  // Two at most: each has a word, and more than two words are several.
  const [first = '', second] = change.changes.map((each) => oneInWords(t, each))
  return second === undefined ? first : t('change.two', { first, second })
}

function oneInWords(t: T, { gone, come }: WordChange): string {
  if (!gone) return t('change.came', { come })
  return come ? t('change.replaced', { gone, come }) : t('change.went', { gone })
}
