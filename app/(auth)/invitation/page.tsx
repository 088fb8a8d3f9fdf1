import { getTranslations } from 'next-intl/server'
import { identity } from '#app/identity.ts'
import { titled } from '#app/titled.ts'
import { AcceptInvitation } from '#components/house/accept-invitation.tsx'
import { settingsOfProcess } from '#lib/auth/settings.ts'
import { accept, look } from './actions.ts'

export const generateMetadata = async () => ({
  ...(await titled('invitation')),
  referrer: 'no-referrer' as const,
})

export default async function InvitationPage() {
  const me = (await identity())?.actor
  const t = await getTranslations('pages')
  const { newsroom } = settingsOfProcess()
  return (
    <>
      <noscript>{t('needsJavaScript')}</noscript>
      <AcceptInvitation
        newsroom={newsroom}
        signedInAs={me?.name ?? null}
        look={look}
        accept={accept}
      />
    </>
  )
}
