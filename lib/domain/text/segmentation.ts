import {
  BRACKET,
  BULLET,
  FULL,
  is,
  isCjk,
  kindOf,
  LINE,
  letterAt,
  OPEN,
  SPACE,
  STOP,
  skipSpace,
  UNSEEN,
} from './segmentation-chars.ts'
import { beginsSmall, type Follower, followerOf, matches } from './segmentation-follow.ts'
import { itemsOf, lineEnds, paragraphEnds } from './segmentation-lines.ts'
import { isDecimal, isRemark, type Marks, marksAt } from './segmentation-marks.ts'
import { type Stop, startsAnew, stopEnds } from './segmentation-stop.ts'
import { type Words, wordsOf } from './segmentation-words.ts'

/**
 * Finds the sentences of one block of text, by rules and small tables: no model, no segmenter of the engine's
 * own. Reads the text once, forwards; each decision looks a bounded way around. Rules SEG1 and on in SPEC.md.
 */

/** Stands beside every fingerprint. Raise it with every change of the rules. */
export const SEGMENTER_VERSION = 'galley-3'

type Span = readonly [start: number, end: number]

/** One paragraph being read. */
interface Reading {
  readonly text: string
  readonly limit: number
  readonly words: Words
  /** A mark that only this language ends sentences with: Greek ";", Armenian ":". */
  readonly extra: number
  readonly spans: Span[]
  /** Where later items of a list begin. */
  readonly items: readonly number[]
  item: number
  /** Where the sentence being read began. */
  from: number
  line: number
  /** The bracket that encloses the place: no sentence ends before it closes. */
  held: number
  /** Next closing bracket by kind, so that a search goes over the text once. */
  readonly closing: Map<string, number>
  marked: boolean | null
}

const WATCHED = STOP | LINE | BULLET | BRACKET
const EXTRA: Readonly<Record<string, number>> = { el: 0x3b, hy: 0x3a }

/** Sentences as [start, end) in UTF-16 offsets, in order, without the white space around them [SEG1]. */
export function segment(text: string, lang: string): readonly Span[] {
  const words = wordsOf(lang)
  const extra = EXTRA[lang.slice(0, 2)] ?? -1
  const spans: Span[] = []
  let before = 0
  for (const end of paragraphEnds(text)) {
    const from = skipSpace(text, before, end)
    let to = end
    while (to > from && is(text, to - 1, SPACE)) to--
    // Each is read as if it stood alone, so that nothing of its neighbours is looked at.
    for (const [a, b] of readParagraph(text.slice(from, to), words, extra)) {
      spans.push([a + from, b + from])
    }
    before = end
  }
  return spans
}

function readParagraph(text: string, words: Words, extra: number): readonly Span[] {
  const limit = text.length
  const items = itemsOf(text, limit, words.ordinals)
  const reading: Reading = {
    ...{ text, limit, words, extra, items, spans: [], closing: new Map() },
    ...{ item: 0, from: 0, line: 0, held: -1, marked: null },
  }
  let at = 0
  while (at < limit) {
    const code = text.charCodeAt(at)
    if (!(kindOf(code) & WATCHED) && code !== extra && at !== items[reading.item]) at++
    else at = readSign(reading, at, kindOf(code))
  }
  flush(reading, limit, limit)
  return reading.spans
}

/** Reads what stands at `at`, ends a sentence where it should, and says where to read on. */
function readSign(reading: Reading, at: number, kind: number): number {
  const { text, limit } = reading
  if (at === reading.items[reading.item]) {
    reading.item++
    flush(reading, at, at)
    return at + 1
  }
  if (kind & BRACKET) return holdBracket(reading, at)
  if (kind & BULLET) {
    if (isBullet(reading, at)) flush(reading, at, at)
    return at + 1
  }
  if (kind & LINE) return readLine(reading, at)
  const marks = marksAt(text, at, limit, reading.extra)
  const next = skipSpace(text, marks.end, limit)
  const end = endOf(reading, marks, next)
  if (end > 0 && next < limit) flush(reading, end, skipSpace(text, end, limit))
  return Math.max(marks.end, at + 1)
}

