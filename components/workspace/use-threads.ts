import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Answer } from '#lib/collab/browser/api.ts'
import { threadsApi } from '#lib/collab/browser/threads-api.ts'
import type { Quoted } from '#lib/domain/talk/places.ts'
import type { Talk } from '#lib/domain/talk/thread.ts'
import { useRefresh } from './use-refresh.ts'

/** What people say about the article, fetched again when the server says that it changed, and the calls that change it. */
export function useThreads(articleId: string) {
  const [talk, setTalk] = useState<Talk | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const api = useMemo(() => threadsApi(articleId), [articleId])
  const refresh = useRefresh(
    useCallback(async () => {
      const answer = await api.list()
      if (answer.ok) setTalk(answer.value)
      setFailed(answer.ok ? null : answer.message)
    }, [api]),
  )
  useEffect(() => void refresh(), [refresh])

  const remote = useMemo(() => {
    const then = async <T>(answer: Promise<Answer<T>>) => {
      const done = await answer
      await refresh()
      return done
    }
    return {
      open: (quoted: Quoted, text: string) => then(api.open(quoted, text)),
      answer: (id: string, text: string) => then(api.answer(id, text)),
      place: (id: string, quoted: Quoted) => then(api.place(id, quoted)),
      settle: (id: string, resolved: boolean) => then(api.settle(id, resolved)),
      read: (id: string, messageId: string) => then(api.read(id, messageId)),
    }
  }, [api, refresh])

  return { talk, failed, refresh, remote }
}
