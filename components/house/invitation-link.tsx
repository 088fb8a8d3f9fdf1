import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Notice } from '#components/ui/notice.tsx'
import type { MadeLink } from './invitation-model.ts'
import { SecretNote } from './secret-note.tsx'

/** The link of an invitation, and whether it is on its way by itself. */
export function InvitationLink({ made: { email, link, mail } }: { made: MadeLink }) {
  const t = useTranslations('people')
  const who = (text: ReactNode) => <bdi>{text}</bdi>
  return (
    <div className="form">
      {mail.is === 'failed' && (
        <Notice tone="bad">
          {t('mailFailed', { reason: mail.reason.replace(/[.\s]*$/, '') })}
        </Notice>
      )}
      <SecretNote what="link" secret={link} />
      <p className="muted">
        {t.rich(mail.is === 'sent' ? 'linkMailed' : 'linkToGive', { email, who })}
      </p>
    </div>
  )
}
