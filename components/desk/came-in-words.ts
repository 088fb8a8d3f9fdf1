import type { CameIn } from '#lib/domain/drafts/came-in.ts'
import { NOT_TAKEN, type NotTaken } from '#lib/domain/drafts/draft.ts'
import type { Changes } from '#lib/domain/text/document-file.ts'

const counted = (count: number, one: string, many: string) =>
  count ? [`${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`] : []

/** The report in sentences: what came in, and what it is now. */
export function takenIn(report: CameIn): readonly string[] {
  const { paragraphs, changes, sourcesMade, sourcesKnown, pictures } = report
  const sources = [
    ...counted(sourcesMade, 'new source', 'new sources'),
    ...counted(sourcesKnown, 'source that was known already', 'sources that were known already'),
  ]
  const tracked = changes.insertions + changes.deletions + changes.formatting
  const done = DONE[changes.choice]
  return [
    counted(paragraphs, 'paragraph', 'paragraphs')[0] ?? 'No text',
    ...notesIn(report),
    ...(sources.length ? [sources.join(', ')] : []),
    ...counted(pictures.taken, 'picture', 'pictures'),
    ...counted(tracked, `tracked change, ${done}`, `tracked changes, ${done}`),
  ]
}

/** A comment of a document is no comment here: it is written down at its sentence, as an internal note [EVI11]. */
function notesIn({ notes, sentences }: CameIn): readonly string[] {
  const cited = [
    ...counted(notes.footnote, 'footnote', 'footnotes'),
    ...counted(notes.endnote, 'endnote', 'endnotes'),
  ]
  const lines = [
    ...(cited.length ? [`${cited.join(', ')}: now evidence`] : []),
    ...counted(
      notes.comment,
      'comment: now an internal note, which readers never see',
      'comments: now internal notes, which readers never see',
    ),
  ]
  const where = counted(sentences, 'sentence', 'sentences')[0]
  return lines.length && where ? [...lines, `Evidence and notes stand on ${where}`] : lines
}

const WORDS: Readonly<Record<NotTaken, readonly [one: string, many: string]>> = {
  picture: [
    'picture: its place and description came in',
    'pictures: their places and descriptions came in',
  ],
  table: ['table: its words came in as paragraphs', 'tables: their words came in as paragraphs'],
  textBox: ['text box', 'text boxes'],
  headerOrFooter: ['header or footer', 'headers and footers'],
  hiddenText: ['piece of hidden text', 'pieces of hidden text'],
  tableOfContents: ['line of a table of contents', 'lines of a table of contents'],
  equation: ['equation: its characters came in', 'equations: their characters came in'],
  embeddedObject: ['embedded object', 'embedded objects'],
  symbol: ['sign of a font of signs', 'signs of a font of signs'],
  macros: ['set of macros', 'sets of macros'],
  noteOfDeletedText: ['note on deleted text', 'notes on deleted text'],
}

/** The report in sentences: what did not come in, or not as it was. */
export function leftOut({ notTaken, withoutPlace, pictures }: CameIn): readonly string[] {
  return [
    ...counted(
      withoutPlace,
      'note stands on no sentence: it waits in the tray',
      'notes stand on no sentence: they wait in the tray',
    ),
    ...NOT_TAKEN.flatMap((what) => counted(notTaken[what] ?? 0, ...WORDS[what])),
    ...pictures.refused.map(({ alt, reason }) => `${alt ? `“${alt}”` : 'A picture'}: ${reason}`),
  ]
}

/** What became of tracked changes. */
const DONE: Readonly<Record<Changes, string>> = {
  accept: 'accepted',
  reject: 'rejected',
  suggest: 'kept as suggestions',
}
