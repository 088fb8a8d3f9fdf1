import { useTimeWords } from '#components/ui/time-words.ts'
import { When } from '#components/ui/when.tsx'
import { InvitationActs } from './invitation-acts.tsx'
import type { InvitationActions, ListedInvitation } from './invitation-model.ts'
import { roleWords } from './role-words.ts'

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
  if (!invitations.length)
    return (
      <p className="muted">
        Nobody is invited at the moment. Invitations stand here until a month after they are over.
      </p>
    )
  return (
    <table className="desk register">
      <caption className="vh">Invitations</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Roles</th>
          <th scope="col">Invitation</th>
          <th scope="col">
            <span className="vh">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {invitations.map((invitation) => (
          <tr key={invitation.id} className={invitation.state === 'open' ? '' : 'away'}>
            <td>
              <b className="anywhere">
                <bdi>{invitation.name}</bdi>
              </b>
              <div className="sub anywhere">{invitation.email}</div>
            </td>
            <td>{roleWords(invitation)}</td>
            <td>
              <State invitation={invitation} now={now} />
              <div className="sub">
                <span>
                  Invited by <bdi className="anywhere">{invitation.inviterName}</bdi>,{' '}
                  <When at={invitation.at} />
                </span>
              </div>
            </td>
            <td className="acts">
              {invitation.state !== 'accepted' && (
                <InvitationActs invitation={invitation} actions={actions} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function State({ invitation, now }: { invitation: ListedInvitation; now: Date }) {
  const time = useTimeWords()
  const { state, expiresAt, endedAt } = invitation
  const ended = <When at={endedAt ?? expiresAt} />
  switch (state) {
    case 'open':
      return (
        <>
          Waits; ends{' '}
          <time dateTime={expiresAt} title={time.appointed(expiresAt)} suppressHydrationWarning>
            {time.due(expiresAt, now).words}
          </time>
        </>
      )
    case 'accepted':
      return <>Came in {ended}</>
    case 'revoked':
      return <>Revoked {ended}</>
    case 'orphaned':
      return 'Does not work: who invited is no administrator any more'
    default:
      return <>Too old since {ended}</>
  }
}
