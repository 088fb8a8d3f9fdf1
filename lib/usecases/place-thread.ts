import type { z } from 'zod'
import type { HeldArticle } from '#lib/collab/ports.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import { findQuoted, threadPlaces } from '#lib/domain/talk/places.ts'
import { type Context, record } from './context.ts'
import { openArticleOfThread } from './find-thread.ts'
import { holdArticle } from './open-article.ts'
import { movedWords, openToTalk, type quotedInput } from './open-thread.ts'

/**
 * Gives a thread without a place one, on words of the article [THR11]. Whoever may begin one there may do so. One that stands
 * on words keeps them: its place came back, or somebody else was faster.
 */
export async function placeThread(
  context: Context,
  actor: Actor,
  articleId: string,
  threadId: string,
  quoted: z.output<typeof quotedInput>,
): Promise<Result<null>> {
  const open = async () => {
    const found = await openArticleOfThread(context, actor, articleId, threadId)
    return found.ok ? openToTalk(context, actor, articleId) : found
  }
  const outcome = await holdArticle(context, actor, articleId, open, async (_, held) =>
    place(context, actor, held, { articleId, threadId, quoted }),
  )
  if (!outcome.ok) return outcome
  if (outcome.value) context.collab.announce(articleId, { type: 'threads', ids: [threadId] })
  return ok(null)
}

interface Wish {
  readonly articleId: string
  readonly threadId: string
  readonly quoted: z.output<typeof quotedInput>
}

async function place(
  context: Context,
  actor: Actor,
  held: HeldArticle,
  { articleId, threadId, quoted }: Wish,
): Promise<Result<boolean>> {
  const { blocks } = held.state.content
  if (threadPlaces(blocks).has(threadId)) return ok(false)
  const span = findQuoted(blocks, quoted)
  if (!span) return movedWords(held, quoted)
  await held.write(actor.id, [{ type: 'thread', threadId, span }])
  const detail = { thread: threadId, seq: held.state.seq }
  await context.db.transaction((tx) =>
    record(tx, context, { actorId: actor.id, action: 'thread.placed', articleId, detail }),
  )
  return ok(true)
}
