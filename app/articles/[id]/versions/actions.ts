'use server'

import { revalidatePath } from 'next/cache'
import { formOf, invalid, refusedBy, signedOut } from '#app/outcome.ts'
import type { Outcome } from '#components/ui/use-submit.ts'
import { currentIdentity } from '#lib/auth/session.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { takeDownVersion, takedownInput } from '#lib/usecases/take-down-version.ts'

/** Takes a version down for reasons of law. */
export async function takeDown(form: FormData): Promise<Outcome<null>> {
  const me = await currentIdentity()
  if (!me) return signedOut()
  const input = takedownInput.safeParse(formOf(form))
  if (!input.success) return invalid(input.error)
  const [id, number] = [String(form.get('article')), Number(form.get('number'))]
  const outcome = await takeDownVersion(serverContext(), me.actor, id, number, input.data)
  if (!outcome.ok) return refusedBy(outcome.failure)
  revalidatePath(`/articles/${id}/versions`)
  return { ok: true, value: null }
}
