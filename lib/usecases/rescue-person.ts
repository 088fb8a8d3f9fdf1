import { randomBytes } from 'node:crypto'
import { endSessionsOf, findPersonForSignIn, updatePerson } from '#db/repositories/people.ts'
import { dropFactor } from '#db/repositories/second-factors.ts'
import { revokeTokensOf } from '#db/repositories/tokens.ts'
import type { PersonRole } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { type Context, record } from './context.ts'

/** What the server's console does when nobody can sign in any more who could do it in the newsroom. */
export type Rescue = 'make-admin' | 'new-password' | 'reset-second-factor'

type Place = Pick<Context, 'db' | 'now'>

interface Rescued {
  readonly name: string
  /** The new one; it stands nowhere else. */
  readonly password: string | null
}

const ACTS: Readonly<Record<Rescue, string>> = {
  'make-admin': 'person.promoted',
  'new-password': 'person.passwordSet',
  'reset-second-factor': 'factor.reset',
}

/** Whoever may run a command on the server needs no right in the newsroom; the trail tells what was done, and that nobody of it did [SGN8]. */
export async function rescuePerson(
  { db, now }: Place,
  rescue: Rescue,
  email: string,
  hashPassword: (password: string) => Promise<string>,
): Promise<Result<Rescued>> {
  const person = (await findPersonForSignIn(db, email))?.person
  if (!person) return fail({ kind: 'notFound', message: `Nobody has the address ${email}.` })
  const password = rescue === 'new-password' ? randomBytes(12).toString('base64url') : null
  const passwordHash = password === null ? null : await hashPassword(password)
  const at = now()
  await db.transaction(async (tx) => {
    let tokens: readonly string[] = []
    if (rescue === 'make-admin') {
      const roles = [...new Set<PersonRole>([...person.roles, 'admin'])]
      await updatePerson(tx, person.id, { roles, disabled: false, now: at })
    } else {
      await endSessionsOf(tx, person.id, at)
      tokens = await revokeTokensOf(tx, person.id, at)
    }
    if (passwordHash !== null) await updatePerson(tx, person.id, { passwordHash, now: at })
    if (rescue === 'reset-second-factor') await dropFactor(tx, person.id)
    const action = ACTS[rescue]
    const detail = { person: person.id, ...(tokens.length && { tokens }) }
    await record(tx, { now: () => at }, { actorId: null, action, articleId: null, detail })
  })
  return ok({ name: person.name, password })
}
