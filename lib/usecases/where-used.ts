import { findArticles } from '#db/repositories/articles.ts'
import { countCiting, mayCiteBoth, pageCiting } from '#db/repositories/cited-sources.ts'
import { familyOf } from '#db/repositories/source-rows.ts'
import { type Actor, maySee } from '#lib/domain/access/policy.ts'
import type { State } from '#lib/domain/review/states.ts'
import type { Page, PageWish } from '#lib/domain/shared/page.ts'
import { type ArticleContent, sourcedSentencesOf } from '#lib/domain/sourcing/article-content.ts'
import type { Context } from './context.ts'
import { readCitations, readCited } from './read-citations.ts'

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

/** One page of them, in an order that stays, and how many there are. */
export interface Uses extends Page<Use> {
  readonly total: number
}

/** Where a source is cited, in articles that this person may see and in no others [USE1], however many there are [USE2]. */
export async function whereUsed(
  context: Context,
  actor: Actor,
  sourceId: string,
  wish: PageWish,
): Promise<Uses> {
  if (!actor.roles.length) return { items: [], next: null, total: 0 }
  await readCitations(context)
  const family = await familyOf(context.db, sourceId)
  const page = await pageCiting(context.db, family, actor.id, wish)
  const articles = await findArticles(context.db, page.items)
  const known = new Map(articles.map((article) => [String(article.id), article]))
  const items: Use[] = []
  for (const id of page.items) {
    const article = known.get(id)
    if (!article || !maySee(actor, article)) continue
    const content = await readCited(context, article)
    const said = content ? usesIn(content, family) : { sentences: [], figures: 0 }
    items.push({ articleId: id, title: article.title, state: article.state, ...said })
  }
  return { items, next: page.next, total: await countCiting(context.db, family, actor.id) }
}

function usesIn(content: ArticleContent, family: readonly string[]) {
  const sentences = sourcedSentencesOf(content)
    .filter(({ annotations }) =>
      annotations.some(({ citations }) => citations.some((each) => family.includes(each.sourceId))),
    )
    .map(({ sentence: { index, text } }) => ({ index, text }))
  return { sentences, figures: creditsIn(content, family) }
}

/** Whether a sentence cites two records, and for which state of which articles this was read. */
export interface Together {
  readonly together: boolean
  /** Last rows of the articles that were looked at, by id. */
  readonly seen: ReadonlyMap<string, number>
}

/** A sentence cites two records: once they are one, readers see one where they saw two. */
export async function citedTogether(
  context: Context,
  one: readonly string[],
  other: readonly string[],
): Promise<Together> {
  await readCitations(context)
  const seen = new Map<string, number>()
  let together = false
  for (const head of await mayCiteBoth(context.db, one, other)) {
    const content = await readCited(context, head)
    seen.set(head.id, head.headSeq)
    // What cannot be read may have such a sentence, if it ever cited both.
    together ||= content ? hasBoth(content, one, other) : head.citedBoth
  }
  return { together, seen }
}

/** Nothing was written meanwhile that would have to be looked at too. Asked in the transaction that builds on it. */
export async function stillHolds(
  tx: Context['db'],
  { seen }: Together,
  one: readonly string[],
  other: readonly string[],
): Promise<boolean> {
  const now = await mayCiteBoth(tx, one, other)
  return now.every(({ id, headSeq }) => seen.get(id) === headSeq)
}

function hasBoth(content: ArticleContent, one: readonly string[], other: readonly string[]) {
  return sourcedSentencesOf(content).some(({ annotations }) => {
    const cited = annotations.flatMap(({ citations }) => citations.map((each) => each.sourceId))
    return cited.some((id) => one.includes(id)) && cited.some((id) => other.includes(id))
  })
}

function creditsIn({ blocks }: ArticleContent, family: readonly string[]): number {
  return blocks.filter(
    (block) => block.type === 'figure' && block.credit !== null && family.includes(block.credit),
  ).length
}
