import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Database } from '#db/connection.ts'
import { versions } from '#db/schema.ts'

type Row = typeof versions.$inferSelect

/** Every version as it was when it came out. */
export class VersionBook {
  readonly #database: Database
  readonly #known = new Map<number, Row>()
  readonly #down = new Set<number>()

  constructor(database: Database) {
    this.#database = database
  }

  get count(): number {
    return this.#known.size
  }

  /** How many there are by the database. */
  async countOf(articleId: string): Promise<number> {
    return (await this.#rows(articleId)).length
  }

  /** One has come out, and nothing but one. */
  async cameOut(articleId: string): Promise<Row> {
    const rows = await this.#rows(articleId)
    const row = rows.at(-1)
    expect(rows, 'one version at a time').toHaveLength(this.#known.size + 1)
    if (!row) throw new Error('No version is there')
    this.#known.set(row.number, row)
    return row
  }

  tookDown(number: number): void {
    this.#down.add(number)
  }

  /** [VER8, VER12] No byte of one is otherwise; of what was taken down the words are gone, and what proves them stays. */
  async check(articleId: string): Promise<void> {
    const rows = await this.#rows(articleId)
    expect(rows.map(({ number }) => number)).toEqual([...this.#known.keys()])
    for (const row of rows) {
      const before = this.#known.get(row.number)
      if (!this.#down.has(row.number)) expect(row, 'a version changed').toEqual(before)
      else {
        expect([row.hash, row.signature]).toEqual([before?.hash, before?.signature])
        expect(row.canonical + row.body, 'words that were taken down').toBe('')
        expect(row.takenDownAt).not.toBeNull()
      }
    }
  }

  #rows(articleId: string): Promise<readonly Row[]> {
    const { handle } = this.#database
    const mine = eq(versions.articleId, articleId)
    return handle.select().from(versions).where(mine).orderBy(versions.number)
  }
}
