import { useEffect, useState } from 'react'
import { fetchPages } from '#lib/collab/browser/captures-api.ts'
import type { Capture } from '#lib/domain/sourcing/capture.ts'

export type Pages = readonly string[] | 'loading' | 'failed'

/** The text of a capture. It never changes: what came stays. */
export function usePages(capture: Pick<Capture, 'id' | 'sourceId' | 'textHash'> | null) {
  const [shown, setShown] = useState<{ readonly id: string; readonly pages: Pages } | null>(null)
  const [tries, setTries] = useState(0)
  const { id = '', sourceId = '', textHash = null } = capture ?? {}
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    if (!textHash) return
    let isGone = false
    setShown({ id, pages: 'loading' })
    void fetchPages({ id, sourceId }).then((pages) => {
      if (!isGone) setShown({ id, pages: pages ?? 'failed' })
    })
    return () => {
      isGone = true
    }
  }, [id, sourceId, textHash, tries])
  const pages: Pages = shown?.id === id ? shown.pages : 'loading'
  return { pages, retry: () => setTries((count) => count + 1) }
}
