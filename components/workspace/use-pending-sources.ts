import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { knownAt } from '#components/sourcing/known-at.ts'
import { announce } from '#components/ui/announce.ts'
import type { Words } from '#components/ui/words.ts'
import type { Annotator } from '#lib/collab/browser/annotator.ts'
import type { SessionView } from '#lib/collab/browser/article-session.ts'
import { PendingSources } from '#lib/collab/browser/pending-sources.ts'
import type { ArticleFacts } from '#lib/domain/publication/article-facts.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'

const NONE: readonly Source[] = []

/** The facts of the article with the sources that are on their way to the registry, and the way to make one of an address. */
export function usePendingSources(
  personId: string,
  facts: ArticleFacts,
  view: SessionView,
  annotate: Annotator | null,
) {
  const t = useTranslations('workspace')
  const latest = useRef(annotate)
  latest.current = annotate
  const pending = useMemo(() => openPending(t, personId, latest), [t, personId])
  const made = useSyncExternalStore(
    pending?.subscribe ?? never,
    () => pending?.view ?? NONE,
    () => NONE,
  )
  const isConnected = view.save.kind === 'saved'
  useEffect(() => {
    const flush = () => void pending?.flush()
    if (isConnected) flush()
    addEventListener('online', flush)
    return () => removeEventListener('online', flush)
  }, [pending, isConnected])
  useEffect(() => {
    if (!pending || !isConnected) return
    // What was found while another article was open, here or in another tab.
    const repoint = () => annotate?.repoint(pending.known)
    repoint()
    addEventListener('storage', repoint)
    return () => removeEventListener('storage', repoint)
  }, [pending, isConnected, annotate])
  const withMade = useMemo(() => {
    const known = new Set(facts.sources.map(({ id }) => id))
    const own = made.filter(({ id }) => !known.has(id))
    return own.length ? { ...facts, sources: [...own, ...facts.sources] } : facts
  }, [facts, made])
  const sourceAt = (href: string): Source => {
    const known = knownAt(withMade.sources, href)
    if (known || !pending) return known ?? raise('There is no page')
    return pending.add(href)
  }
  const isOnlyHere = () => pending?.isOnlyHere ?? false
  return { facts: withMade, sourceAt, isOnlyHere }
}

const never = () => () => undefined

function raise(words: string): never {
  throw new Error(words)
}

/** Null where there is no browser. */
function openPending(
  t: Words<'workspace'>,
  personId: string,
  annotate: { readonly current: Annotator | null },
) {
  if (typeof localStorage === 'undefined') return null
  return new PendingSources(personId, {
    onKnown: (known) => annotate.current?.repoint(known),
    onRefused: ({ title }, reason) => announce(t('sourceRefused', { title, reason }), 'assertive'),
  })
}
