'use server'

import { revalidatePath } from 'next/cache'
import { refusedBy, signedOut } from '#app/outcome.ts'
import type { Outcome } from '#components/ui/use-submit.ts'
import { currentIdentity, hashToken } from '#lib/auth/session.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { createToken, dropToken } from '#lib/usecases/tokens.ts'

/** The token travels to its owner once. */
export async function makeToken(form: FormData): Promise<Outcome<{ readonly token: string }>> {
  const me = await currentIdentity()
  if (!me) return signedOut()
  const made = await createToken(
    serverContext(),
    me.actor,
    String(form.get('name') ?? ''),
    hashToken,
  )
  if (!made.ok) return { ...refusedBy(made.failure), field: 'name' }
  revalidatePath('/account')
  return { ok: true, value: { token: made.value.token } }
}

export async function revokeToken(form: FormData): Promise<Outcome<null>> {
  const me = await currentIdentity()
  if (!me) return signedOut()
  const dropped = await dropToken(serverContext(), me.actor, String(form.get('id') ?? ''))
  if (!dropped.ok) return refusedBy(dropped.failure)
  revalidatePath('/account')
  return { ok: true, value: null }
}
