import { useEffect, useState, useSyncExternalStore } from 'react'
import { articleApi } from '#lib/collab/browser/api.ts'
import {
  type Announced,
  ArticleSession,
  type SessionView,
} from '#lib/collab/browser/article-session.ts'

const CLOSED: SessionView = {
  save: { kind: 'connecting' },
  loaded: false,
  readOnly: true,
  suggests: false,
}

/** Opens the article while the page is there. `announced` is told what to fetch again. */
export function useSession(
  articleId: string,
  personId: string,
  announced: (type: Announced) => void,
): { readonly session: ArticleSession | null; readonly view: SessionView } {
  const [session, setSession] = useState<ArticleSession | null>(null)
  useEffect(() => {
    const opened = new ArticleSession({
      articleId,
      personId,
      requestTicket: articleApi(articleId).ticket,
      announced,
    })
    setSession(opened)
    return () => {
      setSession(null)
      void opened.close()
    }
  }, [articleId, personId, announced])
  const view = useSyncExternalStore(
    (listener) => session?.subscribe(listener) ?? (() => undefined),
    () => session?.view ?? CLOSED,
    () => CLOSED,
  )
  return { session, view }
}
