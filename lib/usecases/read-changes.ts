import { listCanonical } from '#db/repositories/versions.ts'
import type { Version } from '#lib/domain/publication/version.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import type { Context } from './context.ts'
import { type PublishedVersion, readPublished, retractionOf } from './read-published.ts'

/** The versions that may be compared, oldest first: none of an article that was retracted, and not what was taken down. */
export async function readTexts(
  context: Context,
  published: PublishedVersion,
): Promise<readonly Version[]> {
  if (retractionOf(published)) return []
  const all = await listCanonical(context.db, published.stored.articleId)
  return all.map((canonical) => JSON.parse(canonical) as Version)
}

export interface TwoVersions {
  readonly before: Version
  readonly after: Version
  /** Every one that may be compared, oldest first. */
  readonly texts: readonly Version[]
}

/** Two versions of the article at this address. Words of what was retracted or taken down are not shown [FMT25]. */
export async function readTwoVersions(
  context: Context,
  slug: string,
  [from, to]: readonly [number, number],
): Promise<Result<TwoVersions>> {
  for (const number of [from, to]) {
    const found = await readPublished(context, slug, number)
    if (!found.ok) return found
    const retraction = retractionOf(found.value)
    if (retraction) return fail({ kind: 'gone', message: retraction })
    if (number !== to) continue
    const texts = await readTexts(context, found.value)
    const of = (wanted: number) => texts.find((text) => text.number === wanted)
    const [before, after] = [of(from), of(to)]
    if (before && after) return ok({ before, after, texts })
  }
  return fail({ kind: 'notFound', message: 'Nothing has been published at this address.' })
}
