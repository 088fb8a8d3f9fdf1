import type { Kind } from '#lib/domain/sourcing/annotation.ts'
import type { Queue, QueueItem } from './queue.ts'
import type { SentenceStatus } from './status.ts'

/** As many as anybody keeps in mind. */
export const BATCH_SIZE = 10

/** What does the most harm when it is wrong is approved one by one. */
const ONE_BY_ONE: readonly (Kind | null)[] = ['number', 'quote', 'allegation']

const WITHOUT: Readonly<Record<Exclude<SentenceStatus['evidence'], 'sourced'>, string>> = {
  none: 'it cites no source',
  exempt: 'it rests on no source',
  changed: 'its words have changed since they were sourced',
  disputed: 'its sources disagree',
}

/**
 * Why a sentence is approved by itself and not together with others, for whoever tries; null: nothing in it speaks
 * against that [QUE8].
 */
export function whyAlone(
  status: Pick<SentenceStatus, 'evidence' | 'evidenced' | 'kind' | 'openQueries'>,
): string | null {
  const { evidence, evidenced, kind, openQueries } = status
  if (evidence !== 'sourced') return WITHOUT[evidence]
  if (ONE_BY_ONE.includes(kind)) return 'numbers, quotes and allegations are checked one by one'
  if (!evidenced) return 'no place or passage of a source stands with it'
  return openQueries.length > 0 ? 'somebody asks about it' : null
}

/**
 * What may be approved together, in the order of the queue: at most ten, each seen as it is now, with its evidence at hand, in nobody's
 * discussion, and with nothing in it that is checked one by one [QUE8]. `viewed`: fingerprints.
 */
export function batchOf(
  { items }: Queue,
  viewed: ReadonlySet<string>,
  isTalkedAbout: (status: SentenceStatus) => boolean,
): readonly QueueItem[] {
  return items
    .filter(({ status, turn }) => {
      const isMine = turn.of === 'me' && viewed.has(status.fingerprint)
      return isMine && whyAlone(status) === null && !isTalkedAbout(status)
    })
    .slice(0, BATCH_SIZE)
}
