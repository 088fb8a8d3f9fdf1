import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireIdentity } from '#app/identity.ts'
import { RulesForm } from '#components/house/rules-form.tsx'
import { mayInHouse } from '#lib/domain/access/policy.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { showPolicy } from '#lib/usecases/house-policy.ts'

export const metadata: Metadata = { title: 'Rules' }

/** For administrators; for everybody else there is no such page. */
export default async function RulesPage() {
  const { actor } = await requireIdentity('/rules')
  const policy = await showPolicy(serverContext(), actor)
  if (!mayInHouse(actor, 'policy') || !policy.ok) notFound()
  return (
    <div className="page">
      <div className="hello">
        <div>
          <h1>Rules</h1>
          <p>How many different reviewers have to approve a sentence. A change holds at once.</p>
        </div>
      </div>
      <RulesForm policy={policy.value} />
    </div>
  )
}
