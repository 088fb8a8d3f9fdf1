import type { Metadata } from 'next'
import { identity } from '#app/identity.ts'
import { AcceptInvitation } from '#components/house/accept-invitation.tsx'
import { settingsOfProcess } from '#lib/auth/settings.ts'
import { accept, look } from './actions.ts'

export const metadata: Metadata = { title: 'Invitation', referrer: 'no-referrer' }

export default async function InvitationPage() {
  const me = (await identity())?.actor
  const { newsroom } = settingsOfProcess()
  return (
    <>
      <noscript>This page needs JavaScript: the link is read by your browser alone.</noscript>
      <AcceptInvitation
        newsroom={newsroom}
        signedInAs={me?.name ?? null}
        look={look}
        accept={accept}
      />
    </>
  )
}
