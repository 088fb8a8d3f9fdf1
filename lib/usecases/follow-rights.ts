import { actsAfter } from '#db/repositories/notice-trail.ts'
import type { Whose } from '#lib/collab/ports.ts'
import type { Act } from '#lib/domain/notices/noticed.ts'
import type { Context } from './context.ts'

const AT_ONCE = 200

/**
 * Has the rights of open sockets asked for again where an act may have changed them: it may be one of another process, or of the
 * server's console, which know nothing of sockets here [LIV7]. Gives the row of the trail that it got to.
 */
export async function followRights(
  { db, collab }: Pick<Context, 'db' | 'collab'>,
  after: number,
): Promise<number> {
  let seq = after
  for (;;) {
    const acts = await actsAfter(db, seq, AT_ONCE)
    const whose = acts.flatMap((act) => whoseRights(act) ?? [])
    if (whose.length) await collab.recheck(whose)
    seq = acts.at(-1)?.seq ?? seq
    if (acts.length < AT_ONCE) return seq
  }
}

/** Whose sockets an act may concern; null: nobody's. */
function whoseRights({ action, actorId, articleId, detail }: Act): Whose | null {
  switch (action) {
    case 'person.changed':
    case 'person.promoted':
    case 'person.passwordSet':
    case 'person.passwordChanged':
    case 'factor.reset':
      return ownerOf(detail)
    case 'token.revoked':
      // An administrator's row says whose it was.
      return ownerOf(detail) ?? (actorId === null ? null : { personId: actorId })
    case 'session.ended':
      return actorId === null ? null : { personId: actorId }
    case 'article.people':
    case 'article.moved':
    case 'version.published':
      return articleId === null ? null : { articleId }
    default:
      return null
  }
}

const ownerOf = ({ person }: Act['detail']): Whose | null =>
  typeof person === 'string' ? { personId: person } : null
