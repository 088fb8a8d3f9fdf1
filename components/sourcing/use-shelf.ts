import { useMemo, useRef, useState } from 'react'
import type { ArticleModel } from '#components/workspace/model.ts'
import { ShelfNumbers, sourcesOf, usesOf } from './shelf-of.ts'

/** The numbered sources of an article for this person. They keep their numbers while the tab is open, also when it is loaded anew. */
export function useShelf({ facts, statuses, findSource, view }: ArticleModel) {
  const key = `galley:shelf:${facts.id}`
  const numbers = useRef<ShelfNumbers | null>(null)
  const [touched, setTouched] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a touch changes the numbers
  const shelf = useMemo(() => {
    // What the article cites comes first.
    if (!view.loaded) return []
    numbers.current ??= new ShelfNumbers(keptIn(key))
    const registry = facts.sources.filter(({ mergedInto }) => !mergedInto).map(({ id }) => id)
    const isAlive = (id: string) => findSource(id)?.retiredAt === null
    const ids = numbers.current.settle(usesOf({ statuses, findSource }), registry, isAlive)
    if (typeof sessionStorage !== 'undefined') sessionStorage.setItem(key, JSON.stringify(ids))
    return sourcesOf(ids, findSource)
  }, [key, facts.sources, statuses, findSource, view.loaded, touched])
  const touch = (id: string) => {
    numbers.current?.touch(id)
    setTouched((count) => count + 1)
  }
  return { shelf, touch }
}

function keptIn(key: string): readonly string[] {
  if (typeof sessionStorage === 'undefined') return []
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}
