import { useEffect, useMemo, useState } from 'react'
import type { TalkControl } from '#components/threads/talk-control.ts'
import { announce } from '#components/ui/announce.ts'
import { findQuoted, type Quoted } from '#lib/domain/talk/places.ts'
import type { OpenArticle } from './open-article.ts'

/** What is being written: in each thread, and about the words that a new one is to stand on, wherever they go. */
export function useComposer(blocks: OpenArticle['model']['content']['blocks']) {
  const [chosen, setTarget] = useState<Quoted | null>(null)
  const [drafts, setDrafts] = useState<ReadonlyMap<string | null, string>>(new Map())
  const target = useMemo(() => {
    const place = chosen && findQuoted(blocks, chosen)
    return chosen && place ? { ...chosen, ...place } : chosen
  }, [chosen, blocks])
  // Kept as followed, step by step: from far behind the words might be found elsewhere.
  useEffect(() => {
    setTarget((known) => {
      const place = known && findQuoted(blocks, known)
      const stays = !place || (place.from === known.from && place.blockIndex === known.blockIndex)
      return stays ? known : { ...known, ...place }
    })
  }, [blocks])
  const write = (threadId: string | null, text: string) =>
    setDrafts((known) => new Map(known).set(threadId, text))
  const cancel = () => {
    setTarget(null)
    write(null, '')
  }
  const draftOf = (threadId: string | null) => drafts.get(threadId) ?? ''
  return { target, setTarget, write, cancel, draftOf }
}

export function sendBy(
  remote: OpenArticle['threads']['remote'],
  composer: ReturnType<typeof useComposer>,
  setCurrent: (id: string) => void,
): TalkControl['send'] {
  return async (threadId) => {
    const text = composer.draftOf(threadId)
    if (threadId !== null) {
      const answer = await remote.answer(threadId, text)
      if (!answer.ok) return answer.message
      composer.write(threadId, '')
      announce('Answered.')
      return null
    }
    if (!composer.target) return null
    const answer = await remote.open(composer.target, text)
    if (!answer.ok) return answer.message
    composer.cancel()
    setCurrent(answer.value.id)
    announce('Your comment stands at its words.')
    return null
  }
}
