'use server'

import { revalidatePath } from 'next/cache'
import { formOf, invalid, refusedBy, signedOut } from '#app/outcome.ts'
import type { Outcome } from '#components/ui/use-submit.ts'
import { hashPassword } from '#lib/auth/password.ts'
import { currentIdentity } from '#lib/auth/session.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { addPerson, changePerson, newPersonInput, personChangeInput } from '#lib/usecases/people.ts'

export async function addColleague(form: FormData): Promise<Outcome<{ readonly name: string }>> {
  const input = newPersonInput.safeParse({
    ...formOf(form),
    roles: form.getAll('roles'),
    chief: form.has('chief'),
  })
  if (!input.success) return invalid(input.error)
  const me = await currentIdentity()
  if (!me) return signedOut()
  const added = await addPerson(serverContext(), me.actor, input.data, hashPassword)
  if (!added.ok) return refusedBy(added.failure)
  revalidatePath('/people')
  return { ok: true, value: { name: input.data.name } }
}

/** Roles of a person, or whether they may sign in: whichever the form speaks of. */
export async function changeColleague(form: FormData): Promise<Outcome<null>> {
  const disabled = form.get('disabled')
  const input = personChangeInput.safeParse(
    disabled === null
      ? { roles: form.getAll('roles'), chief: form.has('chief') }
      : { disabled: disabled === 'yes' },
  )
  if (!input.success) return invalid(input.error)
  const me = await currentIdentity()
  if (!me) return signedOut()
  const changed = await changePerson(serverContext(), me.actor, String(form.get('id')), input.data)
  if (!changed.ok) return refusedBy(changed.failure)
  revalidatePath('/people')
  return { ok: true, value: null }
}
