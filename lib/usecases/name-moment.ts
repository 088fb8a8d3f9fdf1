import { z } from 'zod'
import { insertMoment, removeMoment } from '#db/repositories/history.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { isId } from '#lib/domain/shared/ids.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import { type Context, record } from './context.ts'
import { openArticle } from './open-article.ts'

export const momentNameInput = z.object({
  seq: z.int().min(1),
  name: z
    .string()
    .max(100, 'Give a name of at most 100 characters.')
    .transform((name) => cleanText(name).replace(/\s+/gu, ' ').trim())
    .refine(Boolean, 'Give a name.'),
})

/** Gives a moment of an article's history a name. A moment may have several. */
export async function nameMoment(
  context: Context,
  actor: Actor,
  articleId: string,
  { seq, name }: z.output<typeof momentNameInput>,
): Promise<Result<{ readonly id: string }>> {
  const opened = await openArticle(context, actor, articleId, 'write')
  if (!opened.ok) return opened
  if (seq > opened.value.headSeq) {
    return fail({ kind: 'notFound', message: 'There is no such moment of this article.' })
  }
  const id = context.newId()
  await context.db.transaction(async (tx) => {
    await insertMoment(tx, { id, articleId, seq, name, personId: actor.id, at: context.now() })
    const detail = { moment: id, seq }
    await record(tx, context, { actorId: actor.id, action: 'moment.named', articleId, detail })
  })
  return ok({ id })
}

/** Takes a name away again; the moment stays. */
export async function removeMomentName(
  context: Context,
  actor: Actor,
  articleId: string,
  id: string,
): Promise<Result<null>> {
  const opened = await openArticle(context, actor, articleId, 'write')
  if (!opened.ok) return opened
  const removed = await context.db.transaction(async (tx) => {
    const known = isId(id) && (await removeMoment(tx, { id, articleId, now: context.now() }))
    if (!known) return false
    const entry = { actorId: actor.id, action: 'moment.unnamed', articleId, detail: { moment: id } }
    await record(tx, context, entry)
    return true
  })
  return removed ? ok(null) : fail({ kind: 'notFound', message: 'There is no such name.' })
}
