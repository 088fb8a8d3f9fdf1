import { EmptyState } from '#components/ui/empty-state.tsx'
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
  if (!hooks.length)
    return <EmptyState title="No webhooks yet" text="No other system is told of anything." />
  return (
    <ul className="tokens hooks" aria-label="Webhooks">
      {hooks.map((hook) => (
        <li className="hook" key={hook.id}>
          <div className="grow">
            <b className="hookurl">
              <bdi>{hook.url}</bdi>
            </b>
            <div className="small">
              <State hook={hook} /> · {hook.events.join(', ')}
            </div>
            <div className="small muted">
              Added by <bdi>{hook.createdByName}</bdi>, <When at={hook.createdAt} />
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
  if (hook.givenUpAt)
    return (
      <>
        Turned off <When at={hook.givenUpAt} />, because nothing arrived
      </>
    )
  if (!hook.active) return 'Turned off'
  if (!hook.failingSince) return 'On'
  return (
    <>
      On, nothing has arrived since <When at={hook.failingSince} />
    </>
  )
}

function Deliveries({ deliveries, url }: { deliveries: readonly ShownDelivery[]; url: string }) {
  if (!deliveries.length) return <div className="small muted">Nothing was sent yet.</div>
  return (
    <ul className="small" aria-label={`Last deliveries to ${url}`}>
      {deliveries.map((delivery) => (
        <li key={delivery.id}>
          <When at={delivery.createdAt} />: {delivery.event}, {outcomeOf(delivery)}
        </li>
      ))}
    </ul>
  )
}

function outcomeOf({ deliveredAt, attempts, nextAt, lastStatus, lastError }: ShownDelivery) {
  if (deliveredAt) return `arrived (${lastStatus})`
  if (!attempts) return 'is on its way'
  const why = lastError ?? `answered with ${lastStatus}`
  const tries = attempts === 1 ? 'once' : `${attempts} times`
  return `tried ${tries}: ${why}${nextAt ? ' It is tried again.' : ' It was given up.'}`
}
