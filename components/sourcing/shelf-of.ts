import type { ArticleModel } from '#components/workspace/model.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'

/** How many sources have a number, and with it a key. */
export const SHELF_KEYS = 9

/**
 * The sources that this article uses most, in the order in which the text comes to them: whoever works downwards finds
 * the same source under the same number.
 */
export function shelfOf({
  statuses,
  findSource,
}: Pick<ArticleModel, 'statuses' | 'findSource'>): readonly Source[] {
  const uses = new Map<string, number>()
  for (const { annotations } of statuses) {
    for (const { citations } of annotations) {
      for (const { sourceId } of citations) {
        const id = findSource(sourceId)?.mergedInto ?? sourceId
        uses.set(id, (uses.get(id) ?? 0) + 1)
      }
    }
  }
  const live = [...uses].filter(([id]) => findSource(id)?.retiredAt === null)
  const most = live.toSorted(([, a], [, b]) => b - a).slice(0, SHELF_KEYS)
  return live.filter((entry) => most.includes(entry)).flatMap(([id]) => findSource(id) ?? [])
}
