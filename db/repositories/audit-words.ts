import { asc, inArray, notInArray } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { auditWords } from '#db/schema-trail.ts'
import { storable } from '#db/storable.ts'
import {
  type SealedWords,
  sealedField,
  sealedText,
  sealOfText,
  sealsIn,
  unsealed,
} from '#lib/domain/trail/sealed.ts'

/** Keeps what was written about an act of an article, and gives the fields of the row that name it [LOG15]. */
export async function sealWords(
  db: Handle,
  articleId: string,
  said: Readonly<Record<string, string>>,
  /** A random UUID. */
  newSalt: () => string,
): Promise<Readonly<Record<string, string>>> {
  const kept = Object.entries(said).map(([field, given]) => {
    // The seal is that of what is stored.
    const [words, salt] = [storable(given), newSalt()]
    return { field, words, salt, seal: sealOfText(sealedText({ salt, words })) }
  })
  // Nothing hides in an empty note.
  const rows = kept.filter(({ words }) => words !== '')
  if (rows.length)
    await db.insert(auditWords).values(rows.map(({ field: _, ...row }) => ({ ...row, articleId })))
  return Object.fromEntries(
    kept.map(({ field, words, seal }) => [field, words === '' ? '' : sealedField(seal)]),
  )
}

const MANY = 5_000

/** The words that these rows of the trail name, by their seal. */
export async function wordsOf(
  db: Handle,
  rows: readonly { readonly detail: unknown }[],
): Promise<ReadonlyMap<string, string>> {
  const seals = rows.flatMap(({ detail }) => sealsIn(detail))
  const words = new Map<string, string>()
  for (let from = 0; from < seals.length; from += MANY) {
    const some = seals.slice(from, from + MANY)
    const found = await db.select().from(auditWords).where(inArray(auditWords.seal, some))
    for (const row of found) words.set(row.seal, row.words)
  }
  return words
}

/** Rows of the trail with the words that they name. */
export async function withWords<T extends { readonly detail: unknown }>(
  db: Handle,
  rows: readonly T[],
): Promise<readonly T[]> {
  const words = await wordsOf(db, rows)
  return rows.map((row) => ({ ...row, detail: unsealed(row.detail, words) }))
}

/** What was written about acts of all articles but these. */
export async function listSealedWords(
  db: Handle,
  hidden: readonly string[],
): Promise<readonly SealedWords[]> {
  const { seal, salt, words } = auditWords
  return db
    .select({ seal, salt, words })
    .from(auditWords)
    .where(hidden.length ? notInArray(auditWords.articleId, [...hidden]) : undefined)
    .orderBy(asc(seal))
}
