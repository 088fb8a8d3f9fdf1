import { listPastOf } from '#db/repositories/kept.ts'
import { findSourceById } from '#db/repositories/sources.ts'
import type { Reliability } from '#lib/domain/sourcing/source.ts'
import type { Context } from './context.ts'

/** What was thought of a source until somebody judged it anew. */
interface Judgement {
  readonly reliability: Reliability
  readonly reason: string
  readonly until: string
  readonly personName: string
}

/** The last first; by what the source said before each change of it [SRC10]. */
export async function judgementsOf(
  { db }: Context,
  sourceId: string,
): Promise<readonly Judgement[]> {
  const now = await findSourceById(db, sourceId)
  if (!now) return []
  const found: Judgement[] = []
  let later = { reliability: now.reliability, reason: now.reliabilityReason ?? '' }
  for (const { fields, at, personName } of await listPastOf(db, now.id)) {
    const judged = { reliability: fields.reliability, reason: fields.reliabilityReason ?? '' }
    if (judged.reliability !== later.reliability || judged.reason !== later.reason)
      found.push({ ...judged, until: at, personName })
    later = judged
  }
  return found
}
