import { useMemo, useState } from 'react'
import type { PanelTab } from '#components/threads/panel-tabs.tsx'
import type { TalkControl } from '#components/threads/talk-control.ts'
import { announce } from '#components/ui/announce.ts'
import { threadPlaces } from '#lib/domain/talk/places.ts'
import { type Filter, listThreads, passes } from '#lib/domain/talk/thread.ts'
import { showPlace } from './caret.ts'
import type { OpenArticle } from './open-article.ts'
import { selectedWords, wordsOfSentence } from './selected-words.ts'
import { threadMarks } from './thread-marks.ts'
import { useComposer, useSend } from './use-composer.ts'
import type { Hotkey } from './use-hotkeys.ts'
import { useFollowCaret, useNews, useReading } from './use-talk-effects.ts'

/** What is being written stays while one is in another mode. */
export type OpenTalk = ReturnType<typeof useTalk>

/** The conversations of an open article, and where one is in them. */
export function useTalk(article: OpenArticle, isText: boolean) {
  const { model, editor, threads } = article
  const { blocks } = model.content
  const [tab, setTab] = useState<PanelTab>('sentence')
  const [filter, setFilter] = useState<Filter>('open')
  const [current, setCurrent] = useState<string | null>(null)
  const composer = useComposer(blocks)
  const listed = useMemo(
    () => threads.talk && listThreads(threads.talk.threads, threadPlaces(blocks), model.me.id),
    [threads.talk, blocks, model.me.id],
  )
  useFollowCaret(article.spot, listed, tab, current, setCurrent)
  useReading(listed, tab === 'comments' ? current : null, threads.remote.read)
  useNews(listed, model.me.id)

  const choose = (id: string | null) => {
    setCurrent(id)
    const place = listed?.find(({ thread }) => thread.id === id)?.place
    if (!place) return
    article.caret(place.blockIndex, place.from + 1)
    showPlace(editor.current, place)
  }
  const begin = () => {
    const words = isText ? selectedWords(editor.current) : null
    const target = words ?? wordsOfSentence(model.statuses[model.current ?? -1])
    if (!target) return announce('Write something first: comments stand on words.')
    setTab('comments')
    composer.setTarget(target)
  }
  const control: TalkControl = {
    ...{ listed, filter, setFilter, current, choose, begin },
    ...{ draftOf: composer.draftOf, write: composer.write, target: composer.target },
    meId: model.me.id,
    shown: (listed ?? []).filter(
      (each) => passes(filter, each, model.me.id) || each.thread.id === current,
    ),
    failed: threads.failed,
    people: threads.talk?.people ?? [],
    cancel: composer.cancel,
    offline: offlineWords(model.view.save.kind),
    send: useSend(threads.remote, composer, setCurrent),
    settle: settleBy(threads.remote),
    retry: () => void threads.refresh(),
  }
  return { control, tab, setTab }
}

function offlineWords(save: OpenArticle['model']['view']['save']['kind']): string | null {
  if (save !== 'offline' && save !== 'notSaved') return null
  return 'No connection. What you write here is kept until it can be sent.'
}

function settleBy(remote: OpenArticle['threads']['remote']): TalkControl['settle'] {
  return async (id, resolved) => {
    const answer = await remote.settle(id, resolved)
    if (!answer.ok) return answer.message
    announce(resolved ? 'Resolved.' : 'Reopened.')
    return null
  }
}

/** The same words get the same key everywhere. With Alt some keyboards write another letter: µ. */
export function commentKeys({ begin }: TalkControl): readonly Hotkey[] {
  return ['m', 'µ'].map((key) => ({ key, mod: true, alt: true, run: begin }))
}

/** What the text shows of the conversations. */
export function useThreadMarks({ model }: OpenArticle, { listed, current, target }: TalkControl) {
  const { blocks } = model.content
  return useMemo(
    () => threadMarks(blocks, listed ?? [], current, target),
    [blocks, listed, current, target],
  )
}
