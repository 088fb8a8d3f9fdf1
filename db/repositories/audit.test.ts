import { type SQL, sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { Database } from '#db/connection.ts'
import { withDatabases } from '#lib/testing/databases.ts'
import { appendAudit, verifyAudit } from './audit.ts'

const entry = (action: string, detail = {}) => ({
  ...{ at: new Date('2026-01-01T00:00:00.123Z'), actorId: null, action, articleId: 'x' },
  detail: { b: 1, a: ['ü', null, 0.1], ...detail },
})

async function chain(database: Database, length: number) {
  for (let k = 1; k <= length; k++) {
    await database.handle.transaction((tx) => appendAudit(tx, entry(`act ${k}`)))
  }
}

withDatabases('the audit trail', (fresh) => {
  const tampering: readonly (readonly [string, SQL, number])[] = [
    ['an action changed', sql`update audit set action = 'other' where seq = 2`, 2],
    ['a detail changed', sql`update audit set detail = '{"a":2}' where seq = 3`, 3],
    ['a time changed', sql`update audit set at = at + interval '1 second' where seq = 1`, 1],
    ['an actor put in', sql`update audit set actor_id = 'ada' where seq = 4`, 4],
    ['a row deleted', sql`delete from audit where seq = 2`, 2],
    ['the first deleted', sql`delete from audit where seq = 1`, 1],
    ['the last deleted', sql`delete from audit where seq = 4`, 4],
    ['all deleted', sql`delete from audit`, 1],
    ['the head deleted', sql`delete from audit_head`, 1],
    ['two exchanged', sql`update audit set seq = case seq when 2 then 30 else seq end`, 2],
    ['a hash put in', sql`update audit set hash = ${'0'.repeat(64)} where seq = 3`, 3],
    ['the head put back', sql`update audit_head set seq = 3`, 1],
  ]

  it('[LOG5] an untouched chain is sound; each tampering is found, and where', async () => {
    const database = await fresh()
    expect(await verifyAudit(database.handle)).toBeNull()
    await chain(database, 4)
    expect(await verifyAudit(database.handle)).toBeNull()
    // Whoever may change tables can do what the database refuses to all others.
    await database.handle.execute(sql`alter table audit disable trigger user`)
    for (const [what, change, where] of tampering) {
      const found = database.handle.transaction(async (tx) => {
        await tx.execute(change)
        throw new Rollback(await verifyAudit(tx))
      })
      const error: unknown = await found.catch((caught: unknown) => caught)
      expect(`${what}: ${error instanceof Rollback ? error.found : String(error)}`).toBe(
        `${what}: ${where}`,
      )
    }
    await database.handle.execute(sql`update audit set seq = seq + 100 where seq in (2, 3)`)
    await database.handle.execute(
      sql`update audit set seq = case seq when 102 then 3 when 103 then 2 else seq end`,
    )
    expect(await verifyAudit(database.handle)).toBe(2)
  })

  it('[LOG5] entries written at once stand one after the other; what is rolled back leaves none', async () => {
    const database = await fresh()
    const writes = Array.from({ length: 8 }, (_, k) =>
      database.handle.transaction(async (tx) => {
        await appendAudit(tx, entry(`act ${k}`))
        if (k % 2) throw new Error('no')
      }),
    )
    const outcomes = await Promise.allSettled(writes)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
    expect(await verifyAudit(database.handle)).toBeNull()
    await chain(database, 1)
    expect(await verifyAudit(database.handle)).toBeNull()
  })
})

class Rollback extends Error {
  readonly found: number | null

  constructor(found: number | null) {
    super('rolled back')
    this.found = found
  }
}
