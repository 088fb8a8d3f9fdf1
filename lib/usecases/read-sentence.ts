import { findVersion, listCanonicalWith, listVersionStates } from '#db/repositories/versions.ts'
import { sentenceJson } from '#lib/domain/formats/sentence-json.ts'
import type { Site } from '#lib/domain/formats/site.ts'
import type { Version } from '#lib/domain/publication/version.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import type { Context } from './context.ts'
import { retractionOf } from './read-published.ts'

/** `version`: by number, or null for the newest that has the sentence: links to it hold when it is changed later. */
export async function readSentence(
  context: Context,
  wanted: { readonly slug: string; readonly version: number | null; readonly id: string },
  site: Site,
): Promise<Result<string>> {
  const { slug, version: number, id } = wanted
  const none = fail({ kind: 'notFound', message: 'No published version has this sentence.' })
  if (!/^s-[0-9a-f]{12}(-\d{1,5})?$/.test(id) || slug.includes('\0')) return none
  const latest = await findVersion(context.db, slug, null)
  if (!latest) return none
  const versions = await listVersionStates(context.db, latest.articleId)
  const retraction = retractionOf({ versions })
  if (retraction) return fail({ kind: 'gone', message: retraction })
  const texts = (await listCanonicalWith(context.db, slug, id))
    .map((canonical) => JSON.parse(canonical) as Version)
    .filter((version) => number === null || version.number === number)
    .sort((a, b) => b.number - a.number)
  for (const version of texts) {
    const found = sentenceJson(version, id, site)
    if (found) return ok(found)
  }
  return none
}
