'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formOf, invalid, refusedBy, shownAs, signedOut } from '#app/outcome.ts'
import type { Outcome } from '#components/ui/use-submit.ts'
import { currentIdentity } from '#lib/auth/session.ts'
import { CSL_LINES, cslOfForm } from '#lib/domain/sourcing/csl-words.ts'
import { type EditedSource, interviewsOfForm } from '#lib/domain/sourcing/edited-source.ts'
import { changeSource } from '#lib/usecases/change-source.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { asSeen, seenSource } from '#lib/usecases/seen-source.ts'
import { createSource, newSourceInput, sourceChangeInput } from '#lib/usecases/sources.ts'

/** `created` false: somebody had added it already, and that one is used. */
export async function addSource(
  form: FormData,
): Promise<Outcome<{ readonly id: string; readonly title: string; readonly created: boolean }>> {
  const input = newSourceInput.safeParse(sourceFields(form))
  if (!input.success) return invalidSource(input.error)
  const me = await currentIdentity()
  if (!me) return signedOut()
  const made = await createSource(serverContext(), me.actor, input.data)
  if (!made.ok) return refusedBy(made.failure)
  revalidatePath('/sources')
  const { source, created } = made.value
  return { ok: true, value: { id: source.id, title: source.title, created } }
}

/** The value: what is there, when that is not what the form showed; nothing is saved then [SRC11]. */
export async function editSource(form: FormData): Promise<Outcome<EditedSource | null>> {
  const { id, seen: shown, ...fields } = sourceFields(form)
  const seen = shownSource.safeParse(shown)
  if (!seen.success) return invalid(seen.error)
  const publicName = fields.publicName || fields.title
  const input = sourceChangeInput.safeParse({ ...fields, publicName })
  if (!input.success) return invalidSource(input.error)
  const me = await currentIdentity()
  if (!me) return signedOut()
  const check = asSeen(seen.data)
  const changed = await changeSource(serverContext(), me.actor, String(id), input.data, check)
  if (changed.ok) revalidatePath('/sources')
  else if (changed.failure.kind === 'unmatched')
    return { ok: true, value: seenSource.parse(changed.failure.current) }
  return changed.ok ? { ok: true, value: null } : refusedBy(changed.failure)
}

const shownSource = shownAs(seenSource, 'source')

/** At the line of the form that it is about. */
function invalidSource(error: z.ZodError) {
  const [part, key] = error.issues[0]?.path ?? []
  const line = part === 'csl' && typeof key === 'string' && LINES.get(key)
  return { ...invalid(error), ...(line && { field: line }) }
}

const LINES: ReadonlyMap<string, string> = new Map(Object.entries(CSL_LINES))

/** What the form says of a source. */
function sourceFields(form: FormData): Readonly<Record<string, unknown>> {
  const { csl, others } = cslOfForm(formOf(form))
  const { interviews, others: rest } = interviewsOfForm(others)
  return { ...rest, csl, primacy: rest.primacy || null, interviews }
}

const retirement = z.object({
  id: z.string(),
  retired: z.enum(['yes', 'no']),
  reason: z.string().max(500).default(''),
})

export async function retireSource(form: FormData): Promise<Outcome<null>> {
  const input = retirement.safeParse(formOf(form))
  if (!input.success) return invalid(input.error)
  const me = await currentIdentity()
  if (!me) return signedOut()
  const { id, retired, reason } = input.data
  const change = sourceChangeInput.parse({ retired: retired === 'yes', reason })
  const changed = await changeSource(serverContext(), me.actor, id, change)
  if (changed.ok) revalidatePath('/sources')
  return changed.ok ? { ok: true, value: null } : refusedBy(changed.failure)
}
