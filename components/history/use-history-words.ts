import { useFormatter, useTranslations } from 'next-intl'
import { type TimeWords, useTimeWords } from '#components/ui/time-words.ts'
import { useRow } from '#components/ui/use-row.ts'
import type { List, Words } from '#components/ui/words.ts'

/** What the sentences about moments are made with. */
export interface HistoryWords {
  readonly t: Words<'history'>
  /** `a, b and c`. */
  readonly list: List
  /** `a, b, c`. */
  readonly row: List
  readonly time: TimeWords
}

export function useHistoryWords(): HistoryWords {
  const t = useTranslations('history')
  const { list } = useFormatter()
  return {
    t,
    list: (items) => list(items),
    row: useRow(),
    time: useTimeWords(),
  }
}
