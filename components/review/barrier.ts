import type { Words } from '#components/ui/words.ts'
import type { ArticleModel } from '#components/workspace/model.ts'
import type { SaveState } from '#lib/collab/browser/save-state.ts'
import type { QueueItem } from '#lib/domain/review/queue.ts'

type T = Words<'review'>

/** Why nothing can be decided here at all. `ever`: waiting does not help, so no buttons are offered. */
export interface Barrier {
  readonly ever: boolean
  readonly words: string
}

/** Null: decisions can be taken. The server asks again; this says it in advance. */
export function barrierOf(
  t: T,
  { facts, view }: Pick<ArticleModel, 'facts' | 'view'>,
): Barrier | null {
  if (!facts.rights.decide) {
    return { ever: true, words: t('barrier.reader') }
  }
  if (facts.state === 'archived' || facts.state === 'retracted') {
    return { ever: true, words: t(`barrier.${facts.state}`) }
  }
  const words = connectionWords(t, view.save)
  return words ? { ever: false, words } : null
}

function connectionWords(t: T, save: SaveState): string | null {
  switch (save.kind) {
    case 'saved':
    case 'saving':
      return null
    case 'refused':
      return t('barrier.notSaved')
    case 'connecting':
    case 'offline':
    case 'held':
    case 'notSaved':
    case 'signedOut':
    case 'gone':
    case 'outdated':
      return t(`barrier.${save.kind}`)
    default:
      return save satisfies never
  }
}

/** Why this sentence cannot be approved by me although others can be; null: it can. */
export function whyNotApprove(t: T, item: QueueItem, me: string): string | null {
  if (item.status.approvals.some(({ personId }) => personId === me))
    return item.status.isApproved ? t('barrier.approved') : t('barrier.approvedFirst')
  return item.own ? t('ownWork') : null
}
