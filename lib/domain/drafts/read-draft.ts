import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import type { Changes } from '#lib/domain/text/document-file.ts'
import { type NewId, type SeedBlock, seedText } from '#lib/domain/text/seed.ts'
import type { DraftPicture, ImportedDraft, ImportReport } from './draft.ts'
import { importDocx } from './import-docx.ts'
import { type EvidencePlan, planEvidence } from './plan-evidence.ts'

/** A document to be read, and what its article is to be. */
export interface DraftRequest {
  readonly bytes: Uint8Array
  readonly changes: Changes
  readonly lang: string
  /** Empty: as the document has it. */
  readonly headline: string
}

/** An article to be: its text, its evidence, and what to tell of both. */
export interface ReadDraft {
  readonly blocks: readonly SeedBlock[]
  readonly evidence: EvidencePlan
  readonly pictures: readonly DraftPicture[]
  readonly report: ImportReport
}

/** An article may be so large that a browser still opens it: two thousand pages with the notes that they may have. */
const MAX_ARTICLE_BYTES = 8 * 1024 * 1024

export const TOO_LONG = 'The document is too long for one article with its notes. Split it.'

export function readDraft(request: DraftRequest, newId: NewId): Result<ReadDraft> {
  const draft = importDocx(request.bytes, request.changes, newId)
  return draft.ok ? settleDraft(draft.value, request, newId) : draft
}

/** The draft under the headline that was asked for, with its evidence, if one article can hold them. */
export function settleDraft(
  draft: ImportedDraft,
  { lang, headline }: Pick<DraftRequest, 'lang' | 'headline'>,
  newId: NewId,
): Result<ReadDraft> {
  const { blocks, notes } = underHeadline(draft, headline, newId)
  const evidence = planEvidence(blocks, notes, lang, newId)
  const weight = new TextEncoder().encode(JSON.stringify([blocks, evidence.annotations])).length
  if (weight <= MAX_ARTICLE_BYTES)
    return ok({ blocks, evidence, pictures: draft.pictures, report: draft.report })
  return fail({ kind: 'invalid', message: TOO_LONG })
}

/** A headline that was asked for replaces the one that the text brings, when they say the same. */
function underHeadline(draft: ImportedDraft, headline: string, newId: NewId) {
  const [first] = draft.blocks
  const own = first?.role === 'headline' ? seedText(first) : null
  if (!headline || own === headline) return draft
  const head: SeedBlock = { id: newId(), role: 'headline', runs: [{ text: headline }] }
  const notes = draft.notes.map((note) => ({
    ...note,
    place: note.place && { ...note.place, block: note.place.block + 1 },
  }))
  return { blocks: [head, ...draft.blocks], notes }
}
