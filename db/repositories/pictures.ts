import { and, asc, count, eq } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { pictures } from '#db/schema-files.ts'
import type { Picture, Rendition } from '#lib/domain/figures/picture.ts'
import type { PictureType } from '#lib/domain/figures/picture-file.ts'

type Row = typeof pictures.$inferSelect

const toPicture = ({ hash, mediaType, width, height, bytes, renditions }: Row): Picture => ({
  hash,
  mediaType: mediaType as PictureType,
  width,
  height,
  bytes,
  renditions: renditions as readonly Rendition[],
})

/** Pictures that were brought to an article, in order; figures name them. */
export async function listPictures(db: Handle, articleId: string): Promise<readonly Picture[]> {
  const rows = await db
    .select()
    .from(pictures)
    .where(eq(pictures.articleId, articleId))
    .orderBy(asc(pictures.at), asc(pictures.hash))
  return rows.map(toPicture)
}

export async function countPictures(db: Handle, articleId: string): Promise<number> {
  const where = eq(pictures.articleId, articleId)
  const [row] = await db.select({ found: count() }).from(pictures).where(where)
  return row?.found ?? 0
}

/** A picture with every article that has it. */
export async function findPicture(
  db: Handle,
  hash: string,
): Promise<{ readonly picture: Picture; readonly articleIds: readonly string[] } | null> {
  const rows = await db.select().from(pictures).where(eq(pictures.hash, hash))
  const [first] = rows
  return first
    ? { picture: toPicture(first), articleIds: rows.map(({ articleId }) => articleId) }
    : null
}

export async function findPictureOf(
  db: Handle,
  articleId: string,
  hash: string,
): Promise<Picture | null> {
  const where = and(eq(pictures.articleId, articleId), eq(pictures.hash, hash))
  const [row] = await db.select().from(pictures).where(where)
  return row ? toPicture(row) : null
}

/** False: the article has it already. */
export async function insertPicture(
  db: Handle,
  picture: Picture & {
    readonly articleId: string
    readonly personId: string
    readonly at: Date
  },
): Promise<boolean> {
  const { renditions, ...fields } = picture
  const rows = await db
    .insert(pictures)
    .values({ ...fields, renditions })
    .onConflictDoNothing()
    .returning({ hash: pictures.hash })
  return rows.length > 0
}
