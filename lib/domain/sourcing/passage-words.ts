/** A word of a text, as it is compared, and where it stands. */
export interface Word {
  readonly word: string
  readonly from: number
  readonly to: number
}

/**
 * A word or a figure with its sign, its currency, its marks inside and its per cent, also where it is cut at the end of a line.
 * Nothing in it can be taken in two ways, so that reading a text goes through it once.
 */
const WORD =
  /(?:(?<![\p{L}\p{N}])[-\u2212](?=\p{Sc}?\p{N}))?\p{Sc}?[\p{L}\p{N}\p{M}\u00AD]+(?:(?:[.,:'\u2019\u2010-\u2013-]|[-\u2010][^\S\n]*\n\s*|(?<=\u00AD)[^\S\n]*\n\s*)[\p{L}\p{N}\p{M}\u00AD]+)*[%\u2030]?/gu

/** Scripts that are written without spaces: each character is a word. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const ASCII_WORD = /^[A-Za-z0-9]+$/

export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(WORD)) {
    const [raw] = match
    const from = match.index
    if (ASCII_WORD.test(raw)) words.push({ word: raw, from, to: from + raw.length })
    else if (UNSPACED.test(raw)) addCharacters(words, raw, from)
    else {
      const word = folded(raw)
      if (word) words.push({ word, from, to: from + raw.length })
    }
  }
  return words
}

function addCharacters(words: Word[], raw: string, start: number) {
  let from = start
  for (const character of raw) {
    const word = folded(character)
    if (word) words.push({ word, from, to: from + character.length })
    from += character.length
  }
}

/** Ligatures and other forms of one letter as that letter; no trace of where a line ended, or of how a dash is drawn. */
function folded(raw: string): string {
  return raw
    .replace(/\u00AD\s*/gu, '')
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[\u2018\u2019\u201B\u2032]/gu, "'")
    .replace(/-\s+/gu, '-')
    .replace(/(?<=\p{L}\p{M}*)-(?=\p{L})/gu, '')
}
