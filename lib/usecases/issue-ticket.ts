import type { Actor } from '#lib/domain/access/policy.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import type { Context } from './context.ts'
import { openArticle, served } from './open-article.ts'
import { rightsOf } from './socket-rights.ts'

export interface Ticket {
  readonly ticket: string
  readonly document: string
  readonly schemaVersion: number
  readonly epoch: number
  readonly readOnly: boolean
  /** What this person sends has to be a proposal. */
  readonly suggestOnly: boolean
}

/** A one-use ticket for the article's websocket, with the rights of this moment. It ends with the session, or the token, that asks. */
export async function issueTicket(
  context: Context,
  actor: Actor,
  sessionId: string | null,
  articleId: string,
): Promise<Result<Ticket>> {
  const opened = await openArticle(context, actor, articleId, 'read')
  if (!opened.ok) return opened
  const { readOnly, suggestOnly = false } = rightsOf(actor, opened.value)
  return served(async () => {
    const { epoch, schemaVersion } = await context.collab.documentOf(articleId)
    const tokenId = context.tokenId ?? null
    const person = { personId: actor.id, personName: actor.name, sessionId, tokenId }
    const request = { articleId, ...person, readOnly, suggestOnly }
    const ticket = context.collab.issueTicket(request)
    return ok({ ticket, document: articleId, schemaVersion, epoch, readOnly, suggestOnly })
  })
}
