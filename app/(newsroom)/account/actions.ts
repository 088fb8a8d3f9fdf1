'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { invalid, refusedBy, signedOut } from '#app/outcome.ts'
import type { Outcome } from '#components/ui/use-submit.ts'
import { currentIdentity, hashToken } from '#lib/auth/session.ts'
import { SCOPES } from '#lib/domain/access/scopes.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { createToken, dropToken } from '#lib/usecases/tokens.ts'

const tokenForm = z.object({
  name: z.string().trim().min(1, 'Name the token, so that you know it later.').max(100),
  scopes: z.array(z.enum(SCOPES)).min(1, 'Choose what the token may do.'),
  days: z.coerce.number().int().nullable(),
})

/** The token travels to its owner once. */
export async function makeToken(form: FormData): Promise<Outcome<{ readonly token: string }>> {
  const me = await currentIdentity()
  if (!me) return signedOut()
  const input = tokenForm.safeParse({
    name: form.get('name'),
    scopes: form.getAll('scopes'),
    days: form.get('days') || null,
  })
  if (!input.success) return invalid(input.error)
  const made = await createToken(serverContext(), me.actor, input.data, hashToken)
  if (!made.ok) return refusedBy(made.failure)
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
