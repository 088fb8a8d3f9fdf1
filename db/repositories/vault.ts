import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { audit, people } from '#db/schema.ts'
import { vaultIdentities, vaultReaders, vaultRecordings } from '#db/schema-vault.ts'

/** What is locked up, as it lies in the database. */
export interface Locked {
  readonly keyId: string
  readonly nonce: Uint8Array
  readonly sealed: Uint8Array
}

export interface LockedIdentity extends Locked {
  readonly sourceId: string
  readonly ownerId: string
  readonly changedAt: string
}

export interface Knower {
  readonly id: string
  readonly name: string
}

type IdentityRow = typeof vaultIdentities.$inferSelect

const toIdentity = ({ changedAt, ...row }: IdentityRow): LockedIdentity => {
  return { ...row, changedAt: changedAt.toISOString() }
}

export async function findIdentity(db: Handle, sourceId: string): Promise<LockedIdentity | null> {
  const [row] = await db
    .select()
    .from(vaultIdentities)
    .where(eq(vaultIdentities.sourceId, sourceId))
  return row ? toIdentity(row) : null
}

export async function listIdentities(db: Handle): Promise<readonly LockedIdentity[]> {
  const rows = await db.select().from(vaultIdentities).orderBy(asc(vaultIdentities.sourceId))
  return rows.map(toIdentity)
}

/** Keeps it; the owner stays who it was. */
export async function putIdentity(
  db: Handle,
  { changedAt, ...row }: Omit<LockedIdentity, 'changedAt'> & { readonly changedAt: Date },
): Promise<void> {
  const { keyId, nonce, sealed } = row
  await db
    .insert(vaultIdentities)
    .values({ ...row, changedAt })
    .onConflictDoUpdate({
      target: vaultIdentities.sourceId,
      set: { keyId, nonce, sealed, changedAt },
    })
}

/** Who may open it beside the owner, by name. */
export async function listReaders(db: Handle, sourceId: string): Promise<readonly Knower[]> {
  return db
    .select({ id: people.id, name: people.name })
    .from(vaultReaders)
    .innerJoin(people, eq(people.id, vaultReaders.personId))
    .where(eq(vaultReaders.sourceId, sourceId))
    .orderBy(asc(people.name), asc(people.id))
}

export async function setReaders(
  db: Handle,
  sourceId: string,
  personIds: readonly string[],
  at: Date,
): Promise<void> {
  await db.delete(vaultReaders).where(eq(vaultReaders.sourceId, sourceId))
  if (personIds.length)
    await db
      .insert(vaultReaders)
      .values([...new Set(personIds)].map((personId) => ({ sourceId, personId, at })))
}

/** For good: nothing of it is kept. */
export async function destroyIdentity(db: Handle, sourceId: string): Promise<void> {
  await db.delete(vaultRecordings).where(eq(vaultRecordings.sourceId, sourceId))
  await db.delete(vaultReaders).where(eq(vaultReaders.sourceId, sourceId))
  await db.delete(vaultIdentities).where(eq(vaultIdentities.sourceId, sourceId))
}

export interface LockedRecording extends Locked {
  readonly id: string
  readonly sourceId: string
}

export async function insertRecording(
  db: Handle,
  row: LockedRecording & { readonly size: number; readonly at: Date; readonly addedBy: string },
): Promise<void> {
  await db.insert(vaultRecordings).values(row)
}

/** Ids of what is kept of a source, the oldest first. */
export async function listRecordings(db: Handle, sourceId: string): Promise<readonly string[]> {
  const rows = await db
    .select({ id: vaultRecordings.id })
    .from(vaultRecordings)
    .where(eq(vaultRecordings.sourceId, sourceId))
    .orderBy(asc(vaultRecordings.at), asc(vaultRecordings.id))
  return rows.map(({ id }) => id)
}

export async function findRecording(
  db: Handle,
  sourceId: string,
  id: string,
): Promise<LockedRecording | null> {
  const [row] = await db
    .select()
    .from(vaultRecordings)
    .where(and(eq(vaultRecordings.sourceId, sourceId), eq(vaultRecordings.id, id)))
  return row ?? null
}

export async function removeRecording(db: Handle, sourceId: string, id: string): Promise<boolean> {
  const gone = await db
    .delete(vaultRecordings)
    .where(and(eq(vaultRecordings.sourceId, sourceId), eq(vaultRecordings.id, id)))
    .returning({ id: vaultRecordings.id })
  return gone.length > 0
}

/** Where every recording is, one by one: they are large. */
export async function listAllRecordings(
  db: Handle,
): Promise<readonly { readonly id: string; readonly sourceId: string }[]> {
  return db
    .select({ id: vaultRecordings.id, sourceId: vaultRecordings.sourceId })
    .from(vaultRecordings)
    .orderBy(asc(vaultRecordings.id))
}

export async function relockRecording(db: Handle, id: string, locked: Locked): Promise<void> {
  await db.update(vaultRecordings).set(locked).where(eq(vaultRecordings.id, id))
}

export interface Opening {
  readonly at: string
  readonly personName: string
}

/** Who opened it and when, the last first: by the audit trail, which nobody can bend. */
export async function listOpenings(db: Handle, sourceId: string): Promise<readonly Opening[]> {
  const rows = await db
    .select({ at: audit.at, name: people.name })
    .from(audit)
    .leftJoin(people, eq(people.id, audit.actorId))
    .where(and(eq(audit.action, OPENED), eq(sql`${audit.detail}->>'source'`, sourceId)))
    .orderBy(desc(audit.seq))
    .limit(200)
  return rows.map(({ at, name }) => ({ at: at.toISOString(), personName: name ?? 'Somebody' }))
}

/** The act of opening, in the audit trail. */
export const OPENED = 'identity.opened'
