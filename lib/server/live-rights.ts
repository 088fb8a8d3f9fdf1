import { auditLength } from '#db/repositories/audit.ts'
import type { Context } from '#lib/usecases/context.ts'
import { followRights } from '#lib/usecases/follow-rights.ts'
import { type Repeated, repeat } from './repeat.ts'

const PAUSES = { between: 2_000, afterError: 5_000 }

/** Follows the audit trail for what other processes did to the rights of those who are connected to this one. What was before needs no telling: tickets are made anew. */
export function startLiveRights(contextOf: () => Context, pauses = PAUSES): Repeated {
  let seq: number | null = null
  return repeat('rights were not asked for again', pauses, async () => {
    const context = contextOf()
    seq = seq === null ? await auditLength(context.db) : await followRights(context, seq)
  })
}
