import { z } from 'zod'
import { setArticleLang, setArticleSlug } from '#db/repositories/articles.ts'
import { listVersions } from '#db/repositories/versions.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import { canonicalLang, UNKNOWN_LANGUAGE } from '#lib/domain/text/language.ts'
import { addressOf } from './address.ts'
import { type Context, record } from './context.ts'
import { holdArticle, openToWrite } from './open-article.ts'

const line = z
  .string()
  .max(500)
  .transform((text) => cleanText(text).replace(/\s+/gu, ' ').trim())

/** What is left out stays as it is. */
export const articleDataInput = z.object({
  byline: line.optional(),
  section: line.optional(),
  dateline: line.optional(),
  lang: z.string().max(35).optional(),
  slug: z.string().max(200).optional(),
})

/**
 * Says what belongs to an article beside its text: who wrote it, for which section, from where, in which language, and at
 * which address it will be read [ACC6].
 */
export async function describeArticle(
  context: Context,
  actor: Actor,
  articleId: string,
  input: z.output<typeof articleDataInput>,
  /** Asked once the text stands still. */
  check: () => Promise<Result<null>> = async () => ok(null),
): Promise<Result<{ readonly slug: string }>> {
  const open = () => openToWrite(context, actor, articleId)
  const outcome = await holdArticle(context, actor, articleId, open, async (article, held) => {
    const expected = await check()
    if (!expected.ok) return expected
    const lang = input.lang === undefined ? undefined : canonicalLang(input.lang)
    if (lang === null) return fail({ kind: 'invalid', message: UNKNOWN_LANGUAGE })
    const slug = await newAddress(context, articleId, article.slug, input.slug)
    if (!slug.ok) return slug
    const said = Object.entries({ ...input, lang, slug: undefined }).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value] as const],
    )
    // Tried by writing: two may want one address at the same time.
    if (slug.value !== null && !(await setArticleSlug(context.db, articleId, slug.value)))
      return fail({ kind: 'conflict', message: TAKEN })
    // Then into the shared document: the record says what is there.
    if (said.length)
      await held.write(actor.id, [{ type: 'describe', meta: Object.fromEntries(said) }])
    await store(context, actor, articleId, Object.fromEntries(said), slug.value)
    return ok({ slug: slug.value ?? article.slug })
  })
  if (outcome.ok) context.collab.announce(articleId, { type: 'article', ids: [] })
  return outcome
}

/** Null: it stays. Readers have the address of what was published. */
async function newAddress(
  { db }: Context,
  articleId: string,
  now: string,
  wanted: string | undefined,
): Promise<Result<string | null>> {
  if (wanted === undefined || wanted === now) return ok(null)
  if ((await listVersions(db, articleId)).length)
    return fail({
      kind: 'conflict',
      message: 'The article has been published: its address stays as it is.',
    })
  const address = addressOf(wanted)
  if (!address) return fail({ kind: 'invalid', message: 'An address needs a letter or a digit.' })
  return ok(address === now ? null : address)
}

const TAKEN = 'Another article has this address. Choose another.'

async function store(
  context: Context,
  actor: Actor,
  articleId: string,
  said: Readonly<Record<string, string>>,
  slug: string | null,
) {
  const { lang, ...words } = said
  await context.db.transaction(async (tx) => {
    if (lang) await setArticleLang(tx, articleId, lang)
    await record(tx, context, {
      actorId: actor.id,
      action: 'article.described',
      articleId,
      detail: lang === undefined ? {} : { lang },
      said: { ...words, ...(slug !== null && { slug }) },
    })
  })
}
