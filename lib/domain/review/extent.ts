import { UNSPACED } from '#lib/domain/sourcing/passage-words.ts'

/**
 * What is typed arrives a letter at a time; a word where it is dictated, composed, or sent with others; a phrase hardly. A
 * phrase with its end mark is a whole: nobody passes through one on the way to another.
 */
export type Extent = 'letter' | 'word' | 'phrase' | 'whole'

/** Where no spaces tell the words apart, more than what an input method brings at once is a phrase. */
const COMPOSED = 6
const END_MARK = /\p{Sentence_Terminal}[\p{Pe}\p{Pf}\p{Pi}"']*$/u

export function extentOf(text: string): Extent {
  const trimmed = text.trim()
  const letters = [...trimmed]
  const isLong = letters.filter((letter) => UNSPACED.test(letter)).length > COMPOSED
  if (isLong || /\s/u.test(trimmed)) return END_MARK.test(trimmed) ? 'whole' : 'phrase'
  return letters.length > 1 ? 'word' : 'letter'
}
