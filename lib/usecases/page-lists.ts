import { z } from 'zod'
import { findArticles } from '#db/repositories/articles.ts'
import { wordsOf } from '#db/repositories/audit-words.ts'
import {
  type ListedEntry,
  type ListedVersion,
  pageArticleIds,
  pageAudit,
  pageVersions,
} from '#db/repositories/pages.ts'
import { type Actor, maySee, requireInHouse } from '#lib/domain/access/policy.ts'
import { STATES } from '#lib/domain/review/states.ts'
import type { Page, PageWish, Place } from '#lib/domain/shared/page.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import { withoutItsWords, wordsNamed } from '#lib/domain/trail/sealed.ts'
import { hiddenFrom } from './browse-audit.ts'
import type { Context } from './context.ts'
import { type DeskEntry, entriesOf } from './list-desk.ts'
import { openArticle } from './open-article.ts'

const words = z.string().max(500).transform(cleanText)
const flag = z.enum(['true', 'false']).transform((text) => text === 'true')
const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

export const articleFilter = z.object({
  q: words.optional(),
  state: z.enum(STATES).optional(),
  section: words.optional(),
  /** Anything that happened: text, state, decisions. Then the list is in that order, the oldest first. */
  changedSince: time.optional(),
  /** Own and assigned ones. */
  mine: flag.optional(),
})

/** A line of the desk, and when something last happened to the article. */
export type ListedArticle = DeskEntry & { readonly createdAt: string; readonly touchedAt: string }

/** Rows that are looked at for one page, when most of them are for others: then the page is shorter. */
const MOST_ROWS = 2_000

/** Articles that this person may see, page by page [API4]. */
export async function pageArticles(
  context: Context,
  actor: Actor,
  filter: z.output<typeof articleFilter>,
  { limit, after }: PageWish,
): Promise<Page<ListedArticle>> {
  const items: ListedArticle[] = []
  const asked = { state: filter.state ?? null, since: filter.changedSince ?? null }
  let place: Place | null = after
  for (let seen = 0; seen < MOST_ROWS; seen += limit) {
    const rows: Awaited<ReturnType<typeof pageArticleIds>> = await pageArticleIds(
      context.db,
      asked,
      { limit, after: place },
    )
    const entries = await entriesFor(context, actor, filter, rows.items)
    for (const entry of entries) {
      items.push(entry)
      if (items.length === limit) {
        const isLast = entry === entries.at(-1) && rows.next === null
        return { items, next: isLast ? null : placeOfEntry(entry, asked.since !== null) }
      }
    }
    place = rows.next
    if (!place) return { items, next: null }
  }
  return { items, next: place }
}

const placeOfEntry = ({ id, createdAt, touchedAt }: ListedArticle, byTouch: boolean): Place => [
  byTouch ? touchedAt : createdAt,
  id,
]

async function entriesFor(
  context: Context,
  actor: Actor,
  { q = '', section, mine }: z.output<typeof articleFilter>,
  rows: Awaited<ReturnType<typeof pageArticleIds>>['items'],
): Promise<readonly ListedArticle[]> {
  const articles = await findArticles(
    context.db,
    rows.map(({ id }) => id),
    q,
  )
  const seen = articles.filter((article) => maySee(actor, article))
  const entries = await entriesOf(context, actor, seen)
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return rows.flatMap((row) => {
    const entry = byId.get(row.id)
    if (!entry || (section !== undefined && entry.section !== section)) return []
    return mine !== undefined && entry.own !== mine ? [] : { ...entry, ...row }
  })
}

export const versionFilter = z.object({ since: time.optional() })

/** What was published, and taken down, in the whole newsroom, the oldest first. Readers see all of it. */
export function pagePublished(
  context: Context,
  { since = null }: { readonly since?: Date | null | undefined },
  wish: PageWish,
): Promise<Page<ListedVersion>> {
  return pageVersions(context.db, { articleId: null, since }, wish)
}

/** The versions of one article, the oldest first. */
export async function versionsOf(
  context: Context,
  actor: Actor,
  articleId: string,
  wish: PageWish,
): Promise<Result<Page<ListedVersion>>> {
  const opened = await openArticle(context, actor, articleId, 'read')
  return opened.ok ? ok(await pageVersions(context.db, { articleId, since: null }, wish)) : opened
}

export const auditFilter = z.object({
  /** Several are parted by commas. */
  action: words.optional(),
  article: words.optional(),
  actor: words.optional(),
  since: time.optional(),
})

/** A row as the chain has it, and what was written about it. */
export interface ShownEntry extends ListedEntry {
  readonly words: Readonly<Record<string, string>>
}

/** The audit trail page by page, the newest first. No words of articles that this person may not see [LOG15]. */
export async function pageTrail(
  context: Context,
  actor: Actor,
  filter: z.output<typeof auditFilter>,
  wish: PageWish,
): Promise<Result<Page<ShownEntry>>> {
  const allowed = requireInHouse(actor, 'seeAudit')
  if (!allowed.ok) return allowed
  const page = await pageAudit(context.db, filter, wish)
  const hidden = new Set(await hiddenFrom(context.db, actor))
  const isHidden = ({ articleId }: ListedEntry) => hidden.has(articleId ?? '')
  const visible = page.items.filter((row) => !isHidden(row))
  const said = await wordsOf(context.db, visible)
  const items = page.items.map((row) => ({
    ...row,
    detail: isHidden(row) ? withoutItsWords(row.detail) : row.detail,
    words: isHidden(row) ? {} : wordsNamed(row.detail, said),
  }))
  return ok({ ...page, items })
}
