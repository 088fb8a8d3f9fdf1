import type { ArticleModel } from '#components/workspace/model.ts'
import type { SaveState } from '#lib/collab/browser/save-state.ts'
import type { QueueItem } from '#lib/domain/review/queue.ts'

/** Why nothing can be decided here at all. `ever`: waiting does not help, so no buttons are offered. */
export interface Barrier {
  readonly ever: boolean
  readonly words: string
}

/** Null: decisions can be taken. The server asks again; this says it in advance. */
export function barrierOf({ facts, view }: Pick<ArticleModel, 'facts' | 'view'>): Barrier | null {
  if (!facts.rights.decide) {
    return { ever: true, words: 'You may read along. Only reviewers approve, query and reject.' }
  }
  if (facts.state === 'archived') {
    return { ever: true, words: 'This article is archived: nothing is decided in it any more.' }
  }
  if (facts.state === 'retracted') {
    return { ever: true, words: 'This article is retracted: nothing is decided in it any more.' }
  }
  const words = connectionWords(view.save)
  return words ? { ever: false, words } : null
}

function connectionWords(save: SaveState): string | null {
  switch (save.kind) {
    case 'saved':
    case 'saving':
      return null
    case 'connecting':
      return 'Connecting: decisions need the server.'
    case 'offline':
      return 'Offline: decisions need the server. Notes that you write stay in this tab.'
    case 'held':
      return 'Not connected: decisions need the server.'
    case 'notSaved':
    case 'refused':
      return 'Not saved: what you see may differ from what the server has, so nothing can be decided.'
    case 'signedOut':
      return 'You have been signed out: sign in again to decide.'
    case 'gone':
      return 'You may no longer see this article.'
    case 'outdated':
      return 'A newer Galley is running: reload this page to decide.'
    default:
      return save satisfies never
  }
}

export const OWN_WORK = 'You changed this: somebody else has to approve it.'

/** Why this sentence cannot be approved by me although others can be; null: it can. */
export function whyNotApprove(item: QueueItem, me: string): string | null {
  if (item.status.approvals.some(({ personId }) => personId === me))
    return item.status.isApproved
      ? 'You approved it.'
      : 'You approved it: another reviewer has to do so too.'
  return item.own ? OWN_WORK : null
}
