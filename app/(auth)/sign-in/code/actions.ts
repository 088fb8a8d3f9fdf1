'use server'

import { redirect } from 'next/navigation'
import { localPath } from '#app/local-path.ts'
import type { CodeState } from '#components/house/code-form.tsx'
import { signOut } from '#lib/auth/config.ts'
import { awaitingIdentity } from '#lib/auth/session.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { leave } from '#lib/usecases/people.ts'
import { passFactor } from '#lib/usecases/second-factor.ts'

/** The second step of signing in. */
export async function giveCode(_: CodeState, form: FormData): Promise<CodeState> {
  const next = localPath(String(form.get('next') ?? '/'))
  const awaiting = await awaitingIdentity()
  if (!awaiting?.sessionId) redirect(`/sign-in?next=${encodeURIComponent(next)}`)
  const code = String(form.get('code') ?? '').slice(0, 100)
  const passed = await passFactor(serverContext(), awaiting.actor, awaiting.sessionId, code)
  if (!passed.ok) return { message: passed.failure.message }
  redirect(next)
}

/** Ends what was begun, so that somebody else can sign in. */
export async function leaveAwaiting(): Promise<void> {
  const awaiting = await awaitingIdentity()
  if (awaiting?.sessionId) await leave(serverContext(), awaiting.actor, awaiting.sessionId)
  await signOut({ redirect: false })
  redirect('/sign-in')
}
