import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { people, sessions } from '#db/schema.ts'
import type { Actor, PersonRole } from '#lib/domain/access/policy.ts'

/** A person as administrators see them. */
export interface Person extends Actor {
  readonly disabledAt: string | null
}

type Row = typeof people.$inferSelect

const toPerson = (row: Row): Person => ({
  id: row.id,
  name: row.name,
  email: row.email,
  roles: row.roles as PersonRole[],
  chief: row.chief,
  disabledAt: row.disabledAt?.toISOString() ?? null,
})

/** Addresses are compared without case and outer white space. PostgreSQL knows no NUL. */
export function normaliseEmail(email: string): string {
  return email.replaceAll('\0', '').trim().toLowerCase()
}

export async function findPersonForSignIn(db: Handle, email: string) {
  const [row] = await db
    .select()
    .from(people)
    .where(eq(people.email, normaliseEmail(email)))
  return row ? { person: toPerson(row), passwordHash: row.passwordHash } : null
}

export async function findPerson(db: Handle, id: string): Promise<Person | null> {
  const [row] = await db.select().from(people).where(eq(people.id, id))
  return row ? toPerson(row) : null
}

export async function listPeople(db: Handle): Promise<readonly Person[]> {
  return (await db.select().from(people).orderBy(asc(people.name))).map(toPerson)
}

export async function countPeople(db: Handle): Promise<number> {
  return db.$count(people)
}

export async function insertPerson(
  db: Handle,
  person: {
    id: string
    email: string
    name: string
    passwordHash: string
    roles: readonly PersonRole[]
    chief: boolean
  },
): Promise<void> {
  const email = normaliseEmail(person.email)
  await db.insert(people).values({ ...person, email, roles: [...person.roles] })
}

export async function updatePerson(
  db: Handle,
  id: string,
  change: { roles?: readonly PersonRole[]; chief?: boolean; disabled?: boolean; now: Date },
): Promise<void> {
  const { roles, chief, disabled, now } = change
  await db
    .update(people)
    .set({
      ...(roles && { roles: [...roles] }),
      ...(chief !== undefined && { chief }),
      ...(disabled !== undefined && { disabledAt: disabled ? now : null }),
    })
    .where(eq(people.id, id))
}

export async function startSession(
  db: Handle,
  session: { id: string; personId: string; now: Date; expiresAt: Date },
): Promise<void> {
  const { now: createdAt, ...rest } = session
  await db.insert(sessions).values({ ...rest, createdAt })
}

/** The person behind a session that runs; null once it ended, expired, or the person was disabled. */
export async function findPersonBySession(
  db: Handle,
  sessionId: string,
  now: Date,
): Promise<Person | null> {
  const running = and(
    eq(sessions.id, sessionId),
    isNull(sessions.endedAt),
    gt(sessions.expiresAt, now),
  )
  const [row] = await db
    .select({ person: people })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(running, isNull(people.disabledAt)))
  return row ? toPerson(row.person) : null
}

export async function endSession(db: Handle, sessionId: string, now: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)))
}

export async function endSessionsOf(db: Handle, personId: string, now: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)))
}
