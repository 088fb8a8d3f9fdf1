import { type Article, listArticles } from '#db/repositories/articles.ts'
import { familyOf } from '#db/repositories/source-rows.ts'
import { type Actor, maySee } from '#lib/domain/access/policy.ts'
import type { State } from '#lib/domain/review/states.ts'
import { type ArticleContent, sourcedSentencesOf } from '#lib/domain/sourcing/article-content.ts'
import type { Context } from './context.ts'

/** An article that cites a source, for somebody who may see it. */
export interface Use {
  readonly articleId: string
  readonly title: string
  readonly state: State
  /** The sentences that cite it, in order. */
  readonly sentences: readonly { readonly index: number; readonly text: string }[]
  /** Figures that are credited to it. */
  readonly figures: number
}

/** Where a source is cited, in articles that this person may see and in no others [USE1]. */
export async function whereUsed(
  context: Context,
  actor: Actor,
  sourceId: string,
): Promise<readonly Use[]> {
  const family = await familyOf(context.db, sourceId)
  const uses = await everyUse(context, family, (article) => maySee(actor, article))
  return uses.map(({ article: { id, title, state }, content }) => {
    const sentences = sourcedSentencesOf(content)
      .filter(({ annotations }) =>
        annotations.some(({ citations }) =>
          citations.some((each) => family.includes(each.sourceId)),
        ),
      )
      .map(({ sentence: { index, text } }) => ({ index, text }))
    return { articleId: id, title, state, sentences, figures: creditsIn(content, family) }
  })
}

/** A sentence cites two records: once they are one, readers see one where they saw two. */
export async function areCitedTogether(
  context: Context,
  one: readonly string[],
  other: readonly string[],
): Promise<boolean> {
  const uses = await everyUse(context, one, () => true)
  return uses.some(({ content }) =>
    sourcedSentencesOf(content).some(({ annotations }) => {
      const cited = annotations.flatMap(({ citations }) => citations.map((each) => each.sourceId))
      return cited.some((id) => one.includes(id)) && cited.some((id) => other.includes(id))
    }),
  )
}

interface Read {
  readonly article: Article
  readonly content: ArticleContent
}

async function everyUse(
  context: Context,
  family: readonly string[],
  isWanted: (article: Article) => boolean,
): Promise<readonly Read[]> {
  const found: Read[] = []
  for (const article of await allArticles(context)) {
    if (!isWanted(article)) continue
    const content = await contentOf(context, article.id)
    if (content && cites(content, family)) found.push({ article, content })
  }
  return found
}

/** The list for the desk has an end; archived ones are asked for by name. */
async function allArticles({ db }: Context): Promise<readonly Article[]> {
  const all = [...(await listArticles(db, '')), ...(await listArticles(db, '', 'archived'))]
  return [...new Map(all.map((article) => [article.id, article])).values()]
}

/** Null: it cannot be read just now, and says so where it is opened. */
async function contentOf({ collab }: Context, id: Article['id']): Promise<ArticleContent | null> {
  try {
    return (await collab.read(id)).content
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ArticleUnavailable') throw error
    return null
  }
}

function cites(content: ArticleContent, family: readonly string[]): boolean {
  const isCited = [...content.annotations.values()].some(({ citations }) =>
    citations.some(({ sourceId }) => family.includes(sourceId)),
  )
  return isCited || creditsIn(content, family) > 0
}

function creditsIn({ blocks }: ArticleContent, family: readonly string[]): number {
  return blocks.filter(
    (block) => block.type === 'figure' && block.credit !== null && family.includes(block.credit),
  ).length
}
