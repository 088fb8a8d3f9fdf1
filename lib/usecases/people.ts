import { z } from 'zod'
import {
  endSession,
  endSessionsOf,
  findPersonForSignIn,
  insertPerson,
  listPeople,
  type Person,
  updatePerson,
} from '#db/repositories/people.ts'
import { type Actor, PERSON_ROLES, requireInHouse } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { type Context, record } from './context.ts'

export const newPersonInput = z.object({
  email: z.email({ message: 'Give an e-mail address.' }).max(200),
  name: z.string().trim().min(1, 'Give a name.').max(100),
  password: z.string().min(12, 'Give a password of at least 12 characters.').max(200),
  roles: z.array(z.enum(PERSON_ROLES)).min(1, 'Give at least one role.'),
  chief: z.boolean().default(false),
})

export const personChangeInput = z.object({
  roles: z.array(z.enum(PERSON_ROLES)).optional(),
  chief: z.boolean().optional(),
  disabled: z.boolean().optional(),
})

export async function everybody(context: Context): Promise<readonly Person[]> {
  return listPeople(context.db)
}

/** Adds a person. `actor` null: the first administrator, by the one-time code. */
export async function addPerson(
  context: Context,
  actor: Actor | null,
  input: z.output<typeof newPersonInput>,
  hashPassword: (password: string) => Promise<string>,
): Promise<Result<{ readonly id: string }>> {
  if (actor) {
    const allowed = requireInHouse(actor, 'people')
    if (!allowed.ok) return allowed
  }
  if (await findPersonForSignIn(context.db, input.email)) {
    return fail({ kind: 'conflict', message: 'Somebody has this e-mail address already.' })
  }
  const { password, ...person } = input
  const id = context.newId()
  const passwordHash = await hashPassword(password)
  await context.db.transaction(async (tx) => {
    await insertPerson(tx, { ...person, id, passwordHash })
    const detail = { person: id, roles: person.roles, chief: person.chief }
    await record(tx, context, {
      actorId: actor?.id ?? id,
      action: 'person.added',
      articleId: null,
      detail,
    })
  })
  return ok({ id })
}

/** Changes roles, or disables. It takes effect at once, on open sockets too [ACC3]. */
export async function changePerson(
  context: Context,
  actor: Actor,
  id: string,
  change: z.output<typeof personChangeInput>,
): Promise<Result<null>> {
  const allowed = requireInHouse(actor, 'people')
  if (!allowed.ok) return allowed
  const person = (await listPeople(context.db)).find((entry) => entry.id === id)
  if (!person) return fail({ kind: 'notFound', message: 'There is no such person.' })
  if (id === actor.id && (change.disabled || (change.roles && !change.roles.includes('admin')))) {
    return fail({
      kind: 'conflict',
      message: 'Another administrator has to do this: you would lock yourself out.',
    })
  }
  const now = context.now()
  const { roles, chief, disabled } = change
  await context.db.transaction(async (tx) => {
    await updatePerson(tx, id, {
      ...(roles && { roles }),
      ...(chief !== undefined && { chief }),
      ...(disabled !== undefined && { disabled }),
      now,
    })
    if (disabled) await endSessionsOf(tx, id, now)
    const detail = { person: id, ...change }
    await record(tx, context, {
      actorId: actor.id,
      action: 'person.changed',
      articleId: null,
      detail,
    })
  })
  context.collab.revoke({ personId: id })
  return ok(null)
}

/** Ends a session: its cookie and its sockets end with it. */
export async function leave(context: Context, actor: Actor, sessionId: string): Promise<void> {
  await context.db.transaction(async (tx) => {
    await endSession(tx, sessionId, context.now())
    await record(tx, context, {
      actorId: actor.id,
      action: 'session.ended',
      articleId: null,
      detail: {},
    })
  })
  context.collab.revoke({ sessionId })
}
