import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { Bound } from '#components/keys/use-commands.ts'
import type { PanelTab } from '#components/threads/panel-tabs.tsx'
import type { TalkControl } from '#components/threads/talk-control.ts'
import { announce } from '#components/ui/announce.ts'
import type { Words } from '#components/ui/words.ts'
import { personColour } from '#lib/domain/shared/person-colour.ts'
import { type Quoted, threadPlaces } from '#lib/domain/talk/places.ts'
import {
  type Filter,
  type ListedThread,
  listThreads,
  passes,
  type Talk,
} from '#lib/domain/talk/thread.ts'
import { showPlace } from './caret.ts'
import type { ArticleModel, Mode } from './model.ts'
import type { OpenArticle } from './open-article.ts'
import { selectedWords, wordsOfSentence } from './selected-words.ts'
import { threadMarks } from './thread-marks.ts'
import { sendBy, useComposer } from './use-composer.ts'
import { useFollowCaret, useNews, useReading } from './use-talk-effects.ts'

const NONE: readonly ListedThread[] = []

/** What is being written stays while one is in another mode. */
export type OpenTalk = ReturnType<typeof useTalk>

/** The conversations of an open article, and where one is in them. */
export function useTalk(article: OpenArticle, mode: Mode) {
  const { model, threads } = article
  const t = useTranslations('workspace')
  const [tab, setTab] = useState<PanelTab>('sentence')
  const [filter, setFilter] = useState<Filter>('open')
  const [current, setCurrent] = useState<string | null>(null)
  const composer = useComposer(model.content.blocks)
  const listed = useListed(threads.talk, model)
  useFollowCaret(article.spot, listed, tab, current, setCurrent)
  const isShown = tab === 'comments' && mode !== 'review'
  useReading(listed, isShown ? current : null, threads.remote.read)
  useNews(listed, model.me.id)

  // What is new is never hidden behind the first filter: somebody may have said it and resolved it.
  const isUnder = (each: ListedThread) =>
    passes(filter, each, model.me.id) || (filter === 'open' && each.unread > 0)
  const choose = (id: string | null) => {
    setCurrent(id)
    const place = listed?.find(({ thread }) => thread.id === id)?.place
    if (!place) return
    const spot = { block: place.blockIndex, offset: place.from + 1 }
    article.caret(spot, spot)
    showPlace(article.editor.current, place)
  }
  const begin = () => {
    const target = wordsAt(article, mode)
    if (!target) return announce(t('commentNeedsWords'))
    setTab('comments')
    setCurrent(null)
    composer.begin(target)
  }
  const control: TalkControl = {
    ...{ listed, filter, setFilter, current, choose, begin },
    ...{ draftOf: composer.draftOf, write: composer.write, turn: composer.turn },
    ...{ meId: model.me.id, colourOf: coloursOf(model.present) },
    ...peopleOf(threads.talk, model.me.id),
    shown: listed?.filter((each) => each.thread.id === current || isUnder(each)) ?? NONE,
    failed: threads.failed,
    ...{ target: composer.target, cancel: composer.cancel },
    offline: offlineWords(t, model.view.save.kind),
    send: sendBy(t, threads.remote, composer, setCurrent),
    settle: settleBy(t, threads.remote),
    place: placeBy(t, threads.remote, () => wordsAt(article, mode)),
    retry: () => void threads.refresh(),
  }
  return { control, tab, setTab }
}

/** What is selected, else the current sentence. */
function wordsAt({ model, editor }: OpenArticle, mode: Mode): Quoted | null {
  const words = mode === 'write' ? selectedWords(editor.current) : null
  return words ?? wordsOfSentence(model.statuses[model.current ?? -1])
}

function useListed(talk: Talk | null, { me, content: { blocks } }: ArticleModel) {
  return useMemo(
    () => talk && listThreads(talk.threads, threadPlaces(blocks), me.id),
    [talk, blocks, me.id],
  )
}

function peopleOf(talk: Talk | null, meId: string): Pick<TalkControl, 'people' | 'others'> {
  const people = talk?.people ?? []
  return { people, others: people.filter(({ id }) => id !== meId) }
}

function coloursOf(present: ArticleModel['present']): TalkControl['colourOf'] {
  const colours = new Map(present.map(({ id, colour }) => [id, colour]))
  return (id) => colours.get(id) ?? personColour(id)
}

function offlineWords(
  t: Words<'workspace'>,
  save: OpenArticle['model']['view']['save']['kind'],
): string | null {
  if (save !== 'offline' && save !== 'notSaved') return null
  return t('commentOffline')
}

function settleBy(
  t: Words<'workspace'>,
  remote: OpenArticle['threads']['remote'],
): TalkControl['settle'] {
  return async (id, resolved) => {
    const answer = await remote.settle(id, resolved)
    if (!answer.ok) return answer.message
    announce(resolved ? t('resolved') : t('reopened'))
    return null
  }
}

function placeBy(
  t: Words<'workspace'>,
  remote: OpenArticle['threads']['remote'],
  wordsHere: () => Quoted | null,
): TalkControl['place'] {
  return async (id) => {
    const words = wordsHere()
    if (!words) return t('commentNeedsWords')
    const answer = await remote.place(id, words)
    if (!answer.ok) return answer.message
    announce(t('placed'))
    return null
  }
}

/** The same words get the same key everywhere. With Alt some keyboards write another letter: µ. */
export function commentKeys({ begin }: TalkControl): readonly Bound[] {
  return [{ id: 'comment', run: begin }]
}

/** What the text shows of the conversations. */
export function useThreadMarks({ model }: OpenArticle, { listed, current, target }: TalkControl) {
  const { blocks } = model.content
  return useMemo(
    () => threadMarks(blocks, listed ?? [], current, target),
    [blocks, listed, current, target],
  )
}
