import type { Kind } from '#lib/domain/sourcing/annotation.ts'
import type { Queue, QueueItem } from './queue.ts'
import type { SentenceStatus } from './status.ts'

/** As many as anybody keeps in mind. */
export const BATCH_SIZE = 10

/** What does the most harm when it is wrong is approved one by one. */
const ONE_BY_ONE: readonly (Kind | null)[] = ['number', 'quote', 'allegation']

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
      const isPlain = status.evidence === 'sourced' && !ONE_BY_ONE.includes(status.kind)
      const isOpen = status.openQueries.length > 0 || isTalkedAbout(status)
      const isMine = turn.of === 'me' && viewed.has(status.fingerprint)
      return isMine && isPlain && status.evidenced && !isOpen
    })
    .slice(0, BATCH_SIZE)
}
