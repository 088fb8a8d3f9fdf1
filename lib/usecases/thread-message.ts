import { z } from 'zod'
import type { Article } from '#db/repositories/articles.ts'
import { listPeople } from '#db/repositories/people.ts'
import { maySee } from '#lib/domain/access/policy.ts'
import { mentionsIn, type Named } from '#lib/domain/talk/mentions.ts'
import { MESSAGE_LENGTH } from '#lib/domain/talk/thread.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import type { Context } from './context.ts'

/** What somebody says in a thread. */
export const messageText = z
  .string()
  .max(MESSAGE_LENGTH, `Write at most ${MESSAGE_LENGTH.toLocaleString('en')} characters.`)
  .transform((text) => cleanText(text).trim())
  .refine((text) => text !== '', 'Write something first.')

/** Whom one may name: those who see the article, for whom it is worth something [THR7]. */
export async function whoMayBeNamed({ db }: Context, article: Article): Promise<readonly Named[]> {
  const all = await listPeople(db)
  return all
    .filter((person) => person.disabledAt === null && maySee(person, article))
    .map(({ id, name }) => ({ id, name }))
}

export async function mentionedIn(
  context: Context,
  article: Article,
  text: string,
): Promise<string[]> {
  if (!text.includes('@')) return []
  return [...mentionsIn(text, await whoMayBeNamed(context, article))]
}
