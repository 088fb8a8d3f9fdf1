import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SetUpForm } from '#components/house/set-up-form.tsx'
import { awaitsSetup } from '#lib/auth/setup-code.ts'
import { setUp } from './actions.ts'

export const metadata: Metadata = { title: 'Set up' }
// The code is used once: whether the page exists is asked anew each time.
export const dynamic = 'force-dynamic'

export default function SetUpPage() {
  if (!awaitsSetup()) notFound()
  return (
    <>
      <h1>Create the first administrator</h1>
      <p className="muted">
        The server printed a one-time code when it started. Whoever can read it may set up the
        newsroom.
      </p>
      <SetUpForm action={setUp} />
    </>
  )
}
