import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, ne, or } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { people } from '#db/schema.ts'
import { noticeChoices, noticeMails, notices } from '#db/schema-notices.ts'
import type { Cadence, Waiting } from '#lib/domain/notices/digest.ts'
import type { NoticeKind } from '#lib/domain/notices/notice.ts'
import { type KeptNotice, toNotice } from './notices.ts'

/** Who wants mail about anything. */
export async function peopleWithMail(db: Handle): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ id: noticeChoices.personId })
    .from(noticeChoices)
    .where(ne(noticeChoices.mail, 'off'))
  return rows.map(({ id }) => id)
}

const MOST = 200

/** Unread notices that no mail tells of, oldest first. */
export async function waitingFor(db: Handle, personId: string): Promise<readonly Waiting[]> {
  const rows = await db
    .select({ id: notices.id, kind: notices.kind, at: notices.at })
    .from(notices)
    .where(and(eq(notices.personId, personId), isNull(notices.readAt), isNull(notices.mailId)))
    .orderBy(desc(notices.at))
    .limit(MOST)
  return rows.map((row) => ({ ...row, kind: row.kind as NoticeKind })).reverse()
}

/** When the last mail of this cadence was made; null: never. */
export async function lastMailAt(
  db: Handle,
  personId: string,
  cadence: Cadence,
): Promise<Date | null> {
  const [row] = await db
    .select({ at: noticeMails.at })
    .from(noticeMails)
    .where(and(eq(noticeMails.personId, personId), eq(noticeMails.cadence, cadence)))
    .orderBy(desc(noticeMails.at))
    .limit(1)
  return row?.at ?? null
}

/** A mail about these notices, of those that no other mail tells of; none when all are told. In a transaction. */
export async function insertMail(
  db: Handle,
  mail: { id: string; personId: string; cadence: Cadence; at: Date },
  ids: readonly string[],
): Promise<void> {
  const taken = await db
    .update(notices)
    .set({ mailId: mail.id })
    .where(and(inArray(notices.id, [...ids]), isNull(notices.mailId)))
    .returning({ id: notices.id })
  if (taken.length) await db.insert(noticeMails).values({ ...mail, nextAt: mail.at })
}

export type KeptMail = typeof noticeMails.$inferSelect

/** Claims the mail that is due longest, until then. Null: none is, or others are at them. */
export async function claimMail(
  db: Handle,
  { now, until }: { readonly now: Date; readonly until: Date },
): Promise<KeptMail | null> {
  const isDue = and(
    lte(noticeMails.nextAt, now),
    isNull(noticeMails.sentAt),
    or(isNull(noticeMails.claimedUntil), lte(noticeMails.claimedUntil, now)),
  )
  const [next] = await db
    .select({ id: noticeMails.id })
    .from(noticeMails)
    .where(isDue)
    .orderBy(asc(noticeMails.nextAt))
    .limit(1)
  if (!next) return null
  // Asked again in the statement that claims it: of two processes one gets it.
  const [claimed] = await db
    .update(noticeMails)
    .set({ claimedUntil: until })
    .where(and(eq(noticeMails.id, next.id), isDue))
    .returning()
  return claimed ?? null
}

export async function changeMail(
  db: Handle,
  id: string,
  change: Partial<Pick<KeptMail, 'tries' | 'nextAt' | 'claimedUntil' | 'sentAt' | 'failure'>>,
): Promise<void> {
  await db.update(noticeMails).set(change).where(eq(noticeMails.id, id))
}

/** What a mail tells of, oldest first, but for what was read meanwhile. */
export async function noticesOfMail(db: Handle, id: string): Promise<readonly KeptNotice[]> {
  const rows = await db
    .select({ row: notices, name: people.name })
    .from(notices)
    .leftJoin(people, eq(people.id, notices.byId))
    .where(and(eq(notices.mailId, id), isNull(notices.readAt)))
    .orderBy(asc(notices.at), asc(notices.id))
  return rows.map(({ row, name }) => toNotice(row, name))
}

/** Why the last mail to a person did not get through; null: it did, or there was none. */
export async function mailFailureOf(db: Handle, personId: string): Promise<string | null> {
  const [last] = await db
    .select({ failure: noticeMails.failure, sentAt: noticeMails.sentAt })
    .from(noticeMails)
    .where(eq(noticeMails.personId, personId))
    .orderBy(desc(noticeMails.at))
    .limit(1)
  return last && last.sentAt === null ? last.failure : null
}

/** No mail to a person any more, of whatever kind. */
export async function stopMail(db: Handle, personId: string): Promise<void> {
  await db.update(noticeChoices).set({ mail: 'off' }).where(eq(noticeChoices.personId, personId))
  await db
    .update(noticeMails)
    .set({ nextAt: null })
    .where(
      and(
        eq(noticeMails.personId, personId),
        isNull(noticeMails.sentAt),
        isNotNull(noticeMails.nextAt),
      ),
    )
}
