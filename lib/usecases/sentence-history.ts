import type { Actor } from '#lib/domain/access/policy.ts'
import type { SentenceHistory, SentenceTrace } from '#lib/domain/history/follow.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import type { Context } from './context.ts'
import { listHistory } from './list-history.ts'
import { served } from './open-article.ts'

/** When a sentence became what it is, and by whom [HIS4]: one page of the article's history. */
export async function sentenceHistory(
  context: Context,
  actor: Actor,
  articleId: string,
  sentence: SentenceTrace,
  before: number | null,
): Promise<Result<SentenceHistory>> {
  const listed = await listHistory(context, actor, articleId, before)
  if (!listed.ok) return listed
  const { moments, next, head, people } = listed.value
  return served(async (): Promise<Result<SentenceHistory>> => {
    const sittings = moments.filter((moment) => moment.kind === 'sitting')
    const [newest, oldest] = [sittings[0], sittings.at(-1)]
    if (!newest || !oldest) return ok({ changes: [], trace: sentence, next, head, people })
    const rows = { from: oldest.from, to: newest.seq }
    const followed = await context.collab.followSentence(articleId, rows, sentence)
    return ok({ ...followed, next, head, people })
  })
}
