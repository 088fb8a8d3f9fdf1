import { hooksFor, insertDeliveries } from '#db/repositories/webhooks.ts'
import type { Change, Correction } from '#lib/domain/publication/version.ts'
import {
  eventOfChange,
  type HookData,
  type HookEvent,
  hookBody,
} from '#lib/domain/publication/webhook.ts'
import type { Context } from './context.ts'
import { linkTo } from './public-url.ts'

/** Writes down what is to be told, in the transaction of what happened: nothing is told that did not happen, and nothing is missed [API6]. */
export async function tellHooks(
  tx: Context['db'],
  { now, newId }: Pick<Context, 'now' | 'newId'>,
  event: HookEvent,
  data: HookData,
): Promise<void> {
  const hooks = await hooksFor(tx, event)
  if (!hooks.length) return
  const createdAt = now()
  const body = hookBody(event, createdAt.toISOString(), data)
  await insertDeliveries(
    tx,
    hooks.map((webhookId) => ({
      ...{ id: newId(), webhookId, event, body, createdAt, nextAt: createdAt },
    })),
  )
}

/** A version was published; no word of it is told. */
export function tellVersion(
  tx: Context['db'],
  context: Pick<Context, 'now' | 'newId'>,
  version: {
    readonly articleId: string
    readonly slug: string
    readonly number: number
    readonly change: Change
    readonly note: string
    readonly correction?: Correction
    readonly hash: string
    readonly publishedAt: string
  },
): Promise<void> {
  const { articleId, slug, number, change, note, correction, hash, publishedAt } = version
  const corrected = correction && { wrong: correction.wrong, right: correction.right }
  const at = `/read/${slug}/v/${number}`
  const links = { page: linkTo(at), json: linkTo(`${at}/json`) }
  const data = { articleId, slug, number, change, note, ...corrected, hash, publishedAt, ...links }
  return tellHooks(tx, context, eventOfChange(change), data)
}
