import type * as Y from 'yjs'
import { foldLog, LogDamaged } from './fold-log.ts'
import type { StoredLog } from './log-store.ts'
import { ArticleUnavailable } from './ports.ts'

/** An article that is not whole is not served: whoever runs the server has a way out [LOG3]. */
export function foldWhole(articleId: string, stored: StoredLog): Y.Doc {
  try {
    return foldLog(stored)
  } catch (error) {
    if (!(error instanceof LogDamaged)) throw error
    const message = `This article cannot be read whole: ${error.message}. Nothing of it is shown or changed until whoever runs Galley has run: npm run recover -- ${articleId}`
    // biome-ignore lint/style/useErrorCause: it is passed on, behind the reason
    throw new ArticleUnavailable('damaged', message, { cause: error })
  }
}
