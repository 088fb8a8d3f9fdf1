import { inspect } from 'node:util'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { insertPerson } from '#db/repositories/people.ts'
import { people } from '#db/schema.ts'
import { withDatabases } from '#lib/testing/databases.ts'

withDatabases('errors of the database', (fresh) => {
  it('say what failed, and nothing of the values', async () => {
    const { handle } = await fresh()
    const person = { id: 'p', email: 'secret@galley.test', name: 'Secret', roles: [], chief: false }
    const twice = async () => {
      await insertPerson(handle, { ...person, passwordHash: 'secret' })
      // Another address, so that it is the id that is there already.
      await insertPerson(handle, { ...person, email: 'secret@other.test', passwordHash: 'secret' })
    }
    const raw = () => handle.execute(sql`select ${'secret'}::integer, ${people.id} from person`)
    for (const attempt of [twice, raw]) {
      const error: unknown = await attempt().then(
        () => null,
        (reason: unknown) => reason,
      )
      expect(error).toBeInstanceOf(Error)
      const shown = inspect(error, { depth: 9 })
      expect(shown).toMatch(/insert into "person"|select \$1/)
      expect(shown.replace('invalid input syntax for type integer: "secret"', '')).not.toMatch(
        /secret@|'secret'|Secret/,
      )
    }
  })
})
