import type { Changes } from '#lib/domain/text/document-file.ts'
import type { SeedBlock } from '#lib/domain/text/seed.ts'

/** What a document from a word processor brought: its text, its notes where they stood, and what was done with it. */
export interface ImportedDraft {
  readonly blocks: readonly SeedBlock[]
  readonly notes: readonly ImportedNote[]
  readonly pictures: readonly DraftPicture[]
  readonly report: ImportReport
}

/** The picture of a figure as it stood in the document; nobody has looked yet whether it is one. */
export interface DraftPicture {
  /** Id of the figure. */
  readonly block: string
  /** Null: the document does not hold it, or too many. */
  readonly bytes: Uint8Array | null
}

export const NOTE_KINDS = ['footnote', 'endnote', 'comment'] as const
export type NoteKind = (typeof NOTE_KINDS)[number]

export interface ImportedNote {
  readonly kind: NoteKind
  /** Its words, cut where a link begins and ends. */
  readonly runs: readonly NoteRun[]
  /** Of comments. Empty: not said. */
  readonly author: string
  /** As the document has it. Empty: not said. */
  readonly date: string
  /** Null when it stands nowhere in the text. */
  readonly place: NotePlace | null
}

export interface NoteRun {
  readonly text: string
  /** Has passed `safeHref`. */
  readonly link?: string
}

/** UTF-16 offsets into the text of a block; `from` and `to` are one for a mark. A range ends in the block that it began in. */
export interface NotePlace {
  readonly block: number
  readonly from: number
  readonly to: number
}

/** What a document holds that an article does not take. Values are part of the HTTP interface: add, never rename. */
export const NOT_TAKEN = [
  'picture',
  'table',
  'textBox',
  'headerOrFooter',
  'hiddenText',
  'tableOfContents',
  'equation',
  'embeddedObject',
  'symbol',
  'macros',
  'noteOfDeletedText',
] as const
export type NotTaken = (typeof NOT_TAKEN)[number]

export interface ImportReport {
  readonly paragraphs: number
  readonly notes: Readonly<Record<NoteKind, number>>
  readonly changes: {
    readonly choice: Changes
    readonly insertions: number
    readonly deletions: number
    readonly formatting: number
    /** Of these, what was to become a suggestion and cannot be one: it is accepted. */
    readonly settled: number
    /** How many suggestions were made of them. */
    readonly suggestions: number
    /** Whom the document names for what is suggested now. Nobody has checked who they are. */
    readonly suggesters: readonly { readonly name: string; readonly suggestions: number }[]
  }
  /** How many of each were there; of a table and an equation the words came in, of a picture its description. */
  readonly notTaken: Readonly<Partial<Record<NotTaken, number>>>
}

const NO_CHANGES = {
  ...{ insertions: 0, deletions: 0, formatting: 0, settled: 0, suggestions: 0 },
} as const

/** The report on blocks and notes; a document with more to tell adds to it. */
export function reportOf(
  blocks: readonly SeedBlock[],
  notes: readonly ImportedNote[],
  more: Partial<ImportReport> = {},
): ImportReport {
  const count = (kind: NoteKind) => notes.filter((note) => note.kind === kind).length
  return {
    paragraphs: blocks.filter(({ alt }) => alt === undefined).length,
    notes: { footnote: count('footnote'), endnote: count('endnote'), comment: count('comment') },
    changes: { ...NO_CHANGES, choice: 'accept', suggesters: [] },
    notTaken: {},
    ...more,
  }
}

/** In the order of the text; those without a place last, as the document has them. */
export function inOrder(notes: readonly ImportedNote[]): readonly ImportedNote[] {
  return notes.toSorted(({ place: a }, { place: b }) => {
    if (!a || !b) return a ? -1 : b ? 1 : 0
    return a.block - b.block || a.to - b.to
  })
}
