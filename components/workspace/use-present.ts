import { useEffect, useState } from 'react'
import type { ArticleSession } from '#lib/collab/browser/article-session.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import type { ArticleModel } from './model.ts'

/** Who is in the article, by what the server stamped. Oneself first. */
export function usePresent(session: ArticleSession | null, me: Actor): ArticleModel['present'] {
  const [present, setPresent] = useState<ArticleModel['present']>([])
  useEffect(() => {
    if (!session) return
    const read = () => {
      const others = new Map<string, ArticleModel['present'][number]>()
      for (const state of session.awareness.getStates().values()) {
        const person = state.user as ArticleModel['present'][number] | undefined
        if (person?.id && person.id !== me.id) others.set(person.id, person)
      }
      const list = [
        { id: me.id, name: me.name, colour: freeColour(others.values()) },
        ...others.values(),
      ]
      setPresent((before) => (JSON.stringify(before) === JSON.stringify(list) ? before : list))
    }
    read()
    session.awareness.on('change', read)
    return () => session.awareness.off('change', read)
  }, [session, me])
  return present
}

/** What we look like is stamped on what others get; here we take the first colour that nobody has, as the server does. */
function freeColour(others: Iterable<{ readonly colour: number }>): number {
  const taken = new Set([...others].map(({ colour }) => colour))
  return [1, 2, 3, 4, 5, 6, 7, 8].find((colour) => !taken.has(colour)) ?? 8
}
