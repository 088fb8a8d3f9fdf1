import type { Handle } from '#db/connection.ts'
import { lastFetched } from '#db/repositories/captures.ts'
import type { FindCapture } from '#lib/domain/publication/build-version.ts'
import { copyBlocker } from '#lib/domain/publication/copy-leaks.ts'
import type { Blocker } from '#lib/domain/publication/gate.ts'
import type { VersionCapture } from '#lib/domain/publication/version.ts'
import type { ArticleContent, FindSource } from '#lib/domain/sourcing/article-content.ts'
import type { Capture } from '#lib/domain/sourcing/capture.ts'
import type { Protected } from '#lib/domain/sourcing/identity.ts'
import { recordOf, type Source } from '#lib/domain/sourcing/source.ts'
import type { Context } from './context.ts'
import { tellingOfCopy } from './copy-leaks.ts'

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

export interface PublicCopies {
  readonly find: FindCapture
  /** Of sources whose copies say who somebody is [CNF7]. */
  readonly blockers: readonly Blocker[]
}

/** The copies that a version of this text names, when it is published at this time [VER15]. What tells something is not named. */
export async function publicCopies(
  context: Context,
  { annotations }: ArticleContent,
  findSource: FindSource,
  { until, hidden }: { readonly until: string; readonly hidden: Protected },
): Promise<PublicCopies> {
  const found = new Map<string, VersionCapture | undefined>()
  const blockers: Blocker[] = []
  for (const { citations } of annotations.values())
    for (const { sourceId } of citations) {
      const source = findSource(sourceId)
      if (!source || found.has(recordOf(source))) continue
      const capture = await publicCapture(context.db, source, { url: source.url, until })
      const telling = capture ? await tellingOfCopy(context, capture, hidden) : 'nothing'
      if (telling === 'identity') blockers.push(copyBlocker(source.title, hidden))
      const isFree = capture && telling === 'nothing'
      const named = isFree ? { at: capture.at, hash: capture.rawHash } : undefined
      found.set(recordOf(source), named)
    }
  return { find: (id) => found.get(id), blockers }
}
