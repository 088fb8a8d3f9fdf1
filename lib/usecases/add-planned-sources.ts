import { insertSources } from '#db/repositories/sources.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import type { PlannedSource } from '#lib/domain/drafts/plan-evidence.ts'
import { workIdentities } from '#lib/domain/sourcing/source-identity.ts'
import { type Context, record } from './context.ts'

export interface AddedSources {
  /** In the order in which they were asked for. */
  readonly ids: readonly string[]
  readonly made: readonly string[]
}

/** The sources of an imported article, in its transaction: those that the registry knows are used as they are [SRC2]. */
export async function addPlannedSources(
  tx: Context['db'],
  context: Context,
  actor: Actor,
  planned: readonly PlannedSource[],
): Promise<AddedSources> {
  if (!planned.length) return { ids: [], made: [] }
  const asked = planned.map(({ kind, title, url, identity }) => ({
    ...{ id: context.newId(), kind, title, publicName: title, url, identity },
    ...workIdentities({ url }),
    ...({ description: '', terms: 'onRecord', wording: '', reliability: 'F' } as const),
    createdBy: actor.id,
  }))
  const idOf = await insertSources(tx, asked)
  const ids = asked.map(({ identity }) => idOf.get(identity) ?? '')
  const own = new Set(asked.map(({ id }) => id))
  const made = ids.filter((id) => own.has(id))
  if (made.length) {
    const detail = { sources: made }
    await record(tx, context, {
      actorId: actor.id,
      action: 'source.imported',
      articleId: null,
      detail,
    })
  }
  return { ids, made }
}
