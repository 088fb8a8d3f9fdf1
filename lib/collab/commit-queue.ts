/**
 * Group commit without a timer: while one batch is being committed the next one forms. A row resolves only when it is
 * durable; until then nothing is applied, sent or acknowledged [LOG1].
 */

export interface QueuedRow {
  readonly articleId: string
  readonly personId: string
  readonly sessionId: string | null
  readonly at: Date
  readonly update: Uint8Array
  readonly newClients: readonly number[]
}

interface Waiting {
  readonly row: QueuedRow
  resolve(): void
  reject(error: unknown): void
}

export interface CommitQueueHost {
  /** Commits the rows of a batch in order, all or none, and applies each to its room. */
  commit(rows: readonly QueuedRow[]): Promise<void>
  /** The rows' articles may not be what memory says: forget them. */
  discard(articleIds: readonly string[], error: unknown): void
}

const MAX_BATCH = 500

export class CommitQueue {
  readonly #host: CommitQueueHost
  #waiting: Waiting[] = []
  readonly #held = new Set<string>()
  #running: Promise<void> | null = null
  commits = 0
  rows = 0

  constructor(host: CommitQueueHost) {
    this.#host = host
  }

  get length(): number {
    return this.#waiting.length
  }

  append(row: QueuedRow): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ row, resolve, reject })
      this.#start()
    })
  }

  /** Runs a task while no row of the article is committed but those that the task itself appends by `commit`. */
  async hold<T>(
    articleId: string,
    task: (commit: (row: QueuedRow) => Promise<void>) => Promise<T>,
  ): Promise<T> {
    while (this.#held.has(articleId)) await this.#released(articleId)
    this.#held.add(articleId)
    // A batch that formed before may hold rows of it.
    await this.#running
    try {
      return await task((row) => this.#commit([row]))
    } finally {
      this.#held.delete(articleId)
      for (const wake of this.#sleepers.get(articleId)?.splice(0) ?? []) wake()
      this.#start()
    }
  }

  /** Resolves when all rows that wait now are committed or refused, those behind a task that holds an article too. */
  async flushed(): Promise<void> {
    while (this.#running !== null || this.#held.size > 0) {
      await this.#running
      for (const articleId of this.#held) await this.#released(articleId)
    }
  }

  readonly #sleepers = new Map<string, (() => void)[]>()

  #released(articleId: string): Promise<void> {
    return new Promise((resolve) => {
      this.#sleepers.set(articleId, [...(this.#sleepers.get(articleId) ?? []), resolve])
    })
  }

  #start() {
    this.#running ??= this.#run().finally(() => {
      this.#running = null
      if (this.#waiting.some(({ row }) => !this.#held.has(row.articleId))) this.#start()
    })
  }

  async #run(): Promise<void> {
    // One turn of the event loop, so that what all sockets brought together is committed together.
    await new Promise((resolve) => setImmediate(resolve))
    const ready = this.#waiting
      .filter(({ row }) => !this.#held.has(row.articleId))
      .slice(0, MAX_BATCH)
    if (!ready.length) return
    const taken = new Set(ready)
    this.#waiting = this.#waiting.filter((entry) => !taken.has(entry))
    await this.#settle(ready)
  }

  async #settle(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.#commit(batch.map(({ row }) => row))
      for (const entry of batch) entry.resolve()
    } catch (error) {
      const articles = [...new Set(batch.map(({ row }) => row.articleId))]
      if (articles.length === 1) {
        for (const entry of batch) entry.reject(error)
        return
      }
      // One article's trouble is not its neighbours': each on its own.
      for (const id of articles) await this.#settle(batch.filter(({ row }) => row.articleId === id))
    }
  }

  /** What waits was checked against the memory that is now dropped. */
  #refuse(articleIds: readonly string[], error: unknown) {
    const dropped = this.#waiting.filter(({ row }) => articleIds.includes(row.articleId))
    this.#waiting = this.#waiting.filter((entry) => !dropped.includes(entry))
    for (const entry of dropped) entry.reject(error)
  }

  async #commit(rows: readonly QueuedRow[]): Promise<void> {
    try {
      await this.#host.commit(rows)
      this.commits += 1
      this.rows += rows.length
    } catch (error) {
      const articles = [...new Set(rows.map(({ articleId }) => articleId))]
      if (articles.length === 1) {
        this.#host.discard(articles, error)
        this.#refuse(articles, error)
      }
      throw error
    }
  }
}
