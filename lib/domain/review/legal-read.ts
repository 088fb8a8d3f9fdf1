import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import type { ArticleContent, SourcedSentence } from '#lib/domain/sourcing/article-content.ts'
import { normaliseWords } from '#lib/domain/text/normalise.ts'
import type { State } from './states.ts'

/** That an article was flagged for a legal read, and whether it has been read since. */
export interface LegalFlag {
  readonly at: string
  readonly personName: string
  readonly note: string
  /** Null: nobody has read it since it was flagged. */
  readonly read: {
    readonly at: string
    readonly personName: string
    /** Marks of the words that were read; null: it was read before they were kept. */
    readonly of: readonly string[] | null
  } | null
}

/** An article that is flagged waits for somebody who answers for it to have read it [STA6]. */
export function owesLegalRead(legal: LegalFlag | null): boolean {
  return legal !== null && legal.read === null
}

/** Whether this move ends a legal read, the first or another one: from there to ready. */
export function endsLegalRead(from: State, to: State): boolean {
  return from === 'legalRead' && to === 'ready'
}

interface Worded {
  readonly text: string
}

/**
 * The words of an article that readers will have: each sentence with what it says of itself in public, who wrote it and from
 * where, and what is said of its pictures [STA8].
 */
export function wordsToRead(
  { blocks, meta }: ArticleContent,
  sourced: readonly SourcedSentence[],
): readonly Worded[] {
  const beside = [
    ...[meta.byline, meta.dateline],
    ...blocks.map((block) => (block.type === 'figure' ? block.alt : '')),
  ]
  return [
    ...sourced.map(({ sentence, annotations }) => {
      const notes = annotations.flatMap(({ publicNote }) => publicNote || [])
      return notes.length ? { text: [sentence.text, ...notes].join('\n') } : sentence
    }),
    ...beside.flatMap((text) => (normaliseWords(text) ? { text } : [])),
  ]
}

/** Of some words: the first 64 bits of their SHA-256, as hex. What changes no words has the same mark [FPR2]. */
function markOf(words: Worded): string {
  const known = marks.get(words)
  if (known !== undefined) return known
  const mark = bytesToHex(sha256(utf8ToBytes(normaliseWords(words.text)))).slice(0, 16)
  marks.set(words, mark)
  return mark
}

/** An article has thousands of sentences, and a key changes one. */
const marks = new WeakMap<Worded, string>()

/** What a legal read is bound to: marks of all that is to read, in its order. */
export const marksOf = (words: readonly Worded[]): readonly string[] => words.map(markOf)

/**
 * What nobody has read for reasons of law since it was flagged: words that are others than those that were read, and how many
 * of those are gone. A sentence that only moved was read [STA8].
 */
export function unreadWords<T extends Worded>(
  legal: LegalFlag | null,
  words: readonly T[],
): { readonly changed: readonly T[]; readonly gone: number } {
  const of = legal?.read?.of
  if (!of) return { changed: [], gone: 0 }
  const left = new Map<string, number>()
  for (const mark of of) left.set(mark, (left.get(mark) ?? 0) + 1)
  const changed = words.filter((each) => {
    const mark = markOf(each)
    const count = left.get(mark) ?? 0
    left.set(mark, count - 1)
    return count <= 0
  })
  return { changed, gone: of.length - (words.length - changed.length) }
}

/** Whether the flag lets an article move so [STA6]. */
export function legalBar(from: State, to: State, legal: LegalFlag | null): Result<null> {
  if (to === 'legalRead' && legal === null) {
    const message = 'It is not flagged for a legal read. Flag it first.'
    return fail({ kind: 'conflict', message })
  }
  if (to === 'ready' && owesLegalRead(legal) && from !== 'legalRead') {
    const message = 'It is flagged for a legal read: send it there first.'
    return fail({ kind: 'conflict', message })
  }
  return ok(null)
}
