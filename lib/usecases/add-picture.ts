import { createHash } from 'node:crypto'
import {
  countPictures,
  findPicture,
  findPictureOf,
  insertPicture,
} from '#db/repositories/pictures.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import type { Picture } from '#lib/domain/figures/picture.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { type Context, record } from './context.ts'
import { openToWrite } from './open-article.ts'
import { renderPicture } from './render-picture.ts'
import { maySeePicture } from './show-picture.ts'

/** More than any article shows; each takes up to 20 MiB of the store. */
const MOST_PICTURES = 500
const FULL = `The article has ${MOST_PICTURES} pictures, and takes no more.`

/**
 * Keeps a picture for an article: what was uploaded, and the sizes made of it. No figure shows it yet: who writes puts
 * its hash there. The same picture again brings nothing new.
 */
export async function addPicture(
  context: Context,
  actor: Actor,
  articleId: string,
  bytes: Uint8Array,
): Promise<Result<Picture>> {
  const opened = await openToWrite(context, actor, articleId)
  if (!opened.ok) return opened
  if ((await countPictures(context.db, articleId)) >= MOST_PICTURES)
    return fail({ kind: 'conflict', message: FULL })
  const kept = await keepPicture(context, bytes)
  return kept.ok ? enter(context, actor, articleId, kept.value) : kept
}

/** Takes a picture over from another article that this person may see: a figure was copied from there. */
export async function takePicture(
  context: Context,
  actor: Actor,
  articleId: string,
  hash: string,
): Promise<Result<Picture>> {
  const opened = await openToWrite(context, actor, articleId)
  if (!opened.ok) return opened
  const own = await findPictureOf(context.db, articleId, hash)
  if (own) return ok(own)
  const found = await findPicture(context.db, hash)
  if (!found || !(await maySeePicture(context, actor, found.articleIds)))
    return fail({ kind: 'notFound', message: 'There is no such picture.' })
  if ((await countPictures(context.db, articleId)) >= MOST_PICTURES)
    return fail({ kind: 'conflict', message: FULL })
  return enter(context, actor, articleId, found.picture)
}

async function enter(
  context: Context,
  actor: Actor,
  articleId: string,
  picture: Picture,
): Promise<Result<Picture>> {
  await context.db.transaction(async (tx) => {
    const row = { ...picture, articleId, personId: actor.id, at: context.now() }
    if (!(await insertPicture(tx, row))) return
    await record(tx, context, {
      ...{ actorId: actor.id, action: 'picture.added', articleId },
      detail: { picture: picture.hash },
    })
  })
  context.collab.announce(articleId, { type: 'article', ids: [] })
  return ok(picture)
}

/** The bytes first: a picture that is named is there. Sizes are made once, and stay what they are. */
export async function keepPicture(context: Context, bytes: Uint8Array): Promise<Result<Picture>> {
  const known = await findPicture(context.db, createHash('sha256').update(bytes).digest('hex'))
  if (known) return ok(known.picture)
  const rendered = await renderPicture(bytes)
  if (!rendered.ok) return rendered
  const hash = await context.files.put(bytes)
  const { mediaType, width, height, sizes } = rendered.value
  const renditions = await Promise.all(
    sizes.map(async ({ bytes: encoded, ...size }) => {
      return { hash: await context.files.put(encoded), ...size, bytes: encoded.length }
    }),
  )
  return ok({ hash, mediaType, width, height, bytes: bytes.length, renditions })
}
