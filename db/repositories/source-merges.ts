import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { people, sources } from '#db/schema.ts'
import { sourceMerges } from '#db/schema-sources.ts'

export interface SourceMerge {
  readonly id: string
  readonly fromId: string
  readonly intoId: string
  /** Title of the record that became an alias. */
  readonly title: string
  readonly moved: boolean
  readonly personName: string
  readonly at: string
}

/** Holds records until the end of the transaction, in one order, so that two merges at once wait and do not lock. */
export async function lockSources(db: Handle, ids: readonly string[]): Promise<void> {
  await db
    .select({ id: sources.id })
    .from(sources)
    .where(inArray(sources.id, [...ids]))
    .orderBy(sources.id)
    .for('update')
}

export async function insertMerge(
  db: Handle,
  merge: typeof sourceMerges.$inferInsert,
): Promise<void> {
  await db.insert(sourceMerges).values(merge)
  await setMerged(db, merge.fromId, merge.intoId)
}

/** False: it is undone already. */
export async function undoMergeRow(
  db: Handle,
  { id, fromId }: Pick<SourceMerge, 'id' | 'fromId'>,
  undone: { readonly undoneAt: Date; readonly undoneBy: string },
): Promise<boolean> {
  const rows = await db
    .update(sourceMerges)
    .set(undone)
    .where(and(eq(sourceMerges.id, id), isNull(sourceMerges.undoneAt)))
    .returning({ id: sourceMerges.id })
  if (rows.length) await setMerged(db, fromId, null)
  return rows.length > 0
}

async function setMerged(db: Handle, id: string, mergedInto: string | null) {
  await db.update(sources).set({ mergedInto, changedAt: new Date() }).where(eq(sources.id, id))
}

/** Merges into these records that stand, the last one first. */
export async function listMerges(
  db: Handle,
  intoIds: readonly string[],
): Promise<readonly SourceMerge[]> {
  return select(db, inArray(sourceMerges.intoId, [...intoIds]))
}

export async function findMerge(db: Handle, id: string): Promise<SourceMerge | null> {
  return (await select(db, eq(sourceMerges.id, id)))[0] ?? null
}

async function select(db: Handle, where: ReturnType<typeof eq>): Promise<readonly SourceMerge[]> {
  const rows = await db
    .select({ merge: sourceMerges, title: sources.title, personName: people.name })
    .from(sourceMerges)
    .innerJoin(sources, eq(sources.id, sourceMerges.fromId))
    .innerJoin(people, eq(people.id, sourceMerges.personId))
    .where(and(where, isNull(sourceMerges.undoneAt)))
    .orderBy(desc(sourceMerges.at))
  return rows.map(({ merge: { id, fromId, intoId, moved, at }, title, personName }) => ({
    ...{ id, fromId, intoId, moved, title, personName },
    at: at.toISOString(),
  }))
}
