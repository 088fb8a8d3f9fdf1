import { useEffect, useMemo, useRef, useState } from 'react'
import type { TalkControl } from '#components/threads/talk-control.ts'
import { announce } from '#components/ui/announce.ts'
import type { Words } from '#components/ui/words.ts'
import { findQuoted, type Quoted } from '#lib/domain/talk/places.ts'
import type { OpenArticle } from './open-article.ts'

interface Composing {
  /** Which comment is being written: another is begun, or this one ends, by the next number. */
  readonly turn: number
  /** The one that is on its way to the server. */
  readonly sending: number | null
  readonly chosen: Quoted | null
  /** By thread; null is the new one's. */
  readonly drafts: ReadonlyMap<string | null, string>
}

const NOTHING: Composing = { turn: 0, sending: null, chosen: null, drafts: new Map() }

const written = (now: Composing, threadId: string | null, text: string): Composing => ({
  ...now,
  drafts: new Map(now.drafts).set(threadId, text),
})

const textOf = (now: Composing, threadId: string | null) => now.drafts.get(threadId) ?? ''

/** What is being written: in each thread, and about the words that a new one is to stand on, wherever they go. */
export function useComposer(blocks: OpenArticle['model']['content']['blocks']) {
  const [state, setState] = useState(NOTHING)
  // An answer of the server comes between two renderings, and is judged by what is there then.
  const latest = useRef(state)
  const change = (by: (now: Composing) => Composing) => {
    latest.current = by(latest.current)
    setState(latest.current)
  }
  const { chosen, drafts, turn } = state
  const target = useMemo(() => {
    const place = chosen && findQuoted(blocks, chosen)
    return chosen && place ? { ...chosen, ...place } : chosen
  }, [chosen, blocks])
  // Kept as followed, step by step: from far behind the words might be found elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the text moves words
  useEffect(() => {
    const known = latest.current.chosen
    const place = known && findQuoted(blocks, known)
    if (!place || (place.from === known.from && place.blockIndex === known.blockIndex)) return
    change((now) => ({ ...now, chosen: { ...known, ...place } }))
  }, [blocks])
  return {
    target,
    turn,
    latest,
    change,
    draftOf: (threadId: string | null) => drafts.get(threadId) ?? '',
    write: (threadId: string | null, text: string) => change((now) => written(now, threadId, text)),
    begin: (words: Quoted) => change((now) => begun(now, words)),
    cancel: () => change((now) => written({ ...now, turn: now.turn + 1, chosen: null }, null, '')),
  }
}

/** What stands in the field already is kept for the new words, unless it is another comment's that is on its way [THR10]. */
function begun(now: Composing, words: Quoted): Composing {
  const next = { ...now, turn: now.turn + 1, chosen: words }
  return now.sending === now.turn ? written(next, null, '') : next
}

export function sendBy(
  t: Words<'workspace'>,
  remote: OpenArticle['threads']['remote'],
  composer: ReturnType<typeof useComposer>,
  setCurrent: (id: string) => void,
): TalkControl['send'] {
  const { latest, change } = composer
  /** True when nothing was typed meanwhile. */
  const take = (threadId: string | null, text: string) => {
    if (textOf(latest.current, threadId) !== text) return false
    change((now) => written(now, threadId, ''))
    return true
  }
  const answerIn = async (threadId: string) => {
    const text = textOf(latest.current, threadId)
    const answer = await remote.answer(threadId, text)
    if (!answer.ok) return answer.message
    take(threadId, text)
    announce(t('answered'))
    return null
  }
  const openOn = async (target: Quoted) => {
    const { turn } = latest.current
    const text = textOf(latest.current, null)
    change((now) => ({ ...now, sending: turn }))
    const answer = await remote.open(target, text)
    const isLast = latest.current.turn === turn
    change((now) => ({ ...now, sending: now.sending === turn ? null : now.sending }))
    if (!answer.ok) {
      if (isLast) return answer.message
      const both = [text, textOf(latest.current, null)].filter(Boolean).join('\n\n')
      change((now) => written(now, null, both))
      return t('commentNotSent', { quote: target.quote.trim(), reason: answer.message })
    }
    if (isLast && take(null, text)) {
      composer.cancel()
      setCurrent(answer.value.id)
    }
    announce(t('commentStands'))
    return null
  }
  return async (threadId) => {
    if (threadId !== null) return answerIn(threadId)
    return composer.target ? openOn(composer.target) : null
  }
}
