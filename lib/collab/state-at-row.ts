import { LogDamaged } from './fold-log.ts'
import type { LogStore, StoredLog } from './log-store.ts'
import { ArticleUnavailable } from './ports.ts'

/**
 * An article as it was after a row of its log: the nearest snapshot before it and the rows up to it, folded beside those
 * who write. Throws `ArticleUnavailable`, also when there is no such row.
 */
export async function stateAtRow<T>(
  store: Pick<LogStore, 'loadAt'>,
  fold: (log: StoredLog) => Promise<T>,
  articleId: string,
  seq: number,
): Promise<T> {
  const log = await store.loadAt(articleId, seq).catch((error: unknown) => {
    throw new ArticleUnavailable('storage', 'The database does not answer.', { cause: error })
  })
  if (!log) throw new ArticleUnavailable('missing', 'There is no such moment of this article.')
  try {
    return await fold(log)
  } catch (error) {
    if (!(error instanceof LogDamaged)) throw error
    const message = `The article as it was then cannot be read whole: ${error.message}. Whoever runs Galley can find out more by: npm run recover -- ${articleId}`
    // biome-ignore lint/style/useErrorCause: it is passed on, behind the reason
    throw new ArticleUnavailable('damaged', message, { cause: error })
  }
}
