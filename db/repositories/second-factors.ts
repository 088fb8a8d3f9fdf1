import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { recoveryCodes, secondFactors } from '#db/schema-sign-in.ts'

/** A secret as it is locked up. */
export interface LockedSecret {
  readonly keyId: string
  readonly nonce: Uint8Array
  readonly sealed: Uint8Array
}

export interface SecondFactor {
  readonly secret: LockedSecret
  /** ISO 8601; null: begun and not confirmed. */
  readonly confirmedAt: string | null
  readonly lastStep: number
}

/** True when the person is asked for a code. */
export async function hasFactor(db: Handle, personId: string): Promise<boolean> {
  const confirmed = and(eq(secondFactors.personId, personId), isNotNull(secondFactors.confirmedAt))
  return (await db.$count(secondFactors, confirmed)) > 0
}

export async function findFactor(db: Handle, personId: string): Promise<SecondFactor | null> {
  const [row] = await db.select().from(secondFactors).where(eq(secondFactors.personId, personId))
  if (!row) return null
  const { secretKey: keyId, secretNonce: nonce, secretSealed: sealed, confirmedAt, lastStep } = row
  const secret = { keyId, nonce, sealed }
  return { secret, confirmedAt: confirmedAt?.toISOString() ?? null, lastStep }
}

/** Who is asked for a code. */
export async function peopleWithFactor(db: Handle): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ id: secondFactors.personId })
    .from(secondFactors)
    .where(isNotNull(secondFactors.confirmedAt))
  return new Set(rows.map(({ id }) => id))
}

/** Begins anew; false when one is confirmed: that is dropped first. */
export async function putFactor(
  db: Handle,
  personId: string,
  { keyId, nonce, sealed }: LockedSecret,
  now: Date,
): Promise<boolean> {
  const secret = { secretKey: keyId, secretNonce: nonce, secretSealed: sealed, createdAt: now }
  const rows = await db
    .insert(secondFactors)
    .values({ personId, ...secret })
    .onConflictDoUpdate({
      target: secondFactors.personId,
      set: { ...secret, lastStep: 0 },
      setWhere: isNull(secondFactors.confirmedAt),
    })
    .returning({ personId: secondFactors.personId })
  return rows.length > 0
}

/** Takes the code of a half minute; false when that one, or a later one, was taken before. */
export async function takeStep(
  db: Handle,
  personId: string,
  { step, now }: { step: number; now: Date },
): Promise<boolean> {
  const rows = await db
    .update(secondFactors)
    .set({ lastStep: step })
    .where(and(eq(secondFactors.personId, personId), lt(secondFactors.lastStep, step)))
    .returning({ confirmedAt: secondFactors.confirmedAt })
  const [row] = rows
  if (row && !row.confirmedAt) await confirm(db, personId, now)
  return row !== undefined
}

async function confirm(db: Handle, personId: string, now: Date): Promise<void> {
  await db
    .update(secondFactors)
    .set({ confirmedAt: now })
    .where(eq(secondFactors.personId, personId))
}

/** Takes the factor away with its recovery codes; false when there was none. */
export async function dropFactor(db: Handle, personId: string): Promise<boolean> {
  await db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  const rows = await db
    .delete(secondFactors)
    .where(eq(secondFactors.personId, personId))
    .returning({ confirmedAt: secondFactors.confirmedAt })
  return rows.some(({ confirmedAt }) => confirmedAt !== null)
}

/** Puts new recovery codes in the place of all that there were. */
export async function putRecoveryCodes(
  db: Handle,
  personId: string,
  codes: readonly { readonly id: string; readonly hash: string }[],
): Promise<void> {
  await db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  await db.insert(recoveryCodes).values(codes.map((code) => ({ ...code, personId })))
}

/** Uses one; false when it is none, or was used. */
export async function useRecoveryCode(
  db: Handle,
  { personId, hash, now }: { personId: string; hash: string; now: Date },
): Promise<boolean> {
  const unused = and(
    eq(recoveryCodes.personId, personId),
    eq(recoveryCodes.hash, hash),
    isNull(recoveryCodes.usedAt),
  )
  const rows = await db
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(unused)
    .returning({ id: recoveryCodes.id })
  return rows.length > 0
}

export async function countRecoveryCodes(db: Handle, personId: string): Promise<number> {
  return db.$count(
    recoveryCodes,
    and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)),
  )
}

/** Every secret as it is locked up, with whose it is. */
export async function listFactorSecrets(
  db: Handle,
): Promise<readonly (LockedSecret & { readonly personId: string })[]> {
  const rows = await db.select().from(secondFactors)
  return rows.map(({ personId, secretKey: keyId, secretNonce: nonce, secretSealed: sealed }) => ({
    ...{ personId, keyId, nonce, sealed },
  }))
}

export async function relockFactor(
  db: Handle,
  personId: string,
  { keyId, nonce, sealed }: LockedSecret,
): Promise<void> {
  await db
    .update(secondFactors)
    .set({ secretKey: keyId, secretNonce: nonce, secretSealed: sealed })
    .where(eq(secondFactors.personId, personId))
}
