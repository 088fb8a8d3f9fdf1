import { z } from 'zod'
import { dropExternals } from '#db/repositories/external-identities.ts'
import {
  endSession,
  endSessionsOf,
  findPerson,
  findPersonForSignIn,
  insertPerson,
  listPeople,
  type Person,
  updatePerson,
} from '#db/repositories/people.ts'
import { dropFactor } from '#db/repositories/second-factors.ts'
import { revokeTokensOf } from '#db/repositories/tokens.ts'
import { EDITED_RIGHTS, type EditedPerson, editedPerson } from '#lib/domain/access/edited-person.ts'
import { type Actor, mayInHouse, PERSON_ROLES, requireInHouse } from '#lib/domain/access/policy.ts'
import { changesBetween } from '#lib/domain/shared/changes-meanwhile.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { asAdministrator } from './as-administrator.ts'
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
  /** Takes away the second factor and the accounts elsewhere that are tied to the person, signs them out and ends their tokens. */
  resetSignIn: z.boolean().optional(),
})

/** A person as a form showed them. */
export const seenPerson = z.record(z.enum(EDITED_RIGHTS), z.string().max(20))

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
  const taken = fail({ kind: 'conflict', message: 'Somebody has this e-mail address already.' })
  if (await findPersonForSignIn(context.db, input.email)) return taken
  const { password, ...person } = input
  const id = context.newId()
  const passwordHash = await hashPassword(password)
  return context.db.transaction(async (tx) => {
    if (!(await insertPerson(tx, { ...person, id, passwordHash }))) return taken
    const detail = { person: id, roles: person.roles, chief: person.chief }
    await record(tx, context, {
      actorId: actor?.id ?? id,
      action: 'person.added',
      articleId: null,
      detail,
    })
    return ok({ id })
  })
}

/**
 * Changes roles, or disables. It takes effect at once, on open sockets too [ACC3]. `seen`: as the form showed the person; what is
 * not so any more is not written over, and the failure says how it is [ACC9].
 */
export async function changePerson(
  context: Context,
  actor: Actor,
  id: string,
  change: z.output<typeof personChangeInput>,
  seen?: EditedPerson,
): Promise<Result<null>> {
  if (
    mayInHouse(actor, 'people') &&
    id === actor.id &&
    (change.disabled || change.resetSignIn || (change.roles && !change.roles.includes('admin')))
  ) {
    return fail({
      kind: 'conflict',
      message: 'Another administrator has to do this: you would lock yourself out.',
    })
  }
  const outcome = await asAdministrator(context, actor, async (tx): Promise<Result<null>> => {
    const person = await findPerson(tx, id)
    if (!person) return fail({ kind: 'notFound', message: 'There is no such person.' })
    const checked = asSeen(person, seen)
    if (!checked.ok) return checked
    const tokens = await applyChange(tx, id, change, context.now())
    const detail = { person: id, ...change, ...(tokens.length && { tokens }) }
    await record(tx, context, {
      actorId: actor.id,
      action: 'person.changed',
      articleId: null,
      detail,
    })
    return ok(null)
  })
  if (outcome.ok) context.collab.revoke({ personId: id })
  return outcome
}

function asSeen(person: Person, seen: EditedPerson | undefined): Result<null> {
  const current = editedPerson(person)
  if (!seen || !changesBetween(EDITED_RIGHTS, seen, current).length) return ok(null)
  const message = 'Somebody else has changed this person meanwhile. Look at what changed.'
  return fail({ kind: 'unmatched', message, current })
}

/** The ids of the tokens that end by it. */
async function applyChange(
  tx: Context['db'],
  id: string,
  { roles, chief, disabled, resetSignIn }: z.output<typeof personChangeInput>,
  now: Date,
): Promise<readonly string[]> {
  if (roles || chief !== undefined || disabled !== undefined)
    await updatePerson(tx, id, {
      ...(roles && { roles }),
      ...(chief !== undefined && { chief }),
      ...(disabled !== undefined && { disabled }),
      now,
    })
  if (resetSignIn) {
    await dropFactor(tx, id)
    await dropExternals(tx, id)
  }
  if (!disabled && !resetSignIn) return []
  await endSessionsOf(tx, id, now)
  return revokeTokensOf(tx, id, now)
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
