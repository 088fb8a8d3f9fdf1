import { findVersion } from '#db/repositories/versions.ts'
import { changedSentences } from '#lib/domain/formats/version-changes.ts'
import { type CorrectionWish, correctionOf } from '#lib/domain/publication/correction.ts'
import type { Version } from '#lib/domain/publication/version.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import type { Context } from './context.ts'

/** The version with what it corrects; where no sentence is named, those that it has otherwise than the last one [VER14]. */
export async function withCorrection(
  db: Context['db'],
  version: Version,
  wish: CorrectionWish | undefined,
): Promise<Result<Version>> {
  if (!wish) return ok(version)
  const correction = correctionOf(wish, version.sentences, await changedIn(db, version))
  if (!correction) {
    const message = 'The correction names a sentence that is not in the text. Choose again.'
    return fail({ kind: 'invalid', message })
  }
  return ok({ ...version, correction })
}

/** None, where the words of the last one are gone. */
async function changedIn(db: Context['db'], version: Version): Promise<readonly string[]> {
  const last = await findVersion(db, version.slug, version.number - 1)
  if (!last?.canonical) return []
  const before = JSON.parse(last.canonical) as Version
  return changedSentences(before, version).flatMap(({ id }) => id ?? [])
}
