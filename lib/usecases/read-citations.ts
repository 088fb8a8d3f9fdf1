import { type ArticleHead, setCited, unreadArticles } from '#db/repositories/cited-sources.ts'
import type { ArticleContent } from '#lib/domain/sourcing/article-content.ts'
import { citedIn } from '#lib/domain/sourcing/cited.ts'
import type { Context } from './context.ts'

/** Articles whose rows are asked for together. */
const AT_ONCE = 100

/**
 * Reads what articles cite that were written since it was last read: few, because the server keeps up with what is typed, and all of them
 * once after an upgrade. What was read is kept, so that whoever is cut off goes on from there. At most so many; the articles that
 * cannot be read are passed over, and say so where they are opened.
 */
export async function readCitations(
  context: Pick<Context, 'db' | 'collab'>,
  most = Number.POSITIVE_INFINITY,
  atOnce = AT_ONCE,
): Promise<void> {
  let after = ''
  for (let left = most; left > 0; left -= atOnce) {
    const unread = await unreadArticles(context.db, Math.min(atOnce, left), after)
    for (const head of unread) await readCited(context, head)
    const last = unread.at(-1)
    if (!last) return
    after = last.id
  }
}

/** Without a room: thousands of them would stay in memory. Null: it cannot be read just now. */
export async function readCited(
  context: Pick<Context, 'db' | 'collab'>,
  { id, headSeq }: ArticleHead,
): Promise<ArticleContent | null> {
  try {
    const content = await context.collab.readAt(id, headSeq)
    await setCited(context.db, id, headSeq, citedIn(content))
    return content
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ArticleUnavailable') throw error
    return null
  }
}
