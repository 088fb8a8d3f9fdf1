'use server'

import { revalidatePath } from 'next/cache'
import { invalid, refusedBy, signedOut } from '#app/outcome.ts'
import type { Outcome } from '#components/ui/use-submit.ts'
import { currentIdentity } from '#lib/auth/session.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import type { Result } from '#lib/domain/shared/result.ts'
import { type Context, serverContext } from '#lib/usecases/context.ts'
import {
  addWebhook,
  changeWebhook,
  dropWebhook,
  newWebhookInput,
  testWebhook,
} from '#lib/usecases/webhooks.ts'

/** The secret travels to whoever added it once. */
export async function addHook(form: FormData): Promise<Outcome<{ readonly secret: string }>> {
  const input = newWebhookInput.safeParse({ url: form.get('url'), events: form.getAll('events') })
  if (!input.success) return invalid(input.error)
  const me = await currentIdentity()
  if (!me) return signedOut()
  const added = await addWebhook(serverContext(), me.actor, input.data)
  if (!added.ok) return refusedBy(added.failure)
  revalidatePath('/webhooks')
  return { ok: true, value: { secret: added.value.secret } }
}

export async function turnHook(form: FormData): Promise<Outcome<null>> {
  const active = form.get('active') === 'yes'
  return act(form, (context, actor, id) => changeWebhook(context, actor, id, { active }))
}

export async function testHook(form: FormData): Promise<Outcome<null>> {
  return act(form, testWebhook)
}

export async function removeHook(form: FormData): Promise<Outcome<null>> {
  return act(form, dropWebhook)
}

async function act(
  form: FormData,
  what: (context: Context, actor: Actor, id: string) => Promise<Result<unknown>>,
): Promise<Outcome<null>> {
  const me = await currentIdentity()
  if (!me) return signedOut()
  const done = await what(serverContext(), me.actor, String(form.get('id') ?? ''))
  if (!done.ok) return refusedBy(done.failure)
  revalidatePath('/webhooks')
  return { ok: true, value: null }
}
