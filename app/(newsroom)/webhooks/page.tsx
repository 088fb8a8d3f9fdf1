import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireIdentity } from '#app/identity.ts'
import { titled } from '#app/titled.ts'
import { AddWebhook } from '#components/house/add-webhook.tsx'
import { WebhookList } from '#components/house/webhook-list.tsx'
import { mayInHouse } from '#lib/domain/access/policy.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { allWebhooks, deliveriesOf } from '#lib/usecases/webhooks.ts'
import { addHook, removeHook, testHook, turnHook } from './actions.ts'

export const generateMetadata = () => titled('webhooks')

/** For administrators; for everybody else there is no such page. */
export default async function WebhooksPage() {
  const { actor } = await requireIdentity('/webhooks')
  const context = serverContext()
  const hooks = await allWebhooks(context, actor)
  if (!mayInHouse(actor, 'webhooks') || !hooks.ok) notFound()
  const shown = await Promise.all(
    hooks.value.map(async (hook) => {
      const found = await deliveriesOf(context, actor, hook.id)
      return { ...hook, deliveries: found.ok ? found.value.slice(0, 5) : [] }
    }),
  )
  const t = await getTranslations('pages')
  return (
    <div className="page">
      <div className="hello">
        <div>
          <h1>{t('title.webhooks')}</h1>
          <p>{t('webhooksMean')}</p>
        </div>
        <div className="tools">
          <AddWebhook action={addHook} />
        </div>
      </div>
      <WebhookList hooks={shown} turn={turnHook} test={testHook} remove={removeHook} />
    </div>
  )
}
