import { useEffect, useState } from 'react'
import type { ArticleSession } from '#lib/collab/browser/article-session.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { personColour } from '#lib/domain/shared/person-colour.ts'
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
      // What we look like is stamped on what others get; here the same is said by the same function.
      const colour = personColour(
        me.id,
        [...others.values()].map((other) => other.colour),
      )
      const list = [{ id: me.id, name: me.name, colour }, ...others.values()]
      setPresent((before) => (JSON.stringify(before) === JSON.stringify(list) ? before : list))
    }
    read()
    session.awareness.on('change', read)
    return () => session.awareness.off('change', read)
  }, [session, me])
  return present
}
