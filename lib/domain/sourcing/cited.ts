import { isId } from '#lib/domain/shared/ids.ts'
import type { ArticleContent } from './article-content.ts'

/** The sources that an article cites or credits a figure to, each once, in the order of their ids. */
export function citedIn({ annotations, blocks }: ArticleContent): readonly string[] {
  const cited = [...annotations.values()].flatMap(({ citations }) =>
    citations.map(({ sourceId }) => sourceId),
  )
  const credited = blocks.flatMap((block) =>
    block.type === 'figure' && block.credit !== null ? block.credit : [],
  )
  // Whatever a client wrote there: what is no id is no source.
  return [...new Set([...cited, ...credited])].filter(isId).sort()
}
