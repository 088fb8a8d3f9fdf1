import { and, eq, isNull, lt, lte, sql } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { keptCalls } from '#db/schema-api.ts'

/** Whose key it is. */
interface CallKey {
  readonly personId: string
  readonly key: string
}

/** An answer that was given. */
export interface KeptCall {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

const rowOf = ({ personId, key }: CallKey) =>
  and(eq(keptCalls.personId, personId), eq(keptCalls.key, key))

/** Takes the key when nobody has it, or whoever had it is not at it any more. True: it is ours. */
export async function claimCall(
  db: Handle,
  call: CallKey & {
    readonly request: string
    readonly claim: string
    readonly now: Date
    readonly until: Date
    /** What is older is forgotten. */
    readonly since: Date
  },
): Promise<boolean> {
  const { now, until: claimedUntil, since, ...fields } = call
  await db.delete(keptCalls).where(lt(keptCalls.createdAt, since))
  const values = { ...fields, claimedUntil, createdAt: now }
  const isSame = and(isNull(keptCalls.status), eq(keptCalls.request, call.request))
  const rows = await db
    .insert(keptCalls)
    .values(values)
    .onConflictDoUpdate({
      target: [keptCalls.personId, keptCalls.key],
      set: { claim: call.claim, claimedUntil },
      setWhere: sql`${and(isSame, lte(keptCalls.claimedUntil, now))}`,
    })
    .returning({ claim: keptCalls.claim })
  return rows.length > 0
}

/** What is kept under a key; `answer` null: it is still worked at. Null: nothing is. */
export async function findCall(
  db: Handle,
  call: CallKey,
): Promise<{ readonly request: string; readonly answer: KeptCall | null } | null> {
  const [row] = await db.select().from(keptCalls).where(rowOf(call))
  if (!row) return null
  const { request, status, headers, body } = row
  if (status === null) return { request, answer: null }
  const kept = headers as KeptCall['headers']
  return { request, answer: { status, headers: kept, body: body ?? new Uint8Array() } }
}

/** Says that whoever has the claim is still at it. */
export async function extendCall(
  db: Handle,
  call: CallKey & { readonly claim: string },
  claimedUntil: Date,
): Promise<void> {
  await db
    .update(keptCalls)
    .set({ claimedUntil })
    .where(and(rowOf(call), eq(keptCalls.claim, call.claim)))
}

/** Keeps the answer, when the claim still holds. */
export async function keepCall(
  db: Handle,
  call: CallKey & { readonly claim: string },
  answer: KeptCall,
): Promise<void> {
  await db
    .update(keptCalls)
    .set({ ...answer })
    .where(and(rowOf(call), eq(keptCalls.claim, call.claim)))
}

/** Lets the key go: nothing came of the call, and it may be tried again. */
export async function dropCall(
  db: Handle,
  call: CallKey & { readonly claim: string },
): Promise<void> {
  await db.delete(keptCalls).where(and(rowOf(call), eq(keptCalls.claim, call.claim)))
}
