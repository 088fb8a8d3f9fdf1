import { type Article, findArticle } from '#db/repositories/articles.ts'
import { findPerson, findSession } from '#db/repositories/people.ts'
import { findToken } from '#db/repositories/tokens.ts'
import type { Rights, TicketRequest } from '#lib/collab/ports.ts'
import { type Actor, mayOnArticle } from '#lib/domain/access/policy.ts'
import type { Context } from './context.ts'
import { isClosed } from './open-article.ts'

type Asking = Pick<Context, 'db' | 'now'>

/** What a socket's person may do in its article now, and until when; null when they may not be there at all [LIV7, LIV10]. */
export async function socketRights(
  context: Asking,
  request: TicketRequest,
): Promise<Rights | null> {
  const opener = await openerOf(context, request)
  const article = await findArticle(context.db, request.articleId)
  if (!opener || !article || !mayOnArticle(opener.person, 'read', article)) return null
  return { ...rightsOf(opener.person, article), endsAt: opener.endsAt }
}

interface Opener {
  readonly person: Actor
  readonly endsAt: Date | null
}

/** Who is behind a socket, by what opened it; null once that has ended. */
async function openerOf(
  { db, now }: Asking,
  { personId, sessionId, tokenId }: TicketRequest,
): Promise<Opener | null> {
  if (sessionId !== null) return findSession(db, sessionId, now())
  const token = tokenId == null ? null : await findToken(db, tokenId, now())
  const person = await findPerson(db, personId)
  if (!person || person.disabledAt || (tokenId != null && !token)) return null
  return { person, endsAt: token?.expiresAt ?? null }
}

/** Whoever may comment and not write may suggest; nobody changes a closed article. */
export function rightsOf(person: Actor, article: Article): Rights {
  const readOnly = isClosed(article.state) || !mayOnArticle(person, 'suggest', article)
  return { readOnly, suggestOnly: !readOnly && !mayOnArticle(person, 'write', article) }
}
