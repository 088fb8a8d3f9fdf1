import { z } from 'zod'
import { articlesById, restrictedArticles } from '#db/repositories/articles.ts'
import { listAnchors, readTrail, trailFault } from '#db/repositories/audit.ts'
import { type ListedAct, listActs } from '#db/repositories/audit-list.ts'
import { withWords } from '#db/repositories/audit-words.ts'
import { listKeys } from '#db/repositories/signing-keys.ts'
import { type Actor, maySee, requireInHouse } from '#lib/domain/access/policy.ts'
import { isId } from '#lib/domain/shared/ids.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import { ACTIONS } from '#lib/domain/trail/act-words.ts'
import { withoutItsWords } from '#lib/domain/trail/sealed.ts'
import { readHeads } from '#lib/signing/check-download.ts'
import type { Context } from './context.ts'

const id = z.string().refine(isId).nullable().catch(null)
const day = z.iso.date().nullable().catch(null)

/** Filters as an address has them: what makes no sense is none. */
export const auditQuery = z.object({
  person: id,
  article: id,
  action: z.enum(ACTIONS).nullable().catch(null),
  /** Days in UTC, both counted. */
  from: day,
  to: day,
  q: z.string().max(200).transform(cleanText).catch(''),
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).nullable().catch(null),
})
export type AuditQuery = z.output<typeof auditQuery>

/** A row with the name of its article, where whoever looks may know it. */
export interface ShownAct extends ListedAct {
  readonly title: string | null
}

const PAGE = 50
const DAY = 24 * 60 * 60_000

/** Ids of the articles that this person may not see. */
export async function hiddenFrom(db: Context['db'], actor: Actor): Promise<readonly string[]> {
  const restricted = await restrictedArticles(db)
  return restricted.filter((article) => !maySee(actor, article)).map(({ id }) => id)
}

/**
 * The audit trail, the newest first, a page at a time [LOG13]. Restricted articles have no name for who may not see them, and
 * what was written about them is neither shown nor found [LOG15].
 */
export async function browseAudit(
  { db }: Pick<Context, 'db'>,
  actor: Actor,
  { person, article, action, from, to, q, before }: AuditQuery,
): Promise<Result<{ readonly acts: readonly ShownAct[]; readonly next: number | null }>> {
  const allowed = requireInHouse(actor, 'seeAudit')
  if (!allowed.ok) return allowed
  const hidden = await hiddenFrom(db, actor)
  const found = await listActs(db, {
    ...{ hidden, person, article, action, text: q.trim(), before, limit: PAGE + 1 },
    from: from === null ? null : new Date(from),
    to: to === null ? null : new Date(new Date(to).getTime() + DAY),
  })
  const page = found.slice(0, PAGE)
  const articles = await articlesById(
    db,
    page.flatMap(({ articleId }) => articleId ?? []),
  )
  const unseen = new Set(hidden)
  const isUnseen = ({ articleId }: ListedAct) => unseen.has(articleId ?? '')
  const told = await withWords(
    db,
    page.filter((act) => !isUnseen(act)),
  )
  const byRow = new Map(told.map((act) => [act.seq, act]))
  const seen = page.map(
    (act) => byRow.get(act.seq) ?? { ...act, detail: withoutItsWords(act.detail) },
  )
  const acts = seen.map((act) => {
    const known = articles.get(act.articleId ?? '')
    return { ...act, title: known && maySee(actor, known) ? known.title || known.slug : null }
  })
  return ok({ acts, next: found.length > PAGE ? (page.at(-1)?.seq ?? null) : null })
}

export interface TrailState {
  readonly rows: number
  readonly heads: number
  /** Of the last signed head. */
  readonly signedRow: number
  readonly signedAt: string | null
  /** What is wrong, for a person; null: nothing. */
  readonly fault: string | null
}

/** Whether the trail is as it was written, by its chain and by its signed heads [LOG11]. */
export async function checkedTrail(
  { db }: Pick<Context, 'db'>,
  actor: Actor,
): Promise<Result<TrailState>> {
  const allowed = requireInHouse(actor, 'seeAudit')
  if (!allowed.ok) return allowed
  // Heads first: one that is signed meanwhile must not know more rows than were read.
  const anchors = await listAnchors(db)
  const signed = await readHeads(anchors, await listKeys(db))
  const { kept, head } = await readTrail(db)
  const heads = 'ok' in signed ? [] : signed
  const fault = trailFault(kept, head, heads)?.what ?? ('ok' in signed ? signed.says : null)
  const last = heads.at(-1)
  return ok({
    ...{ rows: kept.length, heads: anchors.length, fault },
    ...{ signedRow: last?.seq ?? 0, signedAt: last?.at ?? null },
  })
}
