/**
 * What one UTF-16 unit is to the segmenter. The sets are spelled out, so that no engine's Unicode version
 * changes them; case alone asks the engine, and only in scripts whose letters have long been settled.
 */

/** White space, as in JavaScript's own `\s`. */
export const SPACE = 1
/** May end a sentence when something that begins one follows. */
export const STOP = 2
/** Ends a sentence without white space behind it. */
export const FULL = 4
/** Closes a quotation or bracket wherever it stands. */
export const CLOSE = 8
/** Opens a quotation or bracket; some of these close as well, see `isCloser`. */
export const OPEN = 16
export const LINE = 32
export const BULLET = 64
/** Takes no room: direction marks, joiners, variation selectors. */
export const UNSEEN = 128
/** Brackets that hold together what they enclose. */
export const BRACKET = 256

const SETS: readonly (readonly [number, string])[] = [
  [SPACE, '\t\v\f \u00A0\u1680\u202F\u205F\u3000\uFEFF'],
  [SPACE, '\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A'],
  [SPACE | LINE, '\n\r\u2028\u2029'],
  [STOP, '.!?…‥‼⁇⁈⁉‽\u037E։'],
  [STOP | FULL, '。！？｡．؟۔।॥။។። ፧'.replace(' ', '')],
  [CLOSE, ')]}”›»」』）】〉》〕］｝¹²³⁰⁴⁵⁶⁷⁸⁹'],
  [OPEN, '([{“‘„‚«‹「『（【〈《〔［｛¿¡"\'’”»›'],
  [BRACKET, '([（《'],
  [BULLET, '•‣⁃◦▪●■►➤✓✔'],
  [UNSEEN, '\u00AD\u061C\u200B\u200C\u200D\u200E\u200F\u2060\u2066\u2067\u2068\u2069\uFE0E\uFE0F'],
  [UNSEEN, '\u202A\u202B\u202C\u202D\u202E'],
]

const KINDS = new Uint16Array(0x10000)
for (const [kind, set] of SETS) {
  for (const unit of set) KINDS[unit.charCodeAt(0)] = (KINDS[unit.charCodeAt(0)] ?? 0) | kind
}

export const kindOf = (code: number): number => KINDS[code] ?? 0
export const is = (text: string, at: number, kind: number): boolean =>
  at >= 0 && at < text.length && (kindOf(text.charCodeAt(at)) & kind) !== 0

export type Letter = 'upper' | 'lower' | 'uncased' | 'digit' | 'none'

/** Latin, Greek, Cyrillic and Armenian. Georgian has capitals in Unicode, but none in running text. */
const isCased = (code: number): boolean =>
  code < 0x590 ||
  (code >= 0x1e00 && code < 0x2000) ||
  (code >= 0x2c60 && code < 0x2c80) ||
  (code >= 0xa640 && code < 0xa6a0) ||
  (code >= 0xa720 && code < 0xa800) ||
  (code >= 0xff21 && code < 0xff5b)

export function letterAt(text: string, at: number): Letter {
  const code = text.charCodeAt(at)
  if (code < 0x80) {
    if (code >= 0x61 && code <= 0x7a) return 'lower'
    if (code >= 0x41 && code <= 0x5a) return 'upper'
    return isDigit(code) ? 'digit' : 'none'
  }
  if (Number.isNaN(code) || kindOf(code) !== 0) return 'none'
  if (isDigit(code)) return 'digit'
  return isCased(code) ? casedLetter(text.charAt(at)) : isWordCode(code) ? 'uncased' : 'none'
}

function casedLetter(letter: string): Letter {
  const upper = letter.toUpperCase()
  const lower = letter.toLowerCase()
  if (upper === lower) return /\p{L}/u.test(letter) ? 'uncased' : 'none'
  return letter === lower ? 'lower' : 'upper'
}

/** European, Arabic, Persian, Devanagari and full-width digits. */
export const isDigit = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x660 && code <= 0x669) ||
  (code >= 0x6f0 && code <= 0x6f9) ||
  (code >= 0x966 && code <= 0x96f) ||
  (code >= 0xff10 && code <= 0xff19)

/** Part of a word: letters, marks and digits, taken by blocks rather than one by one. */
export function isWordCode(code: number): boolean {
  if (code < 0x80)
    return isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba
  if (code < 0x2000)
    return code !== 0xd7 && code !== 0xf7 && kindOf(code) === 0 && code !== 0x60c && code !== 0x61b
  if (code >= 0x2c00 && code < 0x2e00) return true
  if (isCjk(code) || (code >= 0xa000 && code < 0xd800)) return true
  return code >= 0xf900 && code < 0xfe00
}

/** Scripts written without spaces between sentences. */
export const isCjk = (code: number): boolean =>
  (code >= 0x3041 && code <= 0x30ff) ||
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0xff66 && code <= 0xff9f) ||
  code === 0x3005

/** Pictures: the usual blocks of emoji, as single units or as halves of a pair. */
export const isEmoji = (code: number): boolean =>
  (code >= 0xd83c && code <= 0xd83e) ||
  (code >= 0xdc00 && code <= 0xdfff) ||
  (code >= 0x2600 && code <= 0x27bf)

export function skipSpace(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit && kindOf(text.charCodeAt(at)) & SPACE) at++
  return at
}

/** A mark that may open or close closes when no word follows it at once. */
export function isCloser(text: string, at: number, limit: number): boolean {
  const code = text.charCodeAt(at)
  const kind = kindOf(code)
  if (kind & CLOSE && code !== 0xbb && code !== 0x203a) return true
  if (!(kind & OPEN) || NEVER_CLOSE.has(code)) return false
  return at + 1 >= limit || !isWordCode(text.charCodeAt(at + 1))
}

/** `( [ { ¿ ¡` and the East Asian opening marks. */
const NEVER_CLOSE = new Set(Array.from('([{¿¡「『（【〈《〔［｛„‚', (mark) => mark.charCodeAt(0)))
