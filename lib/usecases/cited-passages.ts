import { allCiting } from '#db/repositories/cited-sources.ts'
import { familyOf } from '#db/repositories/source-rows.ts'
import type { Context } from './context.ts'
import { readCitations } from './read-citations.ts'

/** Passages that articles in work or in print quote from a source. What cannot be read is left out: it is shown broken anyway. */
export async function citedPassages(
  context: Context,
  sourceId: string,
): Promise<readonly string[]> {
  const family = await familyOf(context.db, sourceId)
  const quotes = new Set<string>()
  await readCitations(context)
  for (const id of await allCiting(context.db, family, ['archived', 'retracted']))
    for (const quote of await quotedIn(context, id, family)) quotes.add(quote)
  return [...quotes]
}

async function quotedIn(context: Context, articleId: string, family: readonly string[]) {
  try {
    const { content } = await context.collab.read(articleId)
    return [...content.annotations.values()]
      .flatMap(({ citations }) => citations)
      .filter((citation) => family.includes(citation.sourceId) && citation.quote.trim())
      .map(({ quote }) => quote)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ArticleUnavailable') throw error
    return []
  }
}
