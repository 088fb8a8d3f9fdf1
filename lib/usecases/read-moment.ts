import { findSources } from '#db/repositories/sources.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { compareContents, type MomentText } from '#lib/domain/history/compare.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import { NO_CONTENT } from '#lib/domain/sourcing/article-content.ts'
import type { Context } from './context.ts'
import { openArticle, served } from './open-article.ts'

/** Text and evidence at any moment, and what changed between it and another [HIS3]. Moment 0 is before all writing. Both are read at once. */
export async function readMoment(
  context: Context,
  actor: Actor,
  articleId: string,
  seq: number,
  compare: number | null,
): Promise<Result<MomentText>> {
  const opened = await openArticle(context, actor, articleId, 'read')
  if (!opened.ok) return opened
  const { headSeq } = opened.value
  if ([seq, compare ?? 0].some((row) => !Number.isInteger(row) || row < 0 || row > headSeq)) {
    return fail({ kind: 'notFound', message: 'There is no such moment of this article.' })
  }
  return served(async (): Promise<Result<MomentText>> => {
    const contentAt = async (row: number) =>
      row > 0 ? context.collab.readAt(articleId, row) : NO_CONTENT
    const [content, other] = await Promise.all([contentAt(seq), contentAt(compare ?? 0)])
    const { blocks } = content
    const annotations = [...content.annotations.values()]
    const sources = await namesOfSources(context, annotations)
    if (compare === null) return ok({ seq, blocks, annotations, sources, comparison: null })
    const [from, to] = [Math.min(seq, compare), Math.max(seq, compare)]
    const [before, after] = compare < seq ? [other, content] : [content, other]
    const comparison = { from, to, ...compareContents(before, after) }
    const others = [...other.annotations.values()]
    const all = { ...(await namesOfSources(context, others)), ...sources }
    return ok({ seq, blocks, annotations, sources: all, comparison })
  })
}

async function namesOfSources(
  { db }: Context,
  annotations: readonly Annotation[],
): Promise<MomentText['sources']> {
  const ids = new Set(
    annotations.flatMap(({ citations }) => citations.map(({ sourceId }) => sourceId)),
  )
  const found = await findSources(db, [...ids])
  return Object.fromEntries(found.map(({ id, title }) => [id, title]))
}
