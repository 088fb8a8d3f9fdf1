import { insertArticle } from '#db/repositories/articles.ts'
import { insertPicture } from '#db/repositories/pictures.ts'
import { type Actor, requireInHouse } from '#lib/domain/access/policy.ts'
import type { CameIn } from '#lib/domain/drafts/came-in.ts'
import { plannedRecord } from '#lib/domain/drafts/plan-evidence.ts'
import { type ReadDraft, TOO_LONG } from '#lib/domain/drafts/read-draft.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { SCHEMA_VERSION } from '#lib/domain/text/flat-text.ts'
import { canonicalLang, UNKNOWN_LANGUAGE } from '#lib/domain/text/language.ts'
import { type SeedBlock, seedText } from '#lib/domain/text/seed.ts'
import { type AddedSources, addPlannedSources } from './add-planned-sources.ts'
import { addressOf } from './address.ts'
import { type Context, record } from './context.ts'
import { type NewArticle, type ReadArticle, readNewArticle } from './new-article.ts'

export interface Created {
  readonly id: string
  readonly slug: string
  /** Null for text that cannot bring anything but words. */
  readonly report: CameIn | null
}

/** Less than the eight that an article may ever weigh (`documentBytes`): beyond those nobody could write in it. */
export const MAX_SEED_BYTES = 7 * 1024 * 1024

/** Takes the sources back that were made for it. */
class TooHeavy extends Error {}

/**
 * Creates an article from text, or from a document with its notes as evidence; its first row is in the log when this
 * returns.
 */
export async function createArticle(
  context: Context,
  actor: Actor,
  input: NewArticle,
): Promise<Result<Created>> {
  const allowed = requireInHouse(actor, 'createArticle')
  if (!allowed.ok) return allowed
  const lang = canonicalLang(input.lang)
  if (!lang) return fail({ kind: 'invalid', message: UNKNOWN_LANGUAGE })
  const read = await readNewArticle(context, { ...input, lang })
  if (!read.ok) return read
  const stored = await storeWhole(context, actor, lang, read.value)
  if (!stored) return fail({ kind: 'invalid', message: TOO_LONG })
  if (stored.made.length) context.collab.announce(null, { type: 'sources', ids: stored.made })
  const { id, slug, report } = stored
  return ok({ id, slug, report })
}

/** The article, its sources and its evidence: all of them or none. Null for what nobody could write in. */
async function storeWhole(context: Context, actor: Actor, lang: string, read: ReadArticle) {
  try {
    return await context.db.transaction((tx) => store(tx, context, actor, lang, read))
  } catch (error) {
    if (error instanceof TooHeavy) return null
    throw error
  }
}

async function store(
  tx: Context['db'],
  context: Context,
  actor: Actor,
  lang: string,
  { blocks, draft, pictures, refused }: ReadArticle,
) {
  const planned = draft?.evidence ?? { sources: [], annotations: [] }
  const sources = await addPlannedSources(tx, context, actor, planned.sources)
  const annotations = planned.annotations.map((one) => ({
    id: one.id,
    span: one.sentence,
    record: plannedRecord(one, sources.ids, context.newId),
  }))
  const { update, clients } = context.collab.seed(blocks, { lang }, annotations, actor.id)
  if (update.length > MAX_SEED_BYTES) throw new TooHeavy()
  const id = context.newId()
  const title = titleOf(blocks)
  const searchText = blocks.map(seedText).join('\n')
  const fields = { id, lang, title, searchText, createdBy: actor.id, now: context.now() }
  const insert = (wanted: string) =>
    insertArticle(tx, { ...fields, slug: wanted, schemaVersion: SCHEMA_VERSION }, update, clients)
  const slug = await firstFree(slugsFor(title, id), insert)
  for (const picture of new Map(pictures.map((one) => [one.hash, one])).values())
    await insertPicture(tx, { ...picture, articleId: id, personId: actor.id, at: fields.now })
  await record(tx, context, {
    ...{ actorId: actor.id, action: 'article.created', articleId: id },
    ...{ detail: {}, said: { slug } },
  })
  return { id, slug, made: sources.made, report: draft && cameIn(draft, sources, refused) }
}

function cameIn(
  { evidence, report, pictures }: ReadDraft,
  { ids, made }: AddedSources,
  refused: CameIn['pictures']['refused'],
): CameIn {
  const { annotations } = evidence
  const placed = annotations.filter(({ sentence }) => sentence !== null).length
  return {
    ...report,
    notTaken: { ...report.notTaken, ...(refused.length && { picture: refused.length }) },
    pictures: { taken: pictures.length - refused.length, refused },
    sentences: placed,
    withoutPlace: annotations.length - placed,
    sourcesMade: made.length,
    sourcesKnown: ids.length - made.length,
    annotations: annotations.map(({ id, sentence, citations }) => ({
      annotationId: id,
      sentence: sentence?.index ?? null,
      citations: citations.map(({ source, ...said }) => ({ sourceId: ids[source] ?? '', ...said })),
    })),
  }
}

/** The headline, else the first words. */
function titleOf(blocks: readonly SeedBlock[]): string {
  const block = blocks.find(({ role }) => role === 'headline') ?? blocks[0]
  const text = block ? seedText(block) : ''
  return text.length > 120 ? `${text.slice(0, 117).trimEnd()}…`.toWellFormed() : text
}

/** The slugs to try, the nicest first; the last is nobody else's. */
function slugsFor(title: string, id: string): readonly string[] {
  const wanted = addressOf(title)
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
