import { createHmac } from 'node:crypto'
import {
  type Claimed,
  claimDelivery,
  forgetDeliveries,
  noteHook,
  noteTry,
} from '#db/repositories/webhooks.ts'
import type { Poster, Posting } from '#lib/capture/ports.ts'
import { givesUp, signedContent, waitAfter } from '#lib/domain/publication/webhook.ts'
import { secretsOfProcess } from '#lib/vault/ports.ts'
import { VaultError } from '#lib/vault/vault.ts'
import { type Context, record } from './context.ts'
import { placeOfSecret } from './webhooks.ts'

/** Longer than a try takes: whoever crashed in one holds it up for no more than this. */
const CLAIM_MS = 30_000
const KEPT_MS = 30 * 86_400_000

type Needed = Pick<Context, 'db' | 'now'>

/** Makes the delivery that is due longest. False: none is. At least once: whoever dies before the note sends it again [API7]. */
export async function deliverNext(context: Needed, poster: Poster): Promise<boolean> {
  const now = context.now()
  const until = new Date(now.getTime() + CLAIM_MS)
  const claimed = await claimDelivery(context.db, { now, until })
  if (!claimed) return false
  const posting = await send(context, poster, claimed)
  await context.db.transaction((tx) => note({ ...context, db: tx }, claimed, posting))
  return true
}

/** Forgets what was over a month ago. */
export function forgetOld({ db, now }: Needed): Promise<void> {
  return forgetDeliveries(db, new Date(now().getTime() - KEPT_MS))
}

/** Signed as Standard Webhooks says: each try with its own time, over the same id and bytes. */
async function send(context: Needed, poster: Poster, claimed: Claimed): Promise<Posting> {
  const { id, webhookId, url, body, secret } = claimed
  try {
    const key = secretsOfProcess().open(placeOfSecret(webhookId), secret)
    const seconds = Math.floor(context.now().getTime() / 1000)
    const mac = createHmac('sha256', key)
      .update(signedContent(id, seconds, body))
      .digest('base64')
    const headers = {
      'content-type': 'application/json',
      ...{ 'webhook-id': id, 'webhook-timestamp': `${seconds}`, 'webhook-signature': `v1,${mac}` },
    }
    return await poster.post({ url, body, headers })
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
    return { error: 'Its secret cannot be opened with the keys of this server. Add it anew.' }
  }
}

async function note(context: Needed, claimed: Claimed, posting: Posting): Promise<void> {
  const { db } = context
  const now = context.now()
  const status = 'status' in posting ? posting.status : null
  const arrived = status !== null && status >= 200 && status < 300
  const attempts = claimed.attempts + 1
  const wait = arrived ? null : waitAfter(attempts, Math.random())
  await noteTry(db, {
    ...{ id: claimed.id, attempts, triedAt: now, lastStatus: status },
    nextAt: wait === null ? null : new Date(now.getTime() + wait),
    deliveredAt: arrived ? now : null,
    lastError: 'error' in posting ? posting.error : null,
  })
  if (arrived) {
    if (claimed.failingSince) await noteHook(db, claimed.webhookId, { failingSince: null })
    return
  }
  const failingSince = claimed.failingSince ?? now
  const isOver = givesUp(failingSince, now, status)
  await noteHook(db, claimed.webhookId, { failingSince, ...(isOver && { givenUpAt: now }) })
  if (!isOver) return
  const detail = { webhook: claimed.webhookId, status, since: failingSince.toISOString() }
  await record(db, context, { actorId: null, action: 'webhook.givenUp', articleId: null, detail })
}
