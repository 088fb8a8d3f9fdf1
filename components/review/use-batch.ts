import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Words } from '#components/ui/words.ts'
import type { ArticleActions, ArticleModel } from '#components/workspace/model.ts'
import type { Answer, DecisionResult } from '#lib/collab/browser/api.ts'
import { batchOf } from '#lib/domain/review/batch.ts'
import { nextInQueue, type QueueItem } from '#lib/domain/review/queue.ts'
import { touches } from '#lib/domain/talk/places.ts'
import type { ThreadPlace } from '#lib/domain/talk/thread.ts'
import type { Standing } from './standing.ts'
import type { Deciding } from './use-deciding.ts'
import type { Viewed } from './use-viewed.ts'

export interface Batch {
  /** What would be approved together now. */
  readonly items: readonly QueueItem[]
  /** Those that were there when it was opened; null: it is not open. */
  readonly open: readonly QueueItem[] | null
  readonly isBusy: boolean
  readonly error: string | null
  readonly begin: () => void
  readonly leave: () => void
  readonly send: () => void
}

/** Approves several sentences that were looked at, after showing all of them once more. */
export function useBatch(
  model: Pick<ArticleModel, 'facts'>,
  actions: ArticleActions,
  { queue, item, barrier, tell }: Standing & Pick<Deciding, 'tell'>,
  viewed: Viewed,
  openThreads: readonly (ThreadPlace | null)[],
): Batch {
  const t = useTranslations('review')
  const [open, setOpen] = useState<readonly QueueItem[] | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const items = model.facts.rights.decide
    ? batchOf(queue, viewed.all, ({ sentence }) =>
        openThreads.some((place) => touches(place, sentence)),
      )
    : []
  const send = async () => {
    if (isBusy || !open) return
    setBusy(true)
    const decisions = open.map(({ status: { sentence, fingerprint } }) => {
      return { index: sentence.index, fingerprint, verdict: 'approve' as const }
    })
    const answer = await actions.decide(decisions)
    setBusy(false)
    const refusal = refusalOf(t, answer)
    setError(refusal)
    if (refusal) return
    setOpen(null)
    tell(t('batch.done', { count: open.length }))
    const rest = queue.items.filter(({ status }) => !open.some((one) => isOne(one, status)))
    actions.announce(t('batch.announced', { count: open.length, left: queue.left - open.length }))
    const next = nextInQueue({ ...queue, items: rest }, null)
    // What is shown stays, unless it was one of them.
    if (next !== null && item && open.some((one) => isOne(one, item.status))) actions.select(next)
  }
  return {
    ...{ items, open, isBusy, error },
    begin: () => {
      setError(null)
      if (barrier) actions.announce(barrier.words)
      else if (items.length) setOpen(items)
      else actions.announce(t('batch.nothing'))
    },
    leave: () => setOpen(null),
    send: () => void send(),
  }
}

const isOne = ({ status }: QueueItem, { sentence }: QueueItem['status']) =>
  status.sentence.index === sentence.index

/** Null when all of them were taken. */
function refusalOf(t: Words<'review'>, answer: Answer<readonly DecisionResult[]>): string | null {
  if (!answer.ok) return answer.message
  const refused = answer.value.filter(({ status }) => status >= 400).length
  if (!refused) return null
  const taken = answer.value.length - refused
  return t('batch.refused', { taken, count: answer.value.length })
}
