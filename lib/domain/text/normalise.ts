/** Nobody sees them, though `\s` counts one as a space: words that they stand between read as one. */
const UNSEEN = /[\u200B\u2060\uFEFF]/gu

/**
 * The words of a text, without what does not change what is said: Unicode form, white space, the style of
 * quotation marks and dashes [FPR2]. Lone surrogates become U+FFFD, so that every text can be hashed.
 */
export function normaliseWords(text: string): string {
  return text
    .toWellFormed()
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(/[\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033]/gu, '"')
    .replace(/[\u2018\u2019\u201A\u201B\u2039\u203A\u2032]/gu, "'")
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
}
