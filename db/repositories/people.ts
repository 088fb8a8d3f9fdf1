import { and, arrayContains, asc, eq, gt, isNull, ne } from 'drizzle-orm'
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

/** Holds whoever is an administrator until the end of the transaction, in one order. What only refers to them, as a session does, goes on. */
export async function lockAdministrators(db: Handle): Promise<readonly string[]> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(and(arrayContains(people.roles, ['admin']), isNull(people.disabledAt)))
    .orderBy(people.id)
    .for('no key update')
  return rows.map(({ id }) => id)
}

export async function countPeople(db: Handle): Promise<number> {
  return db.$count(people)
}

/** False: somebody has the address. */
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
): Promise<boolean> {
  const email = normaliseEmail(person.email)
  const rows = await db
    .insert(people)
    .values({ ...person, email, roles: [...person.roles] })
    .onConflictDoNothing({ target: people.email })
    .returning({ id: people.id })
  return rows.length > 0
}

export async function updatePerson(
  db: Handle,
  id: string,
  change: {
    roles?: readonly PersonRole[]
    chief?: boolean
    disabled?: boolean
    passwordHash?: string
    now: Date
  },
): Promise<void> {
  const { roles, chief, disabled, passwordHash, now } = change
  await db
    .update(people)
    .set({
      ...(roles && { roles: [...roles] }),
      ...(chief !== undefined && { chief }),
      ...(passwordHash !== undefined && { passwordHash }),
      ...(disabled !== undefined && { disabledAt: disabled ? now : null }),
    })
    .where(eq(people.id, id))
}

/** False: the hash is not the one of `before` any more. */
export async function replacePassword(
  db: Handle,
  id: string,
  { before, after }: { readonly before: string; readonly after: string },
): Promise<boolean> {
  const rows = await db
    .update(people)
    .set({ passwordHash: after })
    .where(and(eq(people.id, id), eq(people.passwordHash, before)))
    .returning({ id: people.id })
  return rows.length > 0
}

export async function startSession(
  db: Handle,
  session: { id: string; personId: string; now: Date; expiresAt: Date; awaitsFactor?: boolean },
): Promise<void> {
  const { now: createdAt, ...rest } = session
  await db.insert(sessions).values({ ...rest, createdAt })
}

/** A session that runs, and who is behind it; null once it ended, expired, or the person was disabled, and while it awaits a second factor. */
export function findSession(db: Handle, sessionId: string, now: Date) {
  return findRunning(db, sessionId, now, false)
}

/** The person behind a session that runs. */
export async function findPersonBySession(db: Handle, sessionId: string, now: Date) {
  return (await findSession(db, sessionId, now))?.person ?? null
}

/** The person whose session awaits their second factor. */
export async function findAwaiting(db: Handle, sessionId: string, now: Date) {
  return (await findRunning(db, sessionId, now, true))?.person ?? null
}

/** The second factor was given. */
export async function passSession(db: Handle, sessionId: string): Promise<void> {
  await db.update(sessions).set({ awaitsFactor: false }).where(eq(sessions.id, sessionId))
}

async function findRunning(
  db: Handle,
  sessionId: string,
  now: Date,
  awaitsFactor: boolean,
): Promise<{ readonly person: Person; readonly endsAt: Date } | null> {
  const running = and(
    eq(sessions.id, sessionId),
    eq(sessions.awaitsFactor, awaitsFactor),
    isNull(sessions.endedAt),
    gt(sessions.expiresAt, now),
  )
  const [row] = await db
    .select({ person: people, endsAt: sessions.expiresAt })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(running, isNull(people.disabledAt)))
  return row ? { person: toPerson(row.person), endsAt: row.endsAt } : null
}

export async function endSession(db: Handle, sessionId: string, now: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)))
}

/** `but`: the one that goes on. */
export async function endSessionsOf(
  db: Handle,
  personId: string,
  now: Date,
  but: string | null = null,
): Promise<void> {
  const others = but === null ? undefined : ne(sessions.id, but)
  await db
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt), others))
}
