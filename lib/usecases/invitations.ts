import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import {
  endInvitation,
  findInvitation,
  type Invitation,
  type Invited,
  insertInvitation,
  newestInvitations,
  standingInvitation,
} from '#db/repositories/invitations.ts'
import { findPersonForSignIn } from '#db/repositories/people.ts'
import {
  type InvitationState,
  invitationEnds,
  invitationState,
  isShown,
} from '#lib/domain/access/invitation.ts'
import { type Actor, type PersonRole, requireInHouse } from '#lib/domain/access/policy.ts'
import { invitationLetter } from '#lib/domain/notices/invitation-letter.ts'
import { isId } from '#lib/domain/shared/ids.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { asAdministrator } from './as-administrator.ts'
import { type Context, record } from './context.ts'
import { newPersonInput } from './people.ts'
import { linkTo } from './public-url.ts'
import type { Postman } from './send-digests.ts'

export const invitationInput = newPersonInput.omit({ password: true })

/** How links are made and sent; `postman` null: nobody sends mail here. */
export interface Sending {
  readonly newsroom: string
  readonly postman: Postman | null
  hashToken(token: string): string
}

/** The link is told this one time: only its hash is kept. */
export interface MadeInvitation {
  readonly id: string
  readonly email: string
  readonly link: string
  /** What became of the mail; `reason` in the words of the server of mail. */
  readonly mail:
    | { readonly is: 'sent' | 'off' }
    | { readonly is: 'failed'; readonly reason: string }
}

/** An invitation as administrators see it in the list. */
export interface ShownInvitation {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly roles: readonly PersonRole[]
  readonly chief: boolean
  readonly state: InvitationState
  readonly inviterName: string
  readonly at: string
  readonly expiresAt: string
  readonly endedAt: string | null
}

const NONE = { kind: 'notFound', message: 'There is no such invitation.' } as const

/** Invites somebody who is not here, by a link that lets them in once [SGN9]. */
export async function invite(
  context: Context,
  actor: Actor,
  input: z.output<typeof invitationInput>,
  sending: Sending,
): Promise<Result<MadeInvitation>> {
  return make(context, actor, sending, async (tx) => {
    const standing = await standingInvitation(tx, input.email)
    if (standing && stateOf(standing, context) === 'open') {
      const message = 'This address is invited already. Send that invitation again, or revoke it.'
      return fail({ kind: 'conflict', message })
    }
    if (standing) await endInvitation(tx, standing.id, 'replaced', context.now())
    return ok(input)
  })
}

/** Makes another link in the place of one, which ends; the time begins anew. */
export async function sendAgain(
  context: Context,
  actor: Actor,
  id: string,
  sending: Sending,
): Promise<Result<MadeInvitation>> {
  return make(context, actor, sending, async (tx) => {
    const before = isId(id) ? await findInvitation(tx, { id }) : null
    if (!before) return fail(NONE)
    // Of two who send it again at once, the second has an old list.
    const newest = (await newestInvitations(tx)).some((one) => one.id === id)
    if (!newest || before.ending === 'replaced')
      return fail({ kind: 'conflict', message: 'This invitation was sent again just now.' })
    await endInvitation(tx, id, 'replaced', context.now())
    return ok(before)
  })
}

/** `whom` says who is invited, inside the transaction. */
async function make(
  context: Context,
  actor: Actor,
  sending: Sending,
  whom: (tx: Context['db']) => Promise<Result<Invited>>,
): Promise<Result<MadeInvitation>> {
  const token = randomBytes(32).toString('base64url')
  const [id, at] = [context.newId(), context.now()]
  const made = await asAdministrator(context, actor, async (tx): Promise<Result<Invited>> => {
    const invited = await whom(tx)
    if (!invited.ok) return invited
    const { email, name, roles, chief } = invited.value
    if (await findPersonForSignIn(tx, email))
      return fail({ kind: 'conflict', message: 'Somebody has this e-mail address already.' })
    const times = { at, expiresAt: invitationEnds(at) }
    const row = { id, hash: sending.hashToken(token), email, name, roles, chief, ...times }
    await insertInvitation(tx, { ...row, invitedBy: actor.id })
    const detail = { invitation: id, roles, chief }
    const entry = { actorId: actor.id, action: 'invitation.made', articleId: null, detail }
    await record(tx, context, entry)
    return ok(row)
  })
  if (!made.ok) return made
  // Behind the mark, so that it goes to no server but ours, stands in no log, and is no referrer.
  const link = linkTo(`/invitation#${token}`)
  const letter = { ...made.value, by: actor.name, url: link, expiresAt: invitationEnds(at) }
  return ok({ id, email: letter.email, link, mail: await send(sending, letter, id) })
}

async function send(
  { newsroom, postman }: Sending,
  letter: Omit<Parameters<typeof invitationLetter>[0], 'newsroom'> & { readonly email: string },
  id: string,
): Promise<MadeInvitation['mail']> {
  if (!postman) return { is: 'off' }
  const host = URL.canParse(letter.url) ? new URL(letter.url).hostname : 'galley.invalid'
  const text = invitationLetter({ ...letter, newsroom })
  const envelope = { to: letter.email, id: `${id}@${host}`, offUrl: null }
  const delivery = await postman.send({ ...text, ...envelope })
  return delivery.ok ? { is: 'sent' } : { is: 'failed', reason: delivery.message.slice(0, 300) }
}

/** Takes it back: its link lets nobody in any more. */
export async function revokeInvitation(
  context: Context,
  actor: Actor,
  id: string,
): Promise<Result<null>> {
  return asAdministrator(context, actor, async (tx) => {
    if (!isId(id) || !(await findInvitation(tx, { id }))) return fail(NONE)
    if (!(await endInvitation(tx, id, 'revoked', context.now())))
      return fail({ kind: 'conflict', message: 'This invitation has ended already.' })
    const detail = { invitation: id }
    const entry = { actorId: actor.id, action: 'invitation.revoked', articleId: null, detail }
    await record(tx, context, entry)
    return ok(null)
  })
}

/** The newest of each address: those that wait, and those that were over in the last month. */
export async function listInvitations(
  context: Context,
  actor: Actor,
): Promise<Result<readonly ShownInvitation[]>> {
  const allowed = requireInHouse(actor, 'people')
  if (!allowed.ok) return allowed
  const shown = (await newestInvitations(context.db)).filter(({ endedAt, expiresAt }) =>
    isShown(endedAt ?? expiresAt, context.now()),
  )
  return ok(
    shown.map(
      ({ id, email, name, roles, chief, inviterName, at, expiresAt, endedAt, ...life }) => ({
        ...{ id, email, name, roles, chief, inviterName },
        state: invitationState({ ...life, expiresAt }, context.now()),
        ...{ at: at.toISOString(), expiresAt: expiresAt.toISOString() },
        endedAt: endedAt?.toISOString() ?? null,
      }),
    ),
  )
}

const stateOf = (invitation: Invitation, { now }: Context) => invitationState(invitation, now())
