import type { DiffSegment } from '#lib/domain/review/word-diff.ts'
import type { Capture } from '#lib/domain/sourcing/capture.ts'
import type { PassagePiece } from '#lib/domain/sourcing/edited-passage.ts'
import type { PassageCheck } from '#lib/domain/sourcing/passage.ts'

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
]

/** The verdict in a line: “Found on p. 14”, “Found on p. 14, two words differ”, “Not found …”. */
export function checkWords(
  check: PassageCheck,
  capture: Pick<Capture, 'at' | 'mediaType' | 'pages'>,
): string {
  if (check.kind === 'notFound') return `Not found in the copy of ${day(capture.at)}`
  const where = placeWords(check.page, capture)
  if (check.kind === 'found') return `Found ${where}`
  if (check.kind === 'edited') return `Found ${where}, ${editWords(check.pieces)}`
  const { words } = check
  return `Found ${where}, ${numberWord(words)} ${words === 1 ? 'word differs' : 'words differ'}`
}

const numberWord = (count: number): string => NUMBERS[count] ?? String(count)

/** “with three words left out and “the ferry” put in”. */
function editWords(pieces: readonly PassagePiece[]): string {
  const leftOut = pieces.reduce((sum, one) => sum + (one.kind === 'leftOut' ? one.words : 0), 0)
  const inserted = pieces.flatMap((one) => (one.kind === 'inserted' ? `“${one.text}”` : []))
  const said = [
    leftOut && `${numberWord(leftOut)} ${leftOut === 1 ? 'word' : 'words'} left out`,
    inserted.length && `${inserted.join(', ')} put in`,
  ]
  return `with ${said.filter(Boolean).join(' and ')}`
}

/** A longer stretch that was left out is shown by its ends. */
const SHOWN_WHOLE = 12

/** What the quote leaves out of the source struck, what it puts in underlined. */
export function editedSegments(pieces: readonly PassagePiece[]): readonly DiffSegment[] {
  return pieces.flatMap((piece, at): readonly DiffSegment[] => {
    const space = at ? [{ kind: 'same' as const, text: ' ' }] : []
    switch (piece.kind) {
      case 'same':
        return [...space, piece]
      case 'leftOut':
        return [...space, { kind: 'removed', text: shortened(piece) }]
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

function shortened({ text, words }: Extract<PassagePiece, { kind: 'leftOut' }>): string {
  if (words <= SHOWN_WHOLE) return text
  const all = text.split(/\s+/u)
  if (all.length < words) return `… ${words} words …`
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

function placeWords(
  page: number,
  { mediaType, pages }: Pick<Capture, 'mediaType' | 'pages'>,
): string {
  if (mediaType === 'text/html') return page ? 'elsewhere on the page' : 'on the page'
  return pages > 1 ? `on p. ${page + 1}` : 'in the text'
}

function day(iso: string): string {
  return new Date(iso).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
}
