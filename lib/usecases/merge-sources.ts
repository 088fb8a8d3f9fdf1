import { z } from 'zod'
import {
  findMerge,
  insertMerge,
  listMerges,
  lockSources,
  type SourceMerge,
  undoMergeRow,
} from '#db/repositories/source-merges.ts'
import { aliasesOf, familyOf } from '#db/repositories/source-rows.ts'
import { findSourceById, raiseRevisions } from '#db/repositories/sources.ts'
import { type Actor, requireInHouse } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { checkMerge, facesDiffer, mayUndo } from '#lib/domain/sourcing/merge.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { type Context, record } from './context.ts'
import { citedTogether, stillHolds } from './where-used.ts'

export const mergeInput = z.object({ from: z.string() })

/** A merge on the page of a record, with whether its way back is still open. */
export interface ListedMerge extends SourceMerge {
  readonly mayUndo: boolean
}

export async function mergesInto(
  context: Context,
  _actor: Actor,
  sourceId: string,
): Promise<readonly ListedMerge[]> {
  const now = context.now()
  const merges = await listMerges(context.db, await familyOf(context.db, sourceId))
  return merges.map((merge) => ({ ...merge, mayUndo: mayUndo(merge.at, now) }))
}

/** Merges are tried so often while people write; then the careful answer is taken. */
const TRIES = 5

/** Makes a record an alias of another: what cites it goes on, and shows the other. No text is rewritten [MRG1]. */
export async function mergeSources(
  context: Context,
  actor: Actor,
  intoId: string,
  { from: fromId }: z.output<typeof mergeInput>,
): Promise<Result<Source>> {
  const allowed = requireInHouse(actor, 'editSources')
  if (!allowed.ok) return allowed
  let merged: Result<Source> | null = null
  for (let left = TRIES; !merged; left--)
    merged = await mergeOnce(context, actor, { fromId, intoId, isLast: left <= 1 })
  if (merged.ok) await announce(context, intoId)
  return merged
}

interface Wish {
  readonly fromId: string
  readonly intoId: string
  /** Do not ask to be tried again. */
  readonly isLast: boolean
}

/**
 * Articles are read before the transaction, which may hold nothing up for long; in it is asked whether they are still what was
 * read. Null: they are not, and nothing was done [MRG5]. The last time their approvals end, as if a sentence cited both.
 */
async function mergeOnce(
  context: Context,
  actor: Actor,
  { fromId, intoId, isLast }: Wish,
): Promise<Result<Source> | null> {
  const [one, other] = [await familyOf(context.db, fromId), await familyOf(context.db, intoId)]
  const read = await citedTogether(context, one, other)
  return context.db.transaction(async (tx): Promise<Result<Source> | null> => {
    await lockSources(tx, [fromId, intoId])
    const from = await findSourceById(tx, fromId)
    const into = await findSourceById(tx, intoId)
    const checked = checkMerge(from, into)
    if (!checked.ok) return checked
    if (!from || !into) throw new Error('What is not there was let through')
    const holds = await stillHolds(tx, read, one, other)
    if (!holds && !isLast) return null
    const moved = !holds || read.together || facesDiffer(from, into)
    const merge = { id: context.newId(), fromId, intoId, moved }
    if (moved) await raiseRevisions(tx, [fromId, ...(await aliasesOf(tx, fromId))])
    await insertMerge(tx, { ...merge, personId: actor.id, at: context.now() })
    await recordMerge(tx, context, actor, 'source.merged', merge)
    return ok(into)
  })
}

/** Makes an alias a record of its own again, as it was [MRG3]. */
export async function undoMerge(
  context: Context,
  actor: Actor,
  mergeId: string,
): Promise<Result<null>> {
  const allowed = requireInHouse(actor, 'editSources')
  if (!allowed.ok) return allowed
  const merge = await findMerge(context.db, mergeId)
  if (!merge) return fail({ kind: 'notFound', message: 'There is no such merge any more.' })
  const now = context.now()
  if (!mayUndo(merge.at, now))
    return fail({ kind: 'conflict', message: 'It was merged more than 30 days ago. It stays so.' })
  const undone = await context.db.transaction(async (tx) => {
    await lockSources(tx, [merge.fromId, merge.intoId])
    const shown = await findSourceById(tx, merge.fromId)
    if (!(await undoMergeRow(tx, merge, { undoneAt: now, undoneBy: actor.id }))) return false
    const own = await findSourceById(tx, merge.fromId)
    if (shown && own && (merge.moved || facesDiffer(shown, own)))
      await raiseRevisions(tx, [own.id, ...(await aliasesOf(tx, own.id))])
    await recordMerge(tx, context, actor, 'source.parted', merge)
    return true
  })
  if (!undone) return fail({ kind: 'conflict', message: 'Somebody has undone it already.' })
  await announce(context, merge.fromId)
  await announce(context, merge.intoId)
  return ok(null)
}

type Merge = Pick<SourceMerge, 'id' | 'fromId' | 'intoId'>

function recordMerge(
  tx: Context['db'],
  context: Context,
  actor: Actor,
  action: string,
  merge: Merge,
) {
  const detail = { source: merge.intoId, alias: merge.fromId, merge: merge.id }
  return record(tx, context, { actorId: actor.id, action, articleId: null, detail })
}

async function announce(context: Context, id: string) {
  const ids = await familyOf(context.db, id)
  context.collab.announce(null, { type: 'sources', ids: [...ids] })
}
