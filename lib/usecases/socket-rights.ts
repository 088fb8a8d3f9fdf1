import { findArticle } from '#db/repositories/articles.ts'
import { findPerson, findPersonBySession } from '#db/repositories/people.ts'
import type { TicketRequest } from '#lib/collab/ports.ts'
import { mayOnArticle } from '#lib/domain/access/policy.ts'
import type { Context } from './context.ts'
import { isClosed } from './open-article.ts'

/** What a socket's person may do in its article now; null when they may not be there at all [LIV7]. */
export async function socketRights(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { articleId, personId, sessionId }: TicketRequest,
): Promise<{ readonly readOnly: boolean } | null> {
  const person =
    sessionId === null
      ? await findPerson(db, personId)
      : await findPersonBySession(db, sessionId, now())
  const article = await findArticle(db, articleId)
  if (!person || person.disabledAt || !article || !mayOnArticle(person, 'read', article))
    return null
  return { readOnly: isClosed(article.state) || !mayOnArticle(person, 'write', article) }
}
