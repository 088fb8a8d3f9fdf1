import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireIdentity } from '#app/identity.ts'
import { AddPerson } from '#components/house/add-person.tsx'
import { PeopleList } from '#components/house/people-list.tsx'
import { mayInHouse } from '#lib/domain/access/policy.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { everybody } from '#lib/usecases/people.ts'
import { addColleague, changeColleague } from './actions.ts'

export const metadata: Metadata = { title: 'People' }

/** For administrators; for everybody else there is no such page. */
export default async function PeoplePage() {
  const { actor } = await requireIdentity('/people')
  if (!mayInHouse(actor, 'people')) notFound()
  const people = await everybody(serverContext())
  return (
    <div className="page">
      <div className="hello">
        <div>
          <h1>People</h1>
          <p>Roles say who may do what. A change takes effect at once, also in open articles.</p>
        </div>
        <div className="tools">
          <AddPerson action={addColleague} />
        </div>
      </div>
      <PeopleList people={people} meId={actor.id} action={changeColleague} />
    </div>
  )
}
