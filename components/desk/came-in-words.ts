import type { List, Words } from '#components/ui/words.ts'
import type { CameIn } from '#lib/domain/drafts/came-in.ts'
import { NOT_TAKEN } from '#lib/domain/drafts/draft.ts'

type Say = Words<'newArticle'>

/** What there is none of is not told. */
const counted = (count: number, say: (values: { readonly count: number }) => string) =>
  count ? [say({ count })] : []

/** The report in sentences: what came in, and what it is now. `row`: as of `useRow`. */
export function takenIn(t: Say, row: List, report: CameIn): readonly string[] {
  const { paragraphs, changes, sourcesMade, sourcesKnown, pictures } = report
  const sources = [
    ...counted(sourcesMade, (values) => t('newSources', values)),
    ...counted(sourcesKnown, (values) => t('knownSources', values)),
  ]
  const tracked = changes.insertions + changes.deletions + changes.formatting
  const { choice, suggestions, suggesters } = changes
  const named = (one: (typeof suggesters)[number]) => t('suggester', one)
  return [
    paragraphs ? t('paragraphs', { count: paragraphs }) : t('noText'),
    ...notesIn(t, row, report),
    ...(sources.length ? [row(sources)] : []),
    ...counted(pictures.taken, (values) => t('pictures', values)),
    ...counted(tracked, (values) => t('changesMade', { ...values, choice, suggestions })),
    ...(suggesters.length ? [t('suggesters', { names: row(suggesters.map(named)) })] : []),
  ]
}

/** A comment of a document is no comment here: it is written down at its sentence, as an internal note [EVI11]. */
function notesIn(t: Say, row: List, { notes, sentences }: CameIn): readonly string[] {
  const cited = [
    ...counted(notes.footnote, (values) => t('footnotes', values)),
    ...counted(notes.endnote, (values) => t('endnotes', values)),
  ]
  const lines = [
    ...(cited.length ? [t('nowEvidence', { notes: row(cited) })] : []),
    ...counted(notes.comment, (values) => t('comments', values)),
  ]
  return lines.length && sentences ? [...lines, t('standOn', { count: sentences })] : lines
}

/** The report in sentences: what did not come in, or not as it was. */
export function leftOut(
  t: Say,
  { notTaken, withoutPlace, pictures, changes }: CameIn,
): readonly string[] {
  return [
    ...counted(withoutPlace, (values) => t('withoutPlace', values)),
    ...counted(changes.settled, (values) => t('changesSettled', values)),
    ...NOT_TAKEN.flatMap((what) =>
      counted(notTaken[what] ?? 0, (values) => t(`notTaken.${what}`, values)),
    ),
    ...pictures.refused.map(({ alt: picture, reason }) =>
      picture ? t('pictureRefused', { picture, reason }) : t('somePictureRefused', { reason }),
    ),
  ]
}
