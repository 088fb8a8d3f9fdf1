import { ok, type Result } from '#lib/domain/shared/result.ts'
import type { Changes } from '#lib/domain/text/document-file.ts'
import type { NewId } from '#lib/domain/text/seed.ts'
import { seedSuggestions } from '#lib/domain/text/seed-suggestions.ts'
import { type DocxPackage, openDocx } from './docx-package.ts'
import { DocxReader, noteKey } from './docx-reader.ts'
import type { DocxStyles } from './docx-styles.ts'
import {
  type DraftPicture,
  type ImportedDraft,
  type ImportedNote,
  inOrder,
  type NoteKind,
  type NoteRun,
  reportOf,
} from './draft.ts'
import type { DraftBuilder } from './draft-builder.ts'
import { Tally } from './tally.ts'
import { elementsOf, type Xml } from './xml.ts'

/**
 * Reads a document of a word processor (OOXML): its text, and each footnote, endnote and comment with the place where it
 * stands [IMP7]. Nothing in it is run or fetched, and hostile ones are refused before they cost anything [IMP8].
 */
export function importDocx(
  bytes: Uint8Array,
  changes: Changes,
  newId: NewId,
): Result<ImportedDraft> {
  const opened = openDocx(bytes)
  if (!opened.ok) return opened
  const tally = new Tally(changes)
  const { styles, things } = opened.value
  for (const [what, count] of things) tally.leave(what, count)
  const { links } = opened.value
  const reader = new DocxReader({ styles, links, tally, choice: changes }, newId)
  const text = opened.value.readText((element) => reader.read(element))
  if (!text.ok) return text
  reader.finish()
  const notes = notesOf(opened.value, reader, tally)
  if (!notes.ok) return notes
  const { blocks } = reader.builder
  // Last: what they take up cannot be in the way of words.
  const pictures = picturesOf(opened.value, reader.builder.figures)
  tally.leave('picture', pictures.filter(({ bytes: none }) => none === null).length)
  const made = tally.changes(seedSuggestions(blocks).by)
  const report = reportOf(blocks, notes.value, { changes: made, notTaken: tally.notTaken })
  return ok({ blocks, notes: notes.value, pictures, report })
}

/** More are left to be added by hand: each is decoded while somebody waits. */
const MOST_PICTURES = 60
/** Of all together; they wait in memory for their turn. */
const MOST_PICTURE_BYTES = 60 * 1024 * 1024

/** One that stands in several places is read once. */
function picturesOf(document: DocxPackage, figures: DraftBuilder['figures']) {
  const known = new Map<string, Uint8Array | null>()
  let room = MOST_PICTURE_BYTES
  return figures.slice(0, 10_000).map(({ block, embed }): DraftPicture => {
    if (!known.has(embed)) {
      const bytes = known.size < MOST_PICTURES ? document.picture(embed) : null
      const taken = bytes && bytes.length <= room ? bytes : null
      room -= taken?.length ?? 0
      known.set(embed, taken)
    }
    return { block, bytes: known.get(embed) ?? null }
  })
}

const PARTS: readonly (readonly [NoteKind, string])[] = [
  ['footnote', 'footnotes'],
  ['endnote', 'endnotes'],
  ['comment', 'comments'],
]

function notesOf(
  document: DocxPackage,
  reader: DocxReader,
  tally: Tally,
): Result<readonly ImportedNote[]> {
  const notes: ImportedNote[] = []
  for (const [kind, part] of PARTS) {
    const found = document.part(part)
    if (!found.ok) return found
    for (const element of elementsOf(found.value?.root)) {
      if (element.name !== `w:${kind}` || isRule(element)) continue
      const key = noteKey(kind, element)
      const runs = wordsOf(element, document.styles, found.value?.links ?? new Map(), tally)
      if (!runs.length) continue
      if (reader.deleted.has(key)) tally.leave('noteOfDeletedText')
      else {
        const author = element.attributes['w:author'] ?? ''
        const date = element.attributes['w:date'] ?? ''
        notes.push({ kind, runs, author, date, place: reader.builder.placeOf(key) })
      }
    }
  }
  return ok(inOrder(notes))
}

/** The lines that part notes from the text are kept like notes. */
function isRule({ attributes }: Xml): boolean {
  const type = attributes['w:type']
  return type !== undefined && type !== 'normal'
}

function wordsOf(
  note: Xml,
  styles: DocxStyles,
  links: ReadonlyMap<string, string>,
  tally: Tally,
): readonly NoteRun[] {
  // A note has no place where anybody could accept or reject a change of it.
  const choice = tally.choice === 'reject' ? 'reject' : 'accept'
  const reader = new DocxReader({ styles, links, tally, choice }, () => '')
  for (const element of elementsOf(note)) reader.read(element)
  reader.finish()
  return reader.builder.blocks
    .filter(({ alt }) => alt === undefined)
    .flatMap(({ runs }, at) => [...(at ? [{ text: ' ' }] : []), ...runs])
    .map(({ text, link }) => ({ text, ...(link && { link }) }))
}
