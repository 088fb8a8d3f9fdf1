import { fold } from '#lib/domain/text/fold.ts'

/** Who a confidential source is. Everybody but the people named by its owner knows an alias. */
export interface Identity {
  readonly name: string
  /** By which they are known too: maiden name, nickname, stage name. */
  readonly otherNames: readonly string[]
  /** Addresses and numbers by which they are reached, or found out. */
  readonly contacts: readonly string[]
  readonly note: string
  /** Words of the names that anybody may have, and that are not looked for: “John”. */
  readonly harmless: readonly string[]
}

/** What of an identity must not get out, in the forms in which it is looked for. */
export interface Protected {
  /** Folded words of names; from five letters on also with an ending. */
  readonly words: ReadonlySet<string>
  /** Folded words of two letters, which are names where they are written as such: “Li”, and not “li” or “Libau”. */
  readonly short: ReadonlySet<string>
  /** Folded, without spaces: names in scripts that do not part words, addresses, handles. */
  readonly pieces: ReadonlySet<string>
  /** The last digits of numbers. */
  readonly numbers: ReadonlySet<string>
}

/** A place of a text, in UTF-16 offsets. */
export interface Place {
  readonly from: number
  readonly to: number
}

export function protectedOf(identities: readonly Identity[]): Protected {
  const words = new Set<string>()
  const short = new Set<string>()
  const pieces = new Set<string>()
  const numbers = new Set<string>()
  for (const { name, otherNames, contacts, harmless } of identities) {
    const spared = new Set(harmless.flatMap((word) => tokensOf(word).map(({ folded }) => folded)))
    for (const part of [name, ...otherNames].flatMap(nameParts)) {
      const kept = !PARTED.test(part) ? pieces : isShort(part) ? short : words
      if (!spared.has(part)) kept.add(part)
    }
    for (const contact of contacts) addContact(contact, spared, { pieces, numbers })
  }
  return { words, short, pieces, numbers }
}

function addContact(
  contact: string,
  spared: ReadonlySet<string>,
  { pieces, numbers }: Readonly<Record<'pieces' | 'numbers', Set<string>>>,
) {
  const piece = compact(contact)
  if (isNumber(contact)) numbers.add(digitsOf(contact).slice(-NUMBER_DIGITS))
  else if (piece.length >= SHORTEST_PIECE) pieces.add(piece)
  const local = /^([^@\s]{5,})@/u.exec(contact.trim())?.[1]
  if (local && !spared.has(fold(local))) pieces.add(compact(local))
}

export function protectsNothing({ words, short, pieces, numbers }: Protected): boolean {
  return !words.size && !short.size && !pieces.size && !numbers.size
}

/**
 * The first place of a text that holds something protected; null: none. Case, diacritics, invisible characters and the way in which
 * numbers are written do not count. In proportion to the text, but for the number of pieces.
 */
export function findProtected(text: string, hidden: Protected): Place | null {
  const [word] = protectedWords(text, hidden)
  return word ?? findPiece(text, hidden.pieces) ?? findNumber(text, hidden.numbers)
}

/** The places of all protected words of names, in order. */
export function protectedWords(text: string, { words, short }: Protected): readonly Place[] {
  if (!words.size && !short.size) return []
  return tokensOf(text)
    .filter(
      (token, at, all) =>
        holdsWord(token.folded, words) ||
        (short.has(token.folded) && isWrittenAsName(token, all[at - 1], all[at + 1])),
    )
    .map(({ from, to }) => ({ from, to }))
}

const isShort = (folded: string) => [...folded].length === 2

/** With a capital; in capitals only where a neighbour is, too: “AI” is no Ai. */
function isWrittenAsName({ word }: Token, before?: Token, after?: Token): boolean {
  const [first = '', ...rest] = word.normalize('NFKC')
  if (!/\p{Lu}/u.test(first)) return false
  return !/\p{Lu}/u.test(rest.join('')) || isShouted(before) || isShouted(after)
}

