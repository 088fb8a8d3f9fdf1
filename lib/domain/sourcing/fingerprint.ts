import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import { normaliseWords } from '#lib/domain/text/normalise.ts'
import type { Annotation } from './annotation.ts'
import type { FindSource, SourcedSentence } from './article-content.ts'

/**
 * What an approval is bound to: SHA-256, as hex, over the canonical JSON (RFC 8785) of the article's id, the ids of the
 * sentence's annotations, its normalised words, its link targets, what its annotations say (all but `note` and
 * `sourcedText`) and the public revision of each cited source [FPR1]. Bold and italic are not in it.
 */
export function fingerprintOf(
  articleId: string,
  sourced: SourcedSentence,
  findSource: FindSource,
): string {
  const { sentence, annotations } = sourced
  const revisions = annotations.flatMap(({ citations }) =>
    citations.map(({ sourceId }) => findSource(sourceId)?.publicRevision ?? null),
  )
  const stamp = `${articleId} ${revisions.join(' ')}`
  const known = kept.get(sentence.identity) ?? []
  const same = known.find(
    (entry) => entry.stamp === stamp && sameItems(entry.annotations, annotations),
  )
  if (same) return same.fingerprint
  const fingerprint = hashOf(statementOf(articleId, sourced, revisions))
  // Two: authorship and status look at one sentence with different eyes.
  kept.set(sentence.identity, [{ stamp, annotations, fingerprint }, ...known].slice(0, 2))
  return fingerprint
}

interface Kept {
  readonly stamp: string
  readonly annotations: readonly Annotation[]
  readonly fingerprint: string
}

/** Fingerprints of sentences that did not change: an article has thousands, and a key changes one. */
const kept = new WeakMap<object, readonly Kept[]>()

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at])
}

/** What is hashed. `revisions` in the order of the citations. */
function statementOf(
  articleId: string,
  { sentence, annotations }: SourcedSentence,
  revisions: readonly (number | null)[],
): unknown {
  let at = 0
  return {
    article: articleId,
    annotationIds: annotations.map(({ id }) => id),
    text: normaliseWords(sentence.text),
    links: sentence.links,
    annotations: annotations.map(({ note: _note, sourcedText: _words, citations, ...said }) => ({
      ...said,
      citations: citations.map((citation) => ({ ...citation, revision: revisions[at++] ?? null })),
    })),
  }
}

/** SHA-256 of the canonical JSON of a value, as lower-case hex. */
export function hashOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))))
}

/** RFC 8785. Throws for what JSON cannot say. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(wellFormed(value))
  if (text === undefined) throw new Error('A value without a JSON form cannot be hashed')
  return text
}

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key.toWellFormed(), wellFormed(item)]),
    )
  }
  return value
}
