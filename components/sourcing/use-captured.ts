import { useEffect, useState } from 'react'
import { capturesApi } from '#lib/collab/browser/captures-api.ts'
import { type Captured, capturedIndex } from './captured-index.ts'

/** The captured text of a source, and the way to get one. */
export function useCaptured(sourceId: string) {
  const [found, setFound] = useState<{ readonly of: string; readonly captured: Captured } | null>(
    null,
  )
  const [isBusy, setBusy] = useState(false)
  const [tries, setTries] = useState(0)
  const [trouble, setTrouble] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    let isGone = false
    void capturedIndex(sourceId).then((captured) => {
      if (!isGone) setFound({ of: sourceId, captured })
    })
    return () => {
      isGone = true
    }
  }, [sourceId, tries])
  const retry = () => {
    setFound(null)
    setTries((count) => count + 1)
  }
  const take = async () => {
    if (isBusy) return
    setBusy(true)
    setTrouble('')
    const answer = await capturesApi(sourceId).take()
    if (!answer.ok) setTrouble(answer.message)
    else setFound({ of: sourceId, captured: await capturedIndex(sourceId, true) })
    setBusy(false)
  }
  const captured = found?.of === sourceId ? found.captured : null
  return { captured, isBusy, trouble, take, retry }
}
