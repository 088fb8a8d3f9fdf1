import { randomUUID } from 'node:crypto'
import type { Database } from '#db/connection.ts'
import { insertPerson } from '#db/repositories/people.ts'
import type { Actor, PersonRole } from '#lib/domain/access/policy.ts'

/** Adds a person whom nobody can sign in as. */
export async function addActor(
  { handle }: Database,
  name: string,
  roles: readonly PersonRole[],
  chief = false,
  id: string = randomUUID(),
): Promise<Actor> {
  const actor = { id, name, email: `${name}@galley.test`, roles, chief }
  const isNew = await insertPerson(handle, { ...actor, passwordHash: '' })
  if (!isNew) throw new Error(`Somebody has the address ${actor.email}`)
  return actor
}
