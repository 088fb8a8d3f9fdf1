import { archivalsOf } from '#db/repositories/archivals.ts'
import { type Article, listArticles } from '#db/repositories/articles.ts'
import { decisionStamps } from '#db/repositories/decisions.ts'
import { unreadMentions } from '#db/repositories/threads.ts'
import { newestVersions } from '#db/repositories/versions.ts'
import { type Actor, mayOnArticle, maySee } from '#lib/domain/access/policy.ts'
import { placesToClear } from '#lib/domain/publication/gate.ts'
import type { Coverage } from '#lib/domain/review/coverage.ts'
import type { Archival, State } from '#lib/domain/review/states.ts'
import type { Display } from '#lib/domain/review/status.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import { assessArticle } from './assess-article.ts'
import type { Context } from './context.ts'

/** A line of the desk. */
export interface DeskEntry {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly state: State
  readonly restricted: boolean
  /** Null when the article cannot be read: the desk says so. */
  readonly coverage: Coverage | null
  /** How many sentences show each state that asks for work. */
  readonly counts: Readonly<Partial<Record<Display, number>>>
  readonly blockers: number
  /** Threads in which others have named this person, unread. */
  readonly mentions: number
  readonly present: readonly { readonly id: string; readonly name: string }[]
  readonly changedAt: string
  readonly own: boolean
  /** Null while it is not archived. */
  readonly archived: Archival | null
  /** The number of the version that readers have; null: nothing was published. */
  readonly version: number | null
  /** What this person may do with it from here. */
  readonly may: { readonly archive: boolean; readonly takeBack: boolean }
}

type Digest = Pick<DeskEntry, 'coverage' | 'counts' | 'blockers'>

/**
 * What was derived about articles that nothing has happened to since. Keyed by everything that it is derived from:
 * the row of the log, the state, the decisions, the registry of sources, and the rules of the house.
 */
const KEY = Symbol.for('galley.deskDigests')
const registry = globalThis as typeof globalThis & {
  [KEY]?: Map<string, { stamp: string; digest: Digest }>
}
registry[KEY] ??= new Map()
const digests = registry[KEY]

export async function listDesk(
  context: Context,
  actor: Actor,
  search: string,
): Promise<readonly DeskEntry[]> {
  const articles = (await listArticles(context.db, cleanText(search))).filter((article) =>
    maySee(actor, article),
  )
  const stamps = await decisionStamps(context.db)
  const mentions = await unreadMentions(context.db, actor.id)
  const inArchive = articles.filter(({ state }) => state === 'archived')
  const archivals = await archivalsOf(
    context.db,
    inArchive.map(({ id }) => id),
  )
  const versions = await newestVersions(context.db)
  const entries: DeskEntry[] = []
  for (const article of articles) {
    const stamp = `${article.headSeq} ${article.state} ${stamps.of(article.id)} ${stamps.sources} ${stamps.policy}`
    const known = digests.get(article.id)
    const digest = known?.stamp === stamp ? known.digest : await digestOf(context, article)
    digests.set(article.id, { stamp, digest })
    const { id, slug, title, state, restricted, changedAt, createdBy, assigned } = article
    const own = createdBy === actor.id || assigned.includes(actor.id)
    entries.push({
      id,
      slug,
      title,
      state,
      restricted,
      changedAt,
      own,
      mentions: mentions.get(id) ?? 0,
      present: context.collab.present(id),
      archived: archivals.get(id) ?? null,
      version: versions.get(id) ?? null,
      may: mayFromDesk(actor, article),
      ...digest,
    })
  }
  return entries
}

function mayFromDesk(actor: Actor, article: Article): DeskEntry['may'] {
  const archives = mayOnArticle(actor, 'archive', article)
  const isArchived = article.state === 'archived'
  return {
    archive: archives && !isArchived,
    takeBack: isArchived && (archives || mayOnArticle(actor, 'move', article)),
  }
}

async function digestOf(context: Context, article: Article): Promise<Digest> {
  try {
    const { content } = await context.collab.read(article.id)
    const { coverage, statuses, blockers } = await assessArticle(context.db, article, content)
    const counts: Partial<Record<Display, number>> = {}
    for (const { display } of statuses) counts[display] = (counts[display] ?? 0) + 1
    return { coverage, counts, blockers: placesToClear(blockers) }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ArticleUnavailable') throw error
    return { coverage: null, counts: {}, blockers: 0 }
  }
}
