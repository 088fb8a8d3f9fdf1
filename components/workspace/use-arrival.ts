import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { announce } from '#components/ui/announce.ts'
import type { Words } from '#components/ui/words.ts'
import { sharesAnnotation } from '#lib/domain/review/decisions.ts'
import { showPlace } from './caret.ts'
import type { OpenArticle } from './open-article.ts'
import type { OpenTalk } from './use-talk.ts'
import type { Way } from './way.ts'

/** What the address asks for: a conversation, or the sentence of some annotations. */
interface Wish {
  readonly thread: string | null
  readonly annotations: readonly string[]
}

/** Goes once to the words that the address names, as soon as they are there. Whoever has begun to work stays where they are. */
export function useArrival(article: OpenArticle, way: Way, talk: OpenTalk): void {
  const t = useTranslations('workspace')
  const wish = useRef<Wish | null>(null)
  useEffect(() => {
    const search = new URLSearchParams(location.search)
    const [thread, annotations] = [search.get('thread'), search.getAll('annotation')]
    if (thread || annotations.length) wish.current = { thread, annotations }
  }, [])
  const { statuses } = article.model
  const { listed } = talk.control
  useEffect(() => {
    const wanted = wish.current
    const text = article.editor.current
    if (!wanted || !statuses.length || !text || text.isDestroyed || text.isFocused) return
    if (wanted.thread) {
      if (!listed) return
      wish.current = null
      goToThread(t, talk, wanted.thread)
      return
    }
    wish.current = null
    const found = statuses.find(({ sentence }) =>
      sharesAnnotation(sentence.annotationIds, wanted.annotations),
    )
    if (!found) return announce(t('sentenceGone'))
    way.go(found.sentence.index)
    showPlace(text, found.sentence)
  })
}

function goToThread(t: Words<'workspace'>, { control, setTab }: OpenTalk, id: string) {
  const known = control.listed?.find(({ thread }) => thread.id === id)
  setTab('comments')
  if (!known) return announce(t('threadGone'))
  if (known.thread.resolved) control.setFilter('resolved')
  control.choose(id)
}
