import { useTranslations } from 'next-intl'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { useRow } from '#components/ui/use-row.ts'
import type { Outcome } from '#components/ui/use-submit.ts'
import { When } from '#components/ui/when.tsx'
import type { HookEvent } from '#lib/domain/publication/webhook.ts'
import { WebhookActs } from './webhook-acts.tsx'

interface ShownDelivery {
  readonly id: string
  readonly event: string
  readonly createdAt: string
  readonly attempts: number
  readonly nextAt: string | null
  readonly deliveredAt: string | null
  readonly lastStatus: number | null
  readonly lastError: string | null
}

interface ShownHook {
  readonly id: string
  readonly url: string
  readonly events: readonly HookEvent[]
  readonly active: boolean
  readonly createdByName: string
  readonly createdAt: string
  readonly failingSince: string | null
  readonly givenUpAt: string | null
  readonly deliveries: readonly ShownDelivery[]
}

type Action = (form: FormData) => Promise<Outcome<null>>

/** Every webhook, with the last that it was told. */
export function WebhookList({
  hooks,
  ...acts
}: {
  hooks: readonly ShownHook[]
  turn: Action
  test: Action
  remove: Action
}) {
  const t = useTranslations('webhooks')
  const row = useRow()
  if (!hooks.length) return <EmptyState title={t('none')} text={t('noneMeans')} />
  return (
    <ul className="tokens hooks" aria-label={t('webhooks')}>
      {hooks.map((hook) => (
        <li className="hook" key={hook.id}>
          <div className="grow">
            <b className="hookurl">
              <bdi>{hook.url}</bdi>
            </b>
            <div className="small">
              <State hook={hook} /> · {row(hook.events)}
            </div>
            <div className="small muted">
              {t.rich('addedBy', {
                name: hook.createdByName,
                who: (text) => <bdi>{text}</bdi>,
                when: () => <When at={hook.createdAt} />,
              })}
            </div>
            <Deliveries deliveries={hook.deliveries} url={hook.url} />
          </div>
          <WebhookActs hook={hook} {...acts} />
        </li>
      ))}
    </ul>
  )
}

function State({ hook }: { hook: ShownHook }) {
  const t = useTranslations('webhooks')
  const { givenUpAt, failingSince, active } = hook
  if (givenUpAt) return t.rich('gaveUp', { when: () => <When at={givenUpAt} /> })
  if (!active) return t('isOff')
  if (!failingSince) return t('isOn')
  return t.rich('failing', { when: () => <When at={failingSince} /> })
}

function Deliveries({ deliveries, url }: { deliveries: readonly ShownDelivery[]; url: string }) {
  const t = useTranslations('webhooks')
  if (!deliveries.length) return <div className="small muted">{t('nothingSent')}</div>
  return (
    <ul className="small" aria-label={t('lastDeliveries', { url })}>
      {deliveries.map((delivery) => (
        <li key={delivery.id}>
          <Delivery delivery={delivery} />
        </li>
      ))}
    </ul>
  )
}

function Delivery({ delivery }: { delivery: ShownDelivery }) {
  const t = useTranslations('webhooks')
  const { event, createdAt, deliveredAt, attempts, nextAt, lastStatus, lastError } = delivery
  const when = () => <When at={createdAt} />
  const status = String(lastStatus)
  if (deliveredAt) return t.rich('arrived', { event, status, when })
  if (!attempts) return t.rich('onItsWay', { event, when })
  const why = lastError ?? t('answeredWith', { status })
  return t.rich('tried', { event, count: attempts, why, isOver: String(!nextAt), when })
}
