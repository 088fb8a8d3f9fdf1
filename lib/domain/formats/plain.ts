import type { Version } from '#lib/domain/publication/version.ts'
import type { Format } from './format.ts'

/** The words alone, a block on each line: what the positions of the annotations are counted in [FMT14]. */
export const plain: Format<string> = {
  id: 'plain',
  mediaType: 'text/plain',
  extension: 'plain.txt',
  label: 'The words alone',
  render: plainText,
}

export function plainText({ blocks }: Version): string {
  return blocks.map(({ text }) => `${text.toWellFormed()}\n`).join('')
}

/** Where each block begins in the plain text, in UTF-16 units. */
export function blockOffsets({ blocks }: Version): readonly number[] {
  let at = 0
  return blocks.map(({ text }) => {
    const from = at
    at += text.length + 1
    return from
  })
}
