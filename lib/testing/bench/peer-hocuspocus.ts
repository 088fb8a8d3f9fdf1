import { Database } from '@hocuspocus/extension-database'
import { type Extension, Server } from '@hocuspocus/server'
import pg from 'pg'

/**
 * The peer: Hocuspocus as its handbook sets it up, with its own extension for a database, on PostgreSQL. With `--durable` it also
 * inserts each change before it is applied, in the simplest way that there is: what the promise costs, whoever gives it.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL ?? '', max: 10 })
await pool.query('create table if not exists peer_document (name text primary key, data bytea)')
await pool.query('create table if not exists peer_row (name text, data bytea)')

const UPDATE = 2
const standing = await pool.connect()
const append: Extension = {
  beforeSync: async ({ type, payload, documentName }) => {
    if (type !== UPDATE) return
    const text = 'insert into peer_row (name, data) values ($1, $2)'
    await standing.query({ name: 'append', text, values: [documentName, Buffer.from(payload)] })
  },
}

const server = new Server({
  address: '127.0.0.1',
  port: Number(process.env.PORT),
  quiet: true,
  stopOnSignals: false,
  extensions: [
    ...(process.argv.includes('--durable') ? [append] : []),
    new Database({
      fetch: async ({ documentName }) => {
        const { rows } = await pool.query('select data from peer_document where name = $1', [
          documentName,
        ])
        return rows[0]?.data ?? null
      },
      store: async ({ documentName, state }) => {
        await pool.query(
          'insert into peer_document (name, data) values ($1, $2) on conflict (name) do update set data = $2',
          [documentName, state],
        )
      },
    }),
  ],
})
await server.listen()
process.on('SIGTERM', () => process.exit(0))
process.on('disconnect', () => process.exit(0))
