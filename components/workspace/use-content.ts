import { useEffect, useState } from 'react'
import type { ArticleSession } from '#lib/collab/browser/article-session.ts'
import type { ArticleContent } from '#lib/domain/sourcing/article-content.ts'

/** The content of an article as it changes: at most once a frame, so that typing never waits for what is derived. */
export function useContent(session: ArticleSession | null): ArticleContent | null {
  const [content, setContent] = useState<ArticleContent | null>(null)
  useEffect(() => {
    if (!session) {
      setContent(null)
      return
    }
    let frame = 0
    const read = () => {
      frame = 0
      setContent(session.reader.content)
    }
    read()
    const stop = session.reader.onChange(() => {
      frame ||= requestAnimationFrame(read)
    })
    return () => {
      stop()
      cancelAnimationFrame(frame)
    }
  }, [session])
  return content
}
