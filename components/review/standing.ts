import type { Queue, QueueItem } from '#lib/domain/review/queue.ts'
import type { Barrier } from './barrier.ts'

/** What a reviewer sees of an article, before anything is done to it. */
export interface Standing {
  readonly queue: Queue
  /** The sentence that is shown; null when the article has none. */
  readonly item: QueueItem | null
  /** How long what is left takes, in words; null: nothing is left. */
  readonly timeLeft: string | null
  /** Persons who changed each sentence since its last valid approval, by index. */
  readonly authors: readonly (readonly string[])[]
  readonly barrier: Barrier | null
  /** Why the shown sentence cannot be approved; null: it can. */
  readonly whyNot: string | null
}
