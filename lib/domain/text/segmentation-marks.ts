import {
  CLOSE,
  is,
  isCloser,
  isDigit,
  isEmoji,
  isWordCode,
  kindOf,
  OPEN,
  SPACE,
  STOP,
  skipSpace,
  UNSEEN,
} from './segmentation-chars.ts'

/** A run of end marks with all that closes behind it. */
export interface Marks {
  /** First unit of the last group of marks: of "?" and "." in `»?).` the full stop. */
  readonly at: number
  /** Behind that group. */
  readonly to: number
  /** Behind the closing marks, footnote numbers and pictures that belong to the sentence. */
  readonly end: number
  /** Does a closing mark stand behind it? */
  readonly closed: boolean
  /** Is that a quotation mark? */
  readonly quoted: boolean
  /** Groups parted by white space (". . ."). */
  readonly spaced: boolean
}

const FOOTNOTE = /(?:\[(?:\d{1,3}|[a-z])\])+/y
const SMILEY = /[:;=]['’]?-?[()[\]DPpd3|/\\]{1,9}(?=\s|$)/y
const QUOTES = '"\'”’»›“‘«‹」』'

/** Reads the marks that begin at `from`. Every unit is read once. */
export function marksAt(text: string, from: number, limit: number, extra: number): Marks {
  let at = from
  let closed = false
  let quoted = false
  let spaced = false
  let to = from
  let end = from
  for (;;) {
    to = text.charCodeAt(at) === extra ? at + 1 : group(text, at, limit)
    spaced ||= isSpaced(text, at, to)
    end = closers(text, to, limit)
    for (let i = to; i < end; i++) {
      closed ||= !is(text, i, UNSEEN)
      quoted ||= QUOTES.includes(text.charAt(i))
    }
    if (end === to || !is(text, end, STOP) || end >= limit) break
    at = end
  }
  return { at, to, end: pictures(text, end, limit), closed, quoted, spaced }
}

/** End marks in a row, a single space between them allowed: "…", "?!", ". . .", "Non !". */
function group(text: string, from: number, limit: number): number {
  let at = from
  for (;;) {
    while (at < limit && kindOf(text.charCodeAt(at)) & STOP) at++
    const next = at + 1
    if (next >= limit || !is(text, at, SPACE) || !is(text, next, STOP)) return at
    if (!stands(text, next, limit)) return at
    at = next
  }
}

/** Marks behind a space go with what is before, unless a word follows at once (".NET", "...and"). */
function stands(text: string, from: number, limit: number): boolean {
  let at = from
  while (at < limit && kindOf(text.charCodeAt(at)) & STOP) at++
  return at >= limit || !isWordCode(text.charCodeAt(at))
}

const isSpaced = (text: string, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (is(text, at, SPACE)) return true
  return false
}

function closers(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit) {
    const code = text.charCodeAt(at)
    const kind = kindOf(code)
    if (kind & UNSEEN || (kind & (CLOSE | OPEN) && isCloser(text, at, limit))) {
      at++
      continue
    }
    if (code === 0x5b) {
      FOOTNOTE.lastIndex = at
      if (FOOTNOTE.test(text)) {
        at = FOOTNOTE.lastIndex
        continue
      }
    }
    if (kind & SPACE && isLateGuillemet(text, at, limit)) {
      at += 2
      continue
    }
    break
  }
  return Math.min(at, limit)
}

/** French sets a space before the closing guillemet. */
function isLateGuillemet(text: string, at: number, limit: number): boolean {
  const code = text.charCodeAt(at + 1)
  return at + 1 < limit && (code === 0xbb || code === 0x203a) && isCloser(text, at + 1, limit)
}

/** A smiley, and emoji without a space before them, belong to the sentence that they comment on. */
function pictures(text: string, from: number, limit: number): number {
  let end = from
  while (end < limit && (isEmoji(text.charCodeAt(end)) || is(text, end, UNSEEN))) end++
  if (end > from) return end
  const at = skipSpace(text, from, limit)
  if (at >= limit || !':;='.includes(text.charAt(at))) return from
  SMILEY.lastIndex = at
  return SMILEY.test(text) && SMILEY.lastIndex <= limit ? SMILEY.lastIndex : from
}

/** "(?)", "[...]", "(sic!)": a remark inside a sentence, not its end. */
export function isRemark(text: string, { at, to }: Marks): boolean {
  const before = text.charAt(at - 1)
  const behind = text.charAt(to)
  return (
    (before === '(' || before === '[' || before === '（') &&
    (behind === ')' || behind === ']' || behind === '）')
  )
}

/** A full-width point between digits parts thousands or decimals. */
export const isDecimal = (text: string, { at, end }: Marks): boolean =>
  isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(end))
