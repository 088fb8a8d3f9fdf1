import {
  BULLET,
  is,
  isWordCode,
  LINE,
  letterAt,
  SPACE,
  STOP,
  skipSpace,
} from './segmentation-chars.ts'
import { matches } from './segmentation-follow.ts'

const MARKER = /(\(?)(\d{1,2}|[a-z])([.)]{1,2})\s/y
const LATER = /\s(\(?)(\d{1,2}|[a-z])([.)]{1,2})\s+(?=\S)/g
const BLANK = /\n[^\S\n]*\n|\r[^\S\r\n]*\r|\r\n[^\S\r\n]*\r\n|\u2029/g

/** Where the paragraphs of the text end: at blank lines. A block of the editor is one paragraph. */
export function paragraphEnds(text: string): readonly number[] {
  const ends: number[] = []
  for (const { index } of text.matchAll(BLANK)) ends.push(index)
  ends.push(text.length)
  return ends
}

/** Where the later items of a list begin that a paragraph opens with "1." or "a)", in order. */
export function itemsOf(text: string, limit: number, ordinals: boolean): number[] {
  const start = is(text, 0, BULLET) ? skipSpace(text, 1, limit) : 0
  if (!matches(MARKER, text, start)) return []
  const items: number[] = []
  const first = new RegExp(MARKER, 'y')
  first.lastIndex = start
  const [, open = '', label = '', close = ''] = first.exec(text) ?? []
  if (label !== '1' && label !== 'a') return []
  let wanted = following(label)
  LATER.lastIndex = first.lastIndex - 1
  for (let found = LATER.exec(text); found && found.index < limit; found = LATER.exec(text)) {
    const at = found.index + 1
    if (
      found[1] === open &&
      found[2] === wanted &&
      found[3] === close &&
      isItem(text, at, close, ordinals)
    ) {
      items.push(at)
      wanted = following(wanted)
    }
    LATER.lastIndex = at
  }
  return items
}

/** "in der 2. Bundesliga": where full stops make ordinals, an item must follow an end mark. */
function isItem(text: string, at: number, close: string, ordinals: boolean): boolean {
  return !ordinals || close !== '.' || is(text, at - 2, STOP)
}

const following = (label: string): string =>
  label >= 'a' ? String.fromCharCode(label.charCodeAt(0) + 1) : String(Number(label) + 1)

/**
 * Does the line break at `at` end a sentence that has no end mark? Not when the line was only wrapped:
 * a small letter follows in a text with end marks, or the lines have the length of wrapped ones.
 */
export function lineEnds(
  text: string,
  line: number,
  at: number,
  limit: number,
  marked: boolean,
): boolean {
  const next = skipSpace(text, at, limit)
  if (next >= limit) return false
  const last = lastSeen(text, line, at)
  if (text.charAt(last) === ',') return false
  if (is(text, next, BULLET) || matches(MARKER, text, next)) return true
  const letter = letterAt(text, next)
  if (letter === 'lower') return !marked
  const code = text.charCodeAt(last)
  if (code >= 0x3041 && code <= 0x309f && marked) return false
  return (
    at - line < 45 || at - line > 100 || !isWordCode(code) || lineLength(text, next, limit) > 110
  )
}

function lastSeen(text: string, from: number, at: number): number {
  let last = at - 1
  while (last > from && is(text, last, SPACE)) last--
  return last
}

function lineLength(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit && at - from <= 110 && !is(text, at, LINE)) at++
  return at - from
}
