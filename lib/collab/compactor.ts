import { equal, sha256 } from './fold-log.ts'
import type { LogStore, StoredLog } from './log-store.ts'
import type { MadeSnapshot } from './make-snapshot.ts'

/** An article as memory has it at a row. */
export interface CompactorTask {
  readonly articleId: string
  readonly seq: number
  readonly stateVector: Uint8Array
}

/**
 * Makes snapshots. It reads the log anew, has it folded elsewhere, and stores what comes back only when it is whole and
 * knows what memory knew at that row. It may end anywhere: a snapshot spares reading, and rows are never touched [LOG8].
 */
export class Compactor {
  readonly #store: Pick<LogStore, 'loadAt' | 'saveSnapshot'>
  readonly #fold: (log: StoredLog) => Promise<MadeSnapshot>
  readonly #busy = new Set<string>()

  constructor(
    store: Pick<LogStore, 'loadAt' | 'saveSnapshot'>,
    fold: (log: StoredLog) => Promise<MadeSnapshot>,
  ) {
    this.#store = store
    this.#fold = fold
  }

  /** True when the snapshot is stored; false when one of this article is being made. */
  async compact({ articleId, seq, stateVector }: CompactorTask): Promise<boolean> {
    if (this.#busy.has(articleId)) return false
    this.#busy.add(articleId)
    try {
      const log = await this.#store.loadAt(articleId, seq)
      if (!log) throw new Error(`The log of article ${articleId} has no row ${seq}`)
      const made = await this.#fold(log)
      if (sha256(made.state) !== made.sha256 || !equal(made.stateVector, stateVector))
        throw new Error(`Snapshot ${seq} of article ${articleId} is not what memory knows`)
      await this.#store.saveSnapshot({ articleId, seq, ...made })
      return true
    } finally {
      this.#busy.delete(articleId)
    }
  }
}
