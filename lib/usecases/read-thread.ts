import { z } from 'zod'
import { markRead, messageTime } from '#db/repositories/threads.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import type { Context } from './context.ts'
import { openArticleOfThread } from './find-thread.ts'

export const readThreadInput = z.object({ messageId: z.string() })

/** Notes how far a person has read: up to a message that they were shown, not up to now [THR6]. */
export async function readThread(
  context: Context,
  actor: Actor,
  articleId: string,
  threadId: string,
  { messageId }: z.output<typeof readThreadInput>,
): Promise<Result<null>> {
  const opened = await openArticleOfThread(context, actor, articleId, threadId)
  if (!opened.ok) return opened
  const readAt = await messageTime(context.db, threadId, messageId)
  if (!readAt) return fail({ kind: 'notFound', message: 'There is no such message.' })
  await markRead(context.db, { threadId, personId: actor.id, readAt })
  return ok(null)
}
