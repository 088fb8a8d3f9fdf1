import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg'

/** Longer than any statement of ours takes. What has no answer by then has lost its connection without being told. */
const SILENT_MS = 20_000

/**
 * One connection of the pool that is kept for statements that run all the time: finding a free one and giving it back costs
 * about as much as a short statement itself. Statements run one after the other. When the connection is lost, or says nothing
 * for long, what runs fails, and the next statement opens another.
 */
export class StandingConnection {
  readonly #pool: Pool
  readonly #silentMs: number
  #client: Promise<PoolClient> | null = null
  #last: Promise<unknown> = Promise.resolve()

  constructor(pool: Pool, silentMs = SILENT_MS) {
    this.#pool = pool
    this.#silentMs = silentMs
  }

  query(config: QueryConfig): Promise<QueryResult> {
    const run = () => this.#run(config)
    const result = this.#last.then(run, run)
    this.#last = result
    return result
  }

  /** Gives the connection back, so that the pool can end. */
  async close(): Promise<void> {
    await this.#last.catch(() => undefined)
    const client = await this.#client?.catch(() => null)
    if (client) this.#drop(client)
  }

  async #run(config: QueryConfig): Promise<QueryResult> {
    this.#client ??= this.#open()
    const opened = this.#client
    const client = await opened
    let timer: NodeJS.Timeout | undefined
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        const error = new Error('The database has not answered for long')
        if (this.#client === opened) this.#drop(client, error)
        reject(error)
      }, this.#silentMs)
    })
    return Promise.race([client.query(config), silence]).finally(() => clearTimeout(timer))
  }

  #open(): Promise<PoolClient> {
    const opening = this.#pool.connect().then((client) => {
      client.on('error', (error) => {
        // It may say so more than once; the pool takes it back only once.
        if (this.#client === opening) this.#drop(client, error)
      })
      return client
    })
    opening.catch(() => {
      this.#client = null
    })
    return opening
  }

  /** With an error it is not used again by anybody. */
  #drop(client: PoolClient, error?: Error) {
    this.#client = null
    client.release(error)
  }
}
