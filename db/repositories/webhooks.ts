import { and, asc, desc, eq, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { people } from '#db/schema.ts'
import { deliveries, webhooks } from '#db/schema-api.ts'
import type { HookEvent } from '#lib/domain/publication/webhook.ts'

/** Another system that is told of events. Its secret is never among what is shown. */
export interface Webhook {
  readonly id: string
  readonly url: string
  readonly events: readonly HookEvent[]
  readonly active: boolean
  readonly createdByName: string
  readonly createdAt: string
  /** Null: the last delivery arrived. */
  readonly failingSince: string | null
  /** When it was turned off because nothing arrived; null: it was not. */
  readonly givenUpAt: string | null
}

/** As the vault gives it. */
export interface LockedSecret {
  readonly keyId: string
  readonly nonce: Uint8Array
  readonly sealed: Uint8Array
}

const secretColumns = ({ keyId, nonce, sealed }: LockedSecret) => ({
  ...{ secretKey: keyId, secretNonce: nonce, secretSealed: sealed },
})

export async function insertWebhook(
  db: Handle,
  hook: {
    readonly id: string
    readonly url: string
    readonly events: readonly HookEvent[]
    readonly createdBy: string
    readonly createdAt: Date
  },
  secret: LockedSecret,
): Promise<void> {
  const row = { ...hook, events: [...hook.events], ...secretColumns(secret) }
  await db.insert(webhooks).values(row)
}

/** Those that were not removed, the oldest first. */
export async function listWebhooks(db: Handle): Promise<readonly Webhook[]> {
  return select(db, undefined)
}

export async function findWebhook(db: Handle, id: string): Promise<Webhook | null> {
  return (await select(db, eq(webhooks.id, id)))[0] ?? null
}

async function select(db: Handle, where: SQL | undefined): Promise<readonly Webhook[]> {
  const rows = await db
    .select({ row: webhooks, name: people.name })
    .from(webhooks)
    .innerJoin(people, eq(people.id, webhooks.createdBy))
    .where(and(isNull(webhooks.removedAt), where))
    .orderBy(asc(webhooks.createdAt), asc(webhooks.id))
  return rows.map(({ row, name }) => ({
    ...{ id: row.id, url: row.url, events: row.events as HookEvent[], active: row.active },
    ...{ createdByName: name, createdAt: row.createdAt.toISOString() },
    failingSince: row.failingSince?.toISOString() ?? null,
    givenUpAt: row.givenUpAt?.toISOString() ?? null,
  }))
}

/** Turned on it begins anew. */
export async function setWebhookActive(db: Handle, id: string, active: boolean): Promise<void> {
  const anew = active ? { failingSince: null, givenUpAt: null } : {}
  await db
    .update(webhooks)
    .set({ active, ...anew })
    .where(eq(webhooks.id, id))
}

/** Nothing more is sent to it, and its secret goes. */
export async function removeWebhook(db: Handle, id: string, now: Date): Promise<void> {
  const gone = { removedAt: now, active: false, secretSealed: new Uint8Array() }
  await db.update(webhooks).set(gone).where(eq(webhooks.id, id))
  await db.update(deliveries).set({ nextAt: null }).where(eq(deliveries.webhookId, id))
}

/** Ids of those that are turned on and want to hear of this. */
export async function hooksFor(db: Handle, event: HookEvent): Promise<readonly string[]> {
  const rows = await db
    .select({ id: webhooks.id })
    .from(webhooks)
    .where(
      and(
        eq(webhooks.active, true),
        isNull(webhooks.removedAt),
        sql`${event} = any(${webhooks.events})`,
      ),
    )
  return rows.map(({ id }) => id)
}

/** Secrets of all that were not removed, to be locked anew. */
export async function listSecrets(
  db: Handle,
): Promise<readonly (LockedSecret & { readonly id: string })[]> {
  const rows = await db.select().from(webhooks).where(isNull(webhooks.removedAt))
  return rows.map(({ id, secretKey: keyId, secretNonce: nonce, secretSealed: sealed }) => ({
    ...{ id, keyId, nonce, sealed },
  }))
}

export async function relockSecret(db: Handle, id: string, secret: LockedSecret): Promise<void> {
  await db.update(webhooks).set(secretColumns(secret)).where(eq(webhooks.id, id))
}

/** What is to be sent, or was. */
export interface Delivery {
  readonly id: string
  readonly webhookId: string
  readonly event: string
  readonly createdAt: string
  readonly attempts: number
  /** Null: it is over. */
  readonly nextAt: string | null
  readonly deliveredAt: string | null
  readonly triedAt: string | null
  readonly lastStatus: number | null
  readonly lastError: string | null
}

export async function insertDeliveries(
  db: Handle,
  rows: readonly {
    readonly id: string
    readonly webhookId: string
    readonly event: string
    readonly body: string
    readonly createdAt: Date
    readonly nextAt: Date
  }[],
): Promise<void> {
  if (rows.length) await db.insert(deliveries).values([...rows])
}

/** The newest of a hook. */
export async function listDeliveries(
  db: Handle,
  webhookId: string,
  limit: number,
): Promise<readonly Delivery[]> {
  const rows = await db
    .select()
    .from(deliveries)
    .where(eq(deliveries.webhookId, webhookId))
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(limit)
  return rows.map(({ body: _, claimedUntil: __, ...row }) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    nextAt: row.nextAt?.toISOString() ?? null,
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
    triedAt: row.triedAt?.toISOString() ?? null,
  }))
}

