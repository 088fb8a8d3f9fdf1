import { z } from 'zod'
import type { Article } from '#db/repositories/articles.ts'
import { countThreads, insertMessage, insertThread } from '#db/repositories/threads.ts'
import type { HeldArticle } from '#lib/collab/ports.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { findQuoted, type Quoted } from '#lib/domain/talk/places.ts'
import { type Context, record } from './context.ts'
import { holdArticle, isClosed, openArticle } from './open-article.ts'
import { mentionedIn, messageText } from './thread-message.ts'

const offset = z.number().int().min(0)

/** Words of the article that a thread is to stand on. */
export const quotedInput = z.object({
  blockIndex: offset,
  from: offset,
  to: offset,
  /** The words at that place. */
  quote: z.string().min(1).max(20_000),
})

export const newThreadInput = quotedInput.extend({ text: messageText })

/**
 * Begins a thread on words of the article [THR3]. Whoever may read may do so: the server puts it into the text in their
 * name, and nothing else.
 */
export async function openThread(
  context: Context,
  actor: Actor,
  articleId: string,
  input: z.output<typeof newThreadInput>,
): Promise<Result<{ readonly id: string; readonly messageId: string }>> {
  const open = () => openToTalk(context, actor, articleId)
  const outcome = await holdArticle(context, actor, articleId, open, (article, held) =>
    anchor(context, actor, article, held, input),
  )
  if (outcome.ok) context.collab.announce(articleId, { type: 'threads', ids: [outcome.value.id] })
  return outcome
}

/** Each takes room in the text that everybody has to hold; no newsroom says so much about one article. */
const MOST_THREADS = 5_000

/** The article, for those who may put a thread into its text: whoever may read it, while it is not closed. */
export async function openToTalk(context: Context, actor: Actor, articleId: string) {
  const opened = await openArticle(context, actor, articleId, 'read')
  if (!opened.ok || !isClosed(opened.value.state)) return opened
  const message =
    'Nothing is put into the text of this article any more. Answer a comment that is there.'
  return fail({ kind: 'conflict', message })
}

async function anchor(
  context: Context,
  actor: Actor,
  article: Article,
  held: HeldArticle,
  input: z.output<typeof newThreadInput>,
) {
  const { text, ...quoted } = input
  if ((await countThreads(context.db, article.id)) >= MOST_THREADS) {
    const message = 'The article has as many comments as it can hold. Answer one that is there.'
    return fail({ kind: 'conflict', message })
  }
  const span = findQuoted(held.state.content.blocks, quoted)
  if (!span) return movedWords(held, quoted)
  const mentions = await mentionedIn(context, article, text)
  const [id, messageId] = [context.newId(), context.newId()]
  // First the text: a place without a thread shows nothing, a thread without a place would have lost its words.
  await held.write(actor.id, [{ type: 'thread', threadId: id, span }])
  const at = context.now()
  await context.db.transaction(async (tx) => {
    const { quote } = quoted
    await insertThread(tx, { id, articleId: article.id, quote, personId: actor.id, at })
    await insertMessage(tx, { id: messageId, threadId: id, personId: actor.id, text, mentions, at })
    await record(tx, context, {
      actorId: actor.id,
      action: 'thread.opened',
      articleId: article.id,
      detail: { thread: id, message: messageId, mentions, seq: held.state.seq },
    })
  })
  return ok({ id, messageId })
}

/** Says what stands now where the words were. */
export function movedWords({ state }: HeldArticle, { blockIndex, from, to }: Quoted) {
  const block = state.content.blocks[blockIndex]
  return fail({
    kind: 'moved',
    message: 'The words that you marked have changed. Mark them again; your comment is kept.',
    current: {
      quote: block?.type === 'text' ? block.text.slice(from, to) : '',
      text: block?.type === 'text' ? block.text : '',
    },
  })
}
