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
      const people = new Map([[me.id, { id: me.id, name: me.name, colour: 1 }]])
      for (const { user } of session.awareness.getStates().values() as Iterable<{
        user?: unknown
      }>) {
        const person = user as { id: string; name: string; colour: number } | undefined
        if (person?.id) people.set(person.id, person)
      }
      const list = [...people.values()]
      setPresent((before) => (JSON.stringify(before) === JSON.stringify(list) ? before : list))
    }
    read()
    session.awareness.on('change', read)
    return () => session.awareness.off('change', read)
  }, [session, me])
  return present
}