/** A delivery that is ours to make, with where it goes. */
export interface Claimed {
  readonly id: string
  readonly webhookId: string
  readonly body: string
  readonly attempts: number
  readonly url: string
  readonly secret: LockedSecret
  readonly failingSince: Date | null
}

/** Claims the delivery that is due longest, until then. Null: none is due, or others are at them. */
export async function claimDelivery(
  db: Handle,
  { now, until }: { readonly now: Date; readonly until: Date },
): Promise<Claimed | null> {
  const isDue = and(
    isNotNull(deliveries.nextAt),
    lte(deliveries.nextAt, now),
    or(isNull(deliveries.claimedUntil), lte(deliveries.claimedUntil, now)),
  )
  const found = await db
    .select({ delivery: deliveries, hook: webhooks })
    .from(deliveries)
    .innerJoin(webhooks, eq(webhooks.id, deliveries.webhookId))
    .where(and(isDue, eq(webhooks.active, true), isNull(webhooks.removedAt)))
    .orderBy(asc(deliveries.nextAt))
    .limit(8)
  for (const { delivery, hook } of found) {
    // Asked again in the statement that claims it: of two processes one gets it.
    const rows = await db
      .update(deliveries)
      .set({ claimedUntil: until })
      .where(and(eq(deliveries.id, delivery.id), isDue))
      .returning({ id: deliveries.id })
    if (!rows.length) continue
    const { id, webhookId, body, attempts } = delivery
    const { url, failingSince, secretKey: keyId, secretNonce: nonce, secretSealed: sealed } = hook
    const secret = { keyId, nonce, sealed }
    return { id, webhookId, body, attempts, url, failingSince, secret }
  }
  return null
}

/** Notes how a try went. */
export async function noteTry(
  db: Handle,
  tried: {
    readonly id: string
    readonly attempts: number
    readonly triedAt: Date
    readonly nextAt: Date | null
    readonly deliveredAt: Date | null
    readonly lastStatus: number | null
    readonly lastError: string | null
  },
): Promise<void> {
  const { id, ...row } = tried
  await db
    .update(deliveries)
    .set({ ...row, claimedUntil: null })
    .where(eq(deliveries.id, id))
}

/** Notes since when nothing arrives, and turns it off when that is too long. */
export async function noteHook(
  db: Handle,
  id: string,
  state: { readonly failingSince: Date | null; readonly givenUpAt?: Date },
): Promise<void> {
  await db
    .update(webhooks)
    .set({ ...state, ...(state.givenUpAt && { active: false }) })
    .where(eq(webhooks.id, id))
}

/** What is over for long is forgotten. */
export async function forgetDeliveries(db: Handle, before: Date): Promise<void> {
  await db
    .delete(deliveries)
    .where(and(isNull(deliveries.nextAt), lte(deliveries.createdAt, before)))
}
