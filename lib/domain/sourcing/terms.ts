import { fold, foldedWords } from '#lib/domain/text/fold.ts'
import type { CslFields } from './csl-fields.ts'
import type { Source } from './source.ts'

/** What readers are told of a source. */
export interface PublicFace {
  readonly name: string
  readonly description: string
  readonly url: string | null
  /** Not there when there is nothing to say. */
  readonly csl?: CslFields
}

/**
 * As its terms allow; null: nothing may be said. On background the agreed wording stands in place of all that could tell who it
 * is [TRM1].
 */
export function publicFace(source: Source): PublicFace | null {
  if (termsTrouble(source)) return null
  const { terms, wording, publicName, description, url, csl } = source
  return terms === 'onRecord'
    ? { name: wording || publicName, description, url, ...(csl && { csl }) }
    : { name: wording.trim(), description: '', url: null }
}

/** Why a source may not be published as it is, with what to do; null: it may [TRM2]. */
export function termsTrouble(source: Source): string | null {
  const who = `“${source.title}”`
  switch (source.terms) {
    case 'onRecord':
      return null
    case 'background':
      if (!source.wording.trim())
        return `${who} spoke on background: write down on the source how they agreed to be called.`
      return namesThem(source)
        ? `${who} spoke on background, and the agreed wording holds a part of the name: agree on another.`
        : null
    case 'deepBackground':
      return `${who} spoke on deep background, which nothing may be attributed to: cite another source.`
    case 'offRecord':
      return `${who} spoke off the record, which is not published: cite another source.`
    default:
      return source.terms satisfies never
  }
}

/** A part of a person's name is a word of it that is written as one, and stands in the wording so too. */
function namesThem({ kind, title, wording }: Source): boolean {
  if (kind !== 'person') return false
  const parts = properWords(title)
  return properWords(wording, parts).length > 0
}

/** Words that begin with a capital, folded; those among `wanted` only. In scripts without capitals every word is one. */
function properWords(text: string, wanted?: readonly string[]): readonly string[] {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const proper = words.filter((word) => !/^\p{Ll}/u.test(word)).map((word) => fold(word))
  const long = proper.flatMap((word) => foldedWords(word)).filter((word) => [...word].length > 1)
  return wanted ? long.filter((word) => wanted.includes(word)) : long
}
