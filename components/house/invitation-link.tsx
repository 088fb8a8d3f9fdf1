import { Notice } from '#components/ui/notice.tsx'
import type { MadeLink } from './invitation-model.ts'
import { SecretNote } from './secret-note.tsx'

/** The link of an invitation, and whether it is on its way by itself. */
export function InvitationLink({ made: { email, link, mail } }: { made: MadeLink }) {
  return (
    <div className="form">
      {mail.is === 'failed' && (
        <Notice tone="bad">
          The mail was not sent: {mail.reason.replace(/[.\s]*$/, '')}. Copy the link, and give it to
          the person yourself.
        </Notice>
      )}
      <SecretNote what="link" secret={link} />
      <p className="muted">
        {mail.is === 'sent' ? (
          <>
            It was also sent to <bdi>{email}</bdi>.
          </>
        ) : (
          <>
            Give it to <bdi>{email}</bdi> on a way that others do not read.
          </>
        )}{' '}
        It works once, for 7 days: whoever follows it chooses a password and is in.
      </p>
    </div>
  )
}
