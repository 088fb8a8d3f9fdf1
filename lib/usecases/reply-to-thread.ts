import { z } from 'zod'
import { insertMessage, settleThread } from '#db/repositories/threads.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import { type Context, record } from './context.ts'
import { openArticleOfThread } from './find-thread.ts'
import { mentionedIn, messageText } from './thread-message.ts'

export const replyInput = z.object({ text: messageText })

/** Answers in a thread. An answer to a resolved one reopens it: somebody has to read it [THR3]. */
export async function replyToThread(
  context: Context,
  actor: Actor,
  articleId: string,
  threadId: string,
  { text }: z.output<typeof replyInput>,
): Promise<Result<{ readonly id: string }>> {
  const opened = await openArticleOfThread(context, actor, articleId, threadId)
  if (!opened.ok) return opened
  const mentions = await mentionedIn(context, opened.value, text)
  const id = context.newId()
  await context.db.transaction(async (tx) => {
    const at = context.now()
    await insertMessage(tx, { id, threadId, personId: actor.id, text, mentions, at })
    const reopened = await settleThread(tx, { id: threadId, by: null, now: at })
    const detail = { thread: threadId, message: id, mentions, reopened }
    await record(tx, context, { actorId: actor.id, action: 'thread.answered', articleId, detail })
  })
  context.collab.announce(articleId, { type: 'threads', ids: [threadId] })
  return ok({ id })
}
