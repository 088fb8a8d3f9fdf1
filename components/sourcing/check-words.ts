import type { Capture } from '#lib/domain/sourcing/capture.ts'
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
  const { words } = check
  const count = NUMBERS[words] ?? String(words)
  return `Found ${where}, ${count} ${words === 1 ? 'word differs' : 'words differ'}`
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
