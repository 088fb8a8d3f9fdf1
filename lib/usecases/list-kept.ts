import { archivalsOf } from '#db/repositories/archivals.ts'
import { type Article, listArticles } from '#db/repositories/articles.ts'
import {
  listPastSources,
  listRemovedNames,
  listRetired,
  type PastSource,
  type RemovedName,
  type RetiredSource,
} from '#db/repositories/kept.ts'
import { listPeople } from '#db/repositories/people.ts'
import { findSources } from '#db/repositories/sources.ts'
import { type Actor, maySee, requireInHouse } from '#lib/domain/access/policy.ts'
import type { Archival } from '#lib/domain/review/states.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import { isEmpty } from '#lib/domain/sourcing/evidence.ts'
import type { Context } from './context.ts'

export interface KeptArticle {
  readonly id: string
  readonly title: string
  readonly slug: string
  readonly archived: Archival | null
}

/** Evidence that was taken off. Before the row `seq` it was there. */
export interface KeptEvidence {
  readonly articleId: string
  readonly articleTitle: string
  readonly annotationId: string
  readonly seq: number
  readonly at: string
  readonly personName: string
  readonly annotation: Annotation
  readonly sources: readonly string[]
}

/** What was put away or taken out, by whom, when, and where it still is. */
export interface Kept {
  readonly articles: readonly KeptArticle[]
  readonly retired: readonly RetiredSource[]
  readonly pastSources: readonly PastSource[]
  readonly names: readonly RemovedName[]
  readonly evidence: readonly KeptEvidence[]
  /** The next page of articles to look through for evidence; null: there is none. */
  readonly next: number | null
}

/** Articles that are looked through at once, and moments of them that are opened. */
const AT_ONCE = 20
const MOMENTS = 40

/** For administrators [KEP1], of the articles that they may see: to others these do not exist either. */
export async function listKept(context: Context, actor: Actor, page = 0): Promise<Result<Kept>> {
  const allowed = requireInHouse(actor, 'seeKept')
  if (!allowed.ok) return allowed
  const { db } = context
  const seen = (all: readonly Article[]) => all.filter((article) => maySee(actor, article))
  const archived = seen(await listArticles(db, '', 'archived'))
  const all = seen(await listArticles(db, ''))
  const known = new Set([...archived, ...all].map(({ id }) => id as string))
  const names = (await listRemovedNames(db)).filter(({ articleId }) => known.has(articleId))
  const some = all.slice(page * AT_ONCE, (page + 1) * AT_ONCE)
  return ok({
    articles: await withArchivals(context, archived),
    retired: await listRetired(db),
    pastSources: await listPastSources(db),
    names,
    evidence: await discardedOf(context, some),
    next: all.length > (page + 1) * AT_ONCE ? page + 1 : null,
  })
}

async function withArchivals({ db }: Context, articles: readonly Article[]) {
  const archivals = await archivalsOf(
    db,
    articles.map(({ id }) => id),
  )
  return articles
    .map(({ id, title, slug }) => ({ id, title, slug, archived: archivals.get(id) ?? null }))
    .sort((a, b) => (b.archived?.at ?? '').localeCompare(a.archived?.at ?? ''))
}

async function discardedOf(
  context: Context,
  articles: readonly Article[],
): Promise<readonly KeptEvidence[]> {
  const names = new Map((await listPeople(context.db)).map(({ id, name }) => [id, name]))
  const found: Omit<KeptEvidence, 'sources'>[] = []
  let moments = MOMENTS
  for (const article of articles) {
    const of = { articleId: article.id, articleTitle: article.title }
    const bySeq = Map.groupBy(await discardedIn(context, article), ({ seq }) => seq)
    for (const [seq, discarded] of bySeq) {
      if (moments-- <= 0) break
      const before = await annotationsAt(context, article.id, seq - 1)
      for (const { annotationId, at, personId } of discarded) {
        const annotation = before.get(annotationId)
        // What a query hung on, and what was undone before anything was said.
        if (!annotation || (isEmpty(annotation) && !annotation.note)) continue
        const personName = names.get(personId) ?? 'Somebody'
        found.push({ ...of, annotationId, seq, at, personName, annotation })
      }
    }
  }
  found.sort((a, b) => (a.at < b.at ? 1 : -1))
  return withSources(context, found)
}

async function withSources(
  { db }: Context,
  found: readonly Omit<KeptEvidence, 'sources'>[],
): Promise<readonly KeptEvidence[]> {
  const ids = new Set(
    found.flatMap(({ annotation }) => annotation.citations.map(({ sourceId }) => sourceId)),
  )
  const titles = new Map((await findSources(db, [...ids])).map(({ id, title }) => [id, title]))
  return found.map((one) => {
    const cited = new Set(one.annotation.citations.map(({ sourceId }) => sourceId))
    return { ...one, sources: [...cited].map((id) => titles.get(id) ?? 'unknown source') }
  })
}

/** An article that cannot be read just now has nothing to tell; its own page says so. */
async function discardedIn({ collab }: Context, { id, headSeq }: Article) {
  return readable(() => collab.discarded(id, headSeq), [])
}

async function annotationsAt({ collab }: Context, articleId: string, seq: number) {
  const none: ReadonlyMap<string, Annotation> = new Map()
  if (seq < 1) return none
  return readable(async () => (await collab.readAt(articleId, seq)).annotations, none)
}

async function readable<T>(task: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await task()
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ArticleUnavailable') throw error
    return otherwise
  }
}
