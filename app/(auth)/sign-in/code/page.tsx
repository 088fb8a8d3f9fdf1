import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { identity } from '#app/identity.ts'
import { localPath } from '#app/local-path.ts'
import { CodeForm } from '#components/house/code-form.tsx'
import { awaitingIdentity } from '#lib/auth/session.ts'
import { giveCode, leaveAwaiting } from './actions.ts'

export const metadata: Metadata = { title: 'Code' }

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>

export default async function CodePage({ searchParams }: { searchParams: Search }) {
  const next = localPath((await searchParams).next)
  if (await identity()) redirect(next)
  const awaiting = await awaitingIdentity()
  if (!awaiting) redirect(`/sign-in?next=${encodeURIComponent(next)}`)
  return (
    <>
      <h1>One more step</h1>
      <p className="muted">
        <bdi>{awaiting.actor.name}</bdi>, your account has a second factor.
      </p>
      <CodeForm action={giveCode} onOther={leaveAwaiting} next={next} />
    </>
  )
}
