'use server'

import { signOut } from '#lib/auth/config.ts'
import { currentIdentity } from '#lib/auth/session.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { leave } from '#lib/usecases/people.ts'

/** Ends the session for its cookie and its sockets; where to go next is the browser's. */
export async function signOutHere(): Promise<void> {
  const me = await currentIdentity()
  if (me?.sessionId) await leave(serverContext(), me.actor, me.sessionId)
  await signOut({ redirect: false })
}
