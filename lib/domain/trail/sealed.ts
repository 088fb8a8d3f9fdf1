import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * What somebody wrote about an act: notes and reasons. The chain has the seal of it alone, so that the words can be kept
 * from who may not see the article, and taken away, and still be proved by whoever has them [LOG15].
 */
export interface SealedWords {
  /** SHA-256 of salt, line feed and words in UTF-8, as hex. */
  readonly seal: string
  /** A random UUID: a short word could be guessed from its hash otherwise. */
  readonly salt: string
  readonly words: string
}

/** What is hashed, and what a download holds of it: a file whose name is the SHA-256 of its bytes. */
export const sealedText = ({ salt, words }: Omit<SealedWords, 'seal'>): string =>
  `${salt}\n${words}`

const MARK = 'sealed:'
const SEALED = /^sealed:[0-9a-f]{64}$/

export const sealOfText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/** How a row of the trail names words that are kept elsewhere. */
export const sealedField = (seal: string): string => `${MARK}${seal}`

type Detail = Readonly<Record<string, unknown>>

const fieldsOf = (detail: unknown): readonly (readonly [string, unknown])[] =>
  Object.entries((detail ?? {}) as Detail)

const sealIn = (value: unknown): string | null =>
  typeof value === 'string' && SEALED.test(value) ? value.slice(MARK.length) : null

/** Every seal that a row names. */
export const sealsIn = (detail: unknown): readonly string[] =>
  fieldsOf(detail).flatMap(([, value]) => sealIn(value) ?? [])

/** A row with its words. What was taken away is empty. */
export function unsealed(detail: unknown, words: ReadonlyMap<string, string>): Detail {
  return Object.fromEntries(
    fieldsOf(detail).map(([key, value]) => {
      const seal = sealIn(value)
      return [key, seal === null ? value : (words.get(seal) ?? '')]
    }),
  )
}

/** What the sealed fields of a row say, those that were not taken away. */
export const wordsNamed = (
  detail: unknown,
  words: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fieldsOf(detail).flatMap(([key, value]) => {
      const said = words.get(sealIn(value) ?? '')
      return said === undefined ? [] : [[key, said]]
    }),
  )

/** Fields that had words in them before they were sealed. */
const WORDED = new Set(['note', 'reason', 'slug', 'byline', 'section', 'dateline'])

/** A row for who may not see its article: by ids, states and hashes alone. */
export function withoutItsWords(detail: unknown): Detail {
  return Object.fromEntries(
    fieldsOf(detail).filter(([key, value]) => !WORDED.has(key) || sealIn(value) !== null),
  )
}

/** The seal of the first words that are not what was sealed; null: all are. */
export const forgedSeal = (all: readonly SealedWords[]): string | null =>
  all.find((one) => sealOfText(sealedText(one)) !== one.seal)?.seal ?? null
