import { type Word, wordsOf } from './passage-words.ts'

/** A text that passages are looked for in, read once for many of them. */
export interface PassageIndex {
  readonly text: string
  readonly words: readonly Word[]
  /** The number of each word: equal words have equal numbers. */
  readonly numbers: Int32Array
  readonly numberOf: ReadonlyMap<string, number>
  /** Where each page begins in the text. */
  readonly pageStarts: readonly number[]
}

/** Reads the pages of a source, in one go through the text. */
export function indexPassages(pages: readonly string[]): PassageIndex {
  const pageStarts: number[] = []
  let length = 0
  for (const page of pages) {
    pageStarts.push(length)
    length += page.length + 1
  }
  // A line break between pages: a passage may go over it, and so may a word that is cut there.
  const text = pages.join('\n')
  const words = wordsOf(text)
  const numberOf = new Map<string, number>()
  const numbers = Int32Array.from(words, ({ word }) => {
    const known = numberOf.get(word)
    if (known !== undefined) return known
    numberOf.set(word, numberOf.size)
    return numberOf.size - 1
  })
  return { text, words, numbers, numberOf, pageStarts }
}

/** Of a word that the text does not have. */
export const UNKNOWN = -1
