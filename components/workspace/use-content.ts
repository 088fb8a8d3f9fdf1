import { useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ArticleSession } from '#lib/collab/browser/article-session.ts'
import type { ArticleContent } from '#lib/domain/sourcing/article-content.ts'

export interface LiveContent {
  readonly content: ArticleContent | null
  /** Shows what has changed at once: before a command that builds on the one before it, and after one whose effect is waited for. Only from an event. */
  readonly catchUp: () => void
}

/** What is derived from a long article takes a while: it rests this many times as long as it took. */
const REST = 3

/**
 * The content of an article as it changes. What is derived from it waits until the change itself has been painted, and in
 * a long article until the writer has had the machine to themselves for a while: typing never waits for it.
 */
export function useContent(session: ArticleSession | null): LiveContent {
  const [content, setContent] = useState<ArticleContent | null>(null)
  const shown = useRef(content)
  shown.current = content
  useEffect(() => {
    if (!session) {
      setContent(null)
      return
    }
    let frame = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    let restUntil = 0
    const read = () => {
      frame = 0
      timer = undefined
      const began = performance.now()
      flushSync(() => setContent(session.reader.content))
      const ended = performance.now()
      restUntil = ended + REST * (ended - began)
    }
    const afterPaint = () => {
      timer = setTimeout(read, Math.max(0, restUntil - performance.now()))
    }
    setContent(session.reader.content)
    const stop = session.reader.onChange(() => {
      frame ||= requestAnimationFrame(afterPaint)
    })
    return () => {
      stop()
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [session])
  const catchUp = useCallback(() => {
    const now = session?.reader.content
    if (now && now !== shown.current) flushSync(() => setContent(now))
  }, [session])
  return { content, catchUp }
}
