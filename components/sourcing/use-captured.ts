import { useEffect, useState } from 'react'
import { capturesApi } from '#lib/collab/browser/captures-api.ts'
import { type Captured, capturedIndex } from './captured-index.ts'

/** The captured text of a source, and the way to get one. */
export function useCaptured(sourceId: string) {
  const [found, setFound] = useState<{ readonly of: string; readonly captured: Captured } | null>(
    null,
  )
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  useEffect(() => {
    let isGone = false
    void capturedIndex(sourceId).then((captured) => {
      if (!isGone) setFound({ of: sourceId, captured })
    })
    return () => {
      isGone = true
    }
  }, [sourceId])
  const take = async () => {
    if (isBusy) return
    setBusy(true)
    setTrouble('')
    const answer = await capturesApi(sourceId).take()
    if (!answer.ok) setTrouble(answer.message)
    else setFound({ of: sourceId, captured: await capturedIndex(sourceId, true) })
    setBusy(false)
  }
  return { captured: found?.of === sourceId ? found.captured : null, isBusy, trouble, take }
}
