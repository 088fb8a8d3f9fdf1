'use server'

import { revalidatePath } from 'next/cache'
import { refusedBy, signedOut } from '#app/outcome.ts'
import type { Outcome } from '#components/ui/use-submit.ts'
import { currentIdentity } from '#lib/auth/session.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { dropAnyToken } from '#lib/usecases/everybodys-tokens.ts'

export async function revokeSomebodys(form: FormData): Promise<Outcome<null>> {
  const me = await currentIdentity()
  if (!me) return signedOut()
  const dropped = await dropAnyToken(serverContext(), me.actor, String(form.get('id') ?? ''))
  if (!dropped.ok) return refusedBy(dropped.failure)
  revalidatePath('/keys')
  return dropped
}
