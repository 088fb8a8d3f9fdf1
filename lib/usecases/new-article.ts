import type { CameIn } from '#lib/domain/drafts/came-in.ts'
import { type ImportedDraft, reportOf } from '#lib/domain/drafts/draft.ts'
import { importHtml } from '#lib/domain/drafts/html-draft.ts'
import { type ReadDraft, settleDraft } from '#lib/domain/drafts/read-draft.ts'
import type { Picture } from '#lib/domain/figures/picture.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import type { Changes } from '#lib/domain/text/document-file.ts'
import { blocksFromMarkdown, blocksFromText } from '#lib/domain/text/import-text.ts'
import type { NewId, SeedBlock } from '#lib/domain/text/seed.ts'
import { keepPicture } from './add-picture.ts'
import type { Context } from './context.ts'

interface Common {
  readonly lang: string
  /** Empty: no headline block is made up. */
  readonly headline: string
}

export type NewArticle = Common &
  (
    | { readonly format: 'text' | 'markdown' | 'html'; readonly text: string }
    | { readonly format: 'docx'; readonly bytes: Uint8Array; readonly changes: Changes }
  )

/** An article to be: its words, and what a document brought beside them; null where nothing can. */
export type ReadArticle = Pick<ReadDraft, 'blocks'> & {
  readonly draft: ReadDraft | null
  /** Kept already; figures name them. */
  readonly pictures: readonly Picture[]
  readonly refused: CameIn['pictures']['refused']
}

/** The text of the longest paper that people paste: a book. */
const MAX_CHARACTERS = 2_000_000

export async function readNewArticle(
  context: Context,
  input: NewArticle,
): Promise<Result<ReadArticle>> {
  const headline = cleanText(input.headline).replace(/\s+/gu, ' ').trim()
  const { newId } = context
  if (input.format === 'docx') {
    const { bytes, changes, lang } = input
    const read = await context.collab.readDraft({ bytes, changes, lang, headline })
    if (!read.ok) return read
    return withPictures(context, { ...read.value, blocks: startedWith(read.value.blocks, newId) })
  }
  if (input.text.length > MAX_CHARACTERS)
    return fail({
      kind: 'invalid',
      message: 'The text is longer than two million characters. Split it.',
    })
  const draft = settleDraft(draftOf(input, newId), { lang: input.lang, headline }, newId)
  if (!draft.ok) return draft
  const isHtml = input.format === 'html'
  const blocks = startedWith(draft.value.blocks, newId)
  return ok({ blocks, draft: isHtml ? draft.value : null, pictures: [], refused: [] })
}

/** The pictures of a document pass the same checks as others. A figure whose picture is refused stays, without it. */
async function withPictures(context: Context, draft: ReadDraft): Promise<Result<ReadArticle>> {
  const kept = new Map<Uint8Array, Result<Picture>>()
  const named = new Map<string, string>()
  const refused: { alt: string; reason: string }[] = []
  for (const { block, bytes } of draft.pictures) {
    const known = bytes && (kept.get(bytes) ?? (await keepPicture(context, bytes)))
    if (known) kept.set(bytes, known)
    if (known?.ok) named.set(block, known.value.hash)
    else {
      const alt = draft.blocks.find(({ id }) => id === block)?.alt ?? ''
      refused.push({ alt, reason: known ? known.failure.message : NOT_INSIDE })
    }
  }
  const blocks = draft.blocks.map((block) => {
    const picture = named.get(block.id)
    return picture === undefined ? block : { ...block, picture }
  })
  const pictures = [...kept.values()].flatMap((one) => (one.ok ? [one.value] : []))
  return ok({ blocks, draft, pictures, refused })
}

const NOT_INSIDE = 'The document only points at it, or is too full of pictures. Add it by hand.'

function draftOf({ format, text }: NewArticle & { text: string }, newId: NewId): ImportedDraft {
  if (format === 'html') return importHtml(text, newId)
  const blocks = format === 'text' ? blocksFromText(text, newId) : blocksFromMarkdown(text, newId)
  return { blocks, notes: [], pictures: [], report: reportOf(blocks, []) }
}

/** An opening at the start, so that two who begin to write at once write into one block. */
function startedWith(blocks: readonly SeedBlock[], newId: NewId): readonly SeedBlock[] {
  return blocks.length ? blocks : [{ id: newId(), role: 'paragraph', runs: [] }]
}
