'use server'

import { revalidatePath } from 'next/cache'
import { refusedBy, signedOut } from '#app/outcome.ts'
import type { Outcome } from '#components/ui/use-submit.ts'
import { currentIdentity } from '#lib/auth/session.ts'
import type { NoticeChoice, NoticeKind } from '#lib/domain/notices/notice.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { choiceInput, chooseNotices, readNotices } from '#lib/usecases/notices.ts'

/** Marks the notice of this id as read, and without one all of them. */
export async function markRead(form: FormData): Promise<Outcome<null>> {
  const me = await currentIdentity()
  if (!me) return signedOut()
  const id = form.get('id')
  const ids = typeof id === 'string' ? [id] : null
  const outcome = await readNotices(serverContext(), me.actor, { ids })
  if (!outcome.ok) return refusedBy(outcome.failure)
  revalidatePath('/', 'layout')
  return { ok: true, value: null }
}

export async function choose(kind: NoticeKind, choice: NoticeChoice): Promise<Outcome<null>> {
  const me = await currentIdentity()
  if (!me) return signedOut()
  const parsed = choiceInput.safeParse({ kind, ...choice })
  if (!parsed.success) return { ok: false, message: 'This is not valid.' }
  const outcome = await chooseNotices(serverContext(), me.actor, parsed.data)
  return outcome.ok ? { ok: true, value: null } : refusedBy(outcome.failure)
}
