import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTimeWords } from '#components/ui/time-words.ts'
import { When } from '#components/ui/when.tsx'
import { InvitationActs } from './invitation-acts.tsx'
import type { InvitationActions, ListedInvitation } from './invitation-model.ts'
import { useRoleWords } from './role-words.ts'

/** Who is invited, and what became of it. */
export function InvitationList({
  invitations,
  now,
  actions,
}: {
  invitations: readonly ListedInvitation[]
  now: Date
  actions: InvitationActions
}) {
  const t = useTranslations('people')
  const roles = useTranslations('roles')
  if (!invitations.length) return <p className="muted">{t('nobodyInvited')}</p>
  return (
    <table className="desk register">
      <caption className="vh">{t('invitations')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{roles('roles')}</th>
          <th scope="col">{t('invitation')}</th>
          <th scope="col">
            <span className="vh">{t('actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {/* One line an address: sent again it is another invitation, and the link that is shown must stay. */}
        {invitations.map((invitation) => (
          <Row key={invitation.email} {...{ invitation, now, actions }} />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly invitation: ListedInvitation
  readonly now: Date
  readonly actions: InvitationActions
}

function Row({ invitation, now, actions }: RowProps) {
  const t = useTranslations('people')
  const roleWords = useRoleWords()
  const by = {
    name: invitation.inviterName,
    who: (text: ReactNode) => <bdi className="anywhere">{text}</bdi>,
    when: () => <When at={invitation.at} />,
  }
  return (
    <tr className={invitation.state === 'open' ? '' : 'away'}>
      <td>
        <b className="anywhere">
          <bdi>{invitation.name}</bdi>
        </b>
        <div className="sub anywhere">{invitation.email}</div>
      </td>
      <td>{roleWords(invitation)}</td>
      <td className="all">
        <State invitation={invitation} now={now} />
        <div className="sub">
          <span>{t.rich('invitedBy', by)}</span>
        </div>
      </td>
      <td className="acts">
        {invitation.state !== 'accepted' && (
          <InvitationActs invitation={invitation} actions={actions} />
        )}
      </td>
    </tr>
  )
}

function State({ invitation, now }: Omit<RowProps, 'actions'>) {
  const t = useTranslations('people')
  const time = useTimeWords()
  const { state, expiresAt, endedAt } = invitation
  const when = () => <When at={endedAt ?? expiresAt} />
  switch (state) {
    case 'open':
      return t.rich('waits', {
        when: () => (
          <time dateTime={expiresAt} title={time.appointed(expiresAt)} suppressHydrationWarning>
            {time.due(expiresAt, now).words}
          </time>
        ),
      })
    case 'accepted':
      return t.rich('cameIn', { when })
    case 'revoked':
      return t.rich('wasRevoked', { when })
    case 'orphaned':
      return t('orphaned')
    default:
      return t.rich('tooOld', { when })
  }
}
