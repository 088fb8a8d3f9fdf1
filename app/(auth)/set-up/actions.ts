'use server'

import { redirect } from 'next/navigation'
import type { SetUpState } from '#components/house/set-up-form.tsx'
import { signIn } from '#lib/auth/config.ts'
import { hashPassword } from '#lib/auth/password.ts'
import { withSetupCode } from '#lib/auth/setup-code.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { addPerson, newPersonInput } from '#lib/usecases/people.ts'

/** Makes the first administrator and signs them in. */
export async function setUp(_: SetUpState, form: FormData): Promise<SetUpState> {
  const given = { name: textOf(form, 'name'), email: textOf(form, 'email') }
  const password = textOf(form, 'password')
  const input = newPersonInput.safeParse({ ...given, password, roles: ['admin'] })
  if (!input.success) return { ...given, message: input.error.issues[0]?.message ?? 'Not valid.' }
  const outcome = await withSetupCode(textOf(form, 'code'), () =>
    addPerson(serverContext(), null, input.data, hashPassword),
  )
  if (!outcome)
    return { ...given, message: 'This is not the code that the server printed when it started.' }
  if (!outcome.ok) return { ...given, message: outcome.failure.message }
  await signIn('password', { email: given.email, password, redirect: false })
  redirect('/')
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
