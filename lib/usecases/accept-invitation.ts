import {
  endInvitation,
  findInvitation,
  type Invitation,
  lockInvitation,
} from '#db/repositories/invitations.ts'
import { insertPerson } from '#db/repositories/people.ts'
import {
  INVITATION_DAYS,
  type InvitationState,
  invitationState,
} from '#lib/domain/access/invitation.ts'
import { assertNever, fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { type Context, record } from './context.ts'
import { triesOf } from './tries.ts'

/** As often as an address may try to sign in. */
const TRIES = 10

/** What whoever has the link is shown. */
export interface OpenedInvitation {
  readonly email: string
  readonly name: string
  readonly expiresAt: string
}

interface Secrets {
  hashToken(token: string): string
  hashPassword(password: string): Promise<string>
}

/** Shows an invitation to who has its link; else why it is of no use, and what to do [SGN9]. */
export async function openInvitation(
  context: Context,
  token: string,
  { hashToken }: Pick<Secrets, 'hashToken'>,
): Promise<Result<OpenedInvitation>> {
  const hash = hashToken(token)
  const over = await triesOf('invitations seen', 3 * TRIES).count(hash, 'tries')
  const found = over ?? (await findOpen(context, hash))
  if (!found.ok) return found
  const { email, name, expiresAt } = found.value
  return ok({ email, name, expiresAt: expiresAt.toISOString() })
}

/** Lets the invited person in, with a password of their own. Of two who use a link at once, one does [SGN9]. */
export async function acceptInvitation(
  context: Context,
  token: string,
  password: string,
  { hashToken, hashPassword }: Secrets,
): Promise<Result<{ readonly email: string }>> {
  const hash = hashToken(token)
  const over = await triesOf('invitations used', TRIES).count(hash, 'tries')
  if (over) return over
  // To hash a password is costly: whoever has no link is not worth it.
  const open = await findOpen(context, hash)
  if (!open.ok) return open
  const passwordHash = await hashPassword(password)
  return context.db.transaction(async (tx): Promise<Result<{ readonly email: string }>> => {
    await lockInvitation(tx, hash)
    const found = await findOpen({ ...context, db: tx }, hash)
    if (!found.ok) return found
    const { id: invitation, email, name, roles, chief } = found.value
    const id = context.newId()
    if (!(await insertPerson(tx, { id, email, name, roles, chief, passwordHash }))) {
      const message = 'Somebody has this e-mail address here already. If it is you, sign in.'
      return fail({ kind: 'conflict', message })
    }
    await endInvitation(tx, invitation, 'accepted', context.now())
    const detail = { invitation, person: id, roles, chief }
    const entry = { actorId: id, action: 'invitation.accepted', articleId: null, detail }
    await record(tx, context, entry)
    return ok({ email })
  })
}

async function findOpen(
  { db, now }: Pick<Context, 'db' | 'now'>,
  hash: string,
): Promise<Result<Invitation>> {
  const found = await findInvitation(db, { hash })
  if (!found) {
    const message =
      'This link does not work: it is not whole, or none of ours. Copy all of it, or ask whoever invited you for another.'
    return fail({ kind: 'notFound', message })
  }
  const state = invitationState(found, now())
  return state === 'open' ? ok(found) : fail({ kind: 'gone', message: refusalOf(state) })
}

function refusalOf(state: Exclude<InvitationState, 'open'>): string {
  switch (state) {
    case 'accepted':
      return 'This link was used already. Sign in with the password that was chosen then. If that was not you, tell an administrator at once.'
    case 'revoked':
      return 'This invitation was taken back. Ask whoever invited you.'
    case 'replaced':
      return 'There is a newer link in the place of this one. Use the one that came last.'
    case 'lapsed':
      return `This link was good for ${INVITATION_DAYS} days, and is too old now. Ask whoever invited you for another.`
    case 'orphaned':
      return 'Whoever invited you may not do so any more. Ask another administrator for an invitation.'
    default:
      return assertNever(state)
  }
}
