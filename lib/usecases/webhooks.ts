import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import {
  type Delivery,
  findWebhook,
  insertDeliveries,
  insertWebhook,
  listDeliveries,
  listWebhooks,
  removeWebhook,
  setWebhookActive,
  type Webhook,
} from '#db/repositories/webhooks.ts'
import { type Actor, requireInHouse } from '#lib/domain/access/policy.ts'
import { HOOK_EVENTS, hookBody } from '#lib/domain/publication/webhook.ts'
import { isId } from '#lib/domain/shared/ids.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { secretsOfProcess } from '#lib/vault/ports.ts'
import { type Context, record } from './context.ts'

export type { Delivery, Webhook }

const WRONG_ADDRESS =
  'Give an address that begins with https:// or http://, without a password in it.'

export const newWebhookInput = z.object({
  url: z
    .string()
    .trim()
    .max(2_000)
    .refine((text) => isAddress(text), WRONG_ADDRESS)
    .transform((text) => new URL(text).href),
  events: z.array(z.enum(HOOK_EVENTS)).min(1, 'Choose what it is told of.').max(20),
})

export const webhookChangeInput = z.object({ active: z.boolean() })

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return ['http:', 'https:'].includes(protocol) && !username && !password
}

/** What a secret is locked for: in another row it does not open. */
export const placeOfSecret = (id: string) => `webhook\n${id}`

const NO_HOOK = { kind: 'notFound', message: 'There is no such webhook.' } as const
const MOST_HOOKS = 50
const SHOWN = 20

export async function allWebhooks(
  context: Context,
  actor: Actor,
): Promise<Result<readonly Webhook[]>> {
  const allowed = requireInHouse(actor, 'webhooks')
  return allowed.ok ? ok(await listWebhooks(context.db)) : allowed
}

/** Adds one. Its secret is shown once, and kept locked up [API8]. */
export async function addWebhook(
  context: Context,
  actor: Actor,
  { url, events }: z.output<typeof newWebhookInput>,
): Promise<Result<Webhook & { readonly secret: string }>> {
  const allowed = requireInHouse(actor, 'webhooks')
  if (!allowed.ok) return allowed
  if ((await listWebhooks(context.db)).length >= MOST_HOOKS)
    return fail({ kind: 'conflict', message: `There are ${MOST_HOOKS} already. Remove one first.` })
  const id = context.newId()
  const key = randomBytes(32)
  const row = { id, url, events: [...new Set(events)], createdBy: actor.id }
  await context.db.transaction(async (tx) => {
    const secret = secretsOfProcess().lock(placeOfSecret(id), new Uint8Array(key))
    await insertWebhook(tx, { ...row, createdAt: context.now() }, secret)
    await note(tx, context, actor, 'webhook.added', { webhook: id, events: row.events })
  })
  const hook = await findWebhook(context.db, id)
  if (!hook) throw new Error('A webhook was added, but is not there')
  return ok({ ...hook, secret: `whsec_${key.toString('base64')}` })
}

/** Turns one on or off. What was not delivered yet waits. */
export function changeWebhook(
  context: Context,
  actor: Actor,
  id: string,
  { active }: z.output<typeof webhookChangeInput>,
): Promise<Result<Webhook>> {
  return onHook(context, actor, id, async (tx) => {
    await setWebhookActive(tx, id, active)
    await note(tx, context, actor, active ? 'webhook.on' : 'webhook.off', { webhook: id })
    return (await findWebhook(tx, id)) ?? fail(NO_HOOK)
  })
}

export function dropWebhook(context: Context, actor: Actor, id: string): Promise<Result<null>> {
  return onHook(context, actor, id, async (tx) => {
    await removeWebhook(tx, id, context.now())
    await note(tx, context, actor, 'webhook.removed', { webhook: id })
    return null
  })
}

/** Sends an event that says nothing, to see whether it is heard. */
export function testWebhook(
  context: Context,
  actor: Actor,
  id: string,
): Promise<Result<{ readonly delivery: string }>> {
  return onHook(context, actor, id, async (tx, hook) => {
    if (!hook.active)
      return fail({ kind: 'conflict', message: 'It is turned off. Turn it on first.' })
    const at = context.now()
    const row = { id: context.newId(), webhookId: id, event: 'test', createdAt: at, nextAt: at }
    const body = hookBody('test', at.toISOString(), { webhook: id })
    await insertDeliveries(tx, [{ ...row, body }])
    return { delivery: row.id }
  })
}

/** The last that was sent, or is to be sent, to it. */
export function deliveriesOf(
  context: Context,
  actor: Actor,
  id: string,
): Promise<Result<readonly Delivery[]>> {
  return onHook(context, actor, id, (tx) => listDeliveries(tx, id, SHOWN))
}

export function showWebhook(context: Context, actor: Actor, id: string): Promise<Result<Webhook>> {
  return onHook(context, actor, id, async (_tx, hook) => hook)
}

async function onHook<T>(
  context: Context,
  actor: Actor,
  id: string,
  act: (tx: Context['db'], hook: Webhook) => Promise<T | ReturnType<typeof fail>>,
): Promise<Result<T>> {
  const allowed = requireInHouse(actor, 'webhooks')
  if (!allowed.ok) return allowed
  return context.db.transaction(async (tx): Promise<Result<T>> => {
    const hook = isId(id) ? await findWebhook(tx, id) : null
    if (!hook) return fail(NO_HOOK)
    const done = await act(tx, hook)
    return isFailed(done) ? done : ok(done)
  })
}

function isFailed<T>(done: T | ReturnType<typeof fail>): done is ReturnType<typeof fail> {
  return typeof done === 'object' && done !== null && 'ok' in done && done.ok === false
}

function note(
  tx: Context['db'],
  context: Context,
  actor: Actor,
  action: string,
  detail: Readonly<Record<string, unknown>>,
) {
  return record(tx, context, { actorId: actor.id, action, articleId: null, detail })
}
