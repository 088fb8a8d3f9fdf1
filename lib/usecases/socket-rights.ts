import { type Article, findArticle } from '#db/repositories/articles.ts'
import { findPerson, findPersonBySession } from '#db/repositories/people.ts'
import type { Rights, TicketRequest } from '#lib/collab/ports.ts'
import { type Actor, mayOnArticle } from '#lib/domain/access/policy.ts'
import type { Context } from './context.ts'
import { isClosed } from './open-article.ts'

/** What a socket's person may do in its article now; null when they may not be there at all [LIV7]. */
export async function socketRights(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { articleId, personId, sessionId }: TicketRequest,
): Promise<Rights | null> {
  const person =
    sessionId === null
      ? await findPerson(db, personId)
      : await findPersonBySession(db, sessionId, now())
  const article = await findArticle(db, articleId)
  if (!person || person.disabledAt || !article || !mayOnArticle(person, 'read', article))
    return null
  return rightsOf(person, article)
}

/** Whoever may comment and not write may suggest; nobody changes a closed article. */
export function rightsOf(person: Actor, article: Article): Rights {
  const readOnly = isClosed(article.state) || !mayOnArticle(person, 'suggest', article)
  return { readOnly, suggestOnly: !readOnly && !mayOnArticle(person, 'write', article) }
}
