'use server'

import { redirect } from 'next/navigation'
import { CredentialsSignin } from 'next-auth'
import { z } from 'zod'
import { localPath } from '#app/local-path.ts'
import type { SignInState } from '#components/house/sign-in-form.tsx'
import { SignInRefused, signIn } from '#lib/auth/config.ts'

const input = z.object({
  email: z.string().max(200).default(''),
  password: z.string().max(200).default(''),
  next: z.string().max(2_000).default('/'),
})

/** Signs in by password. The password never travels back. */
export async function signInByPassword(_: SignInState, form: FormData): Promise<SignInState> {
  const { email, password, next } = input
    .catch({ email: '', password: '', next: '/' })
    .parse(Object.fromEntries(form))
  const refusal = await attempt('password', { email, password })
  if (refusal) return { message: refusal, email }
  redirect(localPath(next))
}

/** Signs in a demo person; the provider refuses wherever there is no demo. */
export async function signInAsDemo(_: SignInState, form: FormData): Promise<SignInState> {
  const { email, next } = input
    .catch({ email: '', password: '', next: '/' })
    .parse(Object.fromEntries(form))
  const refusal = await attempt('demo', { email })
  if (refusal) return { message: refusal, email: '' }
  redirect(localPath(next))
}

/** Sends the person to a provider, which sends them back. */
export async function signInElsewhere(form: FormData): Promise<void> {
  const { next, provider } = input
    .extend({ provider: z.enum(['oidc', 'github']) })
    .parse(Object.fromEntries(form))
  await signIn(provider, { redirectTo: localPath(next) })
}

/** Null when it went well, else a sentence. */
async function attempt(provider: string, given: Record<string, string>): Promise<string | null> {
  try {
    await signIn(provider, { ...given, redirect: false })
    return null
  } catch (error) {
    if (error instanceof SignInRefused) return error.code
    if (error instanceof CredentialsSignin) return 'This person cannot sign in here.'
    throw error
  }
}
