/**
 * Connections to a PostgreSQL. Each runs the statement `first` before anything else; where that fails, nothing is asked on it, and
 * whoever wanted it gets the error.
 */
export async function poolOf(url: string, first: string | null = null) {
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({
    ...{ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 },
    keepAlive: true,
    ...(first !== null && { onConnect: (client) => client.query(first) }),
  })
  // A connection that is lost must not end the process, idle or in a transaction: whoever waits on it is told, or who asks next.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
