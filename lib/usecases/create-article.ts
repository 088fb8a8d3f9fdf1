import slugify from '@sindresorhus/slugify'
import { insertArticle } from '#db/repositories/articles.ts'
import { type Actor, requireInHouse } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import { SCHEMA_VERSION } from '#lib/domain/text/flat-text.ts'
import { blocksFromHtml } from '#lib/domain/text/import-html.ts'
import { blocksFromMarkdown, blocksFromText } from '#lib/domain/text/import-text.ts'
import type { SeedBlock } from '#lib/domain/text/seed.ts'
import { type Context, record } from './context.ts'

export interface NewArticle {
  readonly format: 'text' | 'markdown' | 'html'
  readonly text: string
  readonly lang: string
  /** Empty: no headline block is made up. */
  readonly headline: string
}

/** The text of the longest paper that people paste: a book. */
const MAX_CHARACTERS = 2_000_000

/** Creates an article from text; its first row is in the log when this returns. */
export async function createArticle(
  context: Context,
  actor: Actor,
  input: NewArticle,
): Promise<Result<{ readonly id: string; readonly slug: string }>> {
  const allowed = requireInHouse(actor, 'createArticle')
  if (!allowed.ok) return allowed
  if (input.text.length > MAX_CHARACTERS) {
    return fail({
      kind: 'invalid',
      message: 'The text is longer than two million characters. Split it.',
    })
  }
  const blocks = blocksOf(input, context.newId)
  const title = titleOf(blocks)
  const lang = canonicalLang(input.lang)
  if (!lang)
    return fail({
      kind: 'invalid',
      message: 'The language is not known. Give a code such as en, de or pt-BR.',
    })
  const id = context.newId()
  const update = context.collab.seed(blocks, { lang })
  const searchText = blocks.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n')
  const slug = await context.db.transaction(async (tx) => {
    const now = context.now()
    const fields = { id, lang, title, searchText, createdBy: actor.id, now }
    const insert = (wanted: string) =>
      insertArticle(tx, { ...fields, slug: wanted, schemaVersion: SCHEMA_VERSION }, update)
    const taken = await firstFree(slugsFor(title, id), insert)
    await record(tx, context, {
      ...{ actorId: actor.id, action: 'article.created', articleId: id },
      detail: { slug: taken },
    })
    return taken
  })
  return ok({ id, slug })
}

function blocksOf(input: NewArticle, newId: () => string): readonly SeedBlock[] {
  const headline = cleanText(input.headline).replace(/\s+/gu, ' ').trim()
  const read = { text: blocksFromText, markdown: blocksFromMarkdown, html: blocksFromHtml }[
    input.format
  ]
  const body = read(input.text, newId)
  const head: SeedBlock[] = headline
    ? [{ id: newId(), role: 'headline', runs: [{ text: headline }] }]
    : []
  // A headline that was asked for replaces the one that the text brings, when they say the same.
  const rest =
    headline && body[0]?.role === 'headline' && textOf(body[0]) === headline ? body.slice(1) : body
  const blocks = [...head, ...rest]
  // An opening at the start, so that two who begin to write at once write into one block.
  return blocks.length ? blocks : [{ id: newId(), role: 'paragraph', runs: [] }]
}

const textOf = (block: SeedBlock) => block.runs.map(({ text }) => text).join('')

/** The headline, else the first words. */
function titleOf(blocks: readonly SeedBlock[]): string {
  const block = blocks.find(({ role }) => role === 'headline') ?? blocks[0]
  const text = block ? textOf(block) : ''
  return text.length > 120 ? `${text.slice(0, 117).trimEnd()}…`.toWellFormed() : text
}

function canonicalLang(lang: string): string | null {
  try {
    return Intl.getCanonicalLocales(lang || 'en')[0] ?? null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The slugs to try, the nicest first; the last is nobody else's. */
function slugsFor(title: string, id: string): readonly string[] {
  const wanted = slugify(title, { decamelize: false }).slice(0, 60).replace(/-+$/, '')
  return wanted ? [wanted, `${wanted}-${id.slice(0, 8)}`] : [id.slice(0, 8), id]
}

/** Tried by inserting, because two may want one at the same time. */
async function firstFree(
  slugs: readonly string[],
  insert: (slug: string) => Promise<boolean>,
): Promise<string> {
  for (const slug of slugs) if (await insert(slug)) return slug
  throw new Error(`No address is free for ${slugs[0]}`)
}
