import {
  findProtected,
  type Protected,
  protectedWords,
  protectsNothing,
} from '#lib/domain/sourcing/identity.ts'
import { fold } from '#lib/domain/text/fold.ts'
import type { Blocker } from './gate.ts'
import { maskedIn } from './leaks.ts'

/** How much of who somebody is a text tells: a word of a name, which others may have too, or enough to know. */
export type Telling = 'nothing' | 'word' | 'identity'

const ORDER: readonly Telling[] = ['nothing', 'word', 'identity']

export const moreTelling = (a: Telling, b: Telling): Telling =>
  ORDER.indexOf(a) < ORDER.indexOf(b) ? b : a

/** An address, a number, or two different words of names beside each other tell who it is [CNF7]. */
export function tellingOf(text: string, hidden: Protected): Telling {
  if (protectsNothing(hidden)) return 'nothing'
  if (findProtected(text, { ...hidden, words: NONE, short: NONE })) return 'identity'
  const places = protectedWords(text, hidden)
  const isBeside = places.some(({ from, to }, at) => {
    const next = places[at + 1]
    if (!next || next.from - to > MIDDLE_NAME) return false
    return fold(text.slice(from, to)) !== fold(text.slice(next.from, next.to))
  })
  return isBeside ? 'identity' : places.length ? 'word' : 'nothing'
}

const NONE: ReadonlySet<string> = new Set()

/** As many characters as an initial, a middle name or a comma with its spaces take. */
const MIDDLE_NAME = 15

/** What stands in bytes. `sure`: they are text, and not something in which letters stand by chance. */
export interface Reading {
  readonly text: string
  readonly sure: boolean
}

/**
 * Bytes as text: UTF-8, with what markup, scripts and addresses escape. Zeros are left out, so that Latin letters in
 * UTF-16 are found, also in the data of a picture or a PDF.
 */
export function readingOf(bytes: Uint8Array): Reading {
  const plain = bytes.includes(0) ? bytes.filter((byte) => byte !== 0) : bytes
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(plain)
    return { text: unescaped(text), sure: plain === bytes }
  } catch {
    return { text: new TextDecoder().decode(plain), sure: false }
  }
}

/** What is looked for where letters stand by chance: nothing so short that chance writes it. */
export function beyondChance(hidden: Protected): Protected {
  const words = new Set([...hidden.words].filter((word) => word.length >= LONGER_THAN_CHANCE))
  return { ...hidden, words, short: NONE }
}

const LONGER_THAN_CHANCE = 4

/** Letters with the marks that entities name are found without them. */
function unescaped(text: string): string {
  return text
    .replace(/&(\p{L})(?:uml|acute|grave|circ|tilde|cedil|ring|caron|slash|strok|ogon);/gu, '$1')
    .replace(/&(?:szlig|aelig|oelig|AElig|OElig);/gu, (entity) => entity.slice(1, 3))
    .replace(/&(?:shy|zwj|zwnj);/gu, '')
    .replace(/&(?:nbsp|#160);/gu, ' ')
    .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/giu, (entity, hex?: string, decimal?: string) =>
      letterOf(entity, hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/\\u([\da-f]{4})/giu, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    .replace(/(?:%[\da-f]{2})+/giu, unquoted)
}

const letterOf = (entity: string, code: number) =>
  code <= 0x10_ff_ff ? String.fromCodePoint(code) : entity

function unquoted(escaped: string): string {
  try {
    return decodeURIComponent(escaped)
  } catch {
    return escaped
  }
}

const PIECE = 16_384
const OVERLAP = 400

/** A long text in pieces, so that others get their turn between them; what stands at a seam is whole in one. */
export function* piecesOf(text: string): Generator<string> {
  for (let from = 0; from === 0 || from + OVERLAP < text.length; from += PIECE)
    yield text.slice(from, from + PIECE + OVERLAP)
}

/** What stands in the way when the copy that readers would get of a source says who somebody is [CNF7]. */
export function copyBlocker(source: string, hidden: Protected): Blocker {
  const title = maskedIn(source, hidden)
  return {
    kind: 'leak',
    sentence: null,
    text: title,
    message: `The page of the source “${title}” holds a protected name, address or number, and the article leads readers there: cite another source for it, or take the address out of this one. Whoever keeps the identity knows which it is, and can call it harmless.`,
  }
}
