import { archivalsOf } from '#db/repositories/archivals.ts'
import { type Article, listArticles } from '#db/repositories/articles.ts'
import { decisionStamps } from '#db/repositories/decisions.ts'
import { listPeople } from '#db/repositories/people.ts'
import { plansOf } from '#db/repositories/plans.ts'
import { schedulesOf } from '#db/repositories/schedules.ts'
import { unreadMentions } from '#db/repositories/threads.ts'
import { newestVersions } from '#db/repositories/versions.ts'
import { type Actor, mayOnArticle, maySee } from '#lib/domain/access/policy.ts'
import {
  type OpenWork,
  openWorkOf,
  type Turn,
  type TurnInput,
  turnsOf,
} from '#lib/domain/access/turn.ts'
import { owedByWriters, placesToClear } from '#lib/domain/publication/gate.ts'
import type { Schedule } from '#lib/domain/publication/schedule.ts'
import type { Change } from '#lib/domain/publication/version.ts'
import type { Coverage } from '#lib/domain/review/coverage.ts'
import { owesLegalRead } from '#lib/domain/review/legal-read.ts'
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
  readonly section: string
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
  /** What kind of version that is; null: nothing was published. */
  readonly change: Change | null
  /** ISO 8601; null: none is set, or it has been met. */
  readonly deadline: string | null
  /** Why it waits for this person; empty: it does not. */
  readonly turns: readonly Turn[]
  /** The time that is set for a version, or that came to nothing; null: neither. */
  readonly schedule: Pick<Schedule, 'at' | 'failure'> | null
  /** What this person may do with it from here. */
  readonly may: { readonly archive: boolean; readonly takeBack: boolean }
}

type Digest = Pick<DeskEntry, 'section' | 'coverage' | 'counts' | 'blockers'> & {
  readonly work: OpenWork
}

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

/** States in which a deadline has been met, or is nobody's any more. */
const MET: readonly State[] = ['published', 'retracted', 'archived']

export async function listDesk(
  context: Context,
  actor: Actor,
  search: string,
): Promise<readonly DeskEntry[]> {
  const articles = await listArticles(context.db, cleanText(search))
  return entriesOf(
    context,
    actor,
    articles.filter((article) => maySee(actor, article)),
  )
}

/** Articles that this person may see, as lines of the desk. */
export async function entriesOf(
  context: Context,
  actor: Actor,
  articles: readonly Article[],
): Promise<readonly DeskEntry[]> {
  const stamps = await decisionStamps(context.db)
  const mentions = await unreadMentions(context.db, actor.id)
  const inArchive = articles.filter(({ state }) => state === 'archived')
  const archivals = await archivalsOf(
    context.db,
    inArchive.map(({ id }) => id),
  )
  const versions = await newestVersions(context.db)
  const ids = articles.map(({ id }) => id)
  const plans = await plansOf(context.db, ids)
  const schedules = await schedulesOf(context.db, ids)
  const reviewers = await reviewerIds(context.db)
  const entries: DeskEntry[] = []
  for (const article of articles) {
    const { deadline = null, legal = null } = plans.get(article.id) ?? {}
    const stamp = `${article.headSeq} ${article.state} ${stamps.of(article.id)} ${stamps.sources} ${stamps.policy} ${owesLegalRead(legal)}`
    const { work, ...digest } = await knownDigest(context, article, stamp)
    const { id, state } = article
    const schedule = schedules.get(id) ?? null
    entries.push({
      ...recordOf(actor, article),
      deadline: MET.includes(state) ? null : deadline,
      schedule: schedule && { at: schedule.at, failure: schedule.failure },
      turns: turnsOf(actor, {
        ...inheritedBy(reviewers, work),
        state,
        ...partsOf(article, reviewers, schedule),
      }),
      mentions: mentions.get(id) ?? 0,
      present: context.collab.present(id),
      archived: archivals.get(id) ?? null,
      version: versions.get(id)?.number ?? null,
      change: versions.get(id)?.change ?? null,
      ...digest,
    })
  }
  return entries
}

async function knownDigest(context: Context, article: Article, stamp: string): Promise<Digest> {
  const known = digests.get(article.id)
  const digest = known?.stamp === stamp ? known.digest : await digestOf(context, article)
  digests.set(article.id, { stamp, digest })
  return digest
}

/** What stands in the article's own record, for this person. */
function recordOf(actor: Actor, article: Article) {
  const { id, slug, title, state, restricted, changedAt, createdBy, assigned } = article
  const own = createdBy === actor.id || assigned.includes(actor.id)
  const may = mayFromDesk(actor, article)
  return { id, slug, title, state, restricted, changedAt, own, may }
}

async function reviewerIds(db: Context['db']): Promise<ReadonlySet<string>> {
  const active = (await listPeople(db)).filter(({ disabledAt }) => disabledAt === null)
  return new Set(active.filter(({ roles }) => roles.includes('reviewer')).map(({ id }) => id))
}

/** What waits for somebody who reviews no more waits for the others. */
function inheritedBy(reviewers: ReadonlySet<string>, work: OpenWork): OpenWork {
  const left = work.stale.filter((id) => !reviewers.has(id)).map(() => [])
  return { ...work, waiting: [...work.waiting, ...left] }
}

/** Who writes and who reviews it. Of those who are assigned, reviewers review. */
function partsOf(
  { createdBy, assigned }: Article,
  reviewers: ReadonlySet<string>,
  schedule: Schedule | null,
): Pick<TurnInput, 'writers' | 'reviewers' | 'failedFor'> {
  return {
    writers: [createdBy, ...assigned.filter((id) => !reviewers.has(id))],
    reviewers: assigned.filter((id) => reviewers.has(id) && id !== createdBy),
    failedFor: schedule?.failure == null ? null : schedule.personId,
  }
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
    const { coverage, statuses, blockers, queries } = await assessArticle(
      context.db,
      article,
      content,
    )
    const counts: Partial<Record<Display, number>> = {}
    for (const { display } of statuses) counts[display] = (counts[display] ?? 0) + 1
    const places = placesToClear(blockers)
    const { section } = content.meta
    return {
      section,
      coverage,
      counts,
      blockers: places,
      work: openWorkOf(statuses, queries, {
        owed: placesToClear(owedByWriters(blockers).filter(({ kind }) => kind !== 'suggestion')),
        blockers: places,
      }),
    }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ArticleUnavailable') throw error
    return {
      section: '',
      coverage: null,
      counts: {},
      blockers: 0,
      work: openWorkOf([], [], { owed: 0, blockers: 0 }),
    }
  }
}
