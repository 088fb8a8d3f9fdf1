'use server'

import { revalidatePath } from 'next/cache'
import { formOf, invalid, refusedBy, signedOut } from '#app/outcome.ts'
import type { Outcome } from '#components/ui/use-submit.ts'
import { hashPassword, verifyPassword } from '#lib/auth/password.ts'
import { currentIdentity } from '#lib/auth/session.ts'
import { changePassword, passwordChangeInput } from '#lib/usecases/change-password.ts'
import { serverContext } from '#lib/usecases/context.ts'

export async function changeOwn(form: FormData): Promise<Outcome<{ readonly tokens: number }>> {
  const input = passwordChangeInput.safeParse(formOf(form))
  if (!input.success) return invalid(input.error)
  const me = await currentIdentity()
  if (!me) return signedOut()
  const passwords = { hashPassword, verifyPassword }
  const changed = await changePassword(serverContext(), me, input.data, passwords)
  if (changed.ok) {
    revalidatePath('/account')
    return changed
  }
  const fields: Partial<Record<string, string>> = {
    unauthenticated: 'current',
    invalid: 'password',
  }
  const field = fields[changed.failure.kind]
  return { ...refusedBy(changed.failure), ...(field && { field }) }
}
