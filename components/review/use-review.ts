'use client'
import { useEffect, useMemo, useRef } from 'react'
import type { ArticleActions, ArticleModel } from '#components/workspace/model.ts'
import { nextInQueue, type Queue, queueOf } from '#lib/domain/review/queue.ts'
import { barrierOf, whyNotApprove } from './barrier.ts'
import type { Standing } from './standing.ts'
import { useAuthors } from './use-authors.ts'
import { type Deciding, useDeciding } from './use-deciding.ts'
import { type DraftControl, useDraft } from './use-draft.ts'

export interface Review extends Standing, Deciding {
  readonly drafting: DraftControl
}

/** Everything that a reviewer does in review mode, and what came of it. */
export function useReview(model: ArticleModel, actions: ArticleActions): Review {
  const { statuses, me, current } = model
  const authors = useAuthors(model, actions.authors)
  const queue = useMemo(() => queueOf(statuses, me.id, authors), [statuses, me.id, authors])
  const first = nextInQueue(queue, null) ?? queue.items[0]?.status.sentence.index
  const shown = current ?? first
  useStartAt(queue, current, first, actions)
  const item = queue.items.find(({ status }) => status.sentence.index === shown) ?? null
  const barrier = barrierOf(model)
  const whyNot = barrier?.words ?? (item && whyNotApprove(item, me.id))
  const standing: Standing = { queue, item, authors, barrier, whyNot }
  const drafting = useDraft(statuses)
  return { ...standing, ...useDeciding(model, actions, standing, drafting), drafting }
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
