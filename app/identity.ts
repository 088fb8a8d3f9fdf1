import { redirect } from 'next/navigation'
import { cache } from 'react'
import { currentIdentity, type Identity } from '#lib/auth/session.ts'

/** Who asks for this page; read once a request. */
export const identity = cache(currentIdentity)

/** Who asks for the page at `path`; nobody is sent to sign in and comes back there. */
export async function requireIdentity(path: string): Promise<Identity> {
  return (await identity()) ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`)
}
