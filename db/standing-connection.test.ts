import { EventEmitter } from 'node:events'
import { sql } from 'drizzle-orm'
import type { Pool } from 'pg'
import { expect, it } from 'vitest'
import { withDatabases } from '#lib/testing/databases.ts'
import { StandingConnection } from './standing-connection.ts'

const WHO = { name: 'who', text: 'select pg_backend_pid() as pid' }
const SLEEP = { name: 'sleep', text: 'select pg_sleep(30)' }

withDatabases('a connection that is lost', (fresh, kind) => {
  it('[OPS5] in a transaction fails it, and nothing else', async () => {
    const database = await fresh()
    if (kind === 'pglite') return
    const lost = database.handle.transaction(async (tx) => {
      await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`)
    })
    await expect(lost).rejects.toThrow()
    expect(await database.run(WHO, [])).toHaveLength(1)
  })
})

withDatabases('a connection that is kept', (fresh, kind) => {
  it('[LOG1] when it is lost, what runs fails, and the next statement has another', async () => {
    const database = await fresh()
    const pid = async () => (await database.run(WHO, []))[0] as { readonly pid: number }
    const first = await pid()
    expect(await pid()).toEqual(first)
    if (kind === 'pglite') return
    const lost = expect(database.run(SLEEP, [])).rejects.toThrow()
    await database.handle.execute(sql`select pg_terminate_backend(${first.pid})`)
    await lost
    await expect.poll(pid).not.toEqual(first)
    expect(await pid()).toEqual(await pid())
  })

  it('[LOG1] asked for much at once, it answers one after the other', async () => {
    const database = await fresh()
    const asked = Array.from({ length: 20 }, (_, n) =>
      database.run({ name: 'echo', text: 'select $1::int as n' }, [n]),
    )
    expect((await Promise.all(asked)).flat()).toEqual(asked.map((_, n) => ({ n })))
  })
})

it('[LOG1] a connection that says nothing is given up, and the next statement has another', async () => {
  const released: unknown[] = []
  let opened = 0
  const connect = async () => {
    opened += 1
    const answer = opened === 1 ? new Promise(() => undefined) : Promise.resolve({ rows: [opened] })
    const release = (error?: Error) => void released.push(error)
    return Object.assign(new EventEmitter(), { query: () => answer, release })
  }
  const standing = new StandingConnection({ connect } as unknown as Pool, 5)
  await expect(standing.query({ text: 'select 1' })).rejects.toThrow('has not answered')
  expect(released).toEqual([expect.any(Error)])
  expect(await standing.query({ text: 'select 1' })).toEqual({ rows: [2] })
  await standing.close()
  expect(released).toEqual([expect.any(Error), undefined])
})
