'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Words } from '#components/ui/words.ts'
import type { ArticleActions, ArticleModel } from '#components/workspace/model.ts'
import type { Answer, DecisionResult } from '#lib/collab/browser/api.ts'
import type { Verdict } from '#lib/domain/review/decisions.ts'
import { besideInQueue, nextInQueue, type Queue, type QueueItem } from '#lib/domain/review/queue.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Standing } from './standing.ts'
import type { Asking, DraftControl } from './use-draft.ts'

type T = Words<'review'>

/** What is said beside the decisions: a refusal, or what was just done. */
export interface Notice {
  readonly isRefusal: boolean
  readonly words: string
}

export interface Deciding {
  readonly isBusy: boolean
  readonly notice: Notice | null
  /** The approval that U takes back. */
  readonly undoable: { readonly id: string; readonly index: number } | null
  readonly approve: () => void
  readonly ask: (verdict: Asking) => void
  readonly send: () => void
  readonly undo: () => void
  readonly step: (step: 1 | -1) => void
  readonly go: (index: number) => void
  /** Says beside the decisions what was done elsewhere. */
  readonly tell: (words: string) => void
}

/** Sends decisions, one at a time, and goes on to the next sentence. */
export function useDeciding(
  model: ArticleModel,
  actions: ArticleActions,
  { queue, item, barrier, whyNot }: Standing,
  drafting: DraftControl,
): Deciding {
  const t = useTranslations('review')
  const calls = useCalls()
  const undoing = useUndo(model, actions, { item, barrier }, calls)

  const decide = (verdict: Verdict, seen: SentenceStatus, note: string) =>
    calls.run(async () => {
      const refusal = refusalOf(t, await actions.decide([requestOf(seen, verdict, note)]))
      if (refusal) return refuse(refusal)
      if (verdict === 'approve') undoing.remember(seen)
      else drafting.discard()
      return goOn(t, actions, queue, seen.sentence.index, verdict)
    })
  const go = (index: number | null) => {
    calls.say(null)
    if (index !== null) actions.select(index)
  }

  return {
    isBusy: calls.isBusy,
    notice: calls.notice,
    undoable: undoing.undoable,
    approve: () => {
      if (whyNot) actions.announce(whyNot)
      else if (item) void decide('approve', item.status, '')
    },
    ask: (verdict) => {
      const unsent = unsentElsewhere(t, drafting, item)
      if (barrier) actions.announce(barrier.words)
      else if (unsent) calls.say(refuse(unsent))
      else if (item) drafting.start(verdict, item.status)
    },
    send: () => {
      const { draft } = drafting
      const missing = barrier?.words ?? missingIn(t, draft)
      if (missing) calls.say(refuse(missing))
      else if (draft?.status) void decide(draft.verdict, draft.status, draft.note.trim())
    },
    undo: undoing.undo,
    step: (step) => go(besideInQueue(queue, item?.status.sentence.index ?? null, step)),
    go,
    tell: (words) => calls.say({ isRefusal: false, words }),
  }
}

type Calls = ReturnType<typeof useCalls>

function useUndo(
  model: ArticleModel,
  actions: ArticleActions,
  { item, barrier }: Pick<Standing, 'item' | 'barrier'>,
  calls: Calls,
) {
  const t = useTranslations('review.decision')
  const [last, setLast] = useState<string | null>(null)
  const undoable = undoableOf(model, item, last)
  const takeBack = async (id: string, index: number) => {
    const answer = await actions.undoApproval(id)
    if (!answer.ok) return refuse(answer.message)
    setLast(null)
    actions.announce(t('undone'))
    actions.select(index)
    return null
  }
  return {
    undoable,
    remember: ({ fingerprint }: SentenceStatus) => setLast(fingerprint),
    undo: () => {
      if (barrier) actions.announce(barrier.words)
      else if (undoable) void calls.run(() => takeBack(undoable.id, undoable.index))
    },
  }
}

function useCalls() {
  const [isBusy, setBusy] = useState(false)
  const [notice, say] = useState<Notice | null>(null)
  const run = async (call: () => Promise<Notice | null>) => {
    if (isBusy) return
    setBusy(true)
    say(null)
    const said = await call()
    setBusy(false)
    say(said)
  }
  return { isBusy, notice, say, run }
}

function refuse(words: string): Notice {
  return { isRefusal: true, words }
}

function requestOf({ sentence, fingerprint }: SentenceStatus, verdict: Verdict, note: string) {
  return { index: sentence.index, fingerprint, verdict, ...(note && { note }) }
}

/** After a decision: says what is left, and shows the next sentence whose turn is the reviewer's. */
function goOn(
  t: T,
  actions: ArticleActions,
  queue: Queue,
  index: number,
  verdict: Verdict,
): Notice {
  const decided = queue.items.find(({ status }) => status.sentence.index === index)
  const left = queue.left - (decided?.turn.of === 'me' ? 1 : 0)
  const next = nextInQueue(queue, index)
  actions.announce(t(`decision.announced.${verdict}`, { left }))
  if (next !== null) actions.select(next)
  return { isRefusal: false, words: t(`decision.done.${verdict}`, { number: index + 1 }) }
}

/** Null when the decision was taken. */
function refusalOf(t: T, answer: Answer<readonly DecisionResult[]>): string | null {
  if (!answer.ok) return answer.message
  const result = answer.value[0]
  if (!result) return t('decision.noAnswer')
  if (result.status < 400) return null
  if (result.status === 409) return t('decision.moved')
  return result.message ?? t('decision.answered', { status: String(result.status) })
}

function missingIn(t: T, draft: DraftControl['draft']): string | null {
  if (draft?.note.trim()) return null
  return t(`question.${draft?.verdict ?? 'query'}.missing`)
}

/** One's approval of the shown sentence, else the one given last: a slip is noticed on the next sentence. */
function undoableOf({ statuses, me }: ArticleModel, item: QueueItem | null, last: string | null) {
  const candidates = [item?.status, statuses.find(({ fingerprint }) => fingerprint === last)]
  for (const status of candidates) {
    const own = status?.approvals.find(({ personId }) => personId === me.id)
    if (status && own) return { id: own.id, index: status.sentence.index }
  }
  return null
}

/** A note for another sentence is neither sent to this one nor thrown away. */
function unsentElsewhere(t: T, { draft }: DraftControl, item: QueueItem | null): string | null {
  if (!draft?.note.trim() || draft.status === item?.status) return null
  const { status } = draft
  return status
    ? t('decision.finishNote', { number: status.sentence.index + 1 })
    : t('decision.finishNoteGone')
}
