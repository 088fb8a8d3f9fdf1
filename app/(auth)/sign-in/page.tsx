import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { identity } from '#app/identity.ts'
import { localPath } from '#app/local-path.ts'
import { DemoPeople } from '#components/house/demo-people.tsx'
import { SignInForm } from '#components/house/sign-in-form.tsx'
import { isLoopback } from '#lib/auth/loopback.ts'
import { settingsOfProcess } from '#lib/auth/settings.ts'
import { awaitsSetup } from '#lib/auth/setup-code.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { everybody } from '#lib/usecases/people.ts'
import { signInAsDemo, signInByPassword } from './actions.ts'

export const metadata: Metadata = { title: 'Sign in' }

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const next = localPath((await searchParams).next)
  if (await identity()) redirect(next)
  if (awaitsSetup()) redirect('/set-up')
  const people = await demoPeople()
  return (
    <>
      <h1>Sign in</h1>
      <SignInForm action={signInByPassword} next={next} />
      {people.length > 0 && <DemoPeople action={signInAsDemo} people={people} next={next} />}
      <p className="hint">The newsroom keeps a record of who signs in, and when.</p>
    </>
  )
}

/** People of the demo newsroom, for one who sits at the machine that it runs on. */
async function demoPeople() {
  if (!settingsOfProcess().demo || !isLoopback(await headers())) return []
  const people = await everybody(serverContext())
  return people.filter(({ email, disabledAt }) => email.endsWith('@galley.test') && !disabledAt)
}
