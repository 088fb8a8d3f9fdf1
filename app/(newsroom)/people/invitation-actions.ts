'use server'

import { revalidatePath } from 'next/cache'
import { formOf, invalid, refusedBy, signedOut } from '#app/outcome.ts'
import type { MadeLink } from '#components/house/invitation-model.ts'
import type { Outcome } from '#components/ui/use-submit.ts'
import { currentIdentity, hashToken } from '#lib/auth/session.ts'
import { settingsOfProcess } from '#lib/auth/settings.ts'
import type { Result } from '#lib/domain/shared/result.ts'
import { serverContext } from '#lib/usecases/context.ts'
import {
  invitationInput,
  invite,
  type MadeInvitation,
  revokeInvitation,
  type Sending,
  sendAgain,
} from '#lib/usecases/invitations.ts'
import { postmanOfProcess } from '#lib/usecases/postman.ts'

const sendingHere = (): Sending => ({
  ...{ newsroom: settingsOfProcess().newsroom, postman: postmanOfProcess(), hashToken },
})

/** The link travels to whoever made it once. */
function told(made: Result<MadeInvitation>): Outcome<MadeLink> {
  if (!made.ok) return refusedBy(made.failure)
  revalidatePath('/people')
  const { email, link, mail } = made.value
  return { ok: true, value: { email, link, mail } }
}

export async function invitePerson(form: FormData): Promise<Outcome<MadeLink>> {
  const input = invitationInput.safeParse({
    ...formOf(form),
    roles: form.getAll('roles'),
    chief: form.has('chief'),
  })
  if (!input.success) return invalid(input.error)
  const me = await currentIdentity()
  if (!me) return signedOut()
  return told(await invite(serverContext(), me.actor, input.data, sendingHere()))
}

export async function inviteAgain(form: FormData): Promise<Outcome<MadeLink>> {
  const me = await currentIdentity()
  if (!me) return signedOut()
  const id = String(form.get('id') ?? '')
  return told(await sendAgain(serverContext(), me.actor, id, sendingHere()))
}

export async function revoke(form: FormData): Promise<Outcome<null>> {
  const me = await currentIdentity()
  if (!me) return signedOut()
  const id = String(form.get('id') ?? '')
  const revoked = await revokeInvitation(serverContext(), me.actor, id)
  if (!revoked.ok) return refusedBy(revoked.failure)
  revalidatePath('/people')
  return revoked
}
