'use server'

import { revalidatePath } from 'next/cache'
import { invalid, refusedBy, shownAs, signedOut } from '#app/outcome.ts'
import type { Outcome } from '#components/ui/use-submit.ts'
import { currentIdentity } from '#lib/auth/session.ts'
import type { EditedPerson } from '#lib/domain/access/edited-person.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { changePerson, personChangeInput, seenPerson } from '#lib/usecases/people.ts'

function changeIn(form: FormData) {
  if (form.has('resetSignIn')) return { resetSignIn: true }
  const disabled = form.get('disabled')
  return disabled === null
    ? { roles: form.getAll('roles'), chief: form.has('chief') }
    : { disabled: disabled === 'yes' }
}

const shownPerson = shownAs(seenPerson, 'person')

/**
 * Roles of a person, or whether and how they may sign in: whichever the form speaks of. The value: how they are, when that is not
 * what the form showed; nothing is saved then [ACC9].
 */
export async function changeColleague(form: FormData): Promise<Outcome<EditedPerson | null>> {
  const input = personChangeInput.safeParse(changeIn(form))
  const seen = shownPerson.safeParse(form.get('seen') ?? undefined)
  if (!input.success) return invalid(input.error)
  if (!seen.success) return invalid(seen.error)
  const me = await currentIdentity()
  if (!me) return signedOut()
  const id = String(form.get('id'))
  const changed = await changePerson(serverContext(), me.actor, id, input.data, seen.data)
  if (changed.ok) revalidatePath('/people')
  else if (changed.failure.kind === 'unmatched')
    return { ok: true, value: seenPerson.parse(changed.failure.current) }
  return changed.ok ? { ok: true, value: null } : refusedBy(changed.failure)
}
