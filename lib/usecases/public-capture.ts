import type { Handle } from '#db/connection.ts'
import { lastFetched } from '#db/repositories/captures.ts'
import type { FindCapture } from '#lib/domain/publication/build-version.ts'
import type { VersionCapture } from '#lib/domain/publication/version.ts'
import type { ArticleContent, FindSource } from '#lib/domain/sourcing/article-content.ts'
import type { Capture } from '#lib/domain/sourcing/capture.ts'
import { recordOf, type Source } from '#lib/domain/sourcing/source.ts'

/**
 * Of a source that is on the record and whose address readers are told, what our server last fetched there before
 * publication: what anybody could have fetched. Nothing that was uploaded: it may show who gave it to us [FMT22].
 */
export async function publicCapture(
  db: Handle,
  source: Source,
  /** `url` as readers are told; `hash`: of the copy that the version names. */
  version: { readonly url: string | null; readonly until: string; readonly hash?: string },
): Promise<Capture | null> {
  const { terms, retiredAt, url } = source
  if (terms !== 'onRecord' || retiredAt !== null || url === null || url !== version.url) return null
  return lastFetched(db, recordOf(source), { ...version, url })
}

/** The copies that a version of this text names, when it is published at this time [VER15]. */
export async function publicCaptures(
  db: Handle,
  { annotations }: ArticleContent,
  findSource: FindSource,
  until: string,
): Promise<FindCapture> {
  const found = new Map<string, VersionCapture | undefined>()
  for (const { citations } of annotations.values())
    for (const { sourceId } of citations) {
      const source = findSource(sourceId)
      if (!source || found.has(recordOf(source))) continue
      const capture = await publicCapture(db, source, { url: source.url, until })
      const named = capture ? { at: capture.at, hash: capture.rawHash } : undefined
      found.set(recordOf(source), named)
    }
  return (id) => found.get(id)
}
