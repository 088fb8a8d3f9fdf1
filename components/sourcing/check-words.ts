import { useTranslations } from 'next-intl'
import { type TimeWords, useTimeWords } from '#components/ui/time-words.ts'
import type { Words } from '#components/ui/words.ts'
import type { DiffSegment } from '#lib/domain/review/word-diff.ts'
import type { Capture } from '#lib/domain/sourcing/capture.ts'
import type { PassagePiece } from '#lib/domain/sourcing/edited-passage.ts'
import type { PassageCheck } from '#lib/domain/sourcing/passage.ts'

type Copy = Pick<Capture, 'at' | 'mediaType' | 'pages'>

/** The verdict in a line: “Found on p. 14”, “Found on p. 14, two words differ”, “Not found …”. */
export function useCheckWords() {
  const t = useTranslations('citing')
  const time = useTimeWords()
  return (check: PassageCheck, copy: Copy) => checkWords(t, time, check, copy)
}

/** The same without a page. */
export function checkWords(
  t: Words<'citing'>,
  time: Pick<TimeWords, 'day'>,
  check: PassageCheck,
  copy: Copy,
): string {
  if (check.kind === 'notFound') return t('check.notFound', { day: time.day(copy.at) })
  const where = whereIn(check.page, copy)
  const found = t('check.found', { where, page: String(check.page + 1) })
  if (check.kind === 'found') return found
  if (check.kind === 'edited') return editWords(t, found, check.pieces)
  return t('check.differs', { found, words: check.words })
}

/** “…, with three words left out and “the ferry” put in”. */
function editWords(t: Words<'citing'>, found: string, pieces: readonly PassagePiece[]): string {
  const leftOut = pieces.reduce((sum, one) => sum + (one.kind === 'leftOut' ? one.words : 0), 0)
  const words = pieces
    .flatMap(({ kind, text }) => (kind === 'inserted' ? t('quoted', { text }) : []))
    .join(', ')
  if (!leftOut) return t('check.putIn', { found, words })
  const count = t('check.words', { count: leftOut })
  return words
    ? t('check.leftOutAndPutIn', { found, count, words })
    : t('check.leftOut', { found, count })
}

/** A longer stretch that was left out is shown by its ends. */
const SHOWN_WHOLE = 12

/** What the quote leaves out of the source struck, what it puts in underlined. */
export function editedSegments(
  t: Words<'citing'>,
  pieces: readonly PassagePiece[],
): readonly DiffSegment[] {
  return pieces.flatMap((piece, at): readonly DiffSegment[] => {
    const space = at ? [{ kind: 'same' as const, text: ' ' }] : []
    switch (piece.kind) {
      case 'same':
        return [...space, piece]
      case 'leftOut':
        return [...space, { kind: 'removed', text: shortened(t, piece) }]
      case 'inserted': {
        const added = { kind: 'added' as const, text: `[${piece.text}]` }
        const { instead } = piece
        return instead ? [...space, { kind: 'removed', text: instead }, added] : [...space, added]
      }
      default:
        return piece satisfies never
    }
  })
}

function shortened(
  t: Words<'citing'>,
  { text, words }: Extract<PassagePiece, { kind: 'leftOut' }>,
): string {
  if (words <= SHOWN_WHOLE) return text
  const all = text.split(/\s+/u)
  if (all.length < words) return t('check.manyWords', { count: words })
  return `${all.slice(0, 4).join(' ')} … ${all.slice(-4).join(' ')}`
}

/** The page on which a passage begins, as one cites it; null: the copy has no pages that anybody would name. */
export function pageOfCheck(
  check: PassageCheck,
  { mediaType, pages }: Pick<Capture, 'mediaType' | 'pages'>,
): string | null {
  if (check.kind === 'notFound' || mediaType === 'text/html' || pages < 2) return null
  return String(check.page + 1)
}

function whereIn(page: number, { mediaType, pages }: Copy): string {
  if (mediaType === 'text/html') return page ? 'elsewhere' : 'page'
  return pages > 1 ? 'numbered' : 'text'
}
