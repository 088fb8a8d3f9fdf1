import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg'

/**
 * One connection of the pool that is kept for statements that run all the time: finding a free one and giving it back costs
 * about as much as a short statement itself. Statements wait for each other. When the connection is lost, what runs fails,
 * and the next statement opens another.
 */
export class StandingConnection {
  readonly #pool: Pool
  #client: Promise<PoolClient> | null = null

  constructor(pool: Pool) {
    this.#pool = pool
  }

  async query(config: QueryConfig): Promise<QueryResult> {
    this.#client ??= this.#open()
    return (await this.#client).query(config)
  }

  /** Gives the connection back, so that the pool can end. */
  async close(): Promise<void> {
    const client = await this.#client?.catch(() => null)
    if (!client) return
    this.#client = null
    client.release()
  }

  #open(): Promise<PoolClient> {
    const opening = this.#pool.connect().then((client) => {
      client.on('error', (error) => {
        // It may say so more than once; the pool takes it back only once.
        if (this.#client !== opening) return
        this.#client = null
        client.release(error)
      })
      return client
    })
    opening.catch(() => {
      this.#client = null
    })
    return opening
  }
}