/** Ends the sentence at `end` and begins the next at `next`. */
function flush(reading: Reading, end: number, next: number): void {
  let to = end
  while (to > reading.from && is(reading.text, to - 1, SPACE)) to--
  if (to > reading.from) reading.spans.push([reading.from, to])
  reading.from = next
}

/** A bracket opened within a sentence keeps it together until it closes, if it closes soon [SEG14]. */
function holdBracket(reading: Reading, at: number): number {
  const { text, from, limit } = reading
  const open = text.charAt(at)
  const face = at > from && ':;='.includes(text.charAt(at - 1))
  if (at < reading.held || face || (open !== '《' && hasNoWord(text, from, at))) return at + 1
  const close = CLOSING[open] ?? ')'
  let closing = reading.closing.get(close) ?? -1
  if (closing < at) {
    const found = text.indexOf(close, at)
    closing = found < 0 ? Number.POSITIVE_INFINITY : found
    reading.closing.set(close, closing)
  }
  if (closing < limit && closing - at <= 400) reading.held = closing
  return at + 1
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '（': '）', '《': '》' }

/** Nothing but opening marks, end marks and space so far: there is no sentence yet to end. */
function hasNoWord(text: string, from: number, at: number): boolean {
  if (at - from > 32) return false
  for (let i = from; i < at; i++)
    if (!is(text, i, OPEN | STOP | SPACE | UNSEEN | BULLET)) return false
  return true
}

/** A bullet begins an item where the paragraph began with one, or behind an end mark or colon. */
function isBullet({ text, from }: Reading, at: number): boolean {
  if (at === from) return false
  let before = at - 1
  while (before > from && is(text, before, SPACE)) before--
  if (before === at - 1) return false
  return (
    is(text, 0, BULLET) || is(text, from, BULLET) || is(text, before, STOP) || text[before] === ':'
  )
}

function readLine(reading: Reading, at: number): number {
  const { text, limit } = reading
  const next = skipSpace(text, at, limit)
  reading.marked ??=
    /[.!?。！？…]/.test(text.slice(reading.from, limit)) || reading.spans.length > 0
  if (at > reading.from && lineEnds(text, reading.line, at, limit, reading.marked))
    flush(reading, at, next)
  reading.line = next
  return next
}

/** Where the sentence ends that the marks close; 0 when it goes on. */
function endOf(reading: Reading, marks: Marks, next: number): number {
  const { text, from, limit } = reading
  if (marks.end <= reading.held || isRemark(text, marks) || hasNoWord(text, from, marks.at))
    return 0
  if (next >= limit) return marks.end
  if (is(text, marks.at, FULL)) return fullEnds(reading, marks, next) ? marks.end : 0
  if (next === marks.end) return gluedEnds(reading, marks) ? marks.end : 0
  const follower = followerOf(text, next, limit)
  if (!mayFollow(follower)) return 0
  if (follower.letter === 'lower' && !follower.omission && !smallEnds(reading, marks, follower))
    return 0
  if (!markEnds(reading, marks, follower)) return 0
  return marks.spaced ? omittedEnd(text, marks, follower) : marks.end
}

/** A mark that needs no space: the sentence goes on only into a particle, a comma, a number, or behind a bracket. */
function fullEnds({ text, held }: Reading, marks: Marks, next: number): boolean {
  if (next === marks.end && held >= marks.to && held < next) return false
  if (isDecimal(text, marks) || '、，,；;：'.includes(text.charAt(next))) return false
  const closed = marks.end > marks.to
  return !closed || next !== marks.end || !'とはがをにのもでへやなっら'.includes(text.charAt(next))
}

