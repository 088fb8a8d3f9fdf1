'use client'
import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { ArticleActions, ArticleModel } from '#components/workspace/model.ts'
import { secondsEach, timeLeftWords } from '#lib/domain/review/pace.ts'
import { nextInQueue, type Queue, queueOf } from '#lib/domain/review/queue.ts'
import type { ThreadPlace } from '#lib/domain/talk/thread.ts'
import { barrierOf, whyNotApprove } from './barrier.ts'
import type { Standing } from './standing.ts'
import { useAuthors } from './use-authors.ts'
import { type Batch, useBatch } from './use-batch.ts'
import { type Deciding, useDeciding } from './use-deciding.ts'
import { type DraftControl, useDraft } from './use-draft.ts'
import { useViewed, type Viewed } from './use-viewed.ts'

export interface Review extends Standing, Deciding {
  readonly drafting: DraftControl
  readonly viewed: Viewed
  readonly batch: Batch
  /** Ticks the shown sentence and goes on; a tick is taken away where it stands. */
  readonly view: () => void
  /** Whether what changed since an approval is marked in the words. */
  readonly differences: Differences
  /** Where the evidence of the shown sentence stands. */
  readonly evidence: RefObject<HTMLElement | null>
}

export interface Differences {
  readonly isShown: boolean
  readonly toggle: () => void
}

/** Everything that a reviewer does in review mode, and what came of it. */
export function useReview(
  model: ArticleModel,
  actions: ArticleActions,
  openThreads: readonly (ThreadPlace | null)[],
): Review {
  const t = useTranslations('review')
  const { statuses, me, current } = model
  const authors = useAuthors(model, actions.authors)
  const queue = useMemo(() => queueOf(statuses, me.id, authors), [statuses, me.id, authors])
  const first = nextInQueue(queue, null) ?? queue.items[0]?.status.sentence.index
  const shown = current ?? first
  useStartAt(queue, current, first, actions)
  const item = queue.items.find(({ status }) => status.sentence.index === shown) ?? null
  const barrier = barrierOf(t, model)
  const whyNot = barrier?.words ?? (item && whyNotApprove(t, item, me.id))
  const timeLeft = timeLeftWords(queue.left, secondsEach(model.facts, me.id))
  const standing: Standing = { queue, item, authors, timeLeft, barrier, whyNot }
  const drafting = useDraft(statuses)
  const viewed = useViewed(model.facts.id, me.id)
  const view = () => {
    if (!item) return
    const { sentence, fingerprint } = item.status
    const wasViewed = viewed.all.has(fingerprint)
    viewed.toggle(fingerprint)
    actions.announce(wasViewed ? t('sentence.notViewed') : t('sentence.nowViewed'))
    const next = wasViewed ? null : nextInQueue(queue, sentence.index)
    if (next !== null) actions.select(next)
  }
  const differences = useDifferences(actions)
  const evidence = useRef<HTMLElement>(null)
  const deciding = useDeciding(model, actions, standing, drafting)
  const batch = useBatch(model, actions, { ...standing, tell: deciding.tell }, viewed, openThreads)
  const own = { drafting, viewed, batch, view, differences, evidence }
  return { ...standing, ...deciding, ...own }
}

function useDifferences({ announce }: ArticleActions): Differences {
  const t = useTranslations('review.sentence')
  const [isShown, setShown] = useState(true)
  const toggle = () => {
    setShown(!isShown)
    announce(isShown ? t('wordsAlone') : t('changesMarked'))
  }
  return { isShown, toggle }
}

/** Review begins at the first sentence whose turn is mine, unless the one that was chosen before is one of them. */
function useStartAt(
  queue: Queue,
  current: number | null,
  first: number | undefined,
  actions: ArticleActions,
) {
  const started = useRef(false)
  useEffect(() => {
    if (started.current || first === undefined) return
    started.current = true
    const chosen = queue.items.find(({ status }) => status.sentence.index === current)
    if (chosen?.turn.of !== 'me' && first !== current) actions.select(first)
  })
}
