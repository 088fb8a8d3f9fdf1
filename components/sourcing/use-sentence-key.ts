import { useRef } from 'react'
import { followSentence } from '#components/review/follow.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'

/** A number that stays while the sentence is the same one, whatever is typed in it or before it. */
export function useSentenceKey(
  status: SentenceStatus | undefined,
  statuses: readonly SentenceStatus[],
): number {
  const last = useRef({ status, statuses, key: 0 })
  if (last.current.status !== status) {
    const { status: before, statuses: known, key } = last.current
    const isSame = known !== statuses && before && followSentence(before, statuses) === status
    last.current = { status, statuses, key: isSame ? key : key + 1 }
  }
  return last.current.key
}
