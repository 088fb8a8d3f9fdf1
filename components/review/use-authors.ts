'use client'
import { useEffect, useRef, useState } from 'react'
import type { ArticleActions, ArticleModel } from '#components/workspace/model.ts'

/** Long enough that somebody who types does not make every reviewer's page ask the server for each letter. */
const SETTLED_MS = 800

type Authors = readonly (readonly string[])[]

const NOBODY: Authors = []

/** Who changed each sentence since its last valid approval, asked for again when the text or the decisions change. */
export function useAuthors(
  { facts, statuses }: Pick<ArticleModel, 'facts' | 'statuses'>,
  ask: ArticleActions['authors'],
): Authors {
  const [authors, setAuthors] = useState(NOBODY)
  const latest = useRef(ask)
  const isFirst = useRef(true)
  useEffect(() => {
    latest.current = ask
  }, [ask])
  const stamp = statuses.map(({ fingerprint }) => fingerprint).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: facts and stamp say when to ask, not what
  useEffect(() => {
    let stale = false
    const wait = isFirst.current ? 0 : SETTLED_MS
    const timer = setTimeout(async () => {
      isFirst.current = false
      const answer = await latest.current()
      // Unanswered: what was known stays. The server refuses one's own work whatever stands here.
      if (answer.ok && !stale) setAuthors(answer.value.authors)
    }, wait)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [facts, stamp])
  return authors
}
