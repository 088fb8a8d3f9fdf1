import { and, desc, eq, inArray, isNull, lt, notInArray, or } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { approvals, people, queries } from '#db/schema.ts'
import { noticeChoices, notices } from '#db/schema-notices.ts'
import { threadMessages } from '#db/schema-threads.ts'
import type {
  MailChoice,
  Notice,
  NoticeChoice,
  NoticeKind,
  NoticePlace,
} from '#lib/domain/notices/notice.ts'

/** A notice as it is kept. */
export interface KeptNotice extends Omit<Notice, 'key'> {
  readonly id: string
  /** Null: nobody in particular, or somebody who is not known any more. */
  readonly byName: string | null
  readonly readAt: string | null
}

/** What was told already is left as it is [NTF4]. */
export async function insertNotices(
  db: Handle,
  made: readonly Notice[],
  newId: () => string,
): Promise<void> {
  if (!made.length) return
  const rows = made.map((notice) => ({ ...notice, id: newId(), at: new Date(notice.at) }))
  await db
    .insert(notices)
    .values(rows.map(({ by, ...row }) => ({ ...row, byId: by })))
    .onConflictDoNothing()
}

export interface NoticeQuery {
  /** Those alone; empty: of every kind. */
  readonly kinds?: readonly NoticeKind[]
  readonly without?: readonly NoticeKind[]
  readonly unread?: boolean
  /** Older than this one. */
  readonly before?: { readonly at: Date; readonly id: string } | null
  readonly limit: number
}

/** A person's notices, the newest first. */
export async function listNotices(
  db: Handle,
  personId: string,
  { kinds = [], without = [], unread = false, before = null, limit }: NoticeQuery,
): Promise<readonly KeptNotice[]> {
  const older =
    before &&
    or(lt(notices.at, before.at), and(eq(notices.at, before.at), lt(notices.id, before.id)))
  const rows = await db
    .select({ row: notices, name: people.name })
    .from(notices)
    .leftJoin(people, eq(people.id, notices.byId))
    .where(
      and(
        eq(notices.personId, personId),
        kinds.length ? inArray(notices.kind, [...kinds]) : undefined,
        without.length ? notInArray(notices.kind, [...without]) : undefined,
        unread ? isNull(notices.readAt) : undefined,
        older ?? undefined,
      ),
    )
    .orderBy(desc(notices.at), desc(notices.id))
    .limit(limit)
  return rows.map(({ row, name }) => toNotice(row, name))
}

export const toNotice = (
  { id, personId, kind, articleId, byId, at, place, readAt }: typeof notices.$inferSelect,
  byName: string | null,
): KeptNotice => ({
  ...{ id, personId, kind: kind as NoticeKind, articleId, by: byId, byName },
  ...{ at: at.toISOString(), place: place as NoticePlace, readAt: readAt?.toISOString() ?? null },
})

/** A person's own notice of this id. */
export async function findNotice(
  db: Handle,
  personId: string,
  id: string,
): Promise<KeptNotice | null> {
  const [row] = await db
    .select()
    .from(notices)
    .where(and(eq(notices.id, id), eq(notices.personId, personId)))
  return row ? toNotice(row, null) : null
}

/** `ids` null: all that are unread. */
export async function markNoticesRead(
  db: Handle,
  personId: string,
  ids: readonly string[] | null,
  now: Date,
): Promise<void> {
  await db
    .update(notices)
    .set({ readAt: now })
    .where(
      and(
        eq(notices.personId, personId),
        isNull(notices.readAt),
        ids ? inArray(notices.id, [...ids]) : undefined,
      ),
    )
}

export type MadeChoices = Readonly<
  Partial<Record<NoticeKind, NoticeChoice & { readonly since: Date }>>
>

export async function noticeChoicesOf(db: Handle, personId: string): Promise<MadeChoices> {
  const rows = await db.select().from(noticeChoices).where(eq(noticeChoices.personId, personId))
  return Object.fromEntries(
    rows.map(({ kind, app, mail, since }) => [kind, { app, mail: mail as MailChoice, since }]),
  )
}

export async function setNoticeChoice(
  db: Handle,
  choice: typeof noticeChoices.$inferInsert,
): Promise<void> {
  const { app, mail, since } = choice
  await db
    .insert(noticeChoices)
    .values(choice)
    .onConflictDoUpdate({
      target: [noticeChoices.personId, noticeChoices.kind],
      set: { app, mail, since },
    })
}

/** What a notice is about, as it stands where it was written. */
export interface NoticeWords {
  /** The words of the article. */
  readonly quote: string
  /** What was said about them. */
  readonly text: string
  readonly annotationIds: readonly string[]
}

/** Of comments, questions and approvals, by their ids. */
export async function wordsOfNotices(
  db: Handle,
  places: readonly NoticePlace[],
): Promise<ReadonlyMap<string, NoticeWords>> {
  const idsOf = (key: 'message' | 'query' | 'approval') =>
    places.flatMap((place) => place[key] ?? [])
  const found = new Map<string, NoticeWords>()
  const messages = idsOf('message')
  if (messages.length) {
    const rows = await db.select().from(threadMessages).where(inArray(threadMessages.id, messages))
    for (const { id, text } of rows) found.set(id, { quote: '', text, annotationIds: [] })
  }
  const asked = idsOf('query')
  if (asked.length) {
    const rows = await db.select().from(queries).where(inArray(queries.id, asked))
    for (const { id, text, note, annotationIds } of rows)
      found.set(id, { quote: text, text: note, annotationIds })
  }
  const approved = idsOf('approval')
  if (approved.length) {
    const rows = await db.select().from(approvals).where(inArray(approvals.id, approved))
    for (const { id, text, annotationIds } of rows)
      found.set(id, { quote: text, text: '', annotationIds })
  }
  return found
}
