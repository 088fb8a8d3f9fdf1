import { type ImportedDraft, reportOf } from '#lib/domain/drafts/draft.ts'
import { importHtml } from '#lib/domain/drafts/html-draft.ts'
import { type ReadDraft, settleDraft } from '#lib/domain/drafts/read-draft.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import type { Changes } from '#lib/domain/text/document-file.ts'
import { blocksFromMarkdown, blocksFromText } from '#lib/domain/text/import-text.ts'
import type { NewId, SeedBlock } from '#lib/domain/text/seed.ts'
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
    return ok({ blocks: startedWith(read.value.blocks, newId), draft: read.value })
  }
  if (input.text.length > MAX_CHARACTERS)
    return fail({
      kind: 'invalid',
      message: 'The text is longer than two million characters. Split it.',
    })
  const draft = settleDraft(draftOf(input, newId), { lang: input.lang, headline }, newId)
  if (!draft.ok) return draft
  const isHtml = input.format === 'html'
  return ok({ blocks: startedWith(draft.value.blocks, newId), draft: isHtml ? draft.value : null })
}

function draftOf({ format, text }: NewArticle & { text: string }, newId: NewId): ImportedDraft {
  if (format === 'html') return importHtml(text, newId)
  const blocks = format === 'text' ? blocksFromText(text, newId) : blocksFromMarkdown(text, newId)
  return { blocks, notes: [], report: reportOf(blocks, []) }
}

/** An opening at the start, so that two who begin to write at once write into one block. */
function startedWith(blocks: readonly SeedBlock[], newId: NewId): readonly SeedBlock[] {
  return blocks.length ? blocks : [{ id: newId(), role: 'paragraph', runs: [] }]
}
