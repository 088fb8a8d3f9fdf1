import { is, isDigit, isWordCode, letterAt, UNSEEN } from './segmentation-chars.ts'
import { type Follower, matches } from './segmentation-follow.ts'
import type { Rule, Words } from './segmentation-words.ts'

/** A single full stop and what stands around it. */
export interface Stop {
  readonly text: string
  /** Where the sentence began. */
  readonly from: number
  readonly at: number
  readonly quoted: boolean
  readonly closed: boolean
  readonly follower: Follower
  readonly words: Words
}

/** The word before a full stop: its letters, digits and inner full stops. */
interface Before {
  readonly start: number
  readonly word: string
  readonly key: string
}

const LONGEST = 24
const DOTTED = /^\p{L}\p{M}?\p{L}?(?:\.\p{L}{1,3})+$/u
const ROMAN = /^(?=.)(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})$/
const NUMBERED = /(?:[IVXLC]{2,}|[A-Z]?\p{Nd}[\w-]*|[B-HJ-Z])(?![\p{L}'’])/uy
const DATED =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|e[sd]?t|c[sd]?t|m[sd]t|p[sd]?t|gmt|utc|bst|cet|cest|jst|ist|msk|aest|eastern|central|pacific|mountain|local)$/

/** Does the full stop end the sentence, given that what follows could begin one? */
export function stopEnds(stop: Stop): boolean {
  const before = wordBefore(stop.text, stop.from, stop.at)
  if (before.word === '') return !isNumero(stop)
  if (isDigit(before.word.charCodeAt(0)) && /^\d+$/.test(before.word))
    return numberEnds(stop, before)
  if (isLabel(before.word) && isBeginning(stop, before.start)) return false
  const rule = ruleOf(stop, before)
  if (rule) return ruleEnds(rule, stop, before)
  if (isJoinedSmall(stop, before)) {
    const name = initialBehind(stop, before)
    return name ? letterEnds(stop, name) : dottedEnds(stop, before)
  }
  if (isSingle(before.word)) return letterEnds(stop, before)
  if (stop.words.ordinals && ROMAN.test(before.word)) return startsAnew(stop)
  if (DOTTED.test(before.word) || DOTTED.test(before.key)) return dottedEnds(stop, before)
  return true
}

/** "U.S." goes on before a name; units and the like in small letters ("кв.м.") don't, where nouns have none either. */
function dottedEnds(stop: Stop, { start }: Before): boolean {
  if (stop.closed || startsAnew(stop)) return true
  return (
    letterAt(stop.text, start) === 'lower' &&
    !stop.words.ordinals &&
    stop.follower.letter === 'upper'
  )
}

/** "a. C.", "т. д.": letters parted by spaces, of which the first is small. */
const isJoinedSmall = ({ text }: Stop, { start, key, word }: Before): boolean =>
  key.length > word.length && letterAt(text, start) === 'lower'

/** "κ. Γ. Παππάς": behind an abbreviation of one letter a single capital is an initial all the same. */
function initialBehind({ text, at, words }: Stop, { key, word }: Before): Before | null {
  const start = at - word.length
  const first = words.rules.get(key.slice(0, -word.length - 1))
  return first === 'joins' && letterAt(text, start) === 'upper' ? { start, key: word, word } : null
}

/** "N°. 5" */
const isNumero = ({ text, at, follower }: Stop): boolean =>
  follower.letter === 'digit' && /[Nn][°º]$/.test(text.slice(Math.max(0, at - 2), at))

/** What counts the items of a list or the parts of a text. */
const isLabel = (word: string): boolean => isSingle(word) || ROMAN.test(word)

function wordBefore(text: string, from: number, mark: number): Before {
  let at = mark
  while (at > from && is(text, at - 1, UNSEEN)) at--
  const start = wordStart(text, Math.max(from, at - LONGEST), at)
  const word = text.slice(start, at)
  const short = at - start <= 2
  const spaced = short && start - 2 > from && /[\s\u00A0]/.test(text.charAt(start - 1))
  const previous =
    spaced && text.charAt(start - 2) === '.'
      ? wordStart(text, Math.max(from, start - 5), start - 2)
      : -1
  // "z. B.", "т. д.", "a. m." are looked up as one.
  const joined = previous >= 0 && previous < start - 2 && start - 2 - previous <= 2
  const key = joined ? `${text.slice(previous, start - 2)}.${word}` : word
  return { start: joined ? previous : start, word, key: key.toLowerCase() }
}

function wordStart(text: string, least: number, at: number): number {
  let start = at
  while (start > least) {
    const code = text.charCodeAt(start - 1)
    if (!isWordCode(code) && code !== 0x2e) break
    start--
  }
  while (start < at && text.charCodeAt(start) === 0x2e) start++
  return start
}

/** A single capital is an initial, whatever its small letter abbreviates; but "M." and "D." are titles. */
function ruleOf({ text, at, words }: Stop, { key, word }: Before): Rule | undefined {
  const joined = key.length - word.length
  const rules = words.rules
  if (joined > 0 && (rules.has(key) || joined === 2)) return rules.get(key)
  const rule = rules.get(word.toLowerCase())
  const capital = isSingle(word) && letterAt(text, at - word.length) === 'upper'
  return capital && rule !== 'titles' ? undefined : rule
}

/** One letter, with the marks that stand on it. */
const isSingle = (word: string): boolean => /^\p{L}\p{M}*$/u.test(word)

/** "1." at the beginning numbers what follows; elsewhere a number ends a sentence, but for ordinals. */
function numberEnds(stop: Stop, { start, word }: Before): boolean {
  if (word.length <= 3 && isBeginning(stop, start)) return false
  if (isInDate(stop)) return false
  if (!stop.words.ordinals || word.length > 3) return true
  return startsAnew(stop) && !stop.closed
}

/** "2010. 5. 3. 서울": a date that begins with its year goes on up to its day, and beyond where there are no capitals. */
function isInDate({ text, at, follower }: Stop): boolean {
  const parts = /\d{4}(?:\. ?\d\d?){0,2}$/
    .exec(text.slice(Math.max(0, at - 12), at))?.[0]
    .split('.')
  if (!parts) return false
  if (parts.length === 3) return follower.letter === 'uncased'
  const rest = text.slice(follower.at, follower.at + 8)
  return (parts.length === 1 ? /^\d\d?\. ?\d\d?\./ : /^\d\d?\./).test(rest)
}

function letterEnds(stop: Stop, { start, word }: Before): boolean {
  const { text, follower, words } = stop
  const letter = letterAt(text, start)
  if (stop.closed || isMeasured(text, start, word)) return true
  if (letter === 'uncased')
    return (
      isDigit(text.charCodeAt(start - 1)) ||
      isDigit(text.charCodeAt(start - 2)) ||
      // The last of an acronym: "ש״ח".
      /\p{L}["״]$/u.test(text.slice(Math.max(0, start - 2), start))
    )
  if (letter === 'lower') return words.ordinals ? startsAnew(stop) : follower.letter !== 'digit'
  if (words.lettered.has(previousWord(text, start))) return true
  if (follower.letter === 'upper') return startsAnew(stop)
  return follower.letter === 'none' && follower.sign !== '&'
}

/** Degrees: "30 °C.", "at 40 C." */
const isMeasured = (text: string, start: number, word: string): boolean =>
  /[°º]$/.test(text.slice(Math.max(0, start - 1), start)) ||
  ((word === 'C' || word === 'F') && /\d\s?$/.test(text.slice(Math.max(0, start - 2), start)))

function ruleEnds(rule: Rule, stop: Stop, before: Before): boolean {
  const { text, follower, words } = stop
  const capital = letterAt(text, before.start) === 'upper'
  switch (rule) {
    case 'joins':
      return stop.closed && startsAnew(stop)
    case 'titles':
      return !capital
    case 'streets':
      return !capital || (isNameBefore(text, before.start) && startsAnew(stop))
    case 'numbers':
      return !(matches(NUMBERED, text, follower.at) || DATED.test(follower.word)) || stop.closed
    case 'may':
      return startsAnew(stop) || stop.closed
    case 'names':
      return !capital || startsAnew(stop) || stop.closed
    case 'places':
      return !capital || !isBehindComma(text, before.start) || startsAnew(stop) || stop.closed
    case 'counts':
      return isBehindNumber(text, before.start) && startsAnew(stop)
    case 'times':
      return timeEnds(stop, before, words)
    default:
      return rule satisfies never
  }
}

/** "At 5 a.m. Mr. Smith went": a time that opens the sentence doesn't end it. */
function timeEnds(stop: Stop, { start, key }: Before, words: Words): boolean {
  const counted = /\d\s?$/.test(stop.text.slice(Math.max(0, start - 2), start))
  if (!counted) return !key.includes('.') || startsAnew(stop)
  if (stop.follower.letter !== 'upper' || DATED.test(stop.follower.word)) return false
  return stop.at - stop.from > 16 || words.starters.has(stop.follower.word)
}

/** Does a word follow that begins sentences? */
export const startsAnew = ({ follower, words }: Stop): boolean =>
  follower.letter === 'upper' && !follower.initial && words.starters.has(follower.word)

const isBeginning = ({ text, from }: Stop, start: number): boolean =>
  start - from < 6 && !/[\p{L}\p{N}]/u.test(text.slice(from, start))

const isBehindComma = (text: string, start: number): boolean =>
  /,\s*$/.test(text.slice(Math.max(0, start - 3), start))

/** Arabic or Roman digits before it: "1990 г.", "XIX в." */
const isBehindNumber = (text: string, start: number): boolean =>
  /(?:\d|[IVX])[\s\u00A0–-]?$/.test(text.slice(Math.max(0, start - 3), start))

function previousWord(text: string, start: number): string {
  return (
    /(\p{L}{1,16})\s$/u.exec(text.slice(Math.max(0, start - 18), start))?.[1]?.toLowerCase() ?? ''
  )
}

/** "Main St.", "5th St.": a name or an ordinal before it. */
const isNameBefore = (text: string, start: number): boolean =>
  /(?:^|\s)(?:\p{Lu}[\p{L}.'’-]+,?|\d+(?:st|nd|rd|th))\s$/u.test(
    text.slice(Math.max(0, start - 20), start),
  )
