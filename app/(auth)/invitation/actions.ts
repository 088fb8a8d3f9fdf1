'use server'

import { z } from 'zod'
import { invalid, refusedBy } from '#app/outcome.ts'
import type { Outcome } from '#components/ui/use-submit.ts'
import { SignInRefused, signIn } from '#lib/auth/config.ts'
import { hashPassword } from '#lib/auth/password.ts'
import { currentIdentity, hashToken } from '#lib/auth/session.ts'
import {
  acceptInvitation,
  type OpenedInvitation,
  openInvitation,
} from '#lib/usecases/accept-invitation.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { leave, newPersonInput } from '#lib/usecases/people.ts'

const anyToken = z.string().max(200).catch('')

/** What an invitation says, for whoever has its link. The link comes in the body: it stands in no address that is logged. */
export async function look(token: string): Promise<Outcome<OpenedInvitation>> {
  const opened = await openInvitation(serverContext(), anyToken.parse(token), { hashToken })
  return opened.ok ? opened : refusedBy(opened.failure)
}

/** Makes the person and signs them in; the value is where to go on. */
export async function accept(form: FormData): Promise<Outcome<string>> {
  const input = newPersonInput
    .pick({ password: true })
    .safeParse({ password: form.get('password') })
  if (!input.success) return invalid(input.error)
  const { password } = input.data
  const [context, before] = [serverContext(), await currentIdentity()]
  const secrets = { hashToken, hashPassword }
  const token = anyToken.parse(form.get('token'))
  const accepted = await acceptInvitation(context, token, password, secrets)
  if (!accepted.ok) return refusedBy(accepted.failure)
  if (before?.sessionId) await leave(context, before.actor, before.sessionId)
  try {
    await signIn('password', { email: accepted.value.email, password, redirect: false })
    return { ok: true, value: '/' }
  } catch (error) {
    // Somebody has tried this address too often: they are here, and sign in in a while.
    if (error instanceof SignInRefused) return { ok: true, value: '/sign-in' }
    throw error
  }
}
