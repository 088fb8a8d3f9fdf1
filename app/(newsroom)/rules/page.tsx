import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireIdentity } from '#app/identity.ts'
import { titled } from '#app/titled.ts'
import { RulesForm } from '#components/house/rules-form.tsx'
import { mayInHouse } from '#lib/domain/access/policy.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { showPolicy } from '#lib/usecases/house-policy.ts'

export const generateMetadata = () => titled('rules')

/** For administrators; for everybody else there is no such page. */
export default async function RulesPage() {
  const { actor } = await requireIdentity('/rules')
  const policy = await showPolicy(serverContext(), actor)
  if (!mayInHouse(actor, 'policy') || !policy.ok) notFound()
  const t = await getTranslations('pages')
  return (
    <div className="page">
      <div className="hello">
        <div>
          <h1>{t('title.rules')}</h1>
          <p>{t('rulesMean')}</p>
        </div>
      </div>
      <RulesForm policy={policy.value} />
    </div>
  )
}
