import { ilike, or, type SQL, sql } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { sources } from '#db/schema.ts'
import { foldedWords } from '#lib/domain/text/fold.ts'
import { fillIndex } from './source-rows.ts'

/** What records with these words have, and how well. */
export async function matching(
  db: Handle,
  search: string,
): Promise<{ readonly matches: readonly (SQL | undefined)[]; readonly rank: readonly SQL[] }> {
  const words = search.split(/\s+/u).filter(Boolean)
  if (!words.length) return { matches: [], rank: [] }
  await fillIndex(db)
  const folded = foldedWords(search)
  const query = sql`to_tsquery('simple', ${queryOf(folded)})`
  const marked = words.filter((word) => /[^\p{L}\p{M}\p{N}]/u.test(word)).map(asWritten)
  return folded.length
    ? {
        matches: [sql`${sources.search} @@ ${query}`, ...marked],
        rank: [sql`ts_rank(${sources.search}, ${query}) desc`],
      }
    : { matches: marked, rank: [] }
}

/** Of words that are folded already nothing can be an operator. */
function queryOf(words: readonly string[], joint = ' & '): string {
  return words.map((word, at) => (at === words.length - 1 ? `${word}:*` : word)).join(joint)
}

/** A word with a mark in it is looked for as it was written. */
function asWritten(word: string): SQL | undefined {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
  const { title, publicName, description, url, csl } = sources
  const fields = ['publisher', 'container-title', 'DOI', 'ISBN'].map((key) => sql`${csl}->>${key}`)
  const names = sql`jsonb_path_query_array(${csl}, '$.author[*].*')::text`
  const places = [title, publicName, description, url, ...fields, names]
  return or(...places.map((place) => ilike(place, pattern)))
}
