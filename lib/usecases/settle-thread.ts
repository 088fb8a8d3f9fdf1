import { z } from 'zod'
import { settleThread } from '#db/repositories/threads.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import { type Context, record } from './context.ts'
import { openArticleOfThread } from './find-thread.ts'

export const threadChangeInput = z.object({ resolved: z.boolean() })

/** Resolves a thread or reopens it. What is so already stays so, and two who do it at once both have their will. */
export async function changeThread(
  context: Context,
  actor: Actor,
  articleId: string,
  threadId: string,
  { resolved }: z.output<typeof threadChangeInput>,
): Promise<Result<null>> {
  const opened = await openArticleOfThread(context, actor, articleId, threadId)
  if (!opened.ok) return opened
  const changed = await context.db.transaction(async (tx) => {
    const change = { id: threadId, by: resolved ? actor.id : null, now: context.now() }
    if (!(await settleThread(tx, change))) return false
    const action = resolved ? 'thread.resolved' : 'thread.reopened'
    const detail = { thread: threadId }
    await record(tx, context, { actorId: actor.id, action, articleId, detail })
    return true
  })
  if (changed) context.collab.announce(articleId, { type: 'threads', ids: [threadId] })
  return ok(null)
}
