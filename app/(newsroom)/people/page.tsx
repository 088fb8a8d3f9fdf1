import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireIdentity } from '#app/identity.ts'
import { InvitationList } from '#components/house/invitation-list.tsx'
import { InvitePerson } from '#components/house/invite-person.tsx'
import { PeopleList } from '#components/house/people-list.tsx'
import { mayInHouse } from '#lib/domain/access/policy.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { listInvitations } from '#lib/usecases/invitations.ts'
import { everybody } from '#lib/usecases/people.ts'
import { changeColleague } from './actions.ts'
import { inviteAgain, invitePerson, revoke } from './invitation-actions.ts'

export const metadata: Metadata = { title: 'People' }

/** For administrators; for everybody else there is no such page. */
export default async function PeoplePage() {
  const { actor } = await requireIdentity('/people')
  const invitations = await listInvitations(serverContext(), actor)
  if (!mayInHouse(actor, 'people') || !invitations.ok) notFound()
  const people = await everybody(serverContext())
  return (
    <div className="page">
      <div className="hello">
        <div>
          <h1>People</h1>
          <p>Roles say who may do what. A change takes effect at once, also in open articles.</p>
        </div>
        <div className="tools">
          <InvitePerson action={invitePerson} />
        </div>
      </div>
      <PeopleList people={people} meId={actor.id} action={changeColleague} />
      <section aria-labelledby="invitations">
        <h2 id="invitations">Invitations</h2>
        <InvitationList
          invitations={invitations.value}
          now={new Date()}
          actions={{ sendAgain: inviteAgain, revoke }}
        />
      </section>
    </div>
  )
}
