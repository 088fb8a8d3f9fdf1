'use server'

import { revalidatePath } from 'next/cache'
import { refusedBy, signedOut } from '#app/outcome.ts'
import type { Outcome } from '#components/ui/use-submit.ts'
import { currentIdentity } from '#lib/auth/session.ts'
import { settingsOfProcess } from '#lib/auth/settings.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { beginFactor, confirmFactor, turnOffFactor } from '#lib/usecases/second-factor.ts'

const codeIn = (form: FormData) => String(form.get('code') ?? '').slice(0, 100)

/** The secret travels to its owner once. */
export async function begin(): Promise<Outcome<{ readonly secret: string; readonly uri: string }>> {
  const me = await currentIdentity()
  if (!me) return signedOut()
  const begun = await beginFactor(serverContext(), me.actor, settingsOfProcess().newsroom)
  return begun.ok ? begun : refusedBy(begun.failure)
}

export async function confirm(
  form: FormData,
): Promise<Outcome<{ readonly codes: readonly string[] }>> {
  const me = await currentIdentity()
  if (!me) return signedOut()
  const confirmed = await confirmFactor(serverContext(), me.actor, codeIn(form))
  if (!confirmed.ok) return { ...refusedBy(confirmed.failure), field: 'code' }
  revalidatePath('/account')
  return confirmed
}

export async function turnOff(form: FormData): Promise<Outcome<null>> {
  const me = await currentIdentity()
  if (!me) return signedOut()
  const done = await turnOffFactor(serverContext(), me.actor, codeIn(form))
  if (!done.ok) return { ...refusedBy(done.failure), field: 'code' }
  revalidatePath('/account')
  return done
}
