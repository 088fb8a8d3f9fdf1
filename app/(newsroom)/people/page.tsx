import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireIdentity } from '#app/identity.ts'
import { titled } from '#app/titled.ts'
import { InvitationList } from '#components/house/invitation-list.tsx'
import { InvitePerson } from '#components/house/invite-person.tsx'
import { PeopleList } from '#components/house/people-list.tsx'
import { mayInHouse } from '#lib/domain/access/policy.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { listInvitations } from '#lib/usecases/invitations.ts'
import { everybody } from '#lib/usecases/people.ts'
import { changeColleague } from './actions.ts'
import { inviteAgain, invitePerson, revoke } from './invitation-actions.ts'

export const generateMetadata = () => titled('people')

/** For administrators; for everybody else there is no such page. */
export default async function PeoplePage() {
  const { actor } = await requireIdentity('/people')
  const invitations = await listInvitations(serverContext(), actor)
  if (!mayInHouse(actor, 'people') || !invitations.ok) notFound()
  const people = await everybody(serverContext())
  const t = await getTranslations('pages')
  return (
    <div className="page">
      <div className="hello">
        <div>
          <h1>{t('title.people')}</h1>
          <p>{t('peopleMean')}</p>
        </div>
        <div className="tools">
          <InvitePerson action={invitePerson} />
        </div>
      </div>
      <PeopleList people={people} meId={actor.id} action={changeColleague} />
      <section aria-labelledby="invitations">
        <h2 id="invitations">{t('invitations')}</h2>
        <InvitationList
          invitations={invitations.value}
          now={new Date()}
          actions={{ sendAgain: inviteAgain, revoke }}
        />
      </section>
    </div>
  )
}
