import { useCallback, useEffect, useState } from 'react'
import type { MomentText } from '#lib/domain/history/compare.ts'
import type { Moment } from '#lib/domain/history/moments.ts'
import type { History } from './use-history.ts'

/** What a moment is compared with: the one before it, the article now, or the one after that row of the log. */
export type Against = 'before' | 'now' | number

type Read =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly text: MomentText }
  | { readonly kind: 'failed'; readonly message: string }

/** The article at the chosen moment, compared with another one. */
export function useMoment(
  api: History['api'],
  moment: Moment | null,
  against: Against,
  head: number,
) {
  const [read, setRead] = useState<Read>({ kind: 'loading' })
  const [tries, setTries] = useState(0)
  const seq = moment?.seq ?? 0
  const compare = rowOf(against, moment, head)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is asked for by its number
  useEffect(() => {
    if (!seq) return
    let isWanted = true
    setRead({ kind: 'loading' })
    void api.read(seq, compare).then((answer) => {
      if (!isWanted) return
      if (answer.ok) setRead({ kind: 'ready', text: answer.value })
      else setRead({ kind: 'failed', message: answer.message })
    })
    return () => {
      isWanted = false
    }
  }, [api, seq, compare, tries])
  const again = useCallback(() => setTries((count) => count + 1), [])
  return { read, again }
}

function rowOf(against: Against, moment: Moment | null, head: number): number {
  if (against === 'now') return head
  return against === 'before' ? (moment?.previous ?? 0) : against
}
