import { findArticle } from '#db/repositories/articles.ts'
import { findPicture } from '#db/repositories/pictures.ts'
import { listCanonicalWith } from '#db/repositories/versions.ts'
import { type Actor, maySee } from '#lib/domain/access/policy.ts'
import { RENDITION_TYPE, renditionFor } from '#lib/domain/figures/picture.ts'
import type { Version } from '#lib/domain/publication/version.ts'
import { isFileHash } from '#lib/domain/shared/file-store.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import type { Context } from './context.ts'

export interface ShownPicture {
  readonly bytes: Uint8Array
  readonly mediaType: string
}

const NONE = 'There is no such picture.'

/**
 * A size of a picture, or with `original` what was uploaded, for whoever may see an article that has it. `size`: a width;
 * given is the next that is as wide.
 */
export async function showPicture(
  context: Context,
  actor: Actor,
  hash: string,
  size: string,
): Promise<Result<ShownPicture>> {
  const found = isFileHash(hash) ? await findPicture(context.db, hash) : null
  if (!found || !(await maySeePicture(context, actor, found.articleIds)))
    return fail({ kind: 'notFound', message: NONE })
  const { picture } = found
  if (size === 'original') return stored(context, picture.hash, picture.mediaType)
  const rendition = /^\d{1,5}$/.test(size) ? renditionFor(picture, Number(size)) : undefined
  if (rendition) return stored(context, rendition.hash, RENDITION_TYPE)
  const message = 'The size is a width in pixels, such as 640, or `original`.'
  return fail({ kind: 'notFound', message })
}

/** A picture of a published version of the article at this address. Readers need no rights, and get nothing else [FIG6]. */
export async function readPicture(
  context: Context,
  slug: string,
  hash: string,
): Promise<Result<ShownPicture>> {
  if (!isFileHash(hash) || slug.includes('\0')) return fail({ kind: 'notFound', message: NONE })
  // The words of an article may hold any letters: only what a figure says counts.
  const isShown = (await listCanonicalWith(context.db, slug, hash)).some((canonical) =>
    (JSON.parse(canonical) as Version).figures?.some(({ sizes }) =>
      sizes.some((size) => size.hash === hash),
    ),
  )
  return isShown ? stored(context, hash, RENDITION_TYPE) : fail({ kind: 'notFound', message: NONE })
}

/** True for a person who may see at least one of these articles [ACC2]. */
export async function maySeePicture(
  context: Context,
  actor: Actor,
  articleIds: readonly string[],
): Promise<boolean> {
  for (const id of articleIds) {
    const article = await findArticle(context.db, id)
    if (article && maySee(actor, article)) return true
  }
  return false
}

async function stored(
  context: Context,
  hash: string,
  mediaType: string,
): Promise<Result<ShownPicture>> {
  const bytes = await context.files.get(hash)
  // What the database names is in the store; where it is not, somebody has to bring it back.
  if (!bytes) throw new Error(`The file ${hash} of a picture is missing from the file store`)
  return ok({ bytes, mediaType })
}