/** "said.Today": a missing space. Not in addresses, names of files, initials [SEG13]. */
function gluedEnds({ text, words }: Reading, marks: Marks): boolean {
  const { at, to, end } = marks
  const before = text.charCodeAt(at - 1)
  if (isCjk(before) || isCjk(text.charCodeAt(end))) return isCjk(before) && text[at] !== '…'
  const token = TOKEN.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? ''
  if (letterAt(text, end) === 'uncased')
    return UNCASED.test(token) && matches(UNCASED_WORD, text, end)
  if (!matches(GLUED, text, end) || /[@/_.\\#=]|^www$/i.test(token)) return false
  const { word } = followerOf(text, end, text.length)
  const single = text[at] === '.' && to === at + 1
  if (DOMAINS.has(word) || (single && words.rules.has(token.toLowerCase()))) return false
  if (word === 'i' && /\d$/.test(token)) return false
  const anew = words.starters.has(word) || words.rules.get(word) === 'titles'
  return anew || end > to || !single || /^(?:\P{Lu}.*)?\p{Ll}{3}$|\d$/u.test(token)
}

const GLUED = /["“‘«([]?\p{Lu}(?:\p{Ll}|['’])[^\s@/]{0,30}(?=\s|$)|[“"]?I\s/uy
const TOKEN = /\S+$/
const UNCASED = /\p{Lo}{3}$/u
const UNCASED_WORD = /\p{Lo}{3}/uy
/** What follows the point in addresses and names of files that are written with capitals. */
const DOMAINS = new Set(['com', 'org', 'net', 'gov', 'edu', 'io', 'js', 'ts', 'py'])

/** Signs that carry the sentence on. */
function mayFollow({ letter, sign }: Follower): boolean {
  return letter !== 'none' || (sign !== '' && !',;:%)]}|/=&+'.includes(sign))
}

/** Where sentences begin with small letters, a usual word and an end mark end them. */
function smallEnds({ text, from, limit }: Reading, marks: Marks, follower: Follower): boolean {
  if (marks.end > marks.to || follower.dash || marks.to - marks.at > 2) return false
  return beginsSmall(text, from, limit)
}

function markEnds(reading: Reading, marks: Marks, follower: Follower): boolean {
  const { text, from, words } = reading
  const { at, to, closed, quoted } = marks
  const stop: Stop = { text, from, at, quoted, closed, follower, words }
  if (text[at] === '.' && to === at + 1) return stopEnds(stop)
  if (text[at] === '…' || text.startsWith('..', at) || (marks.spaced && text[at] === '.'))
    return dotsEnd(stop, marks)
  if (quoted && isSpoken(stop)) return false
  return text[at] !== '!' || to > at + 1 || quoted || !isBrand(text, at) || startsAnew(stop)
}

/** Three dots carry on as often as they end: a capital ends them, but "I" has one everywhere. */
function dotsEnd(stop: Stop, { at, to }: Marks): boolean {
  const { text, follower, closed } = stop
  if (follower.omission || follower.item || closed) return true
  const dots = text.slice(at, to).replace(/[^.]/g, '').length
  const four = dots > 3
  if (dots === 3 && is(text, at - 1, SPACE) && !startsAnew(stop)) return false
  if (follower.letter === 'upper') return four || dots === 2 || !/^(?:i)$/.test(follower.word)
  return four || follower.letter === 'none'
}

/** "It leaked. ... The roof": marks of omission between two sentences open the second [SEG11]. */
function omittedEnd(text: string, { at, to, end, closed }: Marks, follower: Follower): number {
  const opens = !closed && letterAt(text, at - 1) !== 'none' && follower.letter === 'upper'
  return opens && OMITTED.test(text.slice(at, to)) ? at + 1 : end
}

const OMITTED = /^[.!?]\s(?:\. \. \.|\.\.\.|…)$/

/** “Why now?” Smith asked. A pronoun with a capital begins a sentence instead. */
function isSpoken({ text, follower, words }: Stop): boolean {
  if (follower.letter !== 'upper' || words.speech.size === 0) return false
  if (follower.word !== 'i' && words.starters.has(follower.word)) return false
  const [, ...others] = text.slice(follower.at, follower.at + 60).split(/\s+/)
  for (const word of others.slice(0, 4)) {
    if (words.speech.has(word.replace(/[.,;:]$/, ''))) return true
    if (!/^\p{Lu}/u.test(word)) return false
  }
  return false
}

/** Names that end in an exclamation mark. */
const isBrand = (text: string, at: number): boolean =>
  /\b(?:Yahoo|Jeopardy|Yum|Wham|Panic|E)$/.test(text.slice(Math.max(0, at - 9), at))
