import { useEffect, useState } from 'react'
import { historyApi } from '#lib/collab/browser/history-api.ts'
import type { SentenceHistory } from '#lib/domain/history/follow.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'

/** What the server has on record of a sentence; words when it has no answer, null while it is asked. */
export type SentenceRecord = SentenceHistory | string | null

/** Whoever walks through the sentences asks for none of them. */
const REST_MS = 1_000

/** Asked for once somebody stays with the sentence, and again when it says another thing. */
export function useSentenceRecord(articleId: string, status: SentenceStatus): SentenceRecord {
  const [answer, setAnswer] = useState<{ of: string; found: SentenceHistory | string } | null>(null)
  const { annotationIds, blockId, text } = status.sentence
  const { fingerprint } = status
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the sentence says another thing
  useEffect(() => {
    let isGone = false
    const timer = setTimeout(async () => {
      const trace = { annotationIds, blockId, text }
      const came = await historyApi(articleId).sentence(trace, null)
      if (!isGone) setAnswer({ of: fingerprint, found: came.ok ? came.value : came.message })
    }, REST_MS)
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [articleId, fingerprint])
  return answer?.of === fingerprint ? answer.found : null
}
