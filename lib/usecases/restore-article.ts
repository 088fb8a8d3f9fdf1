import { z } from 'zod'
import { listQueries } from '#db/repositories/decisions.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { hasBlock, type Restored } from '#lib/domain/history/restoring.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { titleOf } from '#lib/domain/text/title.ts'
import { type Context, record } from './context.ts'
import { holdArticle, openToWrite, served } from './open-article.ts'

export const restoreInput = z.object({
  seq: z.int().min(1),
  /** One paragraph alone. */
  blockId: z.string().max(200).optional(),
})

/** Makes an article, or one paragraph of it, what it was, by a change in the name of whoever asks [HIS5]. */
export async function restoreArticle(
  context: Context,
  actor: Actor,
  articleId: string,
  { seq, blockId = null }: { readonly seq: number; readonly blockId?: string | null | undefined },
): Promise<Result<Restored>> {
  const open = () => openToWrite(context, actor, articleId)
  const opened = await open()
  if (!opened.ok) return opened
  if (seq > opened.value.headSeq) {
    return fail({ kind: 'notFound', message: 'There is no such moment of this article.' })
  }
  return served(async () => {
    const past = await context.collab.sharedAt(articleId, seq)
    if (blockId !== null && !hasBlock(past, blockId)) {
      return fail({ kind: 'notFound', message: 'There was no such paragraph then.' })
    }
    return holdArticle(
      context,
      actor,
      articleId,
      open,
      async (_article, held): Promise<Result<Restored>> => {
        const before = held.state.seq
        const asked = (await listQueries(context.db, articleId)).filter(({ closedAt }) => !closedAt)
        const keep = asked.flatMap(({ annotationIds }) => annotationIds)
        const { seq: row, content } = await held.write(actor.id, [
          { type: 'restore', past, blockId, keep },
        ])
        const title = titleOf(content.blocks)
        if (row === before) return ok({ seq: row, changed: false, title })
        await context.db.transaction((tx) => {
          const detail = { row, to: seq, blockId }
          const entry = { actorId: actor.id, action: 'article.restored', articleId, detail }
          return record(tx, context, entry)
        })
        return ok({ seq: row, changed: true, title })
      },
    )
  })
}
