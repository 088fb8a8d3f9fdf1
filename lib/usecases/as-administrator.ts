import { lockAdministrators } from '#db/repositories/people.ts'
import { type Actor, requireInHouse } from '#lib/domain/access/policy.ts'
import { fail, type Result } from '#lib/domain/shared/result.ts'
import type { Context } from './context.ts'

/**
 * Work on people in a transaction, one administrator after another. Another may be taking the right from this one just now: whoever
 * comes second has it no more [ACC3].
 */
export async function asAdministrator<T>(
  context: Pick<Context, 'db'>,
  actor: Actor,
  work: (tx: Context['db']) => Promise<Result<T>>,
): Promise<Result<T>> {
  const allowed = requireInHouse(actor, 'people')
  if (!allowed.ok) return allowed
  return context.db.transaction(async (tx) => {
    if (!(await lockAdministrators(tx)).includes(actor.id))
      return fail({ kind: 'forbidden', message: 'You are not an administrator any more.' })
    return work(tx)
  })
}
