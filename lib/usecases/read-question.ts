import type { Article } from '#db/repositories/articles.ts'
import { type Query, sharesAnnotation } from '#lib/domain/review/decisions.ts'
import { assessArticle } from './assess-article.ts'
import type { Context } from './context.ts'

/** Of the sentence that a question hangs on, as it stands now; null when it is gone. */
export async function fingerprintAskedAbout(
  context: Context,
  article: Article,
  query: Query,
): Promise<string | null> {
  const { content } = await context.collab.read(article.id)
  const { statuses } = await assessArticle(context.db, article, content)
  const here = statuses.filter(({ sentence }) =>
    sharesAnnotation(query.annotationIds, sentence.annotationIds),
  )
  const same = here.find(({ fingerprint }) => fingerprint === query.fingerprint)
  return (same ?? here[0])?.fingerprint ?? null
}