function isShouted(token?: Token): boolean {
  return token !== undefined && /^[\p{Lu}\p{M}]{2,}$/u.test(token.word.normalize('NFKC'))
}

/** Letters that an ending adds: Weber, Webers; Иванов, Иванова. */
const ENDING = 3
const SHORTEST_STEM = 5

function holdsWord(folded: string, words: ReadonlySet<string>): boolean {
  if (words.has(folded)) return true
  for (let cut = 1; cut <= ENDING && folded.length - cut >= SHORTEST_STEM; cut++)
    if (words.has(folded.slice(0, -cut))) return true
  return false
}

/** Scripts that part words by spaces: a part of a name is a word there. In others it stands among its neighbours. */
const PARTED =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Devanagari}\p{N}]+$/u

/**
 * What of a name is looked for. Particles anybody has: “van”, “de”; they are written small, or are short. Two letters are
 * looked for where capitals tell a name from a word.
 */
function nameParts(name: string): readonly string[] {
  const tokens = tokensOf(name)
  const anyCapital = tokens.some(({ word }) => /^\p{Lu}/u.test(word))
  const parts = tokens.filter(({ word, folded }) => {
    if (!PARTED.test(folded)) return [...folded].length >= 2
    const isParticle = anyCapital && /^\p{Ll}/u.test(word)
    return !isParticle && ([...folded].length >= 3 || (isShort(folded) && CASED.test(folded)))
  })
  const own = parts.filter(({ folded }) => !ANYBODYS.has(folded))
  return (own.length ? own : parts).map(({ folded }) => folded)
}

/** Scripts with capitals. */
const CASED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]+$/u

/** Particles that some write with a capital, and titles. Where nothing else is left of a name they are one. */
const ANYBODYS: ReadonlySet<string> = new Set(
  'de di da do du la le lo el al il af av ap of zu te op dr mr ms st jr sr'.split(' '),
)

interface Token extends Place {
  readonly word: string
  readonly folded: string
}

/** Words; what does not show, like a soft hyphen, parts none. */
function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(/\p{L}[\p{L}\p{M}\p{N}\p{Cf}]*/gu)].map((match) => {
    const word = match[0].replace(/\p{Cf}/gu, '')
    return { word, folded: fold(word), from: match.index, to: match.index + match[0].length }
  })
}

const SHORTEST_PIECE = 5
const NUMBER_DIGITS = 8
const FEWEST_DIGITS = 7

const compact = (text: string) => fold(text.replace(/[\s\p{Cf}]/gu, ''))
const digitsOf = (text: string) => fold(text).replace(/\D/gu, '')
const isNumber = (text: string) =>
  digitsOf(text).length >= FEWEST_DIGITS && /^[+\d\s().\-/]+$/u.test(fold(text).trim())

/** Looks in the text without spaces, and says where it stands in the text with them. */
function findPiece(text: string, pieces: ReadonlySet<string>): Place | null {
  if (!pieces.size) return null
  const plain = compact(text)
  const piece = [...pieces].find((wanted) => plain.includes(wanted))
  if (piece === undefined) return null
  const at = plain.indexOf(piece)
  let before = 0
  let from: number | null = null
  for (let index = 0; index < text.length; ) {
    const letter = String.fromCodePoint(text.codePointAt(index) ?? 0)
    if (before >= at) from ??= index
    index += letter.length
    before += compact(letter).length
    if (before >= at + piece.length) return { from: from ?? 0, to: index }
  }
  return { from: from ?? 0, to: text.length }
}

function findNumber(text: string, numbers: ReadonlySet<string>): Place | null {
  if (!numbers.size) return null
  for (const match of text.matchAll(/\p{Nd}(?:[\s().\-/\p{Cf}\p{Pd}]{0,3}\p{Nd}){6,}/gu)) {
    const digits = digitsOf(match[0])
    if ([...numbers].some((number) => digits.includes(number)))
      return { from: match.index, to: match.index + match[0].length }
  }
  return null
}
